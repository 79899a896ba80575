"""A backup becomes a database again: a new file, checked as a whole before it gets its name."""

from __future__ import annotations

import datetime as dt
import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from db import audit, slots
from db.anchor import Anchor
from db.audit import Head
from db.backup import Manifest, check_backup, manifest_path
from db.database import OpenDatabase, open_existing
from db.engine import SCHEMA_VERSION
from db.errors import DatabaseProblem, in_words
from db.files import copy_private, passing_folder, sync_folder, write_private
from db.key import Key
from db.locations import refuse_shared_folder
from db.models.practice import Practice
from db.room import needed_for_copy, require_room
from db.unit_of_work import Actor, write
from db.verify import Verified, verify

Progress = Callable[[int, int], None]
_STAGES = 4


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and every check of it; `updated`: an older version of the program had made the backup."""

    manifest: Manifest
    checks: Verified
    updated: bool


def restore(
    backup_file: Path,
    key: Key,
    target: Path,
    state_folder: Path,
    approve: Callable[[OpenDatabase], Actor],
    progress: Progress = lambda done, total: None,
) -> Restored:
    """Make a new database from a backup. Killed at any moment it leaves no file called `target`, or the whole one.

    Args:
        backup_file: The backup; only read.
        key: Its key.
        target: The file to make; refused when there is one.
        state_folder: Where the anchor of the new file is begun.
        approve: Looks into the copy and says who restores; an exception from it stops and leaves nothing.
        progress: Called with stages done and in all; an exception from it stops and leaves nothing.

    Raises:
        DatabaseProblem: db.exists, db.shared_folder, db.backup_incomplete, db.backup_bad (reason), db.newer_schema,
            db.damaged, db.no_room, db.disk_full, db.cannot_reach.
    """
    refuse_target(target, key.database_id)
    refuse_incomplete(backup_file)
    with in_words(target):
        manifest = check_backup(backup_file, key)
        progress(1, _STAGES)
        with _staging(target) as folder:
            staged = folder / target.name
            require_room(folder, needed_for_copy(backup_file))
            _copy(backup_file, staged)
            progress(2, _STAGES)
            updated = _bring_up_to_date(staged, key, manifest)
            progress(3, _STAGES)
            checks, lineage, head = _begin_anew(staged, key, manifest, approve)
            progress(4, _STAGES)
            _publish(staged, target)
    Anchor.inside(state_folder, key.database_id, lineage).write(head)
    return Restored(manifest, checks, updated)


def refuse_target(target: Path, database_id: str) -> None:
    """Raise when the new file may not be made there. A key file a stopped restore left is no obstacle.

    Raises:
        DatabaseProblem: db.exists, db.shared_folder.
    """
    refuse_shared_folder(target)
    keys_file = slots.slot_path(target)
    if target.exists() or (keys_file.exists() and not _is_left_over(keys_file, database_id)):
        raise DatabaseProblem("db.exists", path=str(target))


def refuse_incomplete(backup_file: Path) -> None:
    """Raise when one of the three files of a backup is not there.

    Raises:
        DatabaseProblem: db.missing, db.backup_incomplete with the missing file.
    """
    if not backup_file.is_file():
        raise DatabaseProblem("db.missing", path=str(backup_file))
    for part in (slots.slot_path(backup_file), manifest_path(backup_file)):
        if not part.is_file():
            raise DatabaseProblem("db.backup_incomplete", path=str(part))


def _is_left_over(keys_file: Path, database_id: str) -> bool:
    try:
        return slots.load(keys_file).database_id == database_id
    except (DatabaseProblem, OSError):
        return False


@contextmanager
def _staging(target: Path) -> Iterator[Path]:
    """A private folder on the disk of the new file; its content is encrypted all the time."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with passing_folder(target.parent, f"{target.name}.restoring-") as folder:
        yield folder


def _copy(backup_file: Path, staged: Path) -> None:
    write_private(slots.slot_path(staged), slots.slot_path(backup_file).read_bytes(), durable=True)
    copy_private(backup_file, staged)


def _bring_up_to_date(staged: Path, key: Key, manifest: Manifest) -> bool:
    if manifest.schema >= SCHEMA_VERSION:
        return False
    from db.migrate import migrate  # loads Alembic

    kept = migrate(staged, key)
    if kept is not None:
        kept.unlink()  # the backup itself is the file as it was before
    return kept is not None


def _begin_anew(
    staged: Path, key: Key, manifest: Manifest, approve: Callable[[OpenDatabase], Actor]
) -> tuple[Verified, str, Head]:
    """Say in the audit record where this file comes from, and check everything."""
    opened, lineage = open_existing(staged, key, staged.parent / "state"), uuid.uuid4().hex[:12]
    try:
        with write(opened, approve(opened), "db.restore") as uow:
            for practice in uow.session.scalars(select(Practice)):
                practice.lineage = lineage
            made_at = manifest.made_at.astimezone(dt.UTC).isoformat(timespec="seconds")
            uow.record("database.restored", detail={"backup_made_at": made_at, "seq": manifest.head.seq})
        checks = verify(opened)
        with opened.engine.connect() as connection:
            head = audit.head(connection, opened.audit_key, opened.database_id)
    finally:
        opened.close()
    wrong = [check.name for check in checks.checks if check.ok is False]
    if wrong:
        raise DatabaseProblem("db.backup_bad", reason=wrong[0])
    return checks, lineage, head


def _publish(staged: Path, target: Path) -> None:
    """Give the files their names, the database last; never over another file."""
    content = slots.slot_path(staged).read_bytes()
    with staged.open("rb+") as file:
        os.fsync(file.fileno())
    for part in (slots.slot_path(target), slots.backup_of(slots.slot_path(target))):
        write_private(part, content, durable=True)
    try:
        os.link(staged, target)
    except FileExistsError:
        raise DatabaseProblem("db.exists", path=str(target)) from None
    except OSError:  # a file system without links
        if target.exists():
            raise DatabaseProblem("db.exists", path=str(target)) from None
        staged.rename(target)
    sync_folder(target.parent)
