"""What the keyring of this computer does for the practice."""

from __future__ import annotations

from sqlalchemy import select

from db import keys
from db.device import device_store
from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.keeping import KeyringState
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.USERS)
def state(uow: UnitOfWork) -> KeyringState:
    """Which keyring there is, whether it keeps secrets, and how many passwords are tied to it."""
    marks = list(keys.device_marks(uow.database.path, uow.database.key).values())
    wanted = uow.session.scalars(select(Practice.uses_keyring)).one()
    store = device_store()
    tied = sum(mark is not None for mark in marks)
    return KeyringState(store.name, store.answers(), bool(wanted), tied, len(marks) - tied)
