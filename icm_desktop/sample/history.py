"""The rest of a sample patient's history: allergies, vaccines, procedures, family, devices, reports of imaging."""

from __future__ import annotations

import datetime as dt
from typing import Any

from icm_desktop.content.sample import sample
from icm_desktop.sample.case import CVX, LOINC, RXNORM, Case
from icm_desktop.sample.chance import day_between

_CPT = "http://www.ama-assn.org/go/cpt"
_FLU_MONTH = 10


def choose_allergies(case: Case) -> None:
    """Decide what the patient cannot take, before medicines are chosen."""
    told = case.story.get("allergies", [])
    taking = {name for name, *_ in case.story.get("medicines", ())}
    chosen: list[dict[str, Any]] = []
    for each in sample("texts")["allergy"]["list"]:
        name = each["text"]
        by_story = name in told and not any(name == other["text"] for other in chosen)
        clash = name.lower() in {word.split("_")[0] for word in taking} or (
            name == "Penicillin" and "amoxicillin" in taking
        )
        twice = any(name == other["text"] for other in chosen)
        if by_story or (not twice and not clash and case.chance(each["share"])):
            chosen.append(each)
    case.numbers["allergies"] = chosen
    case.numbers["allergic"] = [each["text"] for each in chosen]


def add_allergies(case: Case) -> None:
    """Add them, or that none is known; for a few nobody asked."""
    for each in case.numbers["allergies"]:
        serious = each["text"] == "Lisinopril" and "Lisinopril" in case.story.get("allergies", ())
        when = case.ago(100, 2400)
        case.fact(
            "allergy_intolerance",
            when,
            status="active",
            verification="confirmed",
            kind="allergy" if serious else each["kind"],
            category=each["category"],
            criticality="high" if serious else each["criticality"],
            reaction=sample("texts")["allergy"]["angioedema"] if serious else each["reaction"],
            code_system=RXNORM if each["code"] else None,
            code=each["code"] or None,
            text=each["text"],
            onset_when=str(when.year - 1) if when.year - 1 > case.who.born.year else None,
        )


def none_known_on(case: Case) -> dt.date | None:
    """The day somebody asked and there were none."""
    if case.numbers["allergies"] or case.slight or case.chance(0.12):
        return None
    return case.ago(20, 500)


def add_vaccines(case: Case) -> None:
    """Add vaccines of the last years, flu in the fall, children's at their age; some refused."""
    if case.slight:
        return
    vaccines, doctor = sample("results")["vaccine"], case.doctor.name
    for code, text, least, share in vaccines["list"]:
        if case.age < least or case.end < case.since + dt.timedelta(days=30):
            continue
        if case.chance(share):
            _vaccine(case, (code, text), _fall(case) if code == "150" else case.ago(15, 900), doctor)
            if code == "150" and case.age >= 50 and case.chance(0.6):
                _vaccine(case, (code, text), _fall(case) - dt.timedelta(days=364), doctor)
        elif case.chance(0.12):
            day = case.ago(15, 300)
            _immunization(
                case, (code, text), day, not_done_reason=case.rng.choice(vaccines["refused"]), status="not-done"
            )
    if case.age < 18:
        for code, text, share in vaccines["child"]:
            day = case.who.born + dt.timedelta(days=370 + int(case.rng.random() * 200))
            if case.chance(share) and day < case.end:
                _immunization(
                    case, (code, text), day, status="completed", organization="County health department", author=None
                )


def _fall(case: Case) -> dt.date:
    """A day in the last fall before the end."""
    year = case.end.year if case.end.month > _FLU_MONTH else case.end.year - 1
    return dt.date(year, 9, 20) + dt.timedelta(days=int(case.rng.random() * 40))


def _vaccine(case: Case, what: tuple[str, str], day: dt.date, doctor: str) -> None:
    if case.since < day < case.end:
        lot = f"{case.rng.choice('ABEFKLRTX')}{case.rng.randint(1000, 9999)}"
        _immunization(case, what, day, status="completed", lot_number=lot, author=doctor)


def _immunization(case: Case, what: tuple[str, str], day: dt.date, **values: Any) -> None:
    code, text = what
    case.fact("immunization", day, code_system=CVX, code=code, text=text, occurred_when=day.isoformat(), **values)


