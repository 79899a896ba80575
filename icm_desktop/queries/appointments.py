"""Visits as rows: by id, by patient, between two moments."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, String, bindparam, exists, func, or_, select
from sqlalchemy.orm import aliased

from db.models.coverage import Flag
from db.models.patient import Patient
from db.models.practice import AppointmentType, Practitioner
from db.models.scheduling import Appointment
from db.models.set_up import Room
from db.models.shared_plan import PlanBarrier
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.alerts import TRANSPORT
from icm_desktop.domain.concerns import BARRIER_ACTIVE
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import day_span
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.as_of import known_at_end_of
from icm_desktop.queries.heads import HEAD, head_of


@requires(Privilege.APPOINTMENTS)
def appointment(uow: UnitOfWork, appointment_id: int) -> AppointmentRow:
    """One visit.

    Raises:
        NotFound: scheduling.no_such_appointment.
    """
    found = _rows(uow, _select().where(Appointment.id == appointment_id))
    if not found:
        raise NotFound("scheduling.no_such_appointment")
    return found[0]


@requires(Privilege.APPOINTMENTS)
def of_patient(uow: UnitOfWork, patient_id: int, since: dt.datetime | None = None) -> tuple[AppointmentRow, ...]:
    """Every visit of a patient, here and elsewhere, in order of time; `since` leaves earlier ones out."""
    wanted = _select().where(Appointment.patient_id == patient_id)
    return _rows(uow, wanted if since is None else wanted.where(Appointment.starts_at >= since))


@requires(Privilege.APPOINTMENTS)
def between(uow: UnitOfWork, first: dt.date, last: dt.date, *only: ColumnElement[bool]) -> tuple[AppointmentRow, ...]:
    """The visits from the local day `first` to `last`, both included, in order of time; `only` those that fit."""
    start, end = day_span(first, uow.zone).starts_at, day_span(last, uow.zone).ends_at
    return _rows(uow, _select().where(Appointment.starts_at >= start, Appointment.starts_at < end, *only))


@requires(Privilege.APPOINTMENTS)
def known_between(uow: UnitOfWork, first: dt.date, last: dt.date, on: dt.date | None) -> tuple[AppointmentRow, ...]:
    """The visits of some local days, as they were known at the end of the day `on` (None: now)."""
    with known_at_end_of(uow, on) as then:
        return between(then, first, last)


@requires(Privilege.APPOINTMENTS)
def by_ids(uow: UnitOfWork, ids: tuple[int, ...]) -> tuple[AppointmentRow, ...]:
    """These visits in order of time."""
    return _rows(uow, _select().where(Appointment.id.in_(ids)))


_COLUMNS = (
    *HEAD,
    Appointment.id,
    Appointment.version,
    Appointment.starts_at,
    Appointment.ends_at,
    Appointment.minutes,
    Appointment.practitioner_id,
    Appointment.with_text,
    Appointment.where_text,
    Appointment.phone,
    Appointment.reason,
    Appointment.status,
    Appointment.outside,
    Appointment.cancel_reason,
    Appointment.no_show_reason,
    Appointment.service_request_id,
    Appointment.sensitive,
    Appointment.appointment_type_id,
    Appointment.room_id,
    Appointment.overbook_reason,
    Appointment.series_id,
    Room.name,
    AppointmentType.name,
    Practitioner.prefix,
    Practitioner.given,
    Practitioner.family,
    Practitioner.suffix,
    Patient.interpreter_needed,
    Patient.interpreter_language,
)


@cache  # putting it together takes as long as asking for a few
def _select() -> Select[*tuple[Any, ...]]:
    before = aliased(Appointment)
    came_before = exists().where(
        before.patient_id == Appointment.patient_id,
        before.starts_at < Appointment.starts_at,
        before.outside.is_(False),
        before.status.concat("").in_(sorted(states.TOOK_PLACE)),
        before.removed_at.is_(None),
    )
    return (
        select(
            *_COLUMNS,
            came_before,
            _needs_a_ride(),
        )
        .join(Patient, Patient.id == Appointment.patient_id)
        .outerjoin(AppointmentType, AppointmentType.id == Appointment.appointment_type_id)
        .outerjoin(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .outerjoin(Room, Room.id == Appointment.room_id)
        .where(
            Appointment.removed_at.is_(None),
            Appointment.starts_at.is_not(None),
            Appointment.status != states.IN_ERROR,
            Patient.removed_at.is_(None),
        )
        .order_by(Appointment.starts_at, Appointment.id)
    )


def _needs_a_ride() -> ColumnElement[bool]:
    """Whether an alert about transport holds on the day, or the care plan knows that getting here is in the way.

    Dates of alerts may be known to the month or year only.
    """
    today = bindparam("today", type_=String)
    in_the_way = exists().where(
        PlanBarrier.patient_id == Appointment.patient_id,
        PlanBarrier.kind == TRANSPORT,
        PlanBarrier.status == BARRIER_ACTIVE,
        PlanBarrier.sensitive.is_(False),
        PlanBarrier.removed_at.is_(None),
    )
    alert = exists().where(
        Flag.patient_id == Appointment.patient_id,
        Flag.category == TRANSPORT,
        func.coalesce(Flag.status, "active") == "active",
        or_(Flag.starts_on.is_(None), Flag.starts_on <= today),
        or_(Flag.ends_on.is_(None), func.substr(Flag.ends_on.concat("-99-99"), 1, len("2026-07-14")) >= today),
        Flag.removed_at.is_(None),
    )
    return or_(alert, in_the_way)


def _rows(uow: UnitOfWork, wanted: Select[*tuple[Any, ...]]) -> tuple[AppointmentRow, ...]:
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    found = uow.session.execute(wanted, {"today": uow.today.isoformat()})
    return tuple(_row(row, clinical) for row in found)


def _row(row: Row[*tuple[Any, ...]], clinical: bool) -> AppointmentRow:
    # Taken apart by place: a day has hundreds, and names are looked up one by one.
    (
        number, version, starts_at, ends_at, minutes, clinician_id, with_text, where, phone, reason, status, outside,
        cancel_reason, no_show_reason, referral_id, sensitive, type_id, room_id, overbook_reason, series_id, room,
        type_name, prefix, given, family, suffix, interpreter, interpreter_language, came_before, transport,
    ) = row[len(HEAD) :]  # fmt: skip
    known = spoken(given, family, prefix, suffix) if family else None
    head = head_of(row)
    return AppointmentRow(
        id=number,
        version=version,
        head=head,
        starts_at=starts_at,
        minutes=minutes or _length(starts_at, ends_at),
        clinician_id=clinician_id,
        with_whom=with_text or known,
        where=where,
        phone=phone,
        type_name=type_name,
        reason=reason if clinical or not sensitive else None,
        status=status,
        outside=outside,
        first_visit=not (came_before or outside),
        cancel_reason=cancel_reason,
        no_show_reason=no_show_reason,
        referral_id=referral_id,
        type_id=type_id,
        room_id=room_id,
        room=room,
        series_id=series_id,
        interpreter=(interpreter_language or head.language or "") if interpreter == "yes" else None,
        transport=transport,
        overbook_reason=overbook_reason if clinical or not sensitive else None,
    )


def _length(starts_at: dt.datetime, ends_at: dt.datetime | None) -> int | None:
    return int((ends_at - starts_at).total_seconds() // 60) if ends_at and ends_at > starts_at else None
