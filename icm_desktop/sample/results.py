"""Vital signs and laboratory results of a sample patient, on the days of visits, along the courses."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from icm_desktop.content.sample import sample
from icm_desktop.sample.case import LOINC, Case, Visit, stamp
from icm_desktop.sample.courses import creatinine, fallen, highest_egfr

MEASURED = frozenset({"4548-4", "29463-7", "44261-6"})  # what goals are about
_LAB = "Carolina Reference Laboratory"
_USUAL = {"hdl": (49.0, 9.0, 26.0), "triglycerides": (142.0, 42.0, 48.0)}  # mean, spread, least
_SWELLING = 3.4  # kg of water before a stay for heart failure


def add_results(case: Case) -> None:
    """Add vital signs of every visit and blood draws as often as the conditions ask for."""
    last: dict[str, dt.date] = {}
    for visit in case.visits:
        if visit.kind in {"Video visit", "Counseling"}:
            continue
        _vitals(case, visit)
        if not case.story.get("no_labs"):
            _draw(case, visit, last)
    _of_stays(case)
    for code, value, ago in case.story.get("results", ()):
        name = next(name for name, each in sample("results")["result"].items() if each["code"] == code)
        add_result(case, name, case.end - dt.timedelta(days=ago), value)
    _heart(case)


def add_result(case: Case, name: str, day: dt.date, value: float, at: dt.datetime | None = None, **more: Any) -> int:
    """Add one result; its flag follows from the usual range."""
    fixed, low, high, decimals = _of(name)
    value = round(value, decimals)
    flag = "Low" if low is not None and value < low else "High" if high is not None and value > high else None
    if fixed["code"] in MEASURED:
        case.measure(fixed["code"], day, value)
    return case.rows.add(
        "observation",
        patient_id=case.id,
        recorded_when=day.isoformat(),
        author=case.doctor.name,
        **fixed,
        effective_when=stamp(at) if at else day.isoformat(),
        value_number=float(value),
        interpretation=flag,
        **more,
    )


@cache
def _of(name: str) -> tuple[dict[str, Any], float | None, float | None, int]:
    each = sample("results")["result"][name]
    vital = name in {"weight", "height", "bmi", "pulse", "oxygen"}
    category = "vital-signs" if vital else "survey" if each["unit"] == "{score}" else "laboratory"
    low, high = each.get("low"), each.get("high")
    fixed = {
        "status": "final",
        "category": category,
        "code_system": LOINC,
        "code": each["code"],
        "text": each["text"],
        "value_unit": each["unit"],
        "reference_low": float(low) if low is not None else None,
        "reference_high": float(high) if high is not None else None,
        "organization": _LAB if category == "laboratory" and name != "ef" else None,
    }
    return fixed, low, high, each["decimals"]


def _vitals(case: Case, visit: Visit) -> None:
    courses, rng = case.numbers["courses"], case.rng
    _pressure(case, visit.day, visit.at, courses["systolic"].at(visit.day, case.taken, rng))
    weight = _weight(case, visit.day)
    add_result(case, "weight", visit.day, weight, visit.at)
    add_result(case, "pulse", visit.day, min(118, max(48, courses["pulse"].at(visit.day, case.taken, rng))), visit.at)
    if visit.kind in {"Yearly visit", "New patient"}:
        height = case.numbers["height"]
        add_result(case, "height", visit.day, height, visit.at)
        add_result(case, "bmi", visit.day, weight / (height / 100) ** 2, visit.at)
    if "copd" in case.have or "asthma" in case.have:
        low = "copd" in case.have
        add_result(case, "oxygen", visit.day, min(100, max(88, rng.gauss(93 if low else 97, 1.2))), visit.at)


def _weight(case: Case, day: dt.date) -> float:
    weight: float = case.numbers["courses"]["weight"].at(day, case.taken, case.rng)
    if case.age < 18:
        weight *= 1 - 0.07 * (case.end - day).days / 365
    return min(230.0, max(6.0, weight))


def _pressure(case: Case, day: dt.date, at: dt.datetime | None, systolic: float) -> None:
    share = 0.64 if case.age < 60 else 0.55
    diastolic = min(118, max(44, systolic * share + case.rng.gauss(0, 4)))
    write_pressure(case, day, at, round(systolic), round(min(diastolic, systolic - 18)))


def write_pressure(case: Case, day: dt.date, at: dt.datetime | None, systolic: int, diastolic: int) -> None:
    """Add one blood pressure with its two parts."""
    case.measure("8480-6", day, systolic)
    panel = case.fact(
        "observation",
        day,
        status="final",
        category="vital-signs",
        code_system=LOINC,
        code="85354-9",
        text="Blood pressure",
        effective_when=stamp(at) if at else day.isoformat(),
    )
    for code, text, value in (
        ("8480-6", "Systolic blood pressure", systolic),
        ("8462-4", "Diastolic blood pressure", diastolic),
    ):
        case.rows.add_part(
            "observation_component",
            observation_id=panel,
            patient_id=case.id,
            code_system=LOINC,
            code=code,
            text=text,
            value_number=float(value),
            value_unit="mm[Hg]",
        )


def _draw(case: Case, visit: Visit, last: dict[str, dt.date]) -> None:
    """What is due at this visit is drawn; nothing is drawn twice before its time."""
    drawn = [name for name, days in _intervals(case) if name not in last or (visit.day - last[name]).days >= days]
    if not drawn or (case.age < 40 and not case.have and case.chance(0.6)) or case.age < 12:
        return
    for name in drawn:
        last[name] = visit.day
        for part in sample("results")["panel"].get(name, (name,)):
            value = _value(case, part, visit.day)
            if value is not None:
                add_result(case, part, visit.day, value)
                if part in {"egfr", "uacr"}:
                    case.numbers[f"last_{part}"] = float(round(value))
    _report(case, visit.day, drawn)


def _intervals(case: Case) -> tuple[tuple[str, int], ...]:
    known: tuple[tuple[str, int], ...] | None = case.numbers.get("intervals")
    if known is None:
        have = case.have
        watched = bool({"diabetes", "kidney", "heart_failure", "dialysis"} & have.keys())
        wanted = [("basic", 110 if watched else 330 if "hypertension" in have else 500)]
        if "diabetes" in have:
            wanted += [("a1c", 84), ("uacr", 300)]
        elif case.age >= 40:
            wanted.append(("a1c", 700))
        if "kidney" in have and "diabetes" not in have:
            wanted.append(("uacr", 240))
        if case.age >= 35:
            wanted.append(("lipids", 330 if "cholesterol" in have or "coronary" in have else 650))
        wanted += [("hemoglobin", 160 if "anemia" in have else 420)]
        if "thyroid" in have:
            wanted.append(("tsh", 200))
        if any(each.name == "warfarin" for each in case.taken):
            wanted.append(("inr", 25))
        known = case.numbers["intervals"] = tuple(wanted)
    return known


def _value(case: Case, name: str, day: dt.date) -> float | None:
    rng, courses = case.rng, case.numbers["courses"]
    if name in courses:
        return float(courses[name].at(day, case.taken, rng))
    if name == "egfr":
        return _egfr(case, day, rng.gauss(0, 1.4))
    if name == "creatinine":
        case.numbers["drawn_egfr"] = egfr = _egfr(case, day, rng.gauss(0, 1.4))
        return creatinine(egfr, case.who.age_on(day), case.who.sex)
    if name == "uacr":
        grown = 1 - 0.1 * (case.end - day).days / 365
        return max(3.0, float(case.numbers["uacr"]) * grown * rng.uniform(0.86, 1.16))
    if name == "glucose":
        return float(min(420, max(66, 28.7 * courses["a1c"].at(day, case.taken, rng) - 46.7 - 10 + rng.gauss(0, 12))))
    if name == "cholesterol":
        return float(courses["ldl"].at(day, case.taken, rng) + 48 + 28 + rng.gauss(0, 4))
    if name == "inr":
        return max(1.1, rng.gauss(2.5, 0.5))
    usual = _USUAL.get(name)
    return max(usual[2], rng.gauss(usual[0], usual[1])) if usual else None


def _egfr(case: Case, day: dt.date, noise: float) -> float:
    """eGFR on a day; the creatinine of one draw and its eGFR are one number."""
    drawn = case.numbers.pop("drawn_egfr", None)
    if drawn is not None:
        return float(drawn)
    years = (case.end - day).days / 365
    found: float = (
        case.numbers["egfr"] - case.numbers["egfr_drift"] * years + noise * (0.3 if case.story.get("level") else 1)
    )
    ill_since = case.have.get("kidney") or case.have.get("dialysis")
    if ill_since is None:
        return min(max(found, 61.0), 125.0, highest_egfr(case.who.age_on(day), case.who.sex))
    return min(max(found, 4.0), 59.4 if day >= ill_since else 74.0)


def _report(case: Case, day: dt.date, drawn: list[str]) -> None:
    if not case.rich:
        return
    names = {"basic": "basic metabolic panel", "lipids": "lipids", "a1c": "A1c", "uacr": "urine albumin", "tsh": "TSH"}
    what = ", ".join(names.get(name, name if name != "inr" else "INR") for name in drawn)
    case.fact(
        "diagnostic_report",
        day,
        status="final",
        category="LAB",
        code_system=LOINC,
        code="11502-2",
        text=f"Laboratory report: {what}",
        effective_when=day.isoformat(),
        issued_when=day.isoformat(),
        author=None,
        organization=_LAB,
    )


def _of_stays(case: Case) -> None:
    """Weight goes up before a stay for heart failure and down after; the hospital's results come with it."""
    for stay in case.numbers["stays"]:
        if stay.kind != "IMP":
            continue
        theirs = {"organization": "Lakeside Regional Hospital", "author": "Hospital medicine"}
        if stay.code.startswith("I50"):
            dry = case.numbers["courses"]["weight"].level - fallen("weight", stay.ended, case.taken)
            for before, share in ((6, 0.35), (3, 0.7), (1, 1.0)):
                day = stay.admitted - dt.timedelta(days=before)
                _home_weight(case, day, dry + _SWELLING * share)
            _home_weight(case, stay.ended, dry + 0.2)
            _outside(case, "bnp", stay.admitted, 1800 + case.rng.random() * 4200, theirs)
        _outside(case, "hemoglobin", stay.admitted, max(8.1, case.rng.gauss(12.4, 0.9)), theirs)
        _outside(case, "potassium", stay.ended, min(5.2, max(3.4, case.rng.gauss(4.1, 0.2))), theirs)


