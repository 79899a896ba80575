"""A sample patient's calendar: visits that took place (with encounters), were missed or cancelled, those to come."""

from __future__ import annotations

import datetime as dt

from icm_desktop.content.sample import sample
from icm_desktop.domain import appointment_states as states
from icm_desktop.sample.case import SHOWN, Case, Visit, stamp
from icm_desktop.sample.clinic import Clinician
from icm_desktop.sample.stays import Stay

_BACK = 730  # days the calendar goes back
_WAITING_ROOM = 15  # before this hour (UTC) a patient of today may already be here
_MISSED, _CANCELLED = 0.08, 0.15


def add_schedule(case: Case, stays: list[Stay]) -> None:
    """Book the past two years and the months to come."""
    if case.slight:
        return
    texts = sample("texts")["visit"]
    for day in _past(case):
        _book(case, day, *_kind(case, day))
    for stay in stays:
        if stay.kind == "IMP" and stay.to.startswith("Home") and case.chance(0.7):
            near = stay.ended + dt.timedelta(days=case.rng.randint(2, 8))
            _book(case, near, "After hospital", texts["after_hospital"].format(reason=stay.reason.lower()))
    if case.alive:
        _around_today(case)
    _talks(case)
    _older(case)
    case.visits.sort(key=lambda visit: visit.at)


def _past(case: Case) -> list[dt.date]:
    burden = len(case.have)
    apart = 84 if burden >= 5 else 104 if burden >= 3 else 150 if burden else 240
    day = max(case.since, case.end - dt.timedelta(days=_BACK - int(case.rng.random() * 60)))
    days = []
    while day < case.end - dt.timedelta(days=5):
        days.append(day)
        day += dt.timedelta(days=int(apart * (0.75 + case.rng.random() * 0.55)))
    if case.who.number <= SHOWN and len(case.have) > 2:
        days.append(case.end - dt.timedelta(days=case.rng.randint(9, 40)))
    return sorted(days)


def _around_today(case: Case) -> None:
    if case.chance(0.62 if case.who.number <= SHOWN else 0.28):
        near = case.end + dt.timedelta(days=case.rng.randint(-3, 3))
        _book(case, near, *_kind(case, near))
    if case.have and case.chance(0.72):
        soon = case.who.number <= SHOWN and case.chance(0.5)
        near = case.end + dt.timedelta(days=case.rng.randint(1, 12) if soon else case.rng.randint(6, 110))
        _book(case, near, *_kind(case, near))


def _talks(case: Case) -> None:
    """Sessions with the counselor of the practice, every other week for a while."""
    if not ("depression" in case.have or "anxiety" in case.have) or not case.chance(0.3):
        return
    first = case.end - dt.timedelta(days=case.rng.randint(20, 300))
    for number in range(case.rng.randint(2, 5)):
        near = first + dt.timedelta(days=14 * number)
        if near > case.end and not case.alive:
            return
        _book(case, near, "Counseling", sample("texts")["visit"]["counseling"].format(number=number + 1))


def _kind(case: Case, day: dt.date) -> tuple[str, str]:
    """The kind of visit and what it is for."""
    texts, rng = sample("texts")["visit"], case.rng
    if abs((day - case.since).days) < 5 and case.since > case.end - dt.timedelta(days=_BACK):
        return "New patient", str(texts["first"])
    if case.age < 16:
        reason = rng.choice(texts["child"])
        return "Yearly visit" if reason.startswith("Well") else "Follow-up", reason
    chance = rng.random()
    if chance < 0.12:
        return "Yearly visit", str(texts["yearly"])
    if "hypertension" in case.have and chance < 0.2:
        return "Blood pressure check", "Home numbers and cuff check"
    if len(case.have) > 3 and chance < 0.26:
        return "Care planning", "Go over the care plan"
    return "Video visit" if chance > 0.94 else "Follow-up", _reason(case)


