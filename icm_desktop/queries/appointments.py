"""Visits as rows: by id, by patient, between two moments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, String, bindparam, func, select

from db.models.practice import AppointmentType, Practitioner
from db.models.scheduling import Appointment
from db.models.set_up import Room
from db.repositories.scheduling import status_in
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import day_span
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.as_of import known_at_end_of
from icm_desktop.queries.heads import heads


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
def between(
    uow: UnitOfWork, first: dt.date, last: dt.date, clinician_id: int | None = None
) -> tuple[AppointmentRow, ...]:
    """The visits from the local day `first` to `last`, both included, in order of time; of one clinician or of all."""
    start, end = day_span(first, uow.zone).starts_at, day_span(last, uow.zone).ends_at
    wanted = _select().where(Appointment.starts_at >= start, Appointment.starts_at < end)
    return _rows(uow, wanted if clinician_id is None else wanted.where(Appointment.practitioner_id == clinician_id))


@requires(Privilege.APPOINTMENTS)
def known_between(uow: UnitOfWork, first: dt.date, last: dt.date, on: dt.date | None) -> tuple[AppointmentRow, ...]:
    """The visits of some local days, as they were known at the end of the day `on` (None: now)."""
    with known_at_end_of(uow, on) as then:
        return between(then, first, last)


@requires(Privilege.APPOINTMENTS)
def by_ids(uow: UnitOfWork, ids: tuple[int, ...]) -> tuple[AppointmentRow, ...]:
    """These visits in order of time."""
    return _rows(uow, _select().where(Appointment.id.in_(ids)))


@cache  # putting it together takes as long as asking for a few
def _select() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Appointment.id,
            Appointment.version,
            Appointment.patient_id,
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
            Appointment.service_request_id,
            Appointment.sensitive,
            Appointment.appointment_type_id,
            Appointment.room_id,
            Appointment.overbook_reason,
            Appointment.series_id,
            Room.name.label("room"),
            AppointmentType.name.label("type_name"),
            Practitioner.prefix,
            Practitioner.given,
            Practitioner.family,
            Practitioner.suffix,
        )
        .outerjoin(AppointmentType, AppointmentType.id == Appointment.appointment_type_id)
        .outerjoin(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .outerjoin(Room, Room.id == Appointment.room_id)
        .where(
            Appointment.removed_at.is_(None),
            Appointment.starts_at.is_not(None),
            Appointment.status != states.IN_ERROR,
        )
        .order_by(Appointment.starts_at, Appointment.id)
    )


def _rows(uow: UnitOfWork, wanted: Select[*tuple[Any, ...]]) -> tuple[AppointmentRow, ...]:
    found = uow.session.execute(wanted).all()
    whose = heads(uow, (row.patient_id for row in found))
    earliest = _first_visits(uow, whose)
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    return tuple(
        _row(row, whose[row.patient_id], row.starts_at <= earliest.get(row.patient_id, row.starts_at), clinical)
        for row in found
        if row.patient_id in whose
    )


def _row(row: Row[*tuple[Any, ...]], head: PatientHead, first_visit: bool, clinical: bool) -> AppointmentRow:
    known = spoken(row.given, row.family, row.prefix, row.suffix) if row.family else None
    return AppointmentRow(
        id=row.id,
        version=row.version,
        head=head,
        starts_at=row.starts_at,
        minutes=row.minutes or _length(row.starts_at, row.ends_at),
        clinician_id=row.practitioner_id,
        with_whom=row.with_text or known,
        where=row.where_text,
        phone=row.phone,
        type_name=row.type_name,
        reason=row.reason if clinical or not row.sensitive else None,
        status=row.status,
        outside=row.outside,
        first_visit=first_visit and not row.outside,
        cancel_reason=row.cancel_reason,
        referral_id=row.service_request_id,
        type_id=row.appointment_type_id,
        room_id=row.room_id,
        room=row.room,
        series_id=row.series_id,
        overbook_reason=row.overbook_reason if clinical or not row.sensitive else None,
    )


def _length(starts_at: dt.datetime, ends_at: dt.datetime | None) -> int | None:
    return int((ends_at - starts_at).total_seconds() // 60) if ends_at and ends_at > starts_at else None


def _first_visits(uow: UnitOfWork, patient_ids: Iterable[int]) -> dict[int, dt.datetime]:
    """When each patient first came here; those who never did are missing."""
    found = uow.session.execute(_came(), {"ids": as_text(patient_ids)})
    return {who: when for who, when in found if when}


@cache
def _came() -> Select[*tuple[Any, ...]]:
    return (
        select(Appointment.patient_id, func.min(Appointment.starts_at))
        .where(
            Appointment.patient_id.in_(listed(bindparam("ids", type_=String))),
            Appointment.outside.is_(False),
            status_in(states.TOOK_PLACE),
            Appointment.removed_at.is_(None),
        )
        .group_by(Appointment.patient_id)
    )
