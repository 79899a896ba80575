"""Backups by hand and by themselves, and the check of everything that can be checked."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

from sqlalchemy import select

from db import backup as db_backup
from db import verify as db_verify
from db.errors import DatabaseProblem
from db.models.practice import Practice
from db.models.set_up import BackupRecord
from db.unit_of_work import UnitOfWork
from icm_desktop import restoring
from icm_desktop.changes import Changes
from icm_desktop.contracts.keeping import (
    AutomaticBackup,
    BackupMade,
    BackupSettings,
    Check,
    Checked,
    Restored,
    RestoreRequest,
)
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.queries import backups as kept
from icm_desktop.services import half_backups, old_backups, second_place

BY_HAND, AT_QUIT, SCHEDULED = "by_hand", "at_quit", "scheduled"
MOST_KEPT = 365


@long_work
@requires(Privilege.BACKUP)
def backup(practice: OpenPractice, out: str, *, progress: Progress) -> BackupMade:
    """Write an encrypted copy with its key slots and signed manifest, verified by opening it.

    Raises:
        DatabaseProblem: there is a file already, no room, another backup is being made, or the copy does not check.
    """
    return _make(practice, Path(out).expanduser().absolute(), BY_HAND, progress)


@long_work
@requires(Privilege.BACKUP)
def back_up_now(practice: OpenPractice, *, progress: Progress) -> AutomaticBackup:
    """A backup in the practice's folder whether anything changed or not; the oldest ones of this kind are taken away.

    Raises:
        DatabaseProblem: db.backup_folder_gone, and as `backup`.
    """
    return _in_folder(practice, SCHEDULED, progress)


@long_work
@requires(Privilege.SIGN_IN)
def automatic(practice: OpenPractice, how: str, *, progress: Progress) -> AutomaticBackup:
    """The backup everybody's work ends with: nothing is asked, the practice's settings say where and whether.

    Args:
        practice: The open practice.
        how: "at_quit", or "scheduled" for one made beside the work.
        progress: Pages copied and in all.

    Raises:
        DatabaseProblem: db.backup_folder_gone, and as `backup`; recorded, so that the next sign-in tells it.
    """
    half_backups.take_away(practice)
    with practice.read() as uow:
        settings = kept.settings(uow)
        wanted = not kept.is_sample(uow) and (settings.at_quit or how != AT_QUIT)
        if not wanted or not kept.changed(uow):
            return AutomaticBackup(None, 0)
    return _in_folder(practice, AT_QUIT if how == AT_QUIT else SCHEDULED, progress)


@long_work
@requires(Privilege.BACKUP)
def restore(practice: OpenPractice, request: RestoreRequest, *, progress: Progress) -> Restored:
    """Make a new database file from a backup; see `icm_desktop.restoring.restore`.

    Raises:
        CannotOpen: why not; nothing was made.
    """
    made = restoring.restore(request, progress)
    with practice.write("services.backups.restore") as uow:
        uow.record("backup.restored")
    return made


@long_work
@requires(Privilege.BACKUP)
def check_backup(practice: OpenPractice, record_id: int, *, progress: Progress) -> Checked:
    """Read one backup through again: its signature, every page, the structure, the counts and the audit head.

    Raises:
        NotFound: backup.no_such.
    """
    with practice.read() as uow:
        record = uow.session.get(BackupRecord, record_id)
        if record is None:
            raise NotFound("backup.no_such")
        path = Path(record.path)
    try:
        db_backup.check_backup(path, practice.database.key, progress.step)
    except DatabaseProblem as problem:
        return Checked((Check("backup", False, problem.code),))
    with practice.write("services.backups.check_backup") as uow:
        uow.session.get_one(BackupRecord, record_id).verified_at = uow.now
    return Checked((Check("backup", True, ""),), Changes.of("backup"))


@requires(Privilege.BACKUP)
def save_settings(uow: UnitOfWork, request: BackupSettings) -> Changes:
    """Where automatic backups go and where they are kept too, how many, and whether one is made at quit.

    Raises:
        Invalid: backup.no_folder, backup.same_folder, backup.bad_keep.
    """
    folder, second = _there("folder", request.folder), _there("second", request.second)
    if second is not None and second.samefile(folder or uow.database.path.parent):
        raise Invalid("backup.same_folder", "second")
    if not 1 <= request.keep <= MOST_KEPT:
        raise Invalid("backup.bad_keep", "keep", most=MOST_KEPT)
    practice = uow.session.scalars(select(Practice)).one()
    practice.backup_folder = None if folder is None else str(folder)
    practice.backup_second_folder = None if second is None else str(second)
    practice.backup_keep, practice.backup_at_quit = request.keep, request.at_quit
    return Changes.of("practice", "backup", action_id=uow.action_id)


@long_work
@requires(Privilege.BACKUP)
def verify(practice: OpenPractice, *, progress: Progress) -> Checked:
    """Check pages, structure, foreign keys, audit chain and anchor, row digests, key slots, file modes and version."""
    return _verified(practice, progress)


@long_work
@requires(Privilege.SIGN_IN)
def weekly_check(practice: OpenPractice, *, progress: Progress) -> Checked:
    """The same, noted down with its day, so that it is done once a week whoever works here."""
    found = _verified(practice, progress)
    with practice.write("services.backups.weekly_check") as uow:
        row = uow.session.scalars(select(Practice)).one()
        row.verified_at, row.verified_ok = uow.now, found.ok is not False
        wrong = [check.name for check in found.checks if check.ok is False]
        answers = [[check.name, check.ok, check.detail] for check in found.checks]  # ids and counts only
        uow.record("database.checked", detail={"wrong": wrong, "checks": answers})
    return Checked(found.checks, Changes.of("backup", "audit_review"))


def _verified(practice: OpenPractice, progress: Progress) -> Checked:
    found = db_verify.verify(practice.database, progress=progress.step)
    return Checked(tuple(Check(check.name, check.ok, check.detail) for check in found.checks))


def _in_folder(practice: OpenPractice, how: str, progress: Progress) -> AutomaticBackup:
    with practice.read() as uow:
        settings = kept.settings(uow)
        folder = kept.folder_of(uow)
        local = uow.now.astimezone(uow.zone)
    path = folder / f"{practice.database.path.stem}-{stamp(local)}.icm"
    try:
        _make_ready(folder, chosen=settings.folder is not None)
    except DatabaseProblem as problem:
        _note(practice, BackupRecord(made_at=dt.datetime.now(dt.UTC), how=how, path=str(path), problem=problem.code))
        raise
    made = _make(practice, path, how, progress)
    removed = old_backups.take_away(practice, folder, settings.keep)
    second_problem = second_place.keep_there(practice, path, settings, progress)
    return AutomaticBackup(made, removed, made.changes, second_problem)


def _there(field: str, folder: str | None) -> Path | None:
    if folder is None:
        return None
    path = Path(folder).expanduser().absolute()
    if not path.is_dir():
        raise Invalid("backup.no_folder", field, path=folder)
    return path


def stamp(local: dt.datetime) -> str:
    """The moment as part of a file's name."""
    return f"{local:%Y-%m-%d-%H%M%S}"


