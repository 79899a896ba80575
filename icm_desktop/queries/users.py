"""Who may sign in."""

from __future__ import annotations

from sqlalchemy import select

from db.models.access import UserAccount
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.access import UserRow
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.USERS)
def users(uow: UnitOfWork) -> tuple[UserRow, ...]:
    """Every user, disabled ones too, by name."""
    found = uow.session.scalars(select(UserAccount).where(UserAccount.removed_at.is_(None)).order_by(UserAccount.name))
    return tuple(UserRow(u.id, u.name, u.display_name, u.role, u.disabled_at is not None) for u in found)
