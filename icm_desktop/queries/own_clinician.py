"""A patient's own clinician: who is primary care on their team and works here; said where somebody else is booked."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_, select

from db.models.practice import Practitioner
from db.models.team import TeamMember
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.scheduling import OwnClinician
from icm_desktop.domain.names import spoken
from icm_desktop.permissions import Privilege, requires

_ROLE = "primary_care"  # of resources/content/codes/team.toml


@requires(Privilege.APPOINTMENTS)
def own_clinician(uow: UnitOfWork, patient_id: int) -> OwnClinician | None:
    """The patient's own clinician; None when the team names none here, or more than one."""
    return own_clinicians(uow, (patient_id,)).get(patient_id)


@requires(Privilege.APPOINTMENTS)
def own_clinicians(uow: UnitOfWork, patient_ids: Iterable[int]) -> dict[int, OwnClinician]:
    """The own clinicians of these patients; who has none, or more than one, is left out."""
    members = uow.session.execute(
        select(TeamMember.patient_id, TeamMember.practitioner_id, TeamMember.user_id).where(
            TeamMember.patient_id.in_(sorted(set(patient_ids))),
            TeamMember.role_code == _ROLE,
            TeamMember.removed_at.is_(None),
            TeamMember.starts_on <= uow.today,
            or_(TeamMember.ends_on.is_(None), TeamMember.ends_on >= uow.today),
        )
    ).all()
    here = _who_work_here(uow) if members else []
    found: dict[int, set[OwnClinician]] = {}
    for patient_id, practitioner_id, user_id in members:
        for own, account in here:
            if own.id == practitioner_id or (user_id is not None and account == user_id):
                found.setdefault(patient_id, set()).add(own)
    return {patient_id: next(iter(each)) for patient_id, each in found.items() if len(each) == 1}


def _who_work_here(uow: UnitOfWork) -> list[tuple[OwnClinician, int | None]]:
    """Our clinicians with their accounts."""
    wanted = select(
        Practitioner.id,
        Practitioner.prefix,
        Practitioner.given,
        Practitioner.family,
        Practitioner.suffix,
        Practitioner.user_id,
    ).where(Practitioner.inside.is_(True), Practitioner.left_on.is_(None), Practitioner.removed_at.is_(None))
    return [
        (OwnClinician(number, spoken(given, family, prefix, suffix)), user_id)
        for number, prefix, given, family, suffix, user_id in uow.session.execute(wanted)
    ]
