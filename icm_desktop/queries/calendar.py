"""The calendar: what booking needs, and one local day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select

from db.models.access import UserAccount
from db.models.practice import AppointmentType, Practitioner
from db.models.scheduling import Appointment
from db.models.set_up import Closure
from db.repositories import scheduling as repository
from db.repositories.scheduling import status_in
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.calendar import (
    MOST_COLUMNS,
    AskDay,
    AskWeek,
    CalendarClinician,
    CalendarFilter,
    ColumnPages,
    DayView,
)
from icm_desktop.contracts.scheduling import AppointmentRow, AppointmentTypeRow, ClinicianRow, Setup
from icm_desktop.domain.names import spoken
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.appointments import between
from icm_desktop.queries.openings import opening_spans, openings
from icm_desktop.queries.practice_policies import practice_policies

Stored = Row[*tuple[Any, ...]]


@requires(Privilege.APPOINTMENTS)
def setup(uow: UnitOfWork) -> Setup:
    """The clinicians with a calendar here, their weekly hours, and the kinds of visit."""
    return Setup(clinicians(uow), tuple(type_row(row) for row in repository.appointment_types(uow.session)))


@requires(Privilege.APPOINTMENTS)
def clinicians(uow: UnitOfWork, on: dt.date | None = None) -> tuple[ClinicianRow, ...]:
    """The clinicians with a calendar here on a local day (None: today), with their usual week, by name."""
    return _rows(uow, repository.clinicians(uow.session, on or uow.today))


@requires(Privilege.APPOINTMENTS)
def all_clinicians(uow: UnitOfWork) -> tuple[ClinicianRow, ...]:
    """Every clinician who has or had a calendar here, by name."""
    return _rows(uow, repository.clinicians(uow.session))


@requires(Privilege.APPOINTMENTS)
def day_view(uow: UnitOfWork, asked: AskDay) -> DayView:
    """One local day: every visit here and elsewhere, the clinicians, and when each sees patients (aware UTC)."""
    people, rooms = seen(uow, asked.day, asked.shown), _rooms(uow)
    columns = [room for room, _ in rooms] if asked.rooms else [person.id for person in people]
    paged = _pages(len(columns), asked.shown.page, others=len(people) > MOST_COLUMNS)
    if paged is None:
        visits = between(uow, asked.day, asked.day, *fits(uow, asked.shown, columns if asked.shown.site_id else None))
    else:
        at = slice(max(paged.first - 1, 0), paged.last)
        visits = between(uow, asked.day, asked.day, *_of_page(asked, columns, at), *fits(uow, asked.shown, None))
        people, rooms = (people, rooms[at]) if asked.rooms else (people[at], rooms)
    spans = opening_spans(uow, asked.day, [person.id for person in people])
    return DayView(asked.day, people, spans, visits, closed_days(uow, [asked.day]).get(asked.day), rooms, paged)


def _pages(count: int, page: int | None, *, others: bool) -> ColumnPages | None:
    """Which columns are shown; None: all of them. `others`: so many people that the rest has a page of its own."""
    if page is None or not (count > MOST_COLUMNS or (others and count)):
        return None
    pages = -(-count // MOST_COLUMNS) + 1
    page = min(max(page, 0), pages - 1)
    if page == pages - 1:
        return ColumnPages(page, pages, 0, 0, count)
    return ColumnPages(page, pages, page * MOST_COLUMNS + 1, min((page + 1) * MOST_COLUMNS, count), count)


def _of_page(asked: AskDay, columns: Sequence[int], at: slice) -> tuple[ColumnElement[bool], ...]:
    """The visits in these columns; on the page after the last column those in none."""
    key = Appointment.room_id if asked.rooms else Appointment.practitioner_id
    if shown := columns[at]:
        return key.in_(shown), Appointment.outside.is_(False)
    return (or_(Appointment.outside.is_(True), key.is_(None), key.not_in(columns)),)


@requires(Privilege.APPOINTMENTS)
def week_view(uow: UnitOfWork, asked: AskWeek) -> tuple[DayView, ...]:
    """Seven days, each like a day of its own; with a clinician only their visits."""
    last = asked.first + dt.timedelta(days=6)
    people = tuple(
        each for each in seen(uow, asked.first, asked.shown) if asked.clinician_id in (None, each.id)
    )  # fmt: skip
    ids = [person.id for person in people]
    known = openings(uow, asked.first, last, ids)
    whose = (Appointment.practitioner_id == asked.clinician_id,) if asked.clinician_id is not None else ()
    visits: dict[dt.date, list[AppointmentRow]] = defaultdict(list)
    for visit in between(uow, asked.first, last, *whose, *fits(uow, asked.shown, ids if asked.shown.site_id else None)):
        visits[visit.starts_at.astimezone(uow.zone).date()].append(visit)
    days = [asked.first + dt.timedelta(days=n) for n in range(7)]
    closed = closed_days(uow, days)
    return tuple(
        DayView(day, people, tuple((who, each.span.starts_at, each.span.ends_at) for who in ids
                                   for each in known.of(who, day)), tuple(visits[day]), closed.get(day))
        for day in days
    )  # fmt: skip


@requires(Privilege.APPOINTMENTS)
def seen(uow: UnitOfWork, on: dt.date, shown: CalendarFilter) -> tuple[CalendarClinician, ...]:
    """The clinicians with a calendar here on a local day whom the filter shows, by name."""
    wanted = repository.clinician_names(on)
    if shown.clinician_ids:
        wanted = wanted.where(Practitioner.id.in_(shown.clinician_ids))
    if shown.site_id is not None:
        wanted = wanted.where(repository.works_at(shown.site_id))
    return tuple(
        CalendarClinician(row.id, spoken(row.given, row.family, row.prefix, row.suffix))
        for row in uow.session.execute(wanted)
    )


@requires(Privilege.APPOINTMENTS)
def fits(uow: UnitOfWork, shown: CalendarFilter, people: Sequence[int] | None) -> tuple[ColumnElement[bool], ...]:
    """Which visits the filter shows; `people` are those it shows when it is about a site."""
    parts: list[ColumnElement[bool]] = []
    if shown.clinician_ids:
        parts.append(Appointment.practitioner_id.in_(shown.clinician_ids))
    if shown.site_id is not None:
        here = or_(Appointment.site_id == shown.site_id, Appointment.site_id.is_(None))
        nobody = Appointment.practitioner_id.is_(None)
        who = [] if people is None else [or_(nobody, Appointment.practitioner_id.in_(people))]
        parts.append(or_(Appointment.outside.is_(True), and_(here, *who)))
    if shown.statuses:
        parts.append(status_in(shown.statuses))
    if shown.type_ids:
        parts.append(Appointment.appointment_type_id.in_(shown.type_ids))
    return tuple(parts)


def _rooms(uow: UnitOfWork) -> tuple[tuple[int, str], ...]:
    return tuple((row.id, row.name) for row in repository.places(uow.session) if not row.is_equipment)


@requires(Privilege.APPOINTMENTS)
def closed_days(uow: UnitOfWork, days: Sequence[dt.date]) -> dict[dt.date, str | None]:
    """Those of the days, given in order, on which the practice is closed, each with why."""
    calendar = practice_policies(uow).calendar
    closed = [day for day in days if calendar.is_closed(day)]
    if not closed:
        return {}
    own = select(Closure.name, Closure.starts_on, Closure.ends_on).where(
        Closure.removed_at.is_(None),
        Closure.site_id.is_(None),
        Closure.open_anyway.is_(False),
        Closure.starts_on <= closed[-1],
        Closure.ends_on >= closed[0],
    )
    named = uow.session.execute(own).all()
    return {
        day: next((name for name, first, last in named if first <= day <= last), None)
        or calendar.holidays_of(day.year).get(day)
        for day in closed
    }


def type_row(row: AppointmentType) -> AppointmentTypeRow:
    """A kind of visit as its form shows it."""
    return AppointmentTypeRow(
        id=row.id,
        name=row.name,
        minutes=row.minutes,
        version=row.version,
        buffer_before=row.buffer_before or 0,
        buffer_after=row.buffer_after or 0,
        room_kind=row.room_kind,
        for_new_patients=bool(row.for_new_patients),
        phrase=row.phrase,
        bring=row.bring_phrase,
        own_phrases=tuple(sorted((row.own_phrases or {}).items())),
        own_bring=tuple(sorted((row.own_bring or {}).items())),
        note=row.note,
        retired=row.removed_at is not None,
        equipment_kind=row.equipment_kind,
    )


def _rows(uow: UnitOfWork, people: Sequence[Practitioner]) -> tuple[ClinicianRow, ...]:
    weekly: dict[int, list[Stored]] = defaultdict(list)
    for stretch in repository.weekly_hours(uow.session):
        weekly[stretch.practitioner_id].append(stretch)
    users = {row.id: row.display_name for row in uow.session.execute(select(UserAccount.id, UserAccount.display_name))}
    return tuple(_row(person, weekly[person.id], users) for person in people)


def _row(person: Practitioner, stretches: Sequence[Stored], users: dict[int, str]) -> ClinicianRow:
    usual = [each for each in stretches if each.kind is None and each.starts_on is None and each.ends_on is None]
    places = {(each.starts_on, each.ends_on, each.every_weeks, each.site_id, each.room_id) for each in stretches}
    return ClinicianRow(
        id=person.id,
        name=spoken(person.given, person.family, person.prefix, person.suffix),
        specialty=person.specialty,
        hours=tuple((each.weekday, each.starts, each.ends) for each in usual),
        family=person.family,
        given=person.given,
        prefix=person.prefix,
        phone=person.phone,
        version=person.version,
        suffix=person.suffix,
        npi=person.npi,
        email=person.email,
        languages=tuple(person.languages or ()),
        user_id=person.user_id,
        user=users.get(person.user_id or 0),
        site_id=person.default_site_id,
        room_id=person.default_room_id,
        left_on=person.left_on,
        note=person.note,
        weeks=len(places),
    )
