"""Whether the file is to get a new key, and what has to be done before."""

from __future__ import annotations

from sqlalchemy import select

from db import keys, rekey
from db.errors import DatabaseProblem
from db.models.access import UserAccount
from db.models.practice import Practice
from db.slots import RECOVERY
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.access import KeyState
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.SIGN_IN)
def state(uow: UnitOfWork) -> KeyState:
    """Since when a new key is due, whether it comes at the end of the day, and who could not be given it yet."""
    practice = uow.session.scalars(select(Practice)).one()
    names = active_users(uow)
    path, key = uow.database.path, uow.database.key
    try:
        waiting = rekey.waiting(path, key, names)
        ready = any(slot.has_pair for slot in keys.list_slots(path) if slot.kind == RECOVERY)
    except DatabaseProblem as problem:
        if problem.code != "db.missing_slots":  # a file that nobody signs in to
            raise
        waiting, ready = (), False
    told = tuple(names[user_id] for user_id in waiting)
    return KeyState(practice.key_due_since, bool(practice.key_at_close), practice.key_changed_at, told, ready)


@requires(Privilege.SIGN_IN)
def active_users(uow: UnitOfWork) -> dict[int, str]:
    """The names of everybody who may sign in, by id."""
    found = select(UserAccount.id, UserAccount.display_name).where(
        UserAccount.disabled_at.is_(None), UserAccount.removed_at.is_(None)
    )
    return {row.id: row.display_name for row in uow.session.execute(found)}
