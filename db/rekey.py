"""Gives a database a new key: a copy under it, checked as a whole, takes the file's place in one step.

Killed at any moment it leaves the old file with its slots or the new one with its own, and both open: the slots of the
new key lie beside the old ones (`.next`) before the file is exchanged, and whoever unlocks takes those that fit.
"""

from __future__ import annotations

import glob
import os
import shutil
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from db import audit, slots
from db.audit import Head
from db.database import OpenDatabase, open_existing
from db.engine import keyed_connection
from db.errors import DatabaseProblem, in_words
from db.files import passing_folder, replace_durably, write_private
from db.key import Key, new_secret
from db.room import needed_for_copy, require_room
from db.slots import PASSWORD, RECOVERY, SlotFile, next_of, slot_path
from db.unlocking import authentic
from db.verify import verify

Progress = Callable[[int, int], None]
Reached = Callable[[str], None]
STEPS = ("alone", "copied", "slots", "noted", "checked", "ready", "exchanged", "settled")
"""The named points of a change, in their order; a test stops at each."""
_PAGES_AT_ONCE = 2000
_HALF = 500  # of the progress told
_FOLDER = "rekeying-"


@dataclass(frozen=True, slots=True)
class KeyChanged:
    """The new key, and the users who have no slot in it because theirs could not be given one."""

    key: Key
    head: Head
    left_out: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told how far it is: `progress` for people, `reached` at each of STEPS for tests.

    An exception of either before "exchanged" leaves everything as it was.
    """

    progress: Progress = lambda done, total: None
    reached: Reached = lambda step: None

    def copied(self, done: int, total: int) -> None:
        """Copying takes the first half."""
        self.progress(_HALF * done // max(total, 1), 2 * _HALF)

    def verified(self, done: int, total: int) -> None:
        """Checking takes the second half."""
        self.progress(_HALF + _HALF * done // max(total, 1), 2 * _HALF)


def waiting(database: Path, key: Key, users: Collection[int]) -> tuple[int, ...]:
    """Of these users, those whose slots cannot be given a new key before they have signed in once."""
    found = authentic(database, key).slots
    return tuple(
        slot.user_id
        for slot in found
        if slot.kind == PASSWORD and not slot.public and slot.user_id is not None and slot.user_id in users
    )


def change_key(
    path: Path,
    key: Key,
    users: Collection[int],
    note: Callable[[OpenDatabase, SlotFile], None],
    watch: Watch = Watch(),
) -> KeyChanged:
    """Encrypt a closed database anew, under a new random key.

    Args:
        path: The database file; nobody may have it open, in this process or another one.
        key: Its present key.
        users: Ids of those who may go on opening it; slots of anybody else are not carried over.
        note: Writes into the copy that its key was changed, before it is checked.
        watch: Told how far it is.

    Returns:
        The new key, with the old one among its earlier ones.

    Raises:
        DatabaseProblem: db.open_elsewhere, db.no_recovery_slot, db.no_room, db.disk_full,
            db.cannot_reach, db.rekey_failed with the check that failed: everything is as it was.
    """
    before = authentic(path, key)
    fresh = replace(key, data=new_secret(), earlier=(*key.earlier, key.data))
    after, left_out = _slots_for(before, fresh, users)
    with in_words(path), _alone(path, key) as connection:
        tidy(path, key)
        require_room(path.parent, needed_for_copy(path))
        watch.reached("alone")
        with passing_folder(path.parent, f"{path.name}.{_FOLDER}") as folder:
            staged = folder / path.name
            _copy(connection, staged, fresh, watch)
            slots.save(slot_path(staged), after)
            watch.reached("slots")
            head = _checked(staged, fresh, after, note, watch)
            write_private(next_of(slot_path(path)), slot_path(staged).read_bytes(), durable=True)
            watch.reached("ready")
            _refuse_logs(path)
            if os.name == "nt":  # where an open file cannot be replaced
                connection.close()
            replace_durably(staged, path)
            watch.reached("exchanged")
        slots.save(slot_path(path), after)
        next_of(slot_path(path)).unlink()
    watch.reached("settled")
    return KeyChanged(fresh, head, left_out)


def tidy(path: Path, key: Key) -> bool:
    """Take away what a stopped change left beside a file that has this key; True when there was something.

    The caller has the file open or to itself, so that no change is running.
    """
    left = [one for one in path.parent.glob(f"{glob.escape(path.name)}.{_FOLDER}*") if one.is_dir()]
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    following = next_of(slot_path(path))
    if not following.exists():
        return bool(left)
    with suppress(DatabaseProblem):
        if slots.load(following).is_authentic(key):  # the file was exchanged already: unlocking has put them in place
            return bool(left)
    following.unlink(missing_ok=True)
    return True


def _slots_for(before: SlotFile, fresh: Key, users: Collection[int]) -> tuple[SlotFile, tuple[int, ...]]:
    """The slots that can be sealed anew; a slot of the first format opens no more."""
    kept = [
        slots.resealed(slot, fresh, slot.compartments)
        for slot in before.slots
        if slot.public and (slot.kind == RECOVERY or slot.user_id in users)
    ]
    if not any(slot.kind == RECOVERY for slot in kept):
        raise DatabaseProblem("db.no_recovery_slot")
    if not any(slot.kind == PASSWORD for slot in kept):
        raise DatabaseProblem("db.last_slot")
    there = {slot.user_id for slot in kept}
    left_out = tuple(
        slot.user_id
        for slot in before.slots
        if slot.kind == PASSWORD and slot.user_id in users and slot.user_id not in there and slot.user_id is not None
    )
    file = SlotFile(before.database_id, before.generation + 1, tuple(kept))
    return slots.with_earlier(file, fresh).signed(fresh), left_out


@contextmanager
def _alone(path: Path, key: Key) -> Iterator[Any]:
    """The file to ourselves: its log is played in, and nobody else reads or writes until we are done."""
    connection = keyed_connection(path, key)
    try:
        connection.execute("PRAGMA busy_timeout = 2000").fetchall()
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        # Only now: under a lock that stays, the journal of that change would stay too, beside the new file.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # the lock stays, and a copy can be made only outside a transaction
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":  # somebody came in between
            raise DatabaseProblem("db.open_elsewhere")
        yield connection
    except driver.OperationalError as error:
        if "locked" in str(error):
            raise DatabaseProblem("db.open_elsewhere") from None
        raise
    finally:
        connection.close()


def _copy(connection: Any, staged: Path, fresh: Key, watch: Watch) -> None:
    os.close(os.open(staged, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    target = keyed_connection(staged, fresh)
    try:
        # Page by page, so that row ids, versions and the mark of the file stay.
        connection.backup(
            target, pages=_PAGES_AT_ONCE, progress=lambda _, left, total: watch.copied(total - left, total)
        )
        if _counts(connection) != _counts(target):
            raise DatabaseProblem("db.rekey_failed", reason="counts")
    finally:
        target.close()
    watch.reached("copied")


def _counts(connection: Any) -> dict[str, int]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    names = [row[0] for row in connection.execute(query)]
    return {name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}  # noqa: S608


def _checked(
    staged: Path, fresh: Key, after: SlotFile, note: Callable[[OpenDatabase, SlotFile], None], watch: Watch
) -> Head:
    opened = open_existing(staged, fresh, staged.parent / "state")
    try:
        note(opened, after)
        watch.reached("noted")
        found = verify(opened, progress=watch.verified)
        with opened.engine.connect() as connection:
            head = audit.head(connection, opened.audit_key, opened.database_id)
    finally:
        opened.close()
    wrong = [check.name for check in found.checks if check.ok is False]
    if wrong:
        raise DatabaseProblem("db.rekey_failed", reason=wrong[0])
    with staged.open("rb+") as file:
        os.fsync(file.fileno())
    watch.reached("checked")
    return head


def _refuse_logs(path: Path) -> None:
    """A log or journal of the old file would be played into the new one."""
    for suffix in ("-wal", "-journal"):
        log = Path(f"{path}{suffix}")
        if log.exists() and log.stat().st_size:
            raise DatabaseProblem("db.rekey_failed", reason="log")
        log.unlink(missing_ok=True)