def add_procedures(case: Case) -> None:
    """Add screening and other procedures that fit age, sex and conditions."""
    for text, ago in case.story.get("procedures", ()):
        day = case.end - dt.timedelta(days=ago)
        status = "preparation" if ago < 0 else "completed"
        case.fact(
            "procedure", min(day, case.end), status=status, text=text, performed_when=day.isoformat(), **_theirs(case)
        )
    if case.slight:
        return
    for each in sample("results")["procedure"]["list"]:
        if _fits(case, each) and case.chance(each["share"]):
            day = _when(case, each)
            if each["from"] <= case.who.age_on(day):
                coded = {"code_system": _CPT, "code": each["code"], "text": each["text"]}
                case.fact(
                    "procedure", day, status="completed", performed_when=day.isoformat(), **coded, **_theirs(case)
                )
    for code, text, sex, least, reason in sample("results")["procedure"]["not_done"]:
        if case.age >= least + 2 and sex in {"", case.who.sex} and case.age < 76 and case.chance(0.05):
            day = case.ago(20, 400)
            values = {"status": "not-done", "not_done_reason": reason, "performed_when": day.isoformat()}
            case.fact("procedure", day, code_system=_CPT, code=code, text=text, **values)


def _fits(case: Case, each: dict[str, Any]) -> bool:
    right = each.get("sex") in {None, case.who.sex} and each["from"] <= case.age <= each["to"]
    return right and (each.get("needs") is None or each["needs"] in case.have)


def _when(case: Case, each: dict[str, Any]) -> dt.date:
    first = max(case.end - dt.timedelta(days=int(each["years"] * 365)), case.who.born + dt.timedelta(days=366))
    return day_between(case.rng, first, case.end - dt.timedelta(days=10))


def _theirs(case: Case) -> dict[str, Any]:
    return {"organization": "Lakeside Regional Hospital", "author": None} if case.chance(0.6) else {}


def add_background(case: Case) -> None:
    """Add family history, devices and reports of imaging."""
    if case.slight:
        return
    texts = sample("texts")
    if case.chance(0.45):
        for relation, code, sex, (icd, what) in case.rng.sample(texts["family"]["history"], case.rng.randint(1, 2)):
            _relative(case, (relation, code, sex), icd, what)
    for each in texts["devices"]["list"]:
        if each["needs"] in case.have and case.chance(each["share"]):
            serial = f"{each['serial']}-{case.rng.randint(10000, 99999)}"
            coded = {"text": each["text"], "manufacturer": each["maker"], "serial_number": serial}
            case.fact("device", case.ago(40, 1200), status="active", **coded)
    if case.rich and case.age >= 40 and case.chance(0.35):
        code, text, category, found = case.rng.choice(texts["papers"]["reports"])
        day = case.ago(20, 900)
        theirs = {
            "organization": "Lakeside Regional Hospital",
            "author": "Radiology" if category == "imaging" else "Cardiology",
        }
        dated = {"effective_when": day.isoformat(), "issued_when": day.isoformat(), "conclusion": found}
        coded = {"code_system": LOINC, "code": code, "text": text, "category": category}
        case.fact("diagnostic_report", day, status="final", **coded, **dated, **theirs)


def _relative(case: Case, who: tuple[str, str, str], icd: str, what: str) -> None:
    relation, code, sex = who
    born = case.who.born.year + (-case.rng.randint(22, 34) if code in {"MTH", "FTH"} else case.rng.randint(-6, 6))
    onset = case.rng.randint(42, 68)
    ill = {"code_system": "http://hl7.org/fhir/sid/icd-10-cm", "code": icd, "text": what, "note": None}
    died = (
        born + onset + 12 if code in {"MTH", "FTH"} and born + onset + 14 < case.end.year and case.chance(0.6) else None
    )
    note = case.rng.choice(sample("texts")["family"]["note"]["notes"]) or None
    case.fact(
        "family_member_history",
        case.ago(30, 1500),
        status="completed",
        relationship_text=relation,
        relationship_code=code,
        sex=sex,
        born_when=str(born),
        deceased=died is not None,
        deceased_when=str(died) if died else None,
        conditions=[{**ill, "onset": f"age {onset}"}] if born + onset <= case.end.year else [{**ill, "onset": None}],
        note=note,
    )
