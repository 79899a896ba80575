"""Worklist items of booked visits that lost their place: the clinician is away then, or the practice is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select

from db.models.patient import Patient
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from db.models.set_up import Absence
from db.repositories.scheduling import status_in
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import appointment_states as visit_states
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import day_span, visit_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.openings import AWAY, CLOSED, LEFT, ROOM_AWAY, openings
from icm_desktop.queries.work_items import OTHER, Found, Scope, WorkItem

Stored = Row[*tuple[Any, ...]]
_DAY = dt.timedelta(days=1)
_AHEAD = 400  # days of closed days that are looked at; a visit is hardly ever booked farther ahead
_AT_ONCE = 100  # stretches of time asked for together


@requires(Privilege.WORKLIST)
def visits_to_rebook(uow: UnitOfWork, scope: Scope) -> Found:
    """Coming visits in an absence of their clinician or on a closed day; gone once moved or cancelled."""
    if not scope.wants("appointment") or scope.replay:
        return Found((), ())
    return scope.settled(_to_rebook(uow, scope))


def _to_rebook(uow: UnitOfWork, scope: Scope) -> Iterator[WorkItem]:
    visits = _candidates(uow, scope)
    if not visits:
        return
    days = [visit.starts_at.astimezone(uow.zone).date() for visit in visits]
    known = openings(uow, min(days), max(days), sorted({visit.practitioner_id for visit in visits}))
    for visit, day in zip(visits, days, strict=True):
        why = known.why_not(visit.practitioner_id, visit_span(visit.starts_at, visit.ends_at, visit.minutes))
        if why in (AWAY, CLOSED, LEFT, ROOM_AWAY):
            yield _item(scope, visit, day, why)


def _item(scope: Scope, visit: Stored, day: dt.date, why: str) -> WorkItem:
    whom = spoken(visit.given, visit.family, visit.prefix, visit.suffix)
    return WorkItem(
        key=f"appointment:{visit.id}:rebook",
        section="due_today",
        kind="appointment",
        patient_id=visit.patient_id,
        title="today.rebook",
        title_params=(("with", whom), ("visit_on", day.isoformat())),
        why=f"today.why_rebook_{why}",
        why_params=(("with", whom),),
        due=scope.day,
        priority=OTHER,
        owner=scope.coordinator(visit.coordinator_id),
        can_finish=False,
        version=visit.version,
        tie=visit.starts_at.isoformat(),
    )


def _candidates(uow: UnitOfWork, scope: Scope) -> list[Stored]:
    stretches = [*_absences(uow), *_closed_days(uow, scope)]
    found: dict[int, Stored] = {}
    for first in range(0, len(stretches), _AT_ONCE):
        wanted = (
            select(
                Appointment.id,
                Appointment.version,
                Appointment.patient_id,
                Appointment.practitioner_id,
                Appointment.starts_at,
                Appointment.ends_at,
                Appointment.minutes,
                Patient.coordinator_id,
                Practitioner.prefix,
                Practitioner.given,
                Practitioner.family,
                Practitioner.suffix,
            )
            .join(Patient, Patient.id == Appointment.patient_id)
            .join(Practitioner, Practitioner.id == Appointment.practitioner_id)
            .where(
                or_(*stretches[first : first + _AT_ONCE]),
                Appointment.starts_at >= uow.now,
                Appointment.outside.is_(False),
                Appointment.removed_at.is_(None),
                Practitioner.inside.is_(True),
                Patient.deceased.is_(False),
                status_in(visit_states.COMING),
            )
        )
        for row in uow.session.execute(scope.of_patients(wanted, Appointment.patient_id)):
            found[row.id] = row
    return list(found.values())


def _absences(uow: UnitOfWork) -> list[ColumnElement[bool]]:
    coming = select(Absence.practitioner_id, Absence.starts_on, Absence.ends_on).where(
        Absence.removed_at.is_(None), Absence.practitioner_id.is_not(None), Absence.ends_on >= uow.today
    )
    return [
        and_(Appointment.practitioner_id == who, *_between(uow, first - _DAY, last + _DAY))
        for who, first, last in uow.session.execute(coming)
    ]


def _closed_days(uow: UnitOfWork, scope: Scope) -> list[ColumnElement[bool]]:
    calendar = scope.policies.calendar
    days = (uow.today + n * _DAY for n in range(_AHEAD))
    return [and_(*_between(uow, day, day)) for day in days if calendar.is_closed(day)]


def _between(uow: UnitOfWork, first: dt.date, last: dt.date) -> Sequence[ColumnElement[bool]]:
    start, end = day_span(first, uow.zone).starts_at, day_span(last, uow.zone).ends_at
    return (Appointment.starts_at >= start, Appointment.starts_at < end)
