"""Receipts of the audit record at the second place of backups: where the chain ended each time one was kept there.

Whoever puts an old file back and the anchor of this computer with it does not reach that place, too. One line a backup:
numbers and codes only, the first 20 digits of `mac` are the code on the printed receipt.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import Connection

from db.audit import Head
from db.engine import driver_connection

_SUFFIX = "-audit-receipts.jsonl"
_NEWEST = 1000  # lines that are compared: two years of daily backups
_PLACE = "SELECT backup_second_folder FROM practice"
_ACCEPTED = "SELECT seq, at FROM audit_event WHERE event = 'access.older_copy_accepted'"
_MAC = "SELECT mac FROM audit_event WHERE seq = ?"


@dataclass(frozen=True, slots=True)
class Receipt:
    """One line. `chain`: which database it is, and since which restore; `at`: UTC as the file holds moments."""

    at: str
    chain: str
    seq: int
    mac: str


def append(folder: Path, database: Path, chain: str, at: str, head: Head) -> None:
    """Add a line for the backup of `database` just kept in `folder`; a full disk there is no reason to fail."""
    line = json.dumps(asdict(Receipt(at, chain, head.seq, head.mac.hex()))) + "\n"
    with suppress(OSError):
        handle = os.open(_file(folder, database), os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(line.encode("ascii"))
            file.flush()
            os.fsync(file.fileno())


def compared(connection: Connection, database: Path, chain: str) -> tuple[int, Receipt | None]:
    """How many receipts lie at the second place, and the first of them that this file does not hold.

    What an administrator knowingly left behind by going on with an older copy counts no more.
    """
    raw = driver_connection(connection)
    place = raw.execute(_PLACE).fetchone()
    found = _read(_file(Path(place[0]), database), chain) if place and place[0] else []
    accepted = raw.execute(_ACCEPTED).fetchall() if found else []
    held = [one for one in found if not any(seq <= one.seq and one.at <= at for seq, at in accepted)]
    for one in held:
        row = raw.execute(_MAC, (one.seq,)).fetchone()
        if row is None or row[0].hex() != one.mac:
            return len(held), one
    return len(held), None


def _file(folder: Path, database: Path) -> Path:
    return folder / f"{database.stem}{_SUFFIX}"


def _read(file: Path, chain: str) -> list[Receipt]:
    try:
        lines = file.read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    read = [_parse(line) for line in lines]
    return [one for one in read if one is not None and one.chain == chain][-_NEWEST:]


def _parse(line: str) -> Receipt | None:
    try:
        return Receipt(**json.loads(line))
    except (ValueError, TypeError):
        return None  # the last line of a program that was killed
