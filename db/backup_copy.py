"""A whole backup copied to another place and read through there: what could be read once may not be readable twice."""

from __future__ import annotations

from pathlib import Path

from db import slots
from db.backup import Manifest, Progress, check_backup, draft_of, manifest_path, remove_draft
from db.errors import DatabaseProblem, in_words
from db.files import copy_private, replace_durably
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
    with in_words(out):
        try:
            require_room(out.parent, needed_for_copy(file))
            for source, target in zip(_files(file), _files(draft), strict=True):
                copy_private(source, target)
            manifest = check_backup(draft, key, progress)
            for source, target in reversed(list(zip(_files(draft), _files(out), strict=True))):
                replace_durably(source, target)  # the database last: a file of this name is always a whole backup
            return manifest
        except BaseException:
            remove_draft(out)
            raise


def _files(file: Path) -> tuple[Path, Path, Path]:
    return file, slots.slot_path(file), manifest_path(file)
