"""The clocks after a discharge: what is owed by when, what was done, and why each day is the day it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from icm_desktop.domain.business_days import BusinessCalendar
from icm_desktop.domain.deadlines import Within

CONTACT, VISIT, RECONCILIATION = "contact", "visit", "medication_reconciliation"
DONE, DONE_LATE, TRIED, BOOKED, BOOKED_LATE = "done", "done_late", "tried", "booked", "booked_late"
DUE, OVERDUE = "due", "overdue"
OUTCOMES = ("completed", "readmitted", "died", "declined", "not_reached", "moved", "not_needed")
_SETTLED = (DONE, DONE_LATE, TRIED, BOOKED)


@dataclass(frozen=True, slots=True)
class ClockRules:
    """The length of every clock. `visits`: by complexity, "" while nobody said it. `steps`: due by the visit.

    From a LACE score of `lace_at_least` on the practice wants to be sooner: `lace_contact`, `lace_visit`.
    """

    contact: Within
    visits: Mapping[str, Within]
    least_attempts: int
    apart_minutes: int
    lace_at_least: int
    lace_contact: Within
    lace_visit: Within
    service_days: int
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact that was tried, by any channel that lets the patient answer."""

    at: dt.datetime
    day: dt.date
    reached: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """A step was done on a day, by whom."""

    on: dt.date
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Discharge:
    """Everything the clocks look at. `visits` are local days after the discharge, `held` those that took place.

    `within`: days until they are to be seen, where a person said otherwise than the complexity, and why (`within_why`).
    `elsewhere`: the day and place of a visit elsewhere that counts.
    """

    on: dt.date
    complexity: str = ""
    lace: int = 0
    contacts: tuple[Contact, ...] = ()
    visits: tuple[dt.date, ...] = ()
    held: tuple[dt.date, ...] = ()
    steps: Mapping[str, Signed] | None = None
    within: int | None = None
    within_why: str = ""
    elsewhere: tuple[dt.date, str] | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """One thing that is owed. `sooner`: when the practice wants it (a high LACE score); `done_on`, `by`: when done.

    `why` says the sum behind `due`: a code with its values.
    """

    what: str
    due: dt.date
    state: str
    days_left: int
    why: str
    why_params: tuple[tuple[str, str], ...] = ()
    sooner: dt.date | None = None
    done_on: dt.date | None = None
    by: str = ""
    attempts: int = 0

    @property
    def settled(self) -> bool:
        """Whether nobody has to do anything for it now."""
        return self.state in _SETTLED


def clocks(found: Discharge, rules: ClockRules, calendar: BusinessCalendar, today: dt.date) -> tuple[Clock, ...]:
    """Every clock of a discharge on a day: contact, visit, reconciliation, then the other steps."""
    visit = _visit(found, rules, calendar, today)
    names = sorted(rules.steps, key=lambda name: name != RECONCILIATION)
    return (_contact(found, rules, calendar, today), visit, *(_step(name, found, visit, today) for name in names))


def last_day(found_on: dt.date, rules: ClockRules) -> dt.date:
    """The last day of the service."""
    return found_on + dt.timedelta(days=rules.service_days)


def timely(contacts: Sequence[Contact], first: dt.date, last: dt.date, apart_minutes: int) -> tuple[Contact, ...]:
    """The attempts of these days that count as separate: each so many minutes after the one counted before."""
    counted: list[Contact] = []
    for one in sorted(contacts, key=lambda each: each.at):
        apart = not counted or one.at - counted[-1].at >= dt.timedelta(minutes=apart_minutes)
        if first <= one.day <= last and apart:
            counted.append(one)
    return tuple(counted)


def _contact(found: Discharge, rules: ClockRules, calendar: BusinessCalendar, today: dt.date) -> Clock:
    due = rules.contact.after(found.on, calendar)
    sooner = rules.lace_contact.after(found.on, calendar) if found.lace >= rules.lace_at_least else None
    known = [one for one in found.contacts if found.on <= one.day <= today]
    reached = min((one for one in known if one.reached), key=lambda each: each.at, default=None)
    tries = timely(known, found.on, due, rules.apart_minutes)
    skipped = tuple(_skipped(found.on, due, calendar)) if rules.contact.business_days else ()
    params = (
        ("discharged_on", found.on.isoformat()),
        ("count", str(rules.contact.business_days or rules.contact.days)),
        ("due", due.isoformat()),
        ("skipped", ", ".join(skipped)),
    )
    state = _open(due, today)
    if reached is not None:
        state = DONE if reached.day <= due else DONE_LATE
    elif len(tries) >= rules.least_attempts:
        state = TRIED
    why = "transitions.why_contact_skips" if skipped else "transitions.why_contact"
    on, by = (reached.day, reached.by) if reached else (None, "")
    used = _useful(sooner, due)
    return Clock(CONTACT, due, state, (due - today).days, why, params, used, on, by, len(known))


