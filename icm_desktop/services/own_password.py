"""The password of whoever is signed in, typed once more before something that must not happen at a screen left open."""

from __future__ import annotations

from db import keys
from db.errors import DatabaseProblem
from db.lockout import Attempts
from db.unit_of_work import UnitOfWork
from icm_desktop import device_secret, paths
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.SIGN_IN)
def check_own_password(uow: UnitOfWork, password: str) -> None:
    """Refuse a password that is not the signed-in user's; tries count as those of the sign-in do.

    Raises:
        Invalid: keyring.wrong_password.
        DatabaseProblem: db.locked_out (seconds).
    """
    opened, user_id = uow.database, uow.actor.user_id or 0
    name = next((slot.user_name for slot in keys.list_slots(opened.path) if slot.user_id == user_id), "")
    attempts = Attempts(paths.state_folder(), opened.database_id)
    try:
        keys.unlock_with_password(opened.path, name, password, attempts=attempts, device=device_secret.from_keyring)
    except DatabaseProblem as problem:
        if problem.code != "db.wrong_password":
            raise
        raise Invalid("keyring.wrong_password", "password") from None
