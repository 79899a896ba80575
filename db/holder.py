"""One window per database on this computer, and who holds it."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from db.errors import DatabaseProblem
from db.files import write_private


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the window open: account, computer and process."""

    user: str
    host: str
    pid: int


class WindowLock:
    """Held from sign-in until the window closes; the operating system frees it when the program ends in any way."""

    def __init__(self, state_folder: Path, database_id: str) -> None:
        state_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = state_folder / f"{database_id}.window.lock"
        self._who = state_folder / f"{database_id}.window.json"
        self._file: IO[bytes] | None = None

    def take(self, user: str | None = None) -> None:
        """Take the lock.

        Args:
            user: Who signed in, for the sentence another window shows; the account of the computer by default.

        Raises:
            DatabaseProblem: db.held with user, host and pid of the window that has it.
        """
        handle = os.open(self._lock, os.O_CREAT | os.O_RDWR, 0o600)
        file = os.fdopen(handle, "r+b")
        if not _try_lock(file):
            file.close()
            held = self.holder()
            raise DatabaseProblem("db.held", user=held.user, host=held.host, pid=held.pid)
        self._file = file
        me = {"user": user or _account(), "host": socket.gethostname(), "pid": os.getpid()}
        write_private(self._who, json.dumps(me).encode())

    def release(self) -> None:
        """Let another window open the database."""
        if self._file is not None:
            self._who.unlink(missing_ok=True)
            self._file.close()
            self._file = None

    def holder(self) -> Holder:
        """Who said last that they hold it; unknown names when the note cannot be read."""
        try:
            found = json.loads(self._who.read_text(encoding="utf-8"))
            return Holder(str(found["user"]), str(found["host"]), int(found["pid"]))
        except (OSError, ValueError, KeyError, TypeError):
            return Holder("?", "?", 0)


def _account() -> str:
    with contextlib.suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return "?"


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
