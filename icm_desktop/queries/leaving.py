"""What is still with a clinician who leaves: visits after the last day, and the work they own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, or_, select

from db.models.access import UserAccount
from db.models.collaborative import CaseRecommendation
from db.models.conferences import NearMiss
from db.models.patient import Patient
from db.models.plan import Goal, PlanAction, Task
from db.models.practice import Practitioner
from db.models.privacy import PatientRequest
from db.models.scheduling import Appointment, ServiceRequest
from db.models.shared_plan import HealthConcern
from db.models.team import TeamQuestion
from db.repositories.scheduling import status_in
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.leaving import OpenWork, WorkOf
from icm_desktop.domain.appointment_states import COMING
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import day_span
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.work_plan import OPEN

_OPEN_GOALS = ("proposed", "planned", "accepted", "active", "on-hold")  # FHIR Goal.lifecycleStatus
OWNED: dict[str, tuple[Any, tuple[str, ...] | None]] = {
    "referrals": (ServiceRequest, None),
    "concerns": (HealthConcern, ("active",)),
    "goals": (Goal, _OPEN_GOALS),
    "actions": (PlanAction, OPEN["plan_action"]),
    "tasks": (Task, OPEN["task"]),
    "questions": (TeamQuestion, ("open",)),
    "near_misses": (NearMiss, ("open", "reviewed")),
    "recommendations": (CaseRecommendation, ("open",)),
    "requests": (PatientRequest, ("open",)),
}


@requires(Privilege.SETTINGS)
def open_work(uow: UnitOfWork, clinician_id: int) -> OpenWork:
    """Everything that needs somebody else once a clinician has gone.

    Raises:
        NotFound: set_up.gone.
    """
    person = uow.session.get(Practitioner, clinician_id)
    if person is None or not person.inside or person.removed_at is not None:
        raise NotFound("set_up.gone")
    found = {name: _owned(uow, of, person.user_id, clinician_id=person.id) for name, of in OWNED.items()}
    patients = _coordinated(uow, person.user_id) if person.user_id is not None else ()
    name = spoken(person.given, person.family, person.prefix, person.suffix)
    return OpenWork(person.id, name, person.left_on, _visits(uow, person), patients=patients, **found)


@requires(Privilege.CLINICAL_WRITE)
def work_of(uow: UnitOfWork, asked: WorkOf) -> OpenWork:
    """What a user has open with one patient or with all; visits stay with their clinician.

    Raises:
        NotFound: set_up.gone.
    """
    user = uow.session.get(UserAccount, asked.user_id)
    if user is None or user.removed_at is not None:
        raise NotFound("set_up.gone")
    found = {name: _owned(uow, of, user.id, patient_id=asked.patient_id) for name, of in OWNED.items()}
    patients = tuple(one for one in _coordinated(uow, user.id) if asked.patient_id in (None, one))
    return OpenWork(None, user.display_name, None, patients=patients, **found)


def _coordinated(uow: UnitOfWork, user_id: int) -> tuple[int, ...]:
    mine = select(Patient.id).where(Patient.coordinator_id == user_id, Patient.removed_at.is_(None))
    return tuple(uow.session.scalars(mine.order_by(Patient.id)))


def _visits(uow: UnitOfWork, person: Practitioner) -> tuple[int, ...]:
    """Coming visits; of somebody with a last day only those after it."""
    since = uow.now
    if person.left_on is not None:
        since = max(since, day_span(person.left_on, uow.zone).ends_at)
    wanted = select(Appointment.id).where(
        Appointment.practitioner_id == person.id, Appointment.removed_at.is_(None), Appointment.outside.is_(False),
        Appointment.starts_at >= since, status_in(COMING),
    )  # fmt: skip
    return tuple(uow.session.scalars(wanted.order_by(Appointment.starts_at, Appointment.id)))


def _owned(
    uow: UnitOfWork,
    of: tuple[Any, tuple[str, ...] | None],
    user_id: int | None,
    *,
    clinician_id: int | None = None,
    patient_id: int | None = None,
) -> tuple[int, ...]:
    model, states = of
    whose: list[ColumnElement[bool]] = []
    if clinician_id is not None:
        whose.append(model.owner_practitioner_id == clinician_id)
    if user_id is not None:
        whose.append(model.owner_user_id == user_id)
        if model is ServiceRequest:
            whose.append(ServiceRequest.reviewer_id == user_id)
    wanted = select(model.id).where(or_(*whose), model.removed_at.is_(None))
    if patient_id is not None:
        wanted = wanted.where(model.patient_id == patient_id)
    if states is None:
        wanted = wanted.where(model.is_referral.is_(True), model.closed_on.is_(None))
    else:
        wanted = wanted.where(model.status.in_(states))
    return tuple(uow.session.scalars(wanted.order_by(model.id)))
