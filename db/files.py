"""Files only their owner may read, written so that a power cut leaves the old or the new one."""

from __future__ import annotations

import os
from pathlib import Path


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
