"""The audit chain: canonical bytes, row digests, and the MAC that ties each event to the one before."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, Table

from db.engine import driver_connection
from db.models import types
from db.models.audit import AuditEvent
from db.models.base import Base

NOT_AUDITED = frozenset({"database_info", "action", "audit_event", "draft"})
# What the record of an act never shows, because only a compartment opens it, or because it is a secret of one person;
# the row's digest covers it all the same.
SEALED = {"care_note": frozenset({"text", "sealed"}), "second_step": frozenset({"secret"})}
utc_text = types.utc_text  # an instant as the file holds it
MODULUS = 1 << 256  # sums of digests wrap here (multiset hash by addition, Clarke et al., ASIACRYPT 2003)
_COLUMNS = tuple(column.name for column in AuditEvent.__table__.columns)
_LAST = "SELECT seq, mac FROM audit_event ORDER BY seq DESC LIMIT 1"
_NEWEST = "SELECT max(at) FROM audit_event WHERE seq > (SELECT max(seq) FROM audit_event) - ?"
_APPEND = f"INSERT INTO audit_event ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608
_SIGNED = (
    "seq",
    "at",
    "monotonic_ms",
    "action_id",
    "user_id",
    "role",
    "event",
    "patient_id",
    "object_kind",
    "object_id",
    "detail",
    "changes",
)


@dataclass(frozen=True, slots=True)
class Head:
    """The last link of the chain; seq 0 before the first event."""

    seq: int
    mac: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """An event before it gets its place in the chain; digests are 256-bit numbers."""

    event: str
    patient_id: int | None = None
    object_kind: str | None = None
    object_id: int | None = None
    detail: dict[str, Any] | None = None
    changes: dict[str, Any] | None = None
    digest_before: int | None = None
    digest_after: int | None = None
    of_action: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who and when, the same for all events of one unit of work."""

    at: dt.datetime
    monotonic_ms: int
    action_id: int
    user_id: int | None
    role: str