def _reason(case: Case) -> str:
    texts, short = sample("texts")["visit"], sample("texts")["short"]
    words = [short[name] for name in case.have if name in short]
    if not words or case.chance(0.12):
        return str(case.rng.choice(texts["plain"]))
    one, two = case.rng.sample(words, 2) if len(set(words)) > 1 else (words[0], "")
    fitting = [each for each in texts["reasons"] if (two and two != one) or "{two}" not in each]
    capital = one[0].upper() + one[1:]
    return str(case.rng.choice(fitting).format(one=one, two=two, One=capital))


def _book(case: Case, near: dt.date, kind_name: str, reason: str) -> None:
    kind, who = case.clinic.kinds[kind_name], _with_whom(case, kind_name)
    found = case.openings.take(near, kind.slots, who, case.rng)
    if found is None:
        return
    clinician, starts_at = found
    day = starts_at.astimezone(case.clinic.zone).date()
    if day in case.busy or (day > case.end and not case.alive) or day <= case.who.born:
        return
    case.busy.add(day)
    status = _status(case, day, starts_at)
    case.rows.add(
        "appointment",
        patient_id=case.id,
        starts_at=starts_at,
        ends_at=starts_at + dt.timedelta(minutes=kind.minutes),
        time_zone=case.clinic.zone.key,
        minutes=kind.minutes,
        practitioner_id=clinician.id,
        appointment_type_id=kind.id,
        status=status,
        arrived_at=starts_at - dt.timedelta(minutes=4 + case.who.number % 12) if status in states.HERE else None,
        outside=False,
        reason=reason,
        sensitive=kind_name == "Counseling",
        cancel_reason=case.rng.choice(sample("texts")["visit"]["cancelled"]) if status == "cancelled" else None,
        site_id=clinician.site_id,
        room_id=clinician.room_id if status != "cancelled" else None,
    )
    if status == "fulfilled":
        _meet(case, clinician, (starts_at, kind.minutes), kind_name, reason)
    elif status == "noshow":
        case.numbers.setdefault("missed", []).append(day)


def _with_whom(case: Case, kind_name: str) -> Clinician:
    if kind_name == "Counseling":
        return next(each for each in case.openings.clinicians if each.counselor)
    return case.doctor


def _status(case: Case, day: dt.date, starts_at: dt.datetime) -> str:
    chance = case.rng.random()
    if day > case.today:
        return "cancelled" if chance < 0.05 else "booked"
    if day == case.today:
        early = starts_at.hour < _WAITING_ROOM
        return "arrived" if early and chance < 0.4 else "checked-in" if early and chance < 0.6 else "booked"
    return "noshow" if chance < _MISSED else "cancelled" if chance < _CANCELLED else "fulfilled"


def _meet(case: Case, clinician: Clinician, when: tuple[dt.datetime, int], kind: str, reason: str) -> None:
    starts_at, minutes = when
    day = starts_at.astimezone(case.clinic.zone).date()
    encounter = case.fact(
        "encounter",
        day,
        status="finished",
        class_code="VR" if kind == "Video visit" else "AMB",
        text=kind if kind in {"Counseling", "Video visit"} else "Office visit",
        starts_when=stamp(starts_at),
        ends_when=stamp(starts_at + dt.timedelta(minutes=minutes)),
        reason=reason,
        participant=clinician.name,
        location="Video" if kind == "Video visit" else "Larkspur Family Practice",
        author=clinician.name,
    )
    case.visits.append(Visit(starts_at, day, clinician, encounter, kind))


def _older(case: Case) -> None:
    """Visits of the years before, from the former system: a day and a reason."""
    first = case.end - dt.timedelta(days=_BACK + 30)
    for number in range(min(8, 2 * len(case.have) + 1)):
        day = first - dt.timedelta(days=int(20 + 130 * number + case.rng.random() * 100))
        day -= dt.timedelta(days=max(0, day.weekday() - 4))
        if day < case.since:
            return
        reason = case.rng.choice(sample("texts")["visit"]["child"]) if case.who.age_on(day) < 16 else _reason(case)
        case.fact(
            "encounter",
            day,
            status="finished",
            class_code="AMB",
            text="Office visit",
            starts_when=day.isoformat(),
            ends_when=day.isoformat(),
            reason=reason,
            participant=case.doctor.name,
            location="Larkspur Family Practice",
        )
