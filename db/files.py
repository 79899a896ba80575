"""Files only their owner may read, written so that a power cut leaves the old or the new one."""

from __future__ import annotations

import glob
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LEFT_BEHIND = 24 * 3600  # seconds after which a folder for a moment is one whose program was killed


def write_private(path: Path, content: bytes, *, durable: bool = False) -> None:
    """Write a file of mode 0600 from its first byte on.

    Args:
        path: The file; replaced when it exists.
        content: Its bytes.
        durable: Wait until the disk has it.
    """
    handle = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        if durable:
            file.flush()
            os.fsync(file.fileno())


def copy_private(source: Path, target: Path) -> None:
    """Copy a file to a new one of mode 0600, and wait until the disk has it."""
    handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with source.open("rb") as read, os.fdopen(handle, "wb") as written:
        shutil.copyfileobj(read, written, 1 << 20)
        written.flush()
        os.fsync(written.fileno())


@contextmanager
def passing_folder(parent: Path, prefix: str) -> Iterator[Path]:
    """A private folder that is gone afterwards; those of this prefix that killed programs left go first."""
    for old in parent.glob(f"{glob.escape(prefix)}*"):
        if old.is_dir() and time.time() - old.stat().st_mtime > _LEFT_BEHIND:
            shutil.rmtree(old, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=prefix, dir=parent) as folder:
        yield Path(folder)


def replace_durably(draft: Path, path: Path) -> None:
    """Put a written draft in the place of `path` in one step, and wait until the folder knows."""
    draft.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the folder's entries are on the disk; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
