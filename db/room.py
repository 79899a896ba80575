"""Whether a disk has room for a file that is about to be written."""

from __future__ import annotations

import shutil
from pathlib import Path

from db.errors import DatabaseProblem

_UPDATE = 1.5  # of the file: its copy, and what the steps and their journal may add
_SPARE = 16_000_000  # for what else writes meanwhile
_MB = 1_000_000


def needed_for_update(path: Path) -> int:
    """Bytes that must be free beside a database while a copy of it is brought up to date."""
    log = Path(f"{path}-wal")
    return int((path.stat().st_size + (log.stat().st_size if log.exists() else 0)) * _UPDATE) + _SPARE


def in_mb(size: int) -> int:
    """Bytes as whole MB, rounded up."""
    return -(-size // _MB)


def require_room(folder: Path, needed: int) -> None:
    """Raise when fewer than `needed` bytes are free where `folder` lies.

    Raises:
        DatabaseProblem: db.no_room with the folder, what is needed and what is free, in MB.
    """
    free = free_bytes(folder)
    if free is not None and free < needed:
        raise DatabaseProblem("db.no_room", path=str(folder), needed_mb=in_mb(needed), free_mb=free // _MB)


def needed_for_copy(path: Path) -> int:
    """Bytes that must be free where a copy of a database is made."""
    return path.stat().st_size + _SPARE


def free_bytes(folder: Path) -> int | None:
    """What this user may still write there; None when the folder does not say, and writing will."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