def _home_weight(case: Case, day: dt.date, value: float) -> None:
    if day >= case.since:
        add_result(case, "weight", day, value, note="Home scale", method="Patient reported")


def _outside(case: Case, name: str, day: dt.date, value: float, theirs: dict[str, Any]) -> None:
    fixed, low, high, decimals = _of(name)
    value = round(value, decimals)
    flag = "Low" if low is not None and value < low else "High" if high is not None and value > high else None
    values = {**fixed, **theirs, "effective_when": day.isoformat(), "value_number": value, "interpretation": flag}
    case.fact("observation", day, **values)


def _heart(case: Case) -> None:
    for systolic, diastolic, ago in case.story.get("pressures", ()):
        day = case.end - dt.timedelta(days=ago)
        at = case.moment(day, 9, int(case.rng.random() * 50))
        write_pressure(case, day, at, systolic, diastolic)
    if "heart_failure" in case.have:
        weak = case.story.get("level", {}).get("ef", case.rng.randint(24, 40))
        theirs = {"organization": "Lakeside Heart Clinic", "author": "Dr. Diego Romero"}
        _outside(case, "ef", case.ago(40, 500), float(weak), theirs)
    if "copd" in case.have and case.chance(0.6):
        day = case.ago(60, 700)
        add_result(case, "fev1", day, max(0.7, case.rng.gauss(1.6, 0.4)))
        add_result(case, "fev1_fvc", day, case.rng.uniform(46, 68))
    _tobacco(case)


def _tobacco(case: Case) -> None:
    if case.age < 18 or case.slight or not case.visits:
        return
    smokes = "tobacco" in case.have
    former = not smokes and case.chance(0.25)
    code, text = (
        ("449868002", "Smokes every day")
        if smokes
        else ("8517006", "Used to smoke")
        if former
        else ("266919005", "Never smoked")
    )
    day = case.visits[-1].day
    values = {"value_code": code, "value_code_system": "http://snomed.info/sct", "value_text": text}
    coded = {"code_system": LOINC, "code": "72166-2", "text": "Tobacco smoking status"}
    case.fact(
        "observation", day, status="final", category="social-history", effective_when=day.isoformat(), **coded, **values
    )
