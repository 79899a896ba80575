# ruff: noqa: S608  names of our own tables
"""A database as the first version wrote it: made from the frozen r0001.sql, with rows of every kind and their record.

Nothing here uses today's tables: columns are read from the old file, digests are made over them as they were then.
"""

from __future__ import annotations

import datetime as dt
import hmac
import json
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, MetaData, String, Table, text

from db import audit
from db.audit import MODULUS, NOT_AUDITED, Entry, RowDigest, Stamp
from db.engine import create_database, driver_connection, keyed_connection
from db.keys import Key
from db.migrations.render import statements

_SQL = Path(audit.__file__).parent / "migrations" / "versions" / "r0001.sql"
_AT = dt.datetime(2026, 3, 2, 15, 0, tzinfo=dt.UTC)
_NOT_FACTS = ("patient_search", "patient_middle", "patient_sort", "work_standing", "alembic_version")
PHONE_ACT = 2  # the act that changed the first patient's phone from OLD_PHONE to NEW_PHONE
OLD_PHONE, NEW_PHONE = "555-010-0001", "555-010-0002"
BULK = 300


class FirstVersion:
    """Writes what the first version wrote: rows, acts, and the chain over them."""

    def __init__(self, connection: Connection, key: Key, path: Path) -> None:
        self.connection, self.key, self.path = connection, key, path
        self.audit_key = key.derived("audit-v1")
        self.head = audit.genesis(self.audit_key, key.database_id)
        names = [row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))]
        self.needed: dict[str, dict[str, str | None]] = {}
        self.tables = {name: self._table(name) for name in names if _is_fact(name)}
        self.acts = 0

    def _table(self, name: str) -> Table:
        """The columns as they were then, and which of them must have a value: {column: type, None for a link}."""
        columns = list(self.connection.exec_driver_sql(f'PRAGMA table_info("{name}")'))
        links = {row[3] for row in self.connection.exec_driver_sql(f'PRAGMA foreign_key_list("{name}")')}
        self.needed[name] = {row[1]: None if row[1] in links else row[2] for row in columns if row[3]}
        return Table(name, MetaData(), *(Column(row[1], String) for row in columns))

    def act(self, name: str, *entries: Entry) -> None:
        """One act with its events."""
        self.acts += 1
        values = {"id": self.acts, "at": audit.utc_text(_AT), "user_id": 1, "role": "administrator", "name": name}
        self.connection.execute(
            text("INSERT INTO action (id, at, user_id, role, name) VALUES (:id, :at, :user_id, :role, :name)"), values
        )
        stamp = Stamp(_AT, 1, self.acts, 1, "administrator")
        self.head = audit.append(self.connection, self.audit_key, self.head, stamp, entries)

    def add(self, kind: str, **values: Any) -> Entry:
        """A row with something in every column that must have something; its event."""
        row_id = int(self.connection.execute(text(f'SELECT coalesce(max(id), 0) + 1 FROM "{kind}"')).scalar_one())
        row = {name: _value(name, what, row_id) for name, what in self.needed[kind].items()}
        row |= {"id": row_id} | {key: value for key, value in values.items() if key in self.tables[kind].c}
        marks = ", ".join(f":{column}" for column in row)
        quoted = ", ".join(f'"{column}"' for column in row)
        self.connection.execute(text(f'INSERT INTO "{kind}" ({quoted}) VALUES ({marks})'), row)
        patient = row_id if kind == "patient" else row.get("patient_id")
        return Entry("created", patient, kind, row_id, digest_after=self.digest(kind, row_id), of_action=True)

    def change(self, kind: str, row_id: int, **values: Any) -> Entry:
        """A change of a row; its event with the values before and after."""
        digest = self.row_digest(kind)
        before = digest.stored(self.connection, row_id) or ()
        sets = ", ".join(f"{column} = :{column}" for column in values)
        self.connection.execute(text(f'UPDATE "{kind}" SET {sets} WHERE id = :id'), values | {"id": row_id})
        after = digest.stored(self.connection, row_id) or ()
        changes = audit.changed_columns(kind, digest.names, before, after)
        digests = (digest.of(before), digest.of(after))
        return Entry("updated", row_id, kind, row_id, None, changes, *digests, of_action=True)

    def add_many(self, count: int) -> Entry:
        """Observations as an import adds them: one event for all."""
        for number in range(count):
            self.add("observation", patient_id=1, code="8480-6", text="Systolic", value_number=100.5 + number)
        digest = self.row_digest("observation")
        rows = [digest.of(row) for row in digest.every(self.connection)][-count:]
        total = sum(rows) % MODULUS
        detail = {"import_id": 1, "file": "1", "rows": {"observation": [count, f"{total:064x}"]}}
        return Entry("import.rows", 1, detail=detail, digest_after=total, of_action=True)

    def row_digest(self, kind: str) -> RowDigest:
        digest = RowDigest(self.audit_key, self.tables[kind])
        digest.names = ["".join(name) for name in digest.names]  # of a type of its own otherwise
        return digest

    def digest(self, kind: str, row_id: int) -> int:
        digest = self.row_digest(kind)
        stored = digest.stored(self.connection, row_id)
        assert stored is not None
        return digest.of(stored)

    def audited(self) -> list[str]:
        """Every kind of row the first version recorded."""
        return [name for name in self.tables if name not in NOT_AUDITED]


