"""A whole backup copied to another place and read through there: what could be read once may not be readable twice."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from db import slots
from db.backup import Manifest, Progress, check_backup, draft_of, manifest_path, remove_draft
from db.errors import DISK_FULL, DatabaseProblem
from db.files import replace_durably
from db.key import Key
from db.room import needed_for_copy, require_room


def copy_backup(file: Path, out: Path, key: Key, progress: Progress = lambda done, total: None) -> Manifest:
    """Copy the three files of a backup and check the copy; half a copy never lies there.

    Raises:
        DatabaseProblem: db.exists, db.no_room, db.disk_full, db.cannot_reach, db.backup_bad.
    """
    draft = draft_of(out)
    for part in (out, draft):
        if part.exists():
            raise DatabaseProblem("db.exists", path=str(part))
    try:
        require_room(out.parent, needed_for_copy(file))
        for source, target in zip(_files(file), _files(draft), strict=True):
            _copied(source, target)
        manifest = check_backup(draft, key, progress)
        for source, target in reversed(list(zip(_files(draft), _files(out), strict=True))):
            replace_durably(source, target)  # the database last: a file of this name is always a whole backup
        return manifest
    except OSError as error:
        remove_draft(out)
        if error.errno in DISK_FULL:
            raise DatabaseProblem("db.disk_full", path=str(out)) from None
        raise DatabaseProblem("db.cannot_reach", path=str(out), reason=os.strerror(error.errno or 0)) from None
    except BaseException:
        remove_draft(out)
        raise


def _files(file: Path) -> tuple[Path, Path, Path]:
    return file, slots.slot_path(file), manifest_path(file)


def _copied(source: Path, target: Path) -> None:
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with source.open("rb") as read, os.fdopen(handle, "wb") as written:
        shutil.copyfileobj(read, written, 1 << 20)
        written.flush()
        os.fsync(written.fileno())
