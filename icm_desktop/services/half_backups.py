"""One backup at a time, and what a killed one left is taken away: only files of names noted before it began."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import func, select

from db.backup import remove_half
from db.errors import DatabaseProblem
from db.models.audit import AuditEvent
from db.models.set_up import BackupRecord
from db.process_lock import ProcessLock
from icm_desktop.changes import Changes
from icm_desktop.contracts.keeping import Tidied
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice

STARTED = "backup.started"
_OLDEST_KEPT = select(func.min(BackupRecord.seq)).where(
    BackupRecord.removed_at.is_(None), BackupRecord.how != "by_hand"
)


@requires(Privilege.SIGN_IN)
def take_away(practice: OpenPractice) -> int:
    """Remove the parts of backups that were killed, unless one is being made now; returns of how many."""
    with suppress(DatabaseProblem), alone(practice) as removed:
        return removed
    return 0


@long_work
@requires(Privilege.SIGN_IN)
def tidy(practice: OpenPractice, *, progress: Progress) -> Tidied:
    """The same at sign-in, so that a backup somebody or something stopped is told and not only made anew."""
    stopped = take_away(practice)
    progress.step(1, 1)
    return Tidied(stopped, Changes.of("backup") if stopped else Changes(frozenset()))


@requires(Privilege.SIGN_IN)
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
        yield sum(_removed(practice, each) for each in _unfinished(practice))
    finally:
        lock.release()


def _unfinished(practice: OpenPractice) -> list[BackupRecord]:
    """Backups that began and neither ended nor failed; not those of the file this one was restored from."""
    with practice.read() as uow:
        since = uow.session.scalar(_OLDEST_KEPT) or 0
        restored = select(func.coalesce(func.max(AuditEvent.seq), since)).where(
            AuditEvent.event == "database.restored", AuditEvent.seq > since
        )
        query = select(AuditEvent.at, AuditEvent.detail).where(AuditEvent.event == STARTED)
        begun = uow.session.execute(query.where(AuditEvent.seq > restored.scalar_subquery()))
        known = Counter((at, detail["path"], detail["how"]) for at, detail in begun if detail is not None)
        records = uow.session.execute(select(BackupRecord.made_at, BackupRecord.path, BackupRecord.how))
        # Counted, not only looked up: two that were killed within a second have one time and one path.
        open_still = known - Counter((row.made_at, row.path, row.how) for row in records)
    return [
        BackupRecord(made_at=at, how=how, path=path, problem="db.backup_interrupted") for at, path, how in open_still
    ]


def _removed(practice: OpenPractice, record: BackupRecord) -> bool:
    """Whether it had left something, which is gone now and noted."""
    try:
        there = remove_half(Path(record.path), practice.database.key)
    except OSError:  # a stick that is out, or one that can only be read: the next backup looks again
        return False
    if there:
        with practice.write("services.half_backups.take_away") as uow:
            uow.session.add(record)
    return there
