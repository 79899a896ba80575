"""Who can be asked about a version of the plan: the team, whoever has open work on it, then other colleagues."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.patient import Patient
from db.models.plan import CareTeamMember, Goal, PlanAction
from db.unit_of_work import UnitOfWork
from icm_desktop.content.team import role_in_spanish, text_of
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.plan_versions import Signer
from icm_desktop.contracts.team import NOW, PRACTITIONER, USER
from icm_desktop.domain import goals as rules
from icm_desktop.domain.plain_text import untagged
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries import people
from icm_desktop.queries.team import members

_KINDS = {USER: OwnerKind.USER, PRACTITIONER: OwnerKind.PRACTITIONER}


@requires(Privilege.CLINICAL_READ)
def signers(uow: UnitOfWork, patient_id: int) -> tuple[Signer, ...]:
    """Everybody who can be asked; users who may not read plans cannot.

    Family and others known by name only are not asked unless somebody says so: a whole plan may hold more than they
    may hear.
    """
    roles = {row.id: row.role for row in uow.session.execute(select(UserAccount.id, UserAccount.role))}
    team = _roles_on_team(uow, patient_id)
    busy = _with_work(uow, patient_id)
    found: dict[tuple[str, int | None, str], Signer] = {}
    for each in _members(uow, patient_id):
        found[each.who.kind.value, each.who.id, each.who.name] = each
    for one in people.owners(uow, patient_id):
        if one.kind is not OwnerKind.PATIENT:
            inside = one.kind is OwnerKind.USER and (one.name in team or one.id in busy)
            usual = one.kind is OwnerKind.PRACTITIONER or inside
            found.setdefault((one.kind.value, one.id, one.name), Signer(one, team.get(one.name), usual))
    may_read = {number for number, role in roles.items() if allows(role, Privilege.CLINICAL_READ)}
    asked = (each for each in found.values() if each.who.kind is not OwnerKind.USER or each.who.id in may_read)
    found_es = (replace(each, role_es=role_in_spanish(each.role)) for each in asked)
    return tuple(sorted(found_es, key=lambda each: not each.usual))


def _members(uow: UnitOfWork, patient_id: int) -> list[Signer]:
    """Those who are on our own team today."""
    found = []
    for row in members(uow, patient_id):
        if row.state == NOW and not row.gone:
            kind = _KINDS.get(row.kind, OwnerKind.PERSON)
            ids = {OwnerKind.USER: row.user_id, OwnerKind.PRACTITIONER: row.practitioner_id}
            who = Owner(kind, row.name, ids.get(kind), row.organization)
            found.append(Signer(who, row.role_text or text_of("role", row.role_code), kind is not OwnerKind.PERSON))
    return found


def _roles_on_team(uow: UnitOfWork, patient_id: int) -> dict[str, str | None]:
    wanted = select(CareTeamMember.name, CareTeamMember.role).where(
        CareTeamMember.patient_id == patient_id, CareTeamMember.removed_at.is_(None)
    )
    return {
        row.name: untagged(row.role or "") or None for row in uow.session.execute(wanted.order_by(CareTeamMember.id))
    }


def _with_work(uow: UnitOfWork, patient_id: int) -> set[int | None]:
    """Ids of users with open goals or actions of this patient, and the coordinator."""
    found = {uow.session.scalar(select(Patient.coordinator_id).where(Patient.id == patient_id))}
    for kind, states in ((Goal, rules.OPEN), (PlanAction, rules.ACTION_OPEN)):
        wanted = select(kind.owner_user_id).where(
            kind.patient_id == patient_id, kind.removed_at.is_(None), kind.status.in_(states)
        )
        found |= set(uow.session.scalars(wanted))
    return found - {None}


@requires(Privilege.CLINICAL_READ)
def known_signer(uow: UnitOfWork, patient_id: int, who: Owner) -> Signer | None:
    """The one of the list that was chosen; None when there is no such any more."""
    same = (each for each in signers(uow, patient_id) if (each.who.kind, each.who.id) == (who.kind, who.id))
    return next((each for each in same if each.who.name == who.name), None)