class RowDigest:
    """Digests rows of one table as they are stored: a keyed 256-bit hash over the columns that are not NULL.

    Leaving NULL out lets a later schema add nullable columns without touching old digests.
    """

    def __init__(self, key: bytes, table: Table) -> None:
        self.table = table
        self.names = [column.name for column in table.columns]
        self._keyed = hashlib.blake2b(key=key, digest_size=32)
        self._select = f"SELECT {', '.join(_quoted(name) for name in self.names)} FROM {_quoted(table.name)}"  # noqa: S608

    def of(self, row: Sequence[Any]) -> int:
        """The digest of one stored row, its values in the order of the table's columns."""
        values = {name: value for name, value in zip(self.names, row, strict=True) if value is not None}
        digest = self._keyed.copy()
        digest.update(_canonical([self.table.name, values], values.values()))
        return int.from_bytes(digest.digest(), "big")

    def stored(self, connection: Connection, row_id: int) -> tuple[Any, ...] | None:
        """The row as it lies in the file now."""
        found = driver_connection(connection).execute(f"{self._select} WHERE id = ?", (row_id,)).fetchone()
        return None if found is None else tuple(found)

    def every(self, connection: Connection) -> Iterator[tuple[Any, ...]]:
        """All rows, streamed in id order."""
        yield from driver_connection(connection).execute(f"{self._select} ORDER BY id")

    def between(self, connection: Connection, first_id: int, last_id: int) -> Iterator[tuple[Any, ...]]:
        """Rows whose id lies in the closed range."""
        yield from driver_connection(connection).execute(
            f"{self._select} WHERE id BETWEEN ? AND ?", (first_id, last_id)
        )

    def among(self, connection: Connection, ids: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        """Rows with these ids, at most a few hundred."""
        marks = ", ".join("?" * len(ids))
        yield from driver_connection(connection).execute(f"{self._select} WHERE id IN ({marks})", tuple(ids))


def audited_tables() -> list[Table]:
    """Every table whose rows are digested, parents before children."""
    return [table for table in Base.metadata.sorted_tables if table.name not in NOT_AUDITED]


def last_event(connection: Connection) -> int:
    """The number of the last event: it is the same as long as nobody changed a record."""
    return int(driver_connection(connection).execute("SELECT coalesce(max(seq), 0) FROM audit_event").fetchone()[0])


def newest_moment(connection: Connection, among: int) -> dt.datetime | None:
    """When the latest of the last so many events was, by the clock of then; aware UTC. None: there is no event."""
    text = driver_connection(connection).execute(_NEWEST, (among,)).fetchone()[0]
    return None if text is None else dt.datetime.fromisoformat(text)


def digest_sum(digests: Iterable[int]) -> int:
    """The digest of a set of rows, whatever their order."""
    return sum(digests) % MODULUS


def genesis(audit_key: bytes, database_id: str) -> Head:
    """The link before the first event: it ties the chain to this database."""
    return Head(0, hmac.digest(audit_key, b"genesis\x00" + database_id.encode(), "sha256"))


def head(connection: Connection, audit_key: bytes, database_id: str) -> Head:
    """The last link in the file."""
    row = driver_connection(connection).execute(_LAST).fetchone()
    return genesis(audit_key, database_id) if row is None else Head(*row)


def append(connection: Connection, audit_key: bytes, last: Head, stamp: Stamp, entries: Sequence[Entry]) -> Head:
    """Add events to the chain in the running transaction and return the new head."""
    rows: list[dict[str, Any]] = []
    for entry in entries:
        row = _row(entry, stamp, last)
        row["mac"] = event_mac(audit_key, row)
        last = Head(row["seq"], row["mac"])
        rows.append(row)
    # Every act passes here, and the driver alone takes a tenth of the time.
    driver_connection(connection).executemany(_APPEND, [_stored(row) for row in rows])
    return last


def event_mac(audit_key: bytes, row: dict[str, Any]) -> bytes:
    """HMAC-SHA256 over the link before and the canonical bytes of this one."""
    values = [row[name] for name in _SIGNED]
    values[1] = utc_text(row["at"])
    values += [_hex(row["digest_before"]), _hex(row["digest_after"])]
    text = json.dumps(values, sort_keys=True, separators=(",", ":"))
    return hmac.digest(audit_key, row["prev_mac"] + text.encode(), "sha256")


def changed_columns(table: str, names: Sequence[str], before: Sequence[Any], after: Sequence[Any]) -> dict[str, Any]:
    """{column: [before, after]} of the values that differ and may be shown, bytes as {"base64": ...}."""
    hidden = SEALED.get(table, frozenset())
    return {
        name: [_json(old), _json(new)]
        for name, old, new in zip(names, before, after, strict=True)
        if name not in hidden and (old != new or type(old) is not type(new))
    }


def stored_value(value: Any) -> Any:
    """A value of `changes` back in the form the file holds."""
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value


def _stored(row: dict[str, Any]) -> tuple[Any, ...]:
    texts = {name: None if row[name] is None else json.dumps(row[name]) for name in ("detail", "changes")}
    return tuple({**row, **texts, "at": utc_text(row["at"])}[name] for name in _COLUMNS)


def _row(entry: Entry, stamp: Stamp, last: Head) -> dict[str, Any]:
    return {
        "seq": last.seq + 1,
        "at": stamp.at,
        "monotonic_ms": stamp.monotonic_ms,
        "action_id": stamp.action_id if entry.of_action else None,
        "user_id": stamp.user_id,
        "role": stamp.role,
        "event": entry.event,
        "patient_id": entry.patient_id,
        "object_kind": entry.object_kind,
        "object_id": entry.object_id,
        "detail": entry.detail,
        "changes": entry.changes,
        "digest_before": _digest_bytes(entry.digest_before),
        "digest_after": _digest_bytes(entry.digest_after),
        "prev_mac": last.mac,
    }


def _digest_bytes(number: int | None) -> bytes | None:
    return None if number is None else number.to_bytes(32, "big")


def _hex(value: bytes | None) -> str | None:
    return None if value is None else value.hex()


def _bytes(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"hex": value.hex()}
    raise TypeError(f"a {type(value).__name__} cannot be stored")


def _json(value: Any) -> Any:
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


_encode = json.JSONEncoder(default=_bytes, separators=(",", ":")).encode


def _canonical(value: Any, parts: Iterable[Any]) -> bytes:
    # The bytes of `_encode`, which digests rest on. orjson writes them eight times as fast, and the same as long as
    # no part is a float of unusual size and the text needs no escape beyond those of JSON; else `_encode` does.
    if float in map(type, parts):
        for part in parts:
            if type(part) is float and part != 0 and not 1e-4 <= abs(part) < 1e15:
                return _encode(value).encode()
    text = orjson.dumps(value, default=_bytes)
    return text if text.isascii() and b"\x7f" not in text else _encode(value).encode()


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
