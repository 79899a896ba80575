"""Referrals of a sample patient in every state, on time and stuck, with the visit elsewhere and the note back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from icm_desktop.content.referral_services import service_of
from icm_desktop.content.sample import sample
from icm_desktop.domain import referral_states as states
from icm_desktop.sample.case import Case
from icm_desktop.sample.clinic import Destination
from icm_desktop.sample.papers import add_consult_note

_DONE = (states.SENT, states.RECEIVED, states.ACCEPTED, states.SCHEDULED, states.SEEN, states.REPORT_RECEIVED,
         states.REVIEWED, states.PATIENT_INFORMED, states.CLOSED)  # fmt: skip
# As often as not nobody writes down that it was received and accepted: the date tells.
_CLOSED = tuple(state for state in _DONE if state not in {states.RECEIVED, states.ACCEPTED})
_TO = {state: _DONE[: place + 1] for place, state in enumerate(_DONE)}
# Steps taken, days since the last of them (since the order for none): least, most; urgent. Patients go through the list
# by their numbers. Most have ended, some are on their way in time, one in ten of them is stuck.
_PATHS: tuple[tuple[tuple[str, ...], int, int, bool], ...] = (
    (_DONE, 2, 28, False),
    (_TO[states.SENT], 0, 2, False),
    (_CLOSED, 40, 200, False),
    (_TO[states.REPORT_RECEIVED], 0, 2, False),
    (_CLOSED, 30, 320, False),
    (_TO[states.SCHEDULED], 4, 9, False),
    (_CLOSED, 60, 300, False),
    ((states.SENT, states.DECLINED), 0, 1, False),
    (_DONE, 3, 25, False),
    (_TO[states.SEEN], 2, 9, False),
    ((states.SENT, states.DECLINED, states.REROUTED), 6, 20, False),
    (_CLOSED, 100, 320, False),
    (_TO[states.RECEIVED], 1, 4, False),
    (_CLOSED, 30, 150, True),
    (_TO[states.SENT], 12, 30, False),
    (_CLOSED, 60, 330, False),
    (_TO[states.SCHEDULED], 1, 3, True),
    ((states.SENT, states.CANCELLED), 20, 120, False),
    (_DONE, 60, 300, False),
    (_TO[states.ACCEPTED], 1, 5, False),
    ((*_TO[states.SCHEDULED], states.NO_SHOW), 0, 2, False),
    (_CLOSED, 5, 29, False),
    (_TO[states.REPORT_RECEIVED], 9, 20, True),
    (_CLOSED, 90, 320, False),
    ((states.SENT, states.RECEIVED, states.MORE_INFO), 0, 2, False),
    (_CLOSED, 45, 250, False),
    (_TO[states.REVIEWED], 0, 2, False),
    ((states.SENT, states.RECEIVED, states.PATIENT_DECLINED), 30, 160, False),
    (_DONE, 60, 320, False),
    ((), 0, 1, False),
    (_TO[states.SCHEDULED], 6, 15, False),
    (_CLOSED, 40, 300, False),
    (_TO[states.ACCEPTED], 18, 40, False),
    (_CLOSED, 60, 320, False),
    ((*_TO[states.SCHEDULED], states.NO_SHOW, states.SCHEDULED), 2, 10, False),
    (_TO[states.PATIENT_INFORMED], 0, 2, False),
    (_CLOSED, 50, 310, False),
    (_TO[states.SENT], 0, 1, True),
    ((states.SENT, states.EXPIRED), 30, 150, False),
    (_DONE, 60, 320, False),
    (_TO[states.SEEN], 20, 34, False),
    (_CLOSED, 45, 320, True),
    ((states.SENT, states.MORE_INFO, states.SENT), 1, 3, False),
    (_CLOSED, 60, 320, False),
    ((), 5, 9, False),
)


def add_referrals(case: Case) -> None:
    """Add one to three referrals that fit the conditions."""
    fitting = [each for each in case.clinic.destinations if _fits(case, each)]
    if not fitting or case.slight or case.age < 16 or not case.alive:
        return
    wanted = min(len(fitting), 1 + (len(case.have) > 2) + (len(case.have) > 4) + case.chance(0.3))
    chosen = case.rng.sample(fitting, wanted)
    for place, to in enumerate(chosen):
        steps, least, most, urgent = _PATHS[(case.who.number * 7 + place * 11) % len(_PATHS)]
        _order(case, to, steps, (least, most), urgent=urgent)
        if states.REROUTED in steps:
            others = [
                each
                for each in case.clinic.destinations
                if each.kind != to.kind and each.kind in {"diabetes", "heart", "therapy"}
            ]
            other = case.rng.choice([each for each in others if _fits(case, each)] or [to])
            _order(case, other, _TO[states.SENT], (1, 3), urgent=urgent)


def _fits(case: Case, to: Destination) -> bool:
    if "age_45_75" in to.fits and 45 <= case.age <= 75:
        return True
    if "any" in to.fits:
        return case.who.number % 9 == 0
    return any(name in case.have for name in to.fits) and not (
        to.kind == "urine" and case.who.sex == "female" and "kidney_stone" not in case.have
    )


def _order(case: Case, to: Destination, steps: tuple[str, ...], days: tuple[int, int], *, urgent: bool) -> None:
    texts = sample("texts")["referral"]
    about, last = texts[to.kind], steps[-1] if steps else states.DRAFT
    ordered, *chain = _days(case, steps, days)
    ended = last in states.ENDED
    referral = case.fact(
        "service_request",
        ordered,
        status=states.REQUEST_STATUS.get(last, "active"),
        intent="order",
        is_referral=True,
        text=to.service,
        to_practitioner_id=to.practitioner_id,
        to_organization_id=to.organization_id,
        to_text=f"{to.name}, {to.organization}",
        to_phone=to.phone,
        reason=case.rng.choice(about["reason"]),
        question=about["question"],
        urgency="urgent" if urgent else "routine",
        ordered_on=ordered,
        requester=case.doctor.name,
        sensitive=to.sensitive,
        service=service_of(to.service),
        closed_on=chain[-1] if ended else None,
        **case.owner("user"),
    )
    case.numbers.setdefault("referrals", []).append((referral, to, last))
    _events(case, to, referral, list(zip(steps, chain, strict=True)))


def _days(case: Case, steps: tuple[str, ...], since: tuple[int, int]) -> list[dt.date]:
    """The day of the order and of each step, counted back from the last of them."""
    day = case.end - dt.timedelta(days=case.rng.randint(*since))
    days = [day]
    for state in reversed(steps):
        if state in {states.SEEN, states.NO_SHOW}:  # clinics see nobody on a weekend
            days[-1] = day = day - dt.timedelta(days=max(0, day.weekday() - 4))
        least, most = _PACE.get(state, (1, 3))
        day = max(case.since, day - dt.timedelta(days=case.rng.randint(least, most)))
        days.append(min(day, days[-1]))
    return days[::-1]


_PACE = {states.SENT: (0, 1), states.SCHEDULED: (1, 4), states.SEEN: (5, 16), states.REPORT_RECEIVED: (2, 7),
         states.REVIEWED: (0, 2), states.PATIENT_INFORMED: (0, 2), states.CLOSED: (0, 2), states.NO_SHOW: (5, 12),
         states.EXPIRED: (60, 80), states.REROUTED: (1, 2)}  # fmt: skip
_NOTED = {states.DECLINED: "declined", states.MORE_INFO: "more_info", states.CANCELLED: "cancelled",
          states.PATIENT_DECLINED: "patient_declined", states.EXPIRED: "expired",
          states.NO_SHOW: "no_show"}  # fmt: skip
_HOW = {states.SENT: "fax", states.SCHEDULED: "phone", states.REPORT_RECEIVED: "fax", states.PATIENT_INFORMED: "phone"}


def _events(case: Case, to: Destination, referral: int, facts: list[tuple[str, dt.date]]) -> None:
    texts = sample("texts")["referral"]
    seen = next((day for state, day in facts if state in {states.SEEN, states.NO_SHOW}), None)
    for place, (state, day) in enumerate(facts):
        case.rows.add(
            "referral_event",
            service_request_id=referral,
            patient_id=case.id,
            state=state,
            happened_on=day,
            how=_HOW.get(state),
            person=to.organization if state in {states.RECEIVED, states.ACCEPTED, states.SCHEDULED} else None,
            note=case.rng.choice(texts[_NOTED[state]]) if state in _NOTED else None,
        )
        if state == states.SCHEDULED:
            again = place == len(facts) - 1
            status = "booked" if again else "noshow" if states.NO_SHOW in dict(facts) else "fulfilled"
            _visit(case, to, referral, None if again else seen, status)
        if state == states.REPORT_RECEIVED:
            reviewed = next((when for later, when in facts if later == states.REVIEWED), None)
            add_consult_note(case, to, referral, (seen or day, day, reviewed))


def _visit(case: Case, to: Destination, referral: int, seen: dt.date | None, status: str) -> None:
    """The visit elsewhere: on the day it took place, or some days from now."""
    day = seen or case.today + dt.timedelta(days=case.rng.randint(2, 30))
    while day.weekday() > 4 or (seen is None and (day in case.busy or case.clinic.closed(day))):
        day += dt.timedelta(days=1 if seen is None else -1)
    if day in case.busy and seen is not None:
        return
    case.busy.add(day)
    starts_at = case.moment(day, case.rng.randint(9, 15), case.rng.choice((0, 15, 30, 45)))
    case.rows.add(
        "appointment",
        patient_id=case.id,
        starts_at=starts_at,
        ends_at=starts_at + dt.timedelta(minutes=30),
        time_zone=case.clinic.zone.key,
        minutes=30,
        practitioner_id=to.practitioner_id,
        organization_id=to.organization_id,
        service_request_id=referral,
        status=status,
        outside=True,
        with_text=to.name,
        where_text=f"{to.organization}, {to.address}",
        phone=to.phone,
        phrase=to.visit,
        sensitive=to.sensitive,
    )
    if status == "fulfilled":
        _outside_encounter(case, to, starts_at)


def _outside_encounter(case: Case, to: Destination, starts_at: dt.datetime) -> None:
    values: dict[str, Any] = {"author": to.name, "organization": to.organization, "participant": to.name}
    day = starts_at.astimezone(case.clinic.zone).date()
    case.fact(
        "encounter",
        day,
        status="finished",
        class_code="AMB",
        text="Specialist visit",
        starts_when=f"{starts_at.isoformat()[:19]}Z",
        ends_when=f"{(starts_at + dt.timedelta(minutes=30)).isoformat()[:19]}Z",
        reason=to.service,
        location=to.organization,
        **values,
    )
