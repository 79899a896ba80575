"""Hospital stays and emergency visits of a sample patient, with what they leave behind."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.content.sample import sample
from icm_desktop.sample.case import ICD10, Case, stamp
from icm_desktop.sample.chance import weighted

_HOSPITAL = "Lakeside Regional Hospital"
_LATELY, _READMITTED, _OFTEN = 9, 29, 17  # of every 20, 60 and 40 patients
Wanted = tuple[str, int, int, str, str, str]  # kind, days ago it ended, nights, code, reason, to where
_SICK = ("heart_failure", "copd", "kidney", "diabetes", "coronary", "fibrillation", "stroke")


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay (IMP, NONAC) or emergency visit (EMER) that ended on a local day."""

    kind: str
    admitted: dt.date
    ended: dt.date
    code: str
    reason: str
    to: str
    encounter: int


def add_stays(case: Case) -> list[Stay]:
    """Add the stays of the story and of chance, oldest first."""
    told = case.story.get("stays", ())
    wanted: list[Wanted] = [(each[0], each[1], each[2], each[3], each[4], each[5]) for each in told]
    if not wanted and not case.slight:
        wanted = _by_chance(case)
    stays = []
    for kind, ended, nights, code, reason, to in sorted(wanted, key=lambda one: -one[1]):
        last = case.end - dt.timedelta(days=ended)
        first = last - dt.timedelta(days=nights)
        days = {first + dt.timedelta(days=each) for each in range(nights + 1)}
        if first >= case.who.born and not (kind != "NONAC" and days & case.busy):
            case.busy |= days if kind != "NONAC" else set()
            stays.append(_write(case, kind, first, last, (code, reason, to or None)))
    case.numbers["stays"] = stays
    return stays


def _by_chance(case: Case) -> list[Wanted]:
    found: list[Wanted] = []
    number = case.who.number
    if number % 40 == _OFTEN and case.age >= 18:
        found += [
            ("EMER", day, 0, *_emergency(case), "Home")
            for day in case.rng.sample(range(6, 360, 3), case.rng.randint(4, 7))
        ]
    elif case.chance(0.16):
        found.append(("EMER", case.rng.randint(12, 700), 0, *_emergency(case), "Home"))
    if not case.alive and case.chance(0.4):
        _, _, nights, code, reason, _ = _stay(case, 0)
        return [*found, ("IMP", 0, nights, code, reason, "Died in the hospital")]
    burden = sum(name in case.have for name in _SICK)
    if case.age < 30:
        return found
    if number % 20 == _LATELY:
        ended = case.rng.randint(1, 22)
        found.append(_stay(case, ended))
        if number % 60 == _READMITTED:
            found.append(_stay(case, ended + case.rng.randint(14, 26)))
    elif case.chance(0.04 + 0.05 * burden):
        found.append(_stay(case, case.rng.randint(35, 690)))
    return found


def _emergency(case: Case) -> tuple[str, str]:
    code, reason = case.rng.choice(sample("texts")["encounter"]["emergency_child" if case.age < 16 else "emergency"])
    return code, reason


def _stay(case: Case, ended: int) -> Wanted:
    texts = sample("texts")["encounter"]
    own = [name for name in _SICK if name in case.have and name in texts["stay"]]
    name = case.rng.choice(own) if own and case.chance(0.75) else case.rng.choice(("any", "infection"))
    if case.age >= 75 and case.chance(0.12):
        name = "fall"
    code, reason = texts["stay"][name]
    to = weighted(case.rng, texts["discharge"])[0] if name != "fall" else "Skilled nursing facility"
    return ("IMP", ended, case.rng.randint(2, 7), code, reason, to)


def _write(case: Case, kind: str, first: dt.date, last: dt.date, what: tuple[str, str, str | None]) -> Stay:
    code, reason, to = what
    hour = int(case.rng.random() * 8)
    starts = case.moment(first, 8 + hour, 20) if last < case.end or last > first else case.moment(first, 0, 40)
    ends = case.moment(last, 15, 10) if last > first and last < case.today else starts + dt.timedelta(hours=3)
    text = {"IMP": "Hospital stay", "EMER": "Emergency department visit"}.get(kind, reason)
    goes_on = kind == "NONAC" and last == case.today
    encounter = case.fact(
        "encounter",
        last,
        status="in-progress" if goes_on else "finished",
        class_code=kind,
        text=text,
        code_system=ICD10,
        code=code,
        starts_when=stamp(starts),
        ends_when=None if goes_on else stamp(ends),
        reason=reason,
        discharge=to if kind == "IMP" else None,
        location=_HOSPITAL if kind != "NONAC" else "Larkspur Home Health",
        admitted_from="Emergency department" if kind == "IMP" else None,
        priority="Elective" if code.startswith("Z51.1") else "Emergency" if kind != "NONAC" else None,
        author="Hospital medicine",
        organization=_HOSPITAL,
    )
    return Stay(kind, first, last, code, reason, to or "", encounter)
