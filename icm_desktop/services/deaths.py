"""A patient died: recorded with what is called off, all in one act that can be taken back."""

from __future__ import annotations

import datetime as dt
import re

from db.models.plan import Task
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.demographics_requests import DeathInError, OpenThing, PersonSaved, RecordDeath
from icm_desktop.contracts.plans import SetActionStatus
from icm_desktop.contracts.referrals import AdvanceReferral
from icm_desktop.contracts.scheduling import SetAppointmentStatus
from icm_desktop.domain import appointment_states, moments, referral_states
from icm_desktop.domain.validity import EXPIRED, period
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.services import care_plans, cleaning, person_rows, referrals, scheduling

REASON = "Patient died"
_CANCELLED = "cancelled"


@requires(Privilege.DEMOGRAPHICS)
def record(uow: UnitOfWork, request: RecordDeath) -> PersonSaved:
    """Record a death, or correct its date; `cancel` is called off in the same act.

    Raises:
        Invalid: demographics.bad_date, date_in_future, died_before_birth.
        NotFound: patients.unknown; of what is cancelled.
        Conflict: demographics.changed_meanwhile; of what is cancelled.
        NotAllowed: permissions.denied for what the role may not cancel.
    """
    patient = person_rows.patient_of(uow, request.patient_id, request.expected_version)
    died_on = cleaning.day("died_on", request.died_on, not_after=uow.today)
    if died_on and patient.birth_date and _before_birth(died_on, patient.birth_date):
        raise Invalid("demographics.died_before_birth", "died_on")
    patient.deceased, patient.deceased_on = True, died_on
    patient.deceased_note = cleaning.note("note", request.note)
    for thing in request.cancel:
        _cancel(uow, thing, request.patient_id)
    return person_rows.saved(uow, patient.id, None, *_kinds(request.cancel))


@requires(Privilege.DEMOGRAPHICS)
def in_error(uow: UnitOfWork, request: DeathInError) -> PersonSaved:
    """The patient is alive. What was called off stays so: undo of the first act brings it back.

    Raises:
        Invalid: demographics.not_deceased.
        NotFound: patients.unknown.
        Conflict: demographics.changed_meanwhile.
    """
    patient = person_rows.patient_of(uow, request.patient_id, request.expected_version)
    if not patient.deceased:
        raise Invalid("demographics.not_deceased")
    patient.deceased, patient.deceased_on, patient.deceased_note = False, None, None
    return person_rows.saved(uow, patient.id, None)


def _before_birth(died_on: str, birth_date: str) -> bool:
    try:
        born = moments.span(moments.stored(birth_date), dt.UTC).first
    except moments.NotAMoment:
        return False
    return period(None, died_on, born) == EXPIRED


def _cancel(uow: UnitOfWork, thing: OpenThing, patient_id: int) -> None:
    kind, _, number = thing.key.partition(":")
    if not re.fullmatch("[0-9]{1,18}", number):
        raise NotFound("demographics.unknown_row")
    row_id = int(number)
    if kind == "appointment":
        asked = SetAppointmentStatus(row_id, thing.version, appointment_states.CANCELLED, REASON)
        _same(patient_id, scheduling.set_status(uow, asked).changes.patient_id)
    elif kind == "referral":
        state = AdvanceReferral(row_id, thing.version, referral_states.CANCELLED, uow.today, note=REASON)
        _same(patient_id, referrals.advance(uow, state).changes.patient_id)
    elif kind == "plan_action":
        status = SetActionStatus(row_id, thing.version, _CANCELLED, REASON)
        _same(patient_id, care_plans.set_action_status(uow, status).changes.patient_id)
    elif kind == "task":
        _cancel_task(uow, row_id, thing.version, patient_id)
    else:
        raise NotFound("demographics.unknown_row")


def _cancel_task(uow: UnitOfWork, task_id: int, version: int, patient_id: int) -> None:
    if not allows(uow.actor.role, Privilege.CLINICAL_WRITE):
        raise NotAllowed("permissions.denied", role=uow.actor.role, privilege=Privilege.CLINICAL_WRITE.value)
    task = uow.session.get(Task, task_id)
    if task is None or task.removed_at is not None:
        raise NotFound("demographics.unknown_row")
    _same(patient_id, task.patient_id)
    if task.version != version:
        raise Conflict("demographics.changed_meanwhile")
    task.status, task.business_status = _CANCELLED, REASON


def _same(patient_id: int, other: int | None) -> None:
    if patient_id != other:
        raise NotFound("demographics.unknown_row")


def _kinds(cancelled: tuple[OpenThing, ...]) -> set[str]:
    return {thing.key.partition(":")[0] for thing in cancelled}
