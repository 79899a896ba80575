"""Our own care team in short, as the summary of a chart shows it."""

from __future__ import annotations

from sqlalchemy import or_, select

from db.models.access import UserAccount
from db.models.patient import Patient
from db.models.practice import Organization, Practitioner
from db.models.team import TeamMember as Member
from db.unit_of_work import UnitOfWork
from icm_desktop.content import team as content
from icm_desktop.content.plain_words import sensitive
from icm_desktop.contracts.chart import TeamMember
from icm_desktop.contracts.common import Provenance
from icm_desktop.permissions import Privilege, allows, requires

_LEADS = "care_coordinator"


@requires(Privilege.DEMOGRAPHICS)
def own_team(uow: UnitOfWork, patient_id: int) -> tuple[tuple[TeamMember, ...], frozenset[tuple[str, int | None]]]:
    """Who is on our team today, the lead first, and whom of other systems' teams they are: ("member" or "person", id).

    What tells a condition by itself ("alcohol counselor") is not for roles that read no clinical facts.
    """
    lead = uow.session.execute(
        select(Patient.coordinator_id, UserAccount.display_name)
        .join(UserAccount, UserAccount.id == Patient.coordinator_id)
        .where(Patient.id == patient_id)
    ).first()
    place = Organization.id == Member.organization_id
    wanted = (
        select(Member, Practitioner.phone, Organization.name, Organization.phone)
        .outerjoin(Practitioner, Practitioner.id == Member.practitioner_id)
        .outerjoin(Organization, place | (Organization.id == Practitioner.organization_id))
        .where(Member.patient_id == patient_id, Member.removed_at.is_(None), Member.starts_on <= uow.today)
        .where(or_(Member.ends_on.is_(None), Member.ends_on > uow.today))
        .order_by(Member.id)
    )
    lead_id, found, taken = (lead.coordinator_id if lead else None), list[TeamMember](), set[tuple[str, int | None]]()
    for row, own_phone, where, phone in uow.session.execute(wanted):
        taken |= {("member", row.care_team_member_id), ("person", row.practitioner_id)}
        shown = _role(uow, row)
        found.append(
            TeamMember(
                row.name, shown[1], row.organization_text or (where if where != row.name else None),
                row.phone or own_phone or phone, True, Provenance(), shown[0],
                row.user_id is not None and row.user_id == lead_id,
            )
        )  # fmt: skip
    if lead is not None and not any(one.lead for one in found):
        found.append(TeamMember(lead.display_name, None, None, None, True, Provenance(), _LEADS, True))
    return tuple(sorted(found, key=lambda one: not one.lead)), frozenset(one for one in taken if one[1] is not None)


def _role(uow: UnitOfWork, row: Member) -> tuple[str | None, str | None]:
    words = (content.text_of("role", row.role_code), row.role_text, row.name, row.organization_text)
    if not allows(uow.actor.role, Privilege.CLINICAL_READ) and sensitive().text(*words):
        return None, None
    return row.role_code, row.role_text
