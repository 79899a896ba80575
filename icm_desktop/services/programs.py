"""Patients enter and leave programs of care management, with consent and reasons."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.models.patient import Patient
from db.models.programs import ProgramEnrolment
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import programs as content
from icm_desktop.contracts.programs import ChangeEnrolment, EnrolInProgram, EnrolmentSaved
from icm_desktop.domain.programs import ACTIVE, ASKED, DECLINED, ENDED, ON_HOLD, STATUSES, Program
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import lines
from icm_desktop.services.rows import current

_OLDEST_YEAR = 1965  # of Medicare; a day before it was typed by mistake

KIND = "program"
HOW = ("verbal", "written")


@requires(Privilege.CLINICAL_WRITE)
def enrol(uow: UnitOfWork, request: EnrolInProgram) -> EnrolmentSaved:
    """Put a patient into a program, or write down that they declined.

    Raises:
        NotFound: patients.unknown.
        Invalid: programs.unknown, already_in, future, long_ago, bad_consent, consent_missing, reason_missing at the
            field; registration.too_long.
    """
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    program = _program(request.program)
    reason = lines.line(request.reason, "reason")
    if request.declined and reason is None:
        raise Invalid("programs.reason_missing", field="reason")
    on = request.enrolled_on or uow.today
    if on > uow.today:
        raise Invalid("programs.future", field="enrolled_on")
    if on.year < _OLDEST_YEAR:
        raise Invalid("programs.long_ago", field="enrolled_on")
    _end_earlier(uow, request)
    row = ProgramEnrolment(
        patient_id=patient.id,
        program=program.id,
        status=DECLINED if request.declined else ACTIVE,
        enrolled_on=on,
        practitioner=lines.line(request.practitioner, "practitioner"),
        gates={what: uow.today.isoformat() for what in _known(program, request.said)} or None,
        ended_on=on if request.declined else None,
        reason=reason,
    )
    if not request.declined:
        _consent(uow, row, request.consent_by, request.consent_how, request.consent_on or on)
    uow.session.add(row)
    return _saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def change(uow: UnitOfWork, request: ChangeEnrolment) -> EnrolmentSaved:
    """Give an enrolment another status with the reason, add the consent, say which gates are met.

    Raises:
        NotFound: set_up.gone.
        Conflict: set_up.changed_meanwhile.
        Invalid: programs.bad_status, reason_missing, bad_consent, consent_missing, future at the field.
    """
    row = current(uow.session, ProgramEnrolment, request.enrolment_id, request.expected_version)
    if request.status not in STATUSES:
        raise Invalid("programs.bad_status", field="status")
    reason = lines.line(request.reason, "reason")
    if request.status in (ON_HOLD, ENDED, DECLINED) and reason is None:
        raise Invalid("programs.reason_missing", field="reason")
    row.status, row.reason = request.status, reason
    row.ended_on = uow.today if request.status in (ENDED, DECLINED) else None
    if request.said is not None:
        row.gates = _said(uow, row, request.said)
    if request.consent_by or request.consent_how or request.consent_on:
        _consent(uow, row, request.consent_by, request.consent_how, request.consent_on or uow.today)
    return _saved(uow, row)


def _said(uow: UnitOfWork, row: ProgramEnrolment, said: tuple[str, ...]) -> dict[str, str] | None:
    """What holds with the day it was said: what was said before keeps its day unless it must be said each month."""
    program, before = _program(row.program), row.gates or {}
    monthly = {one.id for one in program.circumstances if one.monthly}
    today = uow.today.isoformat()
    return {one: today if one in monthly else before.get(one, today) for one in _known(program, said)} or None


def _consent(uow: UnitOfWork, row: ProgramEnrolment, by: str, how: str, on: dt.date) -> None:
    """Consent: by whom, how, on which day; all of it or nothing."""
    who = lines.line(by, "consent_by")
    if how and how not in HOW:
        raise Invalid("programs.bad_consent", field="consent_how")
    if bool(who) != bool(how):
        raise Invalid("programs.consent_missing", field="consent_by" if how else "consent_how")
    if on > uow.today:
        raise Invalid("programs.future", field="consent_on")
    if who:
        row.consent_by, row.consent_how, row.consent_on = who, how, on
        row.consent_taken_by = uow.actor.name


def _end_earlier(uow: UnitOfWork, request: EnrolInProgram) -> None:
    """Refuse when the patient is in it; what was declined before gives way."""
    stored = select(ProgramEnrolment).where(
        ProgramEnrolment.patient_id == request.patient_id,
        ProgramEnrolment.program == request.program,
        ProgramEnrolment.removed_at.is_(None),
        ProgramEnrolment.status.in_((ACTIVE, ON_HOLD)),
    )
    if uow.session.scalars(stored).first() is not None:
        raise Invalid("programs.already_in", field="program")


def _program(program_id: str) -> Program:
    found = content.by_id().get(program_id)
    if found is None:
        raise Invalid("programs.unknown", field="program")
    return found


def _known(program: Program, said: tuple[str, ...]) -> tuple[str, ...]:
    asked = {gate.id for gate in program.gates if gate.check == ASKED}
    asked |= {one.id for one in program.circumstances if not one.computed}
    return tuple(one for one in said if one in asked)


def _saved(uow: UnitOfWork, row: ProgramEnrolment) -> EnrolmentSaved:
    uow.session.flush()
    return EnrolmentSaved(row.id, Changes.of(KIND, patient_id=row.patient_id, action_id=uow.action_id))
