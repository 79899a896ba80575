"""Booking a visit, recording one elsewhere, moving it, and what became of it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.models.patient import Patient
from db.models.plan import PlanAction
from db.models.practice import AppointmentType, Practitioner
from db.models.scheduling import Appointment, ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.scheduling import (
    AppointmentSaved,
    BookAgain,
    BookAppointment,
    MoveAppointment,
    RecordOutsideVisit,
    SetAppointmentStatus,
)
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain import referral_states
from icm_desktop.domain.timeslots import FARTHEST, LONGEST, SHORTEST, UNKNOWN_LENGTH, Span, earliest_start
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import booking_rules
from icm_desktop.queries.appointments import appointment
from icm_desktop.queries.availability import Takes, Wanted, wanted_of
from icm_desktop.services import wait_list
from icm_desktop.services.cleaning import line, with_lines
from icm_desktop.services.no_shows import note_reason
from icm_desktop.services.referral_facts import note_visit

LONGEST_TEXT = 1000


@requires(Privilege.APPOINTMENTS)
def book(uow: UnitOfWork, request: BookAppointment) -> AppointmentSaved:
    """Book a visit here; the overlap check is part of the same write transaction, so one of two clerks wins.

    Raises:
        Conflict: scheduling.slot_taken, patient_busy, too_close, room_taken, no_room_free, no_equipment_free.
        Invalid: scheduling.past, too_far, bad_length, no_hours, outside_hours, away, closed, left, room_away,
            no_such_clinician, no_such_type, no_such_room, no_such_equipment, patient_deceased, other_patient, too_long,
            not_on_wait_list.
        NotFound: patients.unknown, referrals.unknown.
    """
    _check_patient(uow, request.patient_id)
    _check_length(request.minutes)
    request = with_lines(request, "reason", "overbook_reason", longest=LONGEST_TEXT)
    clinician = _clinician(uow, request.clinician_id)
    if request.type_id is not None and not _known(uow, AppointmentType, request.type_id):
        raise Invalid("scheduling.no_such_type", "type_id")
    wanted = Span(request.starts_at, request.starts_at + dt.timedelta(minutes=request.minutes))
    _check_bookable(uow, wanted)
    needs = wanted_of(uow, request.type_id, request.patient_id)
    takes, forced = booking_rules.place(uow, clinician, wanted, needs, anyway=bool(request.overbook_reason))
    row = Appointment(
        patient_id=request.patient_id,
        practitioner_id=clinician.id,
        starts_at=wanted.starts_at,
        ends_at=wanted.ends_at,
        minutes=request.minutes,
        time_zone=uow.zone.key,
        appointment_type_id=request.type_id,
        service_request_id=_referral(uow, request.referral_id, request.patient_id),
        plan_action_id=_of_patient(uow, PlanAction, request.plan_action_id, request.patient_id),
        moved_from_id=_of_patient(uow, Appointment, request.replaces_id, request.patient_id),
        reason=request.reason,
        sensitive=request.sensitive,
        status=states.BOOKED,
    )
    uow.session.add(row)
    _take(uow, row, takes, request.overbook_reason if forced else None)
    if request.wait_list_id is not None:
        uow.session.flush()
        wait_list.settle(uow, request.wait_list_id, row)
    return _saved(uow, row, referral_states.SCHEDULED)


@requires(Privilege.APPOINTMENTS)
def record_outside(uow: UnitOfWork, request: RecordOutsideVisit) -> AppointmentSaved:
    """Record a visit elsewhere. One that has already begun is recorded as having taken place.

    Raises:
        Conflict: scheduling.patient_busy.
        Invalid: scheduling.place_missing, too_far, before_birth, bad_length, patient_deceased, other_patient, too_long.
        NotFound: patients.unknown, referrals.unknown.
    """
    _check_patient(uow, request.patient_id, may_have_died=request.starts_at <= uow.now)
    request = with_lines(request, "with_whom", "where", "phone", "reason", longest=LONGEST_TEXT)
    if not request.with_whom:
        raise Invalid("scheduling.place_missing", "with_whom")
    if request.minutes is not None:
        _check_length(request.minutes, most=24 * 60)
    length = dt.timedelta(minutes=request.minutes) if request.minutes else UNKNOWN_LENGTH
    wanted = Span(request.starts_at, request.starts_at + length)
    _check_not_too_far(uow, wanted)
    _check_born(uow, request.patient_id, wanted)
    _check_patient_free(uow, request.patient_id, wanted)
    past = request.starts_at <= uow.now
    row = Appointment(
        patient_id=request.patient_id,
        starts_at=request.starts_at,
        ends_at=wanted.ends_at if request.minutes else None,
        minutes=request.minutes,
        time_zone=uow.zone.key,
        service_request_id=_referral(uow, request.referral_id, request.patient_id),
        outside=True,
        with_text=request.with_whom,
        where_text=request.where,
        phone=request.phone,
        reason=request.reason,
        sensitive=request.sensitive,
        status=states.FULFILLED if past else states.BOOKED,
    )
    uow.session.add(row)
    return _saved(uow, row, referral_states.SEEN if past else referral_states.SCHEDULED)


@requires(Privilege.APPOINTMENTS)
def move(uow: UnitOfWork, request: MoveAppointment) -> AppointmentSaved:
    """Move a coming visit to another start, clinician or length; the audit keeps where it was.

    Raises:
        Conflict: scheduling.changed_meanwhile, and those of booking.
        Invalid: scheduling.not_movable, and those of booking.
        NotFound: scheduling.no_such_appointment, patients.unknown.
    """
    row = _appointment(uow, request.appointment_id, request.expected_version)
    if row.status not in states.COMING:
        raise Invalid("scheduling.not_movable", "starts_at", status=row.status)
    _check_patient(uow, row.patient_id)
    minutes = request.minutes or row.minutes
    if request.minutes is not None or (minutes is None and not row.outside):
        _check_length(minutes or 0)
    length = dt.timedelta(minutes=minutes) if minutes else UNKNOWN_LENGTH
    wanted = Span(request.starts_at, request.starts_at + length)
    _check_bookable(uow, wanted)
    if not row.outside:
        clinician = _clinician(uow, request.clinician_id or row.practitioner_id)
        needs = wanted_of(uow, row.appointment_type_id, row.patient_id, row.id)
        why = line("overbook_reason", request.overbook_reason, LONGEST_TEXT)
        takes, forced = booking_rules.place(uow, clinician, wanted, needs, anyway=why is not None)
        row.practitioner_id = clinician.id
        _take(uow, row, takes, why if forced else None)
    else:
        _check_patient_free(uow, row.patient_id, wanted, row.id)
    row.starts_at, row.ends_at, row.minutes = wanted.starts_at, wanted.ends_at if minutes else None, minutes
    row.time_zone = uow.zone.key
    return _saved(uow, row, referral_states.SCHEDULED)


@requires(Privilege.APPOINTMENTS)
def set_status(uow: UnitOfWork, request: SetAppointmentStatus) -> AppointmentSaved:
    """Say what became of a visit: arrived, checked-in, fulfilled, noshow, cancelled (with a reason), entered-in-error.

    Raises:
        Conflict: scheduling.changed_meanwhile.
        Invalid: scheduling.not_possible, too_early, reason_missing, too_long.
        NotFound: scheduling.no_such_appointment.
    """
    row = _appointment(uow, request.appointment_id, request.expected_version)
    if not states.may_become(row.status, request.status):
        raise Invalid("scheduling.not_possible", "status", status=row.status, new=request.status)
    request = with_lines(request, "reason", longest=LONGEST_TEXT)
    if request.status in states.NEEDS_REASON and not request.reason:
        raise Invalid("scheduling.reason_missing", "reason")
    _check_time_has_come(uow, row, request.status)
    row.status = request.status
    if request.status in states.HERE and row.arrived_at is None:
        row.arrived_at = uow.now
    if request.status == states.CANCELLED:
        row.cancel_reason = request.reason
    row.no_show_reason = None
    if request.status == states.NO_SHOW:
        note_reason(uow, row, request.reason)
    return _saved(uow, row, _REFERRAL_AFTER.get(request.status))


@requires(Privilege.APPOINTMENTS)
def book_again(uow: UnitOfWork, request: BookAgain) -> AppointmentSaved:
    """Take back what became of a visit, days later too: it is booked as before, and the history says why.

    A visit still to come that had lost its place takes it again, when it is free.

    Raises:
        Conflict: scheduling.changed_meanwhile, and those of booking.
        Invalid: scheduling.not_possible, reason_missing, too_long, and those of booking.
        NotFound: scheduling.no_such_appointment, patients.unknown.
    """
    row = _appointment(uow, request.appointment_id, request.expected_version)
    if row.status not in states.MAY_BE_BOOKED_AGAIN:
        raise Invalid("scheduling.not_possible", "status", status=row.status, new=states.BOOKED)
    reason = line("reason", request.reason, LONGEST_TEXT)
    if reason is None:
        raise Invalid("scheduling.reason_missing", "reason")
    if row.status not in states.OCCUPIES and row.starts_at is not None and row.starts_at > uow.now:
        _take_again(uow, row, row.starts_at)
    detail = {"reason": reason, "was": row.status}
    row.status, row.arrived_at, row.cancel_reason, row.no_show_reason = states.BOOKED, None, None, None
    uow.record(
        "appointment.booked_again", patient_id=row.patient_id, object_kind="appointment", object_id=row.id,
        detail=detail,
    )  # fmt: skip
    return _saved(uow, row, referral_states.SCHEDULED)


def _take_again(uow: UnitOfWork, row: Appointment, starts_at: dt.datetime) -> None:
    _check_patient(uow, row.patient_id)
    wanted = Span(starts_at, row.ends_at or starts_at + UNKNOWN_LENGTH)
    if row.outside:
        _check_patient_free(uow, row.patient_id, wanted, row.id)
        return
    needs = wanted_of(uow, row.appointment_type_id, row.patient_id, row.id)
    takes, _forced = booking_rules.place(uow, _clinician(uow, row.practitioner_id), wanted, needs, anyway=False)
    _take(uow, row, takes, None)


# A cancelled visit leaves an accepted referral without a date.
_REFERRAL_AFTER = {
    states.ARRIVED: referral_states.SEEN,
    states.CHECKED_IN: referral_states.SEEN,
    states.FULFILLED: referral_states.SEEN,
    states.NO_SHOW: referral_states.NO_SHOW,
    states.CANCELLED: referral_states.VISIT_CANCELLED,
}


def _saved(uow: UnitOfWork, row: Appointment, referral_state: str | None) -> AppointmentSaved:
    uow.session.flush()
    kinds = ["appointment"]
    if referral_state and row.service_request_id and note_visit(uow, row.service_request_id, referral_state, row):
        kinds.append("referral")
        uow.session.flush()
    changes = Changes.of(*kinds, patient_id=row.patient_id, action_id=uow.action_id)
    return AppointmentSaved(appointment(uow, row.id), changes)


def _take(uow: UnitOfWork, row: Appointment, takes: Takes, overbook_reason: str | None) -> None:
    """Put a visit where it takes place; a reason says that something was in the way."""
    row.site_id, row.room_id, row.equipment_id = takes.site_id, takes.room_id, takes.equipment_id
    row.overbook_reason = overbook_reason
    if overbook_reason:
        uow.session.flush()
        detail = {"reason": overbook_reason}
        uow.record(
            "appointment.overbooked", patient_id=row.patient_id, object_kind="appointment", object_id=row.id,
            detail=detail,
        )  # fmt: skip


def _check_patient(uow: UnitOfWork, patient_id: int, *, may_have_died: bool = False) -> None:
    patient = uow.session.scalars(
        select(Patient).where(Patient.id == patient_id, Patient.removed_at.is_(None))
    ).one_or_none()
    if patient is None:
        raise NotFound("patients.unknown", "patient_id")
    if patient.deceased and not may_have_died:
        raise Invalid("scheduling.patient_deceased", "patient_id")


def _check_length(minutes: int, most: int = LONGEST) -> None:
    if not SHORTEST <= minutes <= most:
        raise Invalid("scheduling.bad_length", "minutes", least=SHORTEST, most=most)


def _check_bookable(uow: UnitOfWork, wanted: Span) -> None:
    if wanted.starts_at < earliest_start(uow.now):
        raise Invalid("scheduling.past", "starts_at", starts_at=wanted.starts_at)
    _check_not_too_far(uow, wanted)


def _check_not_too_far(uow: UnitOfWork, wanted: Span) -> None:
    if wanted.starts_at > uow.now + dt.timedelta(days=FARTHEST):
        raise Invalid("scheduling.too_far", "starts_at", days=FARTHEST)


def _check_born(uow: UnitOfWork, patient_id: int, wanted: Span) -> None:
    """A visit elsewhere may be old, but not older than the patient."""
    born = uow.session.get_one(Patient, patient_id).birth_date or ""
    if born and wanted.starts_at.astimezone(uow.zone).date().isoformat()[: len(born)] < born:
        raise Invalid("scheduling.before_birth", "starts_at")


def _clinician(uow: UnitOfWork, clinician_id: int | None) -> Practitioner:
    found = uow.session.get(Practitioner, clinician_id) if clinician_id else None
    if found is None or not found.inside or found.removed_at is not None:
        raise Invalid("scheduling.no_such_clinician", "clinician_id")
    return found


def _check_patient_free(uow: UnitOfWork, patient_id: int, wanted: Span, moving: int | None = None) -> None:
    booking_rules.check_patient_free(uow, Wanted(patient_id=patient_id, moving=moving), wanted)


def _check_time_has_come(uow: UnitOfWork, row: Appointment, status: str) -> None:
    if row.starts_at is None:
        return
    day, today = row.starts_at.astimezone(uow.zone).date(), uow.now.astimezone(uow.zone).date()
    too_early = (status in states.NOT_BEFORE_THE_DAY and day > today) or (
        status in states.NOT_BEFORE_START and row.starts_at > uow.now
    )
    if too_early:
        raise Invalid("scheduling.too_early", "status", starts_at=row.starts_at)


def _appointment(uow: UnitOfWork, appointment_id: int, version: int) -> Appointment:
    row = uow.session.get(Appointment, appointment_id)
    if row is None or row.removed_at is not None:
        raise NotFound("scheduling.no_such_appointment")
    if row.version != version:
        raise Conflict("scheduling.changed_meanwhile")
    return row


def _referral(uow: UnitOfWork, referral_id: int | None, patient_id: int) -> int | None:
    if referral_id is None:
        return None
    row = uow.session.get(ServiceRequest, referral_id)
    if row is None or row.removed_at is not None or not row.is_referral:
        raise NotFound("referrals.unknown", "referral_id")
    if row.patient_id != patient_id:
        raise Invalid("scheduling.other_patient", "referral_id")
    return row.id


def _of_patient(
    uow: UnitOfWork, model: type[PlanAction] | type[Appointment], row_id: int | None, patient_id: int
) -> int | None:
    """What a visit is booked for, or in place of."""
    if row_id is None:
        return None
    whose = uow.session.scalar(select(model.patient_id).where(model.id == row_id))
    if whose != patient_id:
        raise Invalid("scheduling.other_patient", "patient_id")
    return row_id


def _known(uow: UnitOfWork, model: type[AppointmentType], row_id: int) -> bool:
    row = uow.session.get(model, row_id)
    return row is not None and row.removed_at is None
