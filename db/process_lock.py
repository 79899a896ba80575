"""A lock between the programs of one computer; the operating system frees it when its holder ends in any way."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO


class ProcessLock:
    """Held by at most one process for a purpose, such as an import into one database."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = path
        self._file: IO[bytes] | None = None

    def take(self) -> bool:
        """Take the lock; False when somebody has it, this process included."""
        handle = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
        file = os.fdopen(handle, "r+b")
        if not _try_lock(file):
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let another one take it."""
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
