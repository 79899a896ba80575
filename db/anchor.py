"""The audit head kept outside the file, so that an old copy or a lost log is noticed."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from db.audit import Head

_LINE = 256  # bytes of one of the two lines; they are written in turn, so that a cut-off write spoils only one
_OPEN = os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the heads of one database are written: `<state folder>/<database id>.anchor.json`."""

    path: Path
    database_id: str

    @classmethod
    def inside(cls, state_folder: Path, database_id: str) -> Anchor:
        """The anchor of a database in this state folder, which is made when missing."""
        state_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(state_folder / f"{database_id}.anchor.json", database_id)

    def write(self, head: Head) -> None:
        """Remember the head. No fsync, no new file: being behind is normal, and every act passes here.

        The act is committed by now, so a full disk must not make it look as if nothing was saved.
        """
        with suppress(OSError):
            self._write(head)

    def _write(self, head: Head) -> None:
        text = json.dumps({"database_id": self.database_id, "seq": head.seq, "mac": head.mac.hex()})
        handle = os.open(self.path, _OPEN, 0o600)
        try:
            os.lseek(handle, head.seq % 2 * _LINE, os.SEEK_SET)
            os.write(handle, text.ljust(_LINE - 1).encode("ascii") + b"\n")
        finally:
            os.close(handle)

    def forget(self) -> None:
        """Begin anew, after somebody who may do so accepted an older copy; the next act writes its head."""
        self.path.unlink(missing_ok=True)

    def read(self) -> Head | None:
        """The newest remembered head; None when there is none, it is unreadable, or of another database."""
        try:
            content = self.path.read_bytes()
        except OSError:
            return None
        heads = [self._head(content[start : start + _LINE]) for start in (0, _LINE)]
        return max((head for head in heads if head is not None), key=lambda head: head.seq, default=None)

    def _head(self, line: bytes) -> Head | None:
        try:
            found = json.loads(line)
            if found["database_id"] != self.database_id:
                return None
            return Head(int(found["seq"]), bytes.fromhex(found["mac"]))
        except (ValueError, KeyError, TypeError):
            return None
