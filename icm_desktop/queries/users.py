"""Who may sign in."""

from __future__ import annotations

from sqlalchemy import select

from db.models.access import SecondStep, UserAccount
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.access import UserRow
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.USERS)
def users(uow: UnitOfWork) -> tuple[UserRow, ...]:
    """Every user, disabled ones too, by name."""
    found = uow.session.scalars(select(UserAccount).where(UserAccount.removed_at.is_(None)).order_by(UserAccount.name))
    with_code = set(uow.session.scalars(select(SecondStep.user_id).where(SecondStep.removed_at.is_(None))))
    return tuple(row_of(user, second_step=user.id in with_code) for user in found)


def row_of(user: UserAccount, *, second_step: bool = False) -> UserRow:
    """A user as lists show them; `second_step`: they sign in with a one-time code."""
    return UserRow(
        id=user.id,
        name=user.name,
        display_name=user.display_name,
        role=user.role,
        disabled=user.disabled_at is not None,
        version=user.version,
        job_title=user.job_title,
        email=user.email,
        phone=user.phone,
        last_signed_in_at=user.last_signed_in_at,
        must_change_password=user.must_change_password,
        second_step=second_step,
    )
