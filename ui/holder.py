"""One window per database on this computer: a second one is told who has it."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile

from icm_desktop.errors import Conflict


class WindowHold:
    """Held from sign-in until the window closes, also while it is locked."""

    def __init__(self, state_folder: Path) -> None:
        self._folder = state_folder / "windows"
        self._lock: QLockFile | None = None
        self._path: Path | None = None

    def take(self, database: str) -> None:
        """Hold the database, letting go of another one.

        Raises:
            Conflict: "window.held" with user, host and since when.
        """
        path = self._file(database)
        if self._path == path and self._lock is not None:
            return
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = QLockFile(str(path))
        lock.setStaleLockTime(0)  # a window may be open for days; a dead process frees it by itself
        if not lock.tryLock(0):
            raise self._held(lock, path)
        self.release()
        self._lock, self._path = lock, path

    def release(self) -> None:
        """Let another window open the database."""
        if self._lock is not None:
            self._lock.unlock()
        self._lock = self._path = None

    def _file(self, database: str) -> Path:
        name = hashlib.sha256(str(Path(database).expanduser().resolve()).encode()).hexdigest()[:32]
        return self._folder / f"{name}.lock"

    @staticmethod
    def _held(lock: QLockFile, path: Path) -> Conflict:
        _pid, host, _program = _info(lock)
        try:
            user = path.owner()
            since = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC)
        except (OSError, KeyError, NotImplementedError):
            user, since = "?", dt.datetime.now(dt.UTC)
        return Conflict("window.held", user=user, host=host or "?", since=since)


def _info(lock: QLockFile) -> tuple[int, str, str]:
    told: object = lock.getLockInfo()  # the binding gives (found, pid, host, program)
    if isinstance(told, tuple) and len(told) == 4:
        return int(told[1]), str(told[2]), str(told[3])
    return 0, "", ""
