"""The audit head kept outside the file, so that an old copy or a lost log is noticed."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from db.audit import Head
from db.files import write_private


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
        """Remember the head. No fsync: an anchor that is behind is normal, so a lost write does no harm."""
        text = json.dumps({"database_id": self.database_id, "seq": head.seq, "mac": head.mac.hex()})
        draft = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        write_private(draft, text.encode("ascii"))
        draft.replace(self.path)

    def read(self) -> Head | None:
        """The remembered head; None when there is none, it is unreadable, or of another database."""
        try:
            found = json.loads(self.path.read_text(encoding="ascii"))
            if found["database_id"] != self.database_id:
                return None
            return Head(int(found["seq"]), bytes.fromhex(found["mac"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
