"""Whether a user signs in with a one-time code, and what an authenticator app needs to begin."""

from __future__ import annotations

from sqlalchemy import select

from db import totp
from db.models.access import SecondStep, UserAccount
from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.access import SecondStepState
from icm_desktop.permissions import Privilege, requires

OWN, BY_ADMINISTRATOR, BY_RECOVERY = "own", "administrator", "recovery_code"


@requires(Privilege.SIGN_IN)
def state(uow: UnitOfWork) -> SecondStepState:
    """Whether the signed-in user signs in with a code; when not, a fresh secret to begin with, without its square."""
    row = asked_of(uow, uow.actor.user_id)
    if row is not None:
        return SecondStepState(row.created_at, row.at_unlock)
    secret = totp.new_secret()
    user = uow.session.get_one(UserAccount, uow.actor.user_id)
    practice = uow.session.scalars(select(Practice)).one()
    address = totp.address(secret, user.name, practice.name)
    return SecondStepState(None, at_unlock=False, secret=totp.written(secret), address=address)


@requires(Privilege.SIGN_IN)
def asked_of(uow: UnitOfWork, user_id: int | None) -> SecondStep | None:
    """What asks this user for a code; None when nothing does."""
    wanted = select(SecondStep).where(SecondStep.user_id == user_id, SecondStep.removed_at.is_(None))
    return uow.session.scalars(wanted.order_by(SecondStep.id)).first()


@requires(Privilege.SIGN_IN)
def not_told(uow: UnitOfWork, user_id: int) -> list[SecondStep]:
    """What somebody else did away with and this user does not know of."""
    wanted = select(SecondStep).where(
        SecondStep.user_id == user_id, SecondStep.removed_at.is_not(None), SecondStep.told_at.is_(None),
        SecondStep.ended_because != OWN,
    )  # fmt: skip
    return list(uow.session.scalars(wanted.order_by(SecondStep.id)))
