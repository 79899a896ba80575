"""How many records of each kind a patient has, before anything is folded."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, bindparam, func, select

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
_PATIENT = bindparam("patient_id", type_=Integer)


@requires(Privilege.DEMOGRAPHICS)
def counts(uow: UnitOfWork, patient_id: int) -> tuple[tuple[str, int], ...]:
    """Stored records per kind except those entered in error; only appointments for roles that read no clinical facts.

    `observations` leaves components out, `medications` are requests and statements, `care_team` the distinct members
    over all teams, `referrals` and `appointments` ours and others'.
    """
    names, statement = _ALL if allows(uow.actor.role, Privilege.CLINICAL_READ) else _SOME
    row = uow.session.execute(statement, {"patient_id": patient_id}).one()
    return tuple(zip(names, row, strict=True))


def _counts() -> dict[str, Any]:
    referral = ServiceRequest.is_referral.is_(True)
    return {
        "conditions": _count(Condition, Condition.verification),
        "allergies": _count(AllergyIntolerance, AllergyIntolerance.verification),
        "observations": _count(Observation, Observation.status),
        "encounters": _count(Encounter, Encounter.status),
        "procedures": _count(Procedure, Procedure.status),
        "immunizations": _count(Immunization, Immunization.status),
        "goals": _count(Goal, Goal.status),
        "medications": _count(MedicationEntry, MedicationEntry.status),
        "care_team": _members(),
        "referrals": _count(ServiceRequest, ServiceRequest.status, referral),
        "appointments": _count(Appointment, Appointment.status),
    }


def _count(kind: Any, status: Any, *more: ColumnElement[bool]) -> Any:
    kept = (kind.patient_id == _PATIENT, kind.removed_at.is_(None), func.coalesce(status, "") != _MISTAKEN, *more)
    return select(func.count()).select_from(kind).where(*kept).scalar_subquery()


def _members() -> Any:
    return (
        select(func.count(CareTeamMember.member_key.distinct()))
        .join(CareTeam, CareTeam.id == CareTeamMember.care_team_id)
        .where(
            CareTeamMember.patient_id == _PATIENT,
            CareTeamMember.removed_at.is_(None),
            CareTeam.removed_at.is_(None),
            func.coalesce(CareTeam.status, "") != _MISTAKEN,
        )
        .scalar_subquery()
    )


def _statement(counted: dict[str, Any]) -> tuple[tuple[str, ...], Select[Any]]:
    return tuple(counted), select(*(count.label(name) for name, count in counted.items()))


# Built once: putting a statement together costs more than running it.
_ALL = _statement(_counts())
_SOME = _statement({name: count for name, count in _counts().items() if name in _LOGISTICS})
