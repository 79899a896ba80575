"""The calendar from farther away: how full a week is for each clinician, and which days have anything."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ColumnElement, bindparam, func, select

from db.models.scheduling import Appointment
from db.repositories.scheduling import status_in
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.calendar import (
    AskMonths,
    AskWeek,
    CalendarFilter,
    ClinicianLoad,
    DayLoad,
    MonthDay,
    WeekLoad,
)
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.timeslots import UNKNOWN_LENGTH, day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.calendar import closed_days, fits, seen
from icm_desktop.queries.openings import Openings, openings

_DAY, _MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)
_MOST_DAYS = 100  # of months side by side
_SHOWN = states.OCCUPIES | {states.PROPOSED, states.NO_SHOW}  # what a day has, beside what was cancelled


@requires(Privilege.APPOINTMENTS)
def week_load(uow: UnitOfWork, asked: AskWeek) -> WeekLoad:
    """How full each clinician's days are in the week from a Monday: counted where they are kept, no visit is read."""
    days = [asked.first + n * _DAY for n in range(7)]
    people = [each for each in seen(uow, asked.first, asked.shown) if asked.clinician_id in (None, each.id)]
    ids = [person.id for person in people]
    known = openings(uow, days[0], days[-1], ids)
    taken = {day: _taken(uow, day, asked.shown) for day in days}
    rows = tuple(
        ClinicianLoad(
            who, tuple(DayLoad(*taken[day].get(who.id, (0, 0)), _open_minutes(known, who.id, day)) for day in days)
        )
        for who in people
    )
    closed = closed_days(uow, days)
    return WeekLoad(asked.first, rows, tuple(closed.get(day) for day in days))


def _taken(uow: UnitOfWork, day: dt.date, shown: CalendarFilter) -> dict[int, tuple[int, int]]:
    """Visits and their minutes by clinician."""
    span, usual = day_span(day, uow.zone), int(UNKNOWN_LENGTH / _MINUTE)
    found = select(
        Appointment.practitioner_id, func.count(), func.sum(func.coalesce(Appointment.minutes, usual))
    ).where(
        Appointment.starts_at >= span.starts_at,
        Appointment.starts_at < span.ends_at,
        Appointment.practitioner_id.is_not(None),
        *_counted(uow, shown),
    )
    rows = uow.session.execute(found.group_by(Appointment.practitioner_id))
    return {who: (count, minutes) for who, count, minutes in rows if who is not None}


def _counted(uow: UnitOfWork, shown: CalendarFilter) -> tuple[ColumnElement[bool], ...]:
    return (
        Appointment.outside.is_(False),
        Appointment.removed_at.is_(None),
        status_in(shown.statuses or states.OCCUPIES),
        *fits(uow, shown, None),
    )


def _open_minutes(known: Openings, clinician_id: int, day: dt.date) -> int:
    spans = (each.span for each in known.of(clinician_id, day))
    return sum(int((span.ends_at - span.starts_at) / _MINUTE) for span in spans)


@requires(Privilege.APPOINTMENTS)
def month_days(uow: UnitOfWork, asked: AskMonths) -> tuple[MonthDay, ...]:
    """Whether each day from one to another, both included, has visits, and why it is closed; of some months at most."""
    days = [asked.first + n * _DAY for n in range(min((asked.last - asked.first).days + 1, _MOST_DAYS))]
    with_visits, closed = _with_visits(uow, days, asked.shown), closed_days(uow, days)
    return tuple(MonthDay(day, day in with_visits, closed.get(day)) for day in days)


def _with_visits(uow: UnitOfWork, days: list[dt.date], shown: CalendarFilter) -> set[dt.date]:
    statuses = shown.statuses or _SHOWN
    first, last = (bindparam(name, type_=Appointment.starts_at.type) for name in ("first", "last"))
    some = select(Appointment.id).where(
        Appointment.starts_at >= first, Appointment.starts_at < last,
        Appointment.removed_at.is_(None), status_in(statuses), *fits(uow, shown, None),
    ).limit(1)  # fmt: skip
    spans = {day: day_span(day, uow.zone) for day in days}
    return {
        day
        for day, span in spans.items()
        if uow.session.execute(some, {"first": span.starts_at, "last": span.ends_at}).first() is not None
    }
