"""Files of an export: written once from front to back, each with its count, size and digest."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from db.files import replace_durably, write_private
from icm_desktop.contracts.record_export import ExportedFile
from icm_desktop.errors import Invalid

_MODE = 0o600


def write_out(path: Path, content: bytes) -> None:
    """Write a file for its owner alone, whole or not at all.

    Raises:
        Invalid: exports.cannot_write, also for what is no name of a file.
    """
    try:
        draft = path.with_name(path.name + ".part")
        try:
            write_private(draft, content, durable=True)
            replace_durably(draft, path)
        except OSError:
            draft.unlink(missing_ok=True)
            raise
    except (OSError, ValueError):
        raise Invalid("exports.cannot_write") from None


class Written:
    """One file that is being written."""

    def __init__(self, folder: Path, name: str) -> None:
        self._name, self.count, self.size = name, 0, 0
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_CREAT | os.O_WRONLY | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self._file: BinaryIO = os.fdopen(os.open(path, flags, _MODE), "wb")
        self._digest = hashlib.sha256()

    def add(self, content: bytes, *, counts: bool = True) -> None:
        """Write on; `counts`: it is one more resource or row."""
        self._file.write(content)
        self._digest.update(content)
        self.size += len(content)
        self.count += counts

    def finish(self) -> ExportedFile:
        """Close it, on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        return ExportedFile(self._name, self.count, self.size, self._digest.hexdigest())

    def abandon(self) -> None:
        """Close it as it is."""
        self._file.close()


class Folder:
    """The files of one export; several are open at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: dict[str, Written] = {}
        self.finished: list[ExportedFile] = []

    def file(self, name: str) -> Written:
        """The file of a name, begun when it is asked for the first time."""
        if name not in self._open:
            self._open[name] = Written(self.path, name)
        return self._open[name]

    def finish(self, name: str) -> None:
        """One file is complete."""
        self.finished.append(self._open.pop(name).finish())

    def finish_all(self) -> None:
        """All that are still open are complete."""
        for name in sorted(self._open):
            self.finish(name)

    def abandon(self) -> None:
        """Let go of all of them."""
        for one in self._open.values():
            one.abandon()
        self._open.clear()