def _make_ready(folder: Path, *, chosen: bool) -> None:
    """The practice's own folder is made; one somebody chose must be there, or a stick that is out would be the disk."""
    if chosen and not folder.is_dir():
        raise DatabaseProblem("db.backup_folder_gone", path=str(folder))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseProblem("db.backup_folder_gone", path=str(folder)) from error


def _make(practice: OpenPractice, path: Path, how: str, progress: Progress) -> BackupMade:
    with half_backups.alone(practice):
        return _made(practice, path, how, progress)


def _made(practice: OpenPractice, path: Path, how: str, progress: Progress) -> BackupMade:
    with practice.write("services.backups.backup") as uow:
        uow.record(half_backups.STARTED, detail={"path": str(path), "how": how})
        now = uow.now
    record = BackupRecord(made_at=now, how=how, path=str(path))
    try:
        manifest = db_backup.backup(practice.database, path, now=now, progress=progress.step)
    except DatabaseProblem as problem:
        record.problem = "db.disk_full" if problem.code == "db.no_room" else problem.code
        _note(practice, record)
        raise
    size = path.stat().st_size
    record.size_bytes, record.rows, record.seq = size, sum(manifest.counts.values()), manifest.head.seq
    record.verified_at = dt.datetime.now(dt.UTC)
    _note(practice, record)
    practice.database.anchor.copy_to_keyring()
    return BackupMade(str(path), size, manifest.counts.get("patient", 0), Changes.of("backup"))


def _note(practice: OpenPractice, record: BackupRecord) -> None:
    with suppress(DatabaseProblem), practice.write("services.backups.backup") as uow:  # the disk of the records is full
        uow.session.add(record)
