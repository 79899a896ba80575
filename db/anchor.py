"""The audit head kept outside the file, so that an old copy or a lost log is noticed."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from db.audit import Head
from db.device import DeviceStore

_LINE = 256  # bytes of one of the two lines; they are written in turn, so that a cut-off write spoils only one
_SUFFIX = ".anchor.json"
_OPEN = os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the heads of one database are written: `<state folder>/<database id>.anchor.json`.

    A restored file has an anchor of its own (`lineage`). `keyring`: where a copy is kept too, where it is used.
    """

    path: Path
    database_id: str
    keyring: DeviceStore | None = None

    @classmethod
    def inside(cls, state_folder: Path, database_id: str, lineage: str | None = None) -> Anchor:
        """The anchor of a database in this state folder, which is made when missing."""
        state_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = f"{database_id}.{lineage}" if lineage else database_id
        return cls(state_folder / f"{name}{_SUFFIX}", database_id)

    @property
    def chain(self) -> str:
        """The database and, once it was restored, since when it goes its own way: what names the anchor's file."""
        return self.path.name.removesuffix(_SUFFIX)

    def write(self, head: Head) -> None:
        """Remember the head. No fsync, no new file: being behind is normal, and every act passes here.

        The act is committed by now, so a full disk must not make it look as if nothing was saved.
        """
        with suppress(OSError):
            self._write(head)

    def copy_to_keyring(self) -> None:
        """At lock, quit and backup: keep the last place in the keyring too, when there is one for this."""
        head = self._from_file() if self.keyring is not None else None
        if head is not None and self.keyring is not None:
            self.keyring.note(self.path.name, self._text(head))

    def _text(self, head: Head) -> str:
        return json.dumps({"database_id": self.database_id, "seq": head.seq, "mac": head.mac.hex()})

    def _write(self, head: Head) -> None:
        text = self._text(head)
        handle = os.open(self.path, _OPEN, 0o600)
        try:
            os.lseek(handle, head.seq % 2 * _LINE, os.SEEK_SET)
            os.write(handle, text.ljust(_LINE - 1).encode("ascii") + b"\n")
        finally:
            os.close(handle)

    def forget(self) -> None:
        """Begin anew, after somebody who may do so accepted an older copy; the next act writes its head."""
        self.path.unlink(missing_ok=True)
        if self.keyring is not None:
            self.keyring.unnote(self.path.name)

    def read(self) -> Head | None:
        """The newest remembered head; None when there is none, it is unreadable, or of another database."""
        noted = None if self.keyring is None else self.keyring.noted(self.path.name)
        return _newest([self._from_file(), None if noted is None else self._head(noted.encode())])

    def _from_file(self) -> Head | None:
        try:
            content = self.path.read_bytes()
        except OSError:
            return None
        return _newest([self._head(content[start : start + _LINE]) for start in (0, _LINE)])

    def _head(self, line: bytes) -> Head | None:
        try:
            found = json.loads(line)
            if found["database_id"] != self.database_id:
                return None
            return Head(int(found["seq"]), bytes.fromhex(found["mac"]))
        except (ValueError, KeyError, TypeError):
            return None


def _newest(heads: list[Head | None]) -> Head | None:
    return max((head for head in heads if head is not None), key=lambda head: head.seq, default=None)
