"""Members of the care teams other systems sent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, func

from db.models.plan import CareTeam, CareTeamMember
from db.models.practice import Organization

_MISTAKEN = "entered-in-error"


def of_imported_teams(chosen: Select[*tuple[Any, ...]], patient_id: int) -> Select[*tuple[Any, ...]]:
    """What was chosen of CareTeamMember, its CareTeam and its Organization: the members of a patient that count.

    Those of the team that began last come first.
    """
    return (
        chosen.join(CareTeam, CareTeam.id == CareTeamMember.care_team_id)
        .outerjoin(Organization, Organization.id == CareTeamMember.organization_id)
        .where(
            CareTeamMember.patient_id == patient_id,
            CareTeamMember.removed_at.is_(None),
            CareTeam.removed_at.is_(None),
            func.coalesce(CareTeam.status, "") != _MISTAKEN,
        )
        .order_by(CareTeam.starts_when.desc(), CareTeamMember.id)
    )
