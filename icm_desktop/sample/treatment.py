"""What a sample patient takes: medicines that fit the conditions and each other, how they are taken, last refills."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from icm_desktop.content.sample import sample
from icm_desktop.sample.case import RXNORM, Case, Taken

_TIMES = ("morning", "noon", "evening", "bedtime")
_WHY_NOT = ("forgot", "cost", "side_effects", "feels_well", "confusing", "refill_problem")
_OLD, _GROWN, _LOW_EGFR = 65, 18, 45
_NONE: dict[str, float] = {}


def add_medicines(case: Case) -> None:
    """Add what the story and the conditions ask for."""
    told = case.story.get("medicines", [])
    for name, days, *by in told:
        _take(case, name, case.end - dt.timedelta(days=days), outside=bool(by))
    if case.slight or case.story.get("no_more"):
        return
    names = {name for name, *_ in told}
    for condition, since in list(case.have.items()):
        for name, share in sample("medicines")["treatment"].get(condition, ()):
            if case.chance(share) and name not in names and _fits(case, name) and not _allergic(case, name):
                _treat(case, name, since)


def add_former(case: Case) -> None:
    """Add what was taken for a while in earlier years, and what is bought without a prescription."""
    if case.slight or case.age < _GROWN:
        return
    lists = sample("medicines")["former"]
    for name in case.rng.sample(lists["courses"], case.rng.randint(1, 2 + (len(case.have) > 3) + (len(case.have) > 5))):
        day = case.end - dt.timedelta(days=int(120 + case.rng.random() * 2000))
        if not _allergic(case, name) and day > case.who.born + dt.timedelta(days=_GROWN * 366):
            _take(case, name, day, stop=day + dt.timedelta(days=case.rng.randint(5, 30)), why="Course finished")
    for name, share in lists["bought"]:
        if case.chance(share) and _fits(case, name) and not case.story.get("no_more"):
            _take(case, name, case.ago(60, 1500))


def _fits(case: Case, name: str) -> bool:
    against, taking = _against(name), {each.name for each in case.taken if each.stop is None}
    code = sample("medicines")["medicine"][name]["code"]
    if any(each.content["code"] == code for each in case.taken if each.stop is None):
        return False
    if not against.isdisjoint(taking) or not against.isdisjoint(case.have):
        return False
    if "old" in against and case.age >= _OLD:
        return False
    if "kidney_low" in against and case.numbers["egfr"] < _LOW_EGFR:
        return False
    return not any(name in _against(other) for other in taking)


@cache
def _against(name: str) -> frozenset[str]:
    return frozenset(sample("medicines")["not_with"].get(name, ()))


def _treat(case: Case, name: str, since: dt.date) -> None:
    """Start soon after the condition was found; some are stopped again, some raised after a few months."""
    start = max(since, case.since - dt.timedelta(days=400)) + dt.timedelta(days=int(case.rng.random() * 90))
    if len(case.taken) > 2 and case.chance(0.45):  # added lately, so that what it does can be seen
        start = max(start, case.end - dt.timedelta(days=int(60 + case.rng.random() * 520)))
    start = min(start, case.end - dt.timedelta(days=10))
    raised = sample("medicines")["raise"].get(name)
    if raised and case.chance(0.4) and (case.end - start).days > 300:
        change = start + dt.timedelta(days=int(120 + case.rng.random() * 160))
        _take(case, name, start, stop=change, why="Dose raised")
        _take(case, raised, change)
        return
    if case.chance(0.12) and (case.end - start).days > 200:
        stop = start + dt.timedelta(days=int(30 + case.rng.random() * 150))
        _take(
            case,
            name,
            start,
            stop=stop,
            why=case.rng.choice(("Side effects", "No longer needed", "Not covered by insurance")),
        )
        return
    _take(case, name, start)


def add_course(case: Case, name: str, day: dt.date) -> None:
    """A few days of a medicine for a short illness."""
    if _fits(case, name) and not _allergic(case, name):
        over = day + dt.timedelta(days=10)
        _take(case, name, day, stop=over if over <= case.end else None, why="Course finished")


def _allergic(case: Case, name: str) -> bool:
    """Whether the patient cannot take it."""
    cannot = case.numbers["allergic"]
    if name in {"amoxicillin", "cephalexin"}:
        return "Penicillin" in cannot
    return any(name.startswith(each.lower()) for each in cannot)


def _take(
    case: Case, name: str, start: dt.date, *, stop: dt.date | None = None, why: str = "", outside: bool = False
) -> None:
    content = sample("medicines")["medicine"][name]
    start = max(start, case.who.born + dt.timedelta(days=200))
    times = dict(zip(_TIMES, _amounts(content["times"]), strict=True))
    by: dict[str, Any] = case.numbers["outside"] if outside or (start < case.since and case.chance(0.3)) else {}
    entry = case.fact(
        "medication_entry",
        start,
        kind="request" if by else "entry",
        status="active" if stop is None else "completed" if why == "Course finished" else "stopped",
        intent="order",
        code_system=RXNORM,
        code=content["code"],
        text=content["text"],
        dosage=content["dosage"],
        as_needed=content.get("as_needed", False),
        reason=content["reason"],
        patient_reported=content.get("reported", False),
        starts_when=start.isoformat(),
        ends_when=stop.isoformat() if stop else None,
        status_reason=why or None,
        **times,
        **by,
    )
    share = 1.0 if case.chance(0.72) else case.rng.choice((0.85, 0.6, 0.4))
    case.taken.append(Taken(name, entry, content, start, stop, share, content.get("moves", _NONE)))


def _amounts(times: str) -> list[str | None]:
    """ "1-0-1-" or "1---" as four amounts, None where nothing is taken."""
    parts = times.split("-") if times else []
    return [part if part not in {"", "0"} else None for part in (*parts, "", "", "", "")[:4]]


def add_taking(case: Case) -> None:
    """What the patient said about taking each medicine, and the last refills."""
    if case.slight:
        return
    asked = case.visits[-1].day if case.visits else None
    for each in case.taken:
        if each.stop is not None or each.content.get("as_needed"):
            continue
        refill = case.end - dt.timedelta(days=int(case.rng.random() * 28) + (75 if each.share < 0.5 else 0))
        if asked and asked > each.start and (each.share < 1 or case.chance(0.25)):
            _ask(case, each, asked, min(refill, asked))
        if case.rich and not each.content.get("reported") and refill > each.start:
            _refill(case, each, refill)
            if refill - dt.timedelta(days=32) > each.start:
                _refill(case, each, refill - dt.timedelta(days=int(30 / each.share)))


def _ask(case: Case, each: Taken, day: dt.date, refill: dt.date) -> None:
    taking = "as_directed" if each.share == 1 else "stopped" if each.share < 0.5 else "some_missed"
    words = sample("texts")["why_not"]
    reason = None if each.share == 1 else case.rng.choice(_WHY_NOT)
    case.rows.add(
        "medication_adherence",
        patient_id=case.id,
        medication_entry_id=each.entry,
        asked_on=day,
        taking=taking,
        missed_doses=round(14 * (1 - each.share))
        if taking == "some_missed"
        else 0
        if taking == "as_directed"
        else None,
        missed_days=14 if taking != "stopped" else None,
        reason=reason,
        reason_text=words["es" if case.spanish else "en"][reason] if reason else None,
        last_refill_on=max(refill, each.start),
        asked_by=case.coordinator()[1],
    )


def _refill(case: Case, each: Taken, day: dt.date) -> None:
    case.rows.add(
        "medication_dispense",
        patient_id=case.id,
        recorded_when=day.isoformat(),
        author=None,
        organization="Oak Street Pharmacy",
        status="completed",
        code_system=RXNORM,
        code=each.content["code"],
        text=each.content["text"],
        handed_over_when=day.isoformat(),
        quantity=30.0,
        quantity_unit="{tbl}" if "Tablet" in each.content["text"] else "{each}",
        days_supply=30.0,
    )
