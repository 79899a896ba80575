"""Every automatic backup is kept on a second place too, where the practice named one: copied, read through, noted.

With each copy goes a receipt of where the audit record ended, which `verify` holds the file against.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from db import receipts
from db.audit import utc_text
from db.backup_copy import copy_backup
from db.errors import DatabaseProblem
from db.models.set_up import BackupRecord
from icm_desktop.contracts.keeping import BackupSettings
from icm_desktop.long_work import Progress
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.services import half_backups, old_backups

SECOND = "second"


@requires(Privilege.SIGN_IN)
def keep_there(practice: OpenPractice, made: Path, settings: BackupSettings, progress: Progress) -> str | None:
    """Copy a backup that was just made to the second place.

    The first one is good whatever comes of this, so nothing is raised but a person's own Cancel.

    Returns:
        The code of the sentence why there is no copy; None when there is one, or none is wanted.
    """
    if settings.second is None:
        return None
    try:
        with half_backups.alone(practice):
            found = _kept(practice, made, Path(settings.second), progress)
    except DatabaseProblem as problem:  # another backup just began, or the disk of the records is full
        return problem.code
    if found is None:
        old_backups.take_away(practice, Path(settings.second), settings.keep)
    return found


def _kept(practice: OpenPractice, made: Path, folder: Path, progress: Progress) -> str | None:
    out = folder / made.name
    with practice.write("services.second_place.keep_there") as uow:
        uow.record(half_backups.STARTED, detail={"path": str(out), "how": SECOND})
        record = BackupRecord(made_at=uow.now, how=SECOND, path=str(out))
    try:
        if not folder.is_dir():
            raise DatabaseProblem("db.second_folder_gone", path=str(folder))
        manifest = copy_backup(made, out, practice.database.key, progress.step)
        record.size_bytes, record.rows = out.stat().st_size, sum(manifest.counts.values())
        record.seq, record.verified_at = manifest.head.seq, dt.datetime.now(dt.UTC)
        chain = practice.database.anchor.chain
        receipts.append(folder, practice.database.path, chain, utc_text(record.verified_at), manifest.head)
    except DatabaseProblem as problem:
        record.problem = "db.disk_full" if problem.code == "db.no_room" else problem.code
    problem_found = record.problem
    with practice.write("services.second_place.keep_there") as uow:
        uow.session.add(record)
    return problem_found