def _skipped(first: dt.date, last: dt.date, calendar: BusinessCalendar) -> Sequence[str]:
    """The days between that do not count because of a holiday."""
    days = (first + dt.timedelta(days=n) for n in range(1, (last - first).days + 1))
    return [day.isoformat() for day in days if day.weekday() < 5 and not calendar.is_business_day(day)]


def visit_within(complexity: str, within: int | None, rules: ClockRules) -> Within:
    """Within how long somebody is to be seen: as a person said for this discharge, else by how complex they are."""
    if within is not None:
        return Within(days=within)
    return rules.visits.get(complexity) or rules.visits[""]


def _visit(found: Discharge, rules: ClockRules, calendar: BusinessCalendar, today: dt.date) -> Clock:
    within = visit_within(found.complexity, found.within, rules)
    due = within.after(found.on, calendar)
    sooner = rules.lace_visit.after(found.on, calendar) if found.lace >= rules.lace_at_least else None
    at, place = found.elsewhere or (None, "")
    taken = (*found.held, *((at,) if at is not None else ()))
    held = min((day for day in taken if found.on < day <= today), default=None)
    booked = min((day for day in (*found.visits, *taken) if day > found.on and day >= today), default=None)
    state, on = _open(due, today), held or booked
    if held is not None:
        state = DONE if held <= due else DONE_LATE
    elif booked is not None:
        state = BOOKED if booked <= due else BOOKED_LATE
    params = (
        ("discharged_on", found.on.isoformat()),
        ("count", str(within.days or within.business_days)),
        ("due", due.isoformat()),
        ("reason", found.within_why),
    )
    why = f"transitions.why_visit_{'own' if found.within is not None else found.complexity or 'unknown'}"
    by = place if on is not None and on == at else ""
    return Clock(VISIT, due, state, (due - today).days, why, params, _useful(sooner, due), on, by)


def _step(name: str, found: Discharge, visit: Clock, today: dt.date) -> Clock:
    """Due by the day of the visit: the one that took place or is booked, else the last day for it."""
    due = visit.done_on or visit.due
    done = (found.steps or {}).get(name)
    state = _open(due, today)
    if done is not None:
        state = DONE if done.on <= due else DONE_LATE
    why = "transitions.why_step_visit" if visit.done_on else "transitions.why_step"
    on, by = (done.on, done.by) if done else (None, "")
    return Clock(name, due, state, (due - today).days, why, (("due", due.isoformat()),), None, on, by)


def _useful(sooner: dt.date | None, due: dt.date) -> dt.date | None:
    return sooner if sooner is not None and sooner < due else None


def _open(due: dt.date, today: dt.date) -> str:
    return OVERDUE if today > due else DUE


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay in hospital on local days; `ended` is None while it lasts."""

    id: int
    began: dt.date | None
    ended: dt.date | None
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Readmission:
    """A stay that began so many days after an earlier discharge."""

    index_id: int
    index_ended: dt.date
    stay_id: int
    began: dt.date
    days: int


def readmissions(stays: Sequence[Stay], first_day: int, last_day: int) -> tuple[Readmission, ...]:
    """Every unplanned stay that began `first_day` to `last_day` days after the last discharge before it.

    A stay that begins on the day of discharge or the day after goes on with the one before: no readmission.
    """
    found = []
    for one in stays:
        if one.began is None or one.planned:
            continue
        before = [each for each in stays if each.ended is not None and each.id != one.id and each.ended <= one.began]
        index = max(before, key=lambda each: (each.ended or dt.date.min, each.id), default=None)
        if index is None or index.ended is None:
            continue
        days = (one.began - index.ended).days
        if first_day <= days <= last_day:
            found.append(Readmission(index.id, index.ended, one.id, one.began, days))
    return tuple(found)
