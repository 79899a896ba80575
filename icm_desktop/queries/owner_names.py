"""Who owns a row: its owner columns as one value."""

from __future__ import annotations

from db.models.plan import Owned
from icm_desktop.contracts.common import Owner, OwnerKind


def owner_of(row: Owned) -> Owner | None:
    """Who owns a concern, goal, action, task or referral."""
    if row.owner_kind is None:
        return None
    kind = OwnerKind(row.owner_kind)
    ids = {OwnerKind.USER: row.owner_user_id, OwnerKind.PRACTITIONER: row.owner_practitioner_id}
    return Owner(kind, row.owner_name or "", ids.get(kind), row.owner_organization)
