"""Verified backups, and the check of everything that can be checked."""

from __future__ import annotations

from pathlib import Path

from db import backup as db_backup
from db import verify as db_verify
from icm_desktop.contracts.keeping import BackupMade, Check, Checked
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice


@long_work
@requires(Privilege.BACKUP)
def backup(practice: OpenPractice, out: str, *, progress: Progress) -> BackupMade:
    """Write an encrypted copy with its key slots and signed manifest, verified by opening it.

    Raises:
        DatabaseProblem: there is a file already, the disk is full, or the copy does not check.
    """
    path = Path(out).expanduser().absolute()
    with practice.write("services.backups.backup") as uow:
        uow.record("backup.started")
    manifest = db_backup.backup(practice.database, path, progress=progress.step)
    return BackupMade(str(path), path.stat().st_size, manifest.counts.get("patient", 0))


@long_work
@requires(Privilege.BACKUP)
def verify(practice: OpenPractice, *, progress: Progress) -> Checked:
    """Check pages, structure, foreign keys, audit chain and anchor, row digests, key slots, file modes and version."""
    found = db_verify.verify(practice.database, progress=progress.step)
    return Checked(tuple(Check(check.name, check.ok, check.detail) for check in found.checks))
