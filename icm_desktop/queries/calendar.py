"""The calendar: what booking needs, and one local day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select

from db.models.access import UserAccount
from db.models.practice import AppointmentType, Practitioner
from db.models.set_up import Closure
from db.repositories import scheduling as repository
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.scheduling import (
    AppointmentRow,
    AppointmentTypeRow,
    AskWeek,
    ClinicianRow,
    DayView,
    Setup,
)
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
def day_view(uow: UnitOfWork, day: dt.date) -> DayView:
    """One local day: every visit here and elsewhere, the clinicians, and when each sees patients (aware UTC)."""
    people = clinicians(uow, day)
    spans = opening_spans(uow, day, [person.id for person in people])
    return DayView(day, people, spans, between(uow, day, day), _closed(uow, day), _rooms(uow))


@requires(Privilege.APPOINTMENTS)
def week_view(uow: UnitOfWork, asked: AskWeek) -> tuple[DayView, ...]:
    """Seven days, each like a day of its own; with a clinician only their visits."""
    last = asked.first + dt.timedelta(days=6)
    people = tuple(each for each in clinicians(uow, asked.first) if asked.clinician_id in (None, each.id))
    ids = [person.id for person in people]
    known = openings(uow, asked.first, last, ids)
    visits: dict[dt.date, list[AppointmentRow]] = defaultdict(list)
    for visit in between(uow, asked.first, last, asked.clinician_id):
        visits[visit.starts_at.astimezone(uow.zone).date()].append(visit)
    days = [asked.first + dt.timedelta(days=n) for n in range(7)]
    return tuple(
        DayView(day, people, tuple((who, each.span.starts_at, each.span.ends_at) for who in ids
                                   for each in known.of(who, day)), tuple(visits[day]), _closed(uow, day))
        for day in days
    )  # fmt: skip


def _rooms(uow: UnitOfWork) -> tuple[tuple[int, str], ...]:
    return tuple((row.id, row.name) for row in repository.places(uow.session) if not row.is_equipment)


def _closed(uow: UnitOfWork, day: dt.date) -> str | None:
    """Why the practice is closed on a day."""
    calendar = practice_policies(uow).calendar
    if not calendar.is_closed(day):
        return None
    own = select(Closure.name).where(
        Closure.removed_at.is_(None),
        Closure.site_id.is_(None),
        Closure.open_anyway.is_(False),
        Closure.starts_on <= day,
        Closure.ends_on >= day,
    )
    return uow.session.scalars(own).first() or calendar.holidays_of(day.year).get(day)


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
