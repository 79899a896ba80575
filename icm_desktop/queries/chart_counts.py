"""How many records of each kind a patient has, before anything is folded."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, select

from db.models.clinical import (
    AllergyIntolerance,
    Condition,
    Encounter,
    Immunization,
    MedicationEntry,
    Observation,
    Procedure,
)
from db.models.plan import CareTeam, CareTeamMember, Goal
from db.models.scheduling import Appointment, ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.permissions import Privilege, allows, requires

_MISTAKEN = "entered-in-error"
_LOGISTICS = ("appointments",)


@requires(Privilege.DEMOGRAPHICS)
def counts(uow: UnitOfWork, patient_id: int) -> tuple[tuple[str, int], ...]:
    """Stored records per kind except those entered in error; only appointments for roles that read no clinical facts.

    `observations` leaves components out, `medications` are requests and statements, `care_team` the distinct members
    over all teams, `referrals` and `appointments` ours and others'.
    """
    wanted = _counts(patient_id)
    if not allows(uow.actor.role, Privilege.CLINICAL_READ):
        wanted = {name: wanted[name] for name in _LOGISTICS}
    row = uow.session.execute(select(*(count.label(name) for name, count in wanted.items()))).one()
    return tuple(zip(wanted, row, strict=True))


def _counts(patient_id: int) -> dict[str, Any]:
    referral = ServiceRequest.is_referral.is_(True)
    return {
        "conditions": _count(Condition, Condition.verification, patient_id),
        "allergies": _count(AllergyIntolerance, AllergyIntolerance.verification, patient_id),
        "observations": _count(Observation, Observation.status, patient_id),
        "encounters": _count(Encounter, Encounter.status, patient_id),
        "procedures": _count(Procedure, Procedure.status, patient_id),
        "immunizations": _count(Immunization, Immunization.status, patient_id),
        "goals": _count(Goal, Goal.status, patient_id),
        "medications": _count(MedicationEntry, MedicationEntry.status, patient_id),
        "care_team": _members(patient_id),
        "referrals": _count(ServiceRequest, ServiceRequest.status, patient_id, referral),
        "appointments": _count(Appointment, Appointment.status, patient_id),
    }


def _count(kind: Any, status: Any, patient_id: int, *more: ColumnElement[bool]) -> Any:
    kept = (kind.patient_id == patient_id, kind.removed_at.is_(None), func.coalesce(status, "") != _MISTAKEN, *more)
    return select(func.count()).select_from(kind).where(*kept).scalar_subquery()


def _members(patient_id: int) -> Any:
    return (
        select(func.count(CareTeamMember.member_key.distinct()))
        .join(CareTeam, CareTeam.id == CareTeamMember.care_team_id)
        .where(
            CareTeamMember.patient_id == patient_id,
            CareTeamMember.removed_at.is_(None),
            CareTeam.removed_at.is_(None),
            func.coalesce(CareTeam.status, "") != _MISTAKEN,
        )
        .scalar_subquery()
    )