def _is_fact(name: str) -> bool:
    return not any(name == other or name.startswith(f"{other}_") for other in _NOT_FACTS)


def _value(name: str, kind: str | None, row_id: int) -> Any:
    usual = {"VARCHAR(20)": "2026-03-01T09:00:00Z", "VARCHAR(10)": "2026-03-01", "FLOAT": 1.5, "JSON": "{}"}
    usual |= {"INTEGER": 1, "BOOLEAN": 1, "BLOB": bytes([row_id % 256]) * 8}
    if kind is None:
        return 1
    return usual.get(kind, f"{name} {row_id}")


def make(path: Path, key: Key, user: str = "ada", patients: int = 2, bulk: int = BULK) -> dict[str, int]:
    """Write the file and close it; returns how many rows of each kind it has."""
    engine = create_database(path, key)
    with engine.connect() as connection:
        driver_connection(connection).execute("PRAGMA user_version = 1").fetchall()
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # whichever kind of row comes first
        for statement in statements(_SQL.read_text(encoding="utf-8")):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('0001')")
        info = {"id": 1, "database_id": key.database_id, "at": audit.utc_text(_AT)}
        connection.execute(text("INSERT INTO database_info VALUES (:id, :database_id, :at)"), info)
        written = FirstVersion(connection, key, path)
        _fill(written, user, patients, bulk)
        counts = {
            name: int(connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one())
            for name in written.tables
        }
        connection.commit()
    with engine.connect() as connection:
        driver_connection(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    engine.dispose()
    return counts


def _fill(written: FirstVersion, user: str, patients: int, bulk: int) -> None:
    zone = {"time_zone": "America/New_York", "is_sample": 0}
    everything = []
    for name in written.audited():
        values: dict[str, Any] = {"patient_id": 1, "state": "complete", "status": "active", **zone}
        if name == "user_account":
            values |= {"name": user, "display_name": user.title(), "role": "administrator", "language": "en"}
        if name == "patient":
            values |= {"phone": OLD_PHONE, "family": "Peña", "record_number": "000001"}
        everything.append(written.add(name, **values))
    written.act("services.everything", *everything)
    written.act("services.registration.change", written.change("patient", 1, phone=NEW_PHONE))
    for number in range(2, patients + 1):
        written.act("services.registration.register", written.add("patient", record_number=f"{number:06}"))
    written.act("services.exchange.import", written.add_many(bulk))


def sign(path: Path, key: Key) -> None:
    """The signed list the first version wrote beside a backup."""
    connection = keyed_connection(path, key)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    names = [name for name in tables if _is_fact(name) and name not in {"database_info", "action", "draft"}]
    counts = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    seq, mac = connection.execute("SELECT seq, mac FROM audit_event ORDER BY seq DESC LIMIT 1").fetchone()
    connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    connection.close()
    plain = {"format": 1, "database_id": key.database_id, "made_at": _AT.isoformat(), "seq": seq, "head": mac.hex()}
    plain |= {"counts": counts, "schema": 1}
    text_ = json.dumps(plain, sort_keys=True, separators=(",", ":"))
    signature = hmac.digest(key.derived("backup-v1"), text_.encode(), "sha256").hex()
    Path(f"{path}.manifest.json").write_text(json.dumps({**plain, "mac": signature}, indent=1), encoding="utf-8")
