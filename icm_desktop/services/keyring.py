"""Tying passwords to this computer: a secret in its keyring without which a password alone opens nothing."""

from __future__ import annotations

from sqlalchemy import select

from db import keys
from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop import device_secret
from icm_desktop.changes import Changes
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services.own_password import check_own_password


@requires(Privilege.USERS)
def turn_on(uow: UnitOfWork, password: str) -> Changes:
    """Use the keyring: this administrator's password at once, everybody else's at their next sign-in.

    Args:
        uow: The running write transaction.
        password: Of the signed-in administrator, because the slot is made anew with it.

    Raises:
        Invalid: keyring.wrong_password.
        DatabaseProblem: db.keyring_unfit when this computer has no keyring that keeps secrets.
    """
    return _switch(uow, password, wanted=True)


@requires(Privilege.USERS)
def turn_off(uow: UnitOfWork, password: str) -> Changes:
    """Do without the keyring; everybody else's password is freed of it at their next sign-in.

    Raises:
        Invalid: keyring.wrong_password.
    """
    return _switch(uow, password, wanted=False)


def _switch(uow: UnitOfWork, password: str, *, wanted: bool) -> Changes:
    opened, practice = uow.database, uow.session.scalars(select(Practice)).one()
    user_id = uow.actor.user_id or 0
    check_own_password(uow, password)
    secret = device_secret.for_turning_on(opened) if wanted else None
    generation = keys.replace_password(opened.path, opened.key, user_id, password, device=secret)
    practice.uses_keyring = wanted
    uow.record("keys.changed", detail={"generation": generation})
    uow.record("keyring.turned_on" if wanted else "keyring.turned_off")
    return Changes.of("practice")
