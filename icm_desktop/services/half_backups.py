"""One backup at a time, and what a killed one left is taken away: only files of names noted before it began."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import func, select

from db.backup import remove_half
from db.errors import DatabaseProblem
from db.models.audit import AuditEvent
from db.models.set_up import BackupRecord
from db.process_lock import ProcessLock
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice

STARTED = "backup.started"


@requires(Privilege.SIGN_IN)
def take_away(practice: OpenPractice) -> int:
    """Remove the parts of backups that were killed, unless one is being made now; returns of how many."""
    with suppress(DatabaseProblem), alone(practice) as removed:
        return removed
    return 0


@contextmanager
def alone(practice: OpenPractice) -> Iterator[int]:
    """Hold the right to make a backup of this practice; gives how many killed ones had left something, now gone.

    Raises:
        DatabaseProblem: db.backup_running when another process is making one.
    """
    database = practice.database
    lock = ProcessLock(database.anchor.path.parent / f"{database.database_id}.backup.lock")
    if not lock.take():
        raise DatabaseProblem("db.backup_running")
    try:
        yield sum(_removed(practice, path) for path in _unfinished(practice))
    finally:
        lock.release()


def _unfinished(practice: OpenPractice) -> list[Path]:
    """Backups that began and neither ended nor failed; not those of the file this one was restored from."""
    with practice.read() as uow:
        restored = select(func.coalesce(func.max(AuditEvent.seq), 0)).where(AuditEvent.event == "database.restored")
        query = select(AuditEvent.at, AuditEvent.detail).where(AuditEvent.event == STARTED)
        begun = uow.session.execute(query.where(AuditEvent.seq > restored.scalar_subquery()))
        ended = {
            (row.made_at, row.path) for row in uow.session.execute(select(BackupRecord.made_at, BackupRecord.path))
        }
        known = [(at, str(detail["path"])) for at, detail in begun if detail is not None]
    return [Path(path) for at, path in known if (at, path) not in ended]


def _removed(practice: OpenPractice, path: Path) -> bool:
    with suppress(OSError):  # a stick that is out, or one that can only be read: the next backup looks again
        return remove_half(path, practice.database.key)
    return False
