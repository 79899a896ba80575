"""Gives the records of an open practice a new key, after somebody left; the others' passwords go on opening them."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from db import database, keys, rekey
from db.database import OpenDatabase
from db.models.practice import Practice
from db.slots import SlotFile
from icm_desktop.changes import Changes
from icm_desktop.contracts.access import KeyChanged
from icm_desktop.errors import CannotOpen
from icm_desktop.long_work import Progress
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.queries.key_state import active_users
from icm_desktop.refusals import as_cannot_open


@requires(Privilege.USERS)
def refuse_who_left(practice: OpenPractice) -> None:
    """Raise when the person at the keyboard was disabled meanwhile: they could not go on with the new key.

    Raises:
        CannotOpen: access.user_disabled.
    """
    with practice.read() as uow:
        if practice.actor.user_id not in active_users(uow):
            raise CannotOpen("access.user_disabled")


@requires(Privilege.USERS)
def change_key(practice: OpenPractice, progress: Progress) -> KeyChanged:
    """Close the practice and encrypt its file under a new key; open it again with `open_again`, whatever came of it.

    Raises:
        CannotOpen: db.open_elsewhere (another window or command), db.no_recovery_slot, db.no_room, db.disk_full,
            db.rekey_failed: the file is as it was.
    """
    opened = practice.database
    with practice.read() as uow:
        users = active_users(uow)
    practice.database.close()

    def note(staged: OpenDatabase, after: SlotFile) -> None:
        there = OpenPractice(staged, practice.actor, practice.zone)
        with there.write("rekeying.change_key") as uow:
            row = uow.session.scalars(select(Practice)).one()
            row.key_due_since, row.key_at_close, row.key_changed_at = None, False, uow.now
            uow.record("keys.renewed")
            uow.record("keys.changed", detail={"generation": after.generation})

    with as_cannot_open():
        made = rekey.change_key(opened.path, opened.key, users, note, rekey.Watch(progress.step))
    opened.anchor.write(made.head)
    names = tuple(users[user_id] for user_id in made.left_out)
    return KeyChanged(names, Changes.of("practice", "user"))


@requires(Privilege.SIGN_IN)
def open_again(practice: OpenPractice) -> OpenPractice:
    """The practice as before, with the key its file has now; its own process closed it for a change of the key.

    Raises:
        CannotOpen: db.wrong_key when this person's slot is gone or their password was changed meanwhile.
    """
    before = practice.database
    with as_cannot_open():
        key = keys.reopened(before.path, before.key)
        opened = database.open_existing(before.path, key, before.anchor.path.parent)
    return replace(practice, database=replace(opened, anchor=before.anchor))
