"""Takes away automatic backups beyond the number kept: the program's own, finished and signed ones, oldest first."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from db import slots
from db.backup import key_of, manifest_path, read_manifest
from db.errors import DatabaseProblem
from db.models.set_up import BackupRecord
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice

_AUTOMATIC = ("at_quit", "scheduled", "second")


@requires(Privilege.SIGN_IN)
def take_away(practice: OpenPractice, folder: Path, keep: int) -> int:
    """Remove the oldest beyond `keep`; returns how many. Files somebody put there or made by hand stay."""
    with practice.read() as uow:
        rows = uow.session.scalars(
            select(BackupRecord)
            .where(
                BackupRecord.removed_at.is_(None),
                BackupRecord.how.in_(_AUTOMATIC),
                BackupRecord.verified_at.is_not(None),
                BackupRecord.problem.is_(None),
            )
            .order_by(BackupRecord.made_at.desc(), BackupRecord.id.desc())
        )
        beyond = [(row.id, Path(row.path)) for row in rows if Path(row.path).parent == folder][max(keep, 1) :]
    gone = [record_id for record_id, path in beyond if _removed(practice, path)]
    if gone:
        with practice.write("services.old_backups.take_away") as uow:
            for record_id in gone:
                uow.session.get_one(BackupRecord, record_id).removed_at = uow.now
    return len(gone)


def _removed(practice: OpenPractice, path: Path) -> bool:
    """Delete the files of one backup that carries our signature; the database file first, so that no half one looks
    whole. One that is gone already only loses what a stopped removal left."""
    try:
        if path.exists():
            read_manifest(path, key_of(path, practice.database.key))
        for part in (path, slots.slot_path(path), manifest_path(path)):
            part.unlink(missing_ok=True)
    except (DatabaseProblem, OSError):
        return False
    return True
