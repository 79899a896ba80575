"""Backups made and tried, where automatic ones go, and how long the last good one is ago."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sqlalchemy import func, select

from db.models.audit import AuditEvent
from db.models.practice import Practice
from db.models.set_up import BackupRecord
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.keeping import BackupRow, Backups, BackupSettings, BackupState
from icm_desktop.permissions import Privilege, requires

USUAL_KEEP = 14
DUE_AFTER = dt.timedelta(hours=24)
CHECK_AFTER, CHECK_OVERDUE = dt.timedelta(days=7), dt.timedelta(days=14)
_MOST_ROWS = 200
_SECOND = "second"  # the copy of a backup on a second place


@requires(Privilege.BACKUP)
def backups(uow: UnitOfWork) -> Backups:
    """What the Backups screen shows, newest first."""
    rows = uow.session.scalars(
        select(BackupRecord)
        .where(BackupRecord.removed_at.is_(None))
        .order_by(BackupRecord.made_at.desc(), BackupRecord.id.desc())
        .limit(_MOST_ROWS)
    )
    return Backups(settings(uow), str(folder_of(uow)), tuple(map(_row, rows)))


@requires(Privilege.SIGN_IN)
def state(uow: UnitOfWork) -> BackupState:
    """How safe the records are, for everybody who signs in."""
    practice, last, newest = _practice(uow), _last_good(uow), _newest(uow)
    copy = _newest(uow, second=True) if practice.backup_second_folder else None
    since = last.made_at if last is not None else practice.created_at
    overdue = not practice.is_sample and since is not None and uow.now - since > DUE_AFTER
    checked = practice.verified_at or practice.created_at
    long_ago = not practice.is_sample and checked is not None and uow.now - checked > CHECK_OVERDUE
    return BackupState(
        last_good_at=None if last is None else last.made_at,
        last_problem=None if newest is None else newest.problem,
        last_path=None if newest is None else newest.path,
        overdue=overdue,
        at_quit=settings(uow).at_quit and not practice.is_sample,
        check_due=not practice.is_sample and checked is not None and uow.now - checked > CHECK_AFTER,
        last_check_ok=practice.verified_ok,
        unchecked_since=checked if long_ago else None,
        key_at_close=bool(practice.key_at_close),
        second_problem=None if copy is None else copy.problem,
        second_path=practice.backup_second_folder,
    )


@requires(Privilege.SIGN_IN)
def settings(uow: UnitOfWork) -> BackupSettings:
    """The practice's choice, or what is usual."""
    practice = _practice(uow)
    keep = practice.backup_keep or USUAL_KEEP
    at_quit = practice.backup_at_quit is not False
    return BackupSettings(practice.backup_folder, keep, at_quit, practice.backup_second_folder)


@requires(Privilege.SIGN_IN)
def folder_of(uow: UnitOfWork) -> Path:
    """Where automatic backups go."""
    chosen = _practice(uow).backup_folder
    return Path(chosen) if chosen else uow.database.path.parent / "backups"


@requires(Privilege.SIGN_IN)
def is_sample(uow: UnitOfWork) -> bool:
    """Whether these are invented patients, which nobody needs a backup of."""
    return _practice(uow).is_sample


@requires(Privilege.SIGN_IN)
def changed(uow: UnitOfWork) -> bool:
    """Whether anything was written since the last good backup, or that one is not there any more."""
    last = _last_good(uow)
    if last is None or not Path(last.path).exists():
        return True
    events = (
        select(AuditEvent.seq)
        .where(AuditEvent.seq > (last.seq or 0), AuditEvent.digest_after.is_not(None))
        .where(func.coalesce(AuditEvent.object_kind, "") != BackupRecord.__tablename__)
    )
    return uow.session.scalars(events.limit(1)).first() is not None


def _last_good(uow: UnitOfWork) -> BackupRecord | None:
    """The newest backup that was read through after it was written."""
    return uow.session.scalars(
        select(BackupRecord)
        .where(BackupRecord.removed_at.is_(None), BackupRecord.problem.is_(None), BackupRecord.verified_at.is_not(None))
        .where(BackupRecord.how != _SECOND)
        .order_by(BackupRecord.made_at.desc(), BackupRecord.id.desc())
        .limit(1)
    ).first()


def _newest(uow: UnitOfWork, *, second: bool = False) -> BackupRecord | None:
    query = select(BackupRecord).where(BackupRecord.removed_at.is_(None), (BackupRecord.how == _SECOND) == second)
    return uow.session.scalars(query.order_by(BackupRecord.made_at.desc(), BackupRecord.id.desc()).limit(1)).first()


def _practice(uow: UnitOfWork) -> Practice:
    return uow.session.scalars(select(Practice)).one()


def _row(record: BackupRecord) -> BackupRow:
    return BackupRow(
        id=record.id,
        made_at=record.made_at,
        how=record.how,
        path=record.path,
        size_bytes=record.size_bytes,
        verified_at=record.verified_at,
        problem=record.problem,
        there=record.problem is None and Path(record.path).exists(),
    )
