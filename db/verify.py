"""Checks a database from its pages to its audit chain; every check says ok, not ok, or not checked."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Table, select, text

from db import audit, keys, receipts, slots
from db.answers import answers_fit
from db.audit import RowDigest, audited_tables, event_mac, genesis
from db.conflict_work import conflict_faults
from db.database import OpenDatabase, open_existing
from db.engine import SCHEMA_VERSION, driver_connection
from db.errors import DatabaseProblem
from db.kept_work import kept_faults
from db.key import Key
from db.match_keys import key_faults
from db.measure_facts import fact_faults
from db.models.audit import AuditEvent
from db.page_work import page_faults
from db.pathway_tally import tally_fits
from db.pathway_work import work_faults
from db.schema import REVISIONS
from db.search_check import search_faults
from db.standing import standing_faults
from db.stoppable import stoppable

Progress = Callable[[int, int], None]
_DAMAGED = frozenset({"db.damaged", "db.wrong_key"})
_SHOWN = 5  # how many findings one sentence names


@dataclass(frozen=True, slots=True)
class Check:
    """One answer: ok is None when it could not be checked here. The detail carries ids and counts only."""

    name: str
    ok: bool | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verified:
    """All answers together; ok is None when nothing failed but something could not be checked."""

    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool | None:
        """False when one failed, None when one was not checked, else True."""
        answers = {check.ok for check in self.checks}
        return False if False in answers else None if None in answers else True


def verify(database: OpenDatabase, *, progress: Progress = lambda done, total: None) -> Verified:
    """Run every check on an open database; the log is written back first, because page checks read the file alone.

    Args:
        database: The open database; no transaction may be running in this process.
        progress: Called with checks done and in all, also within a long one; an exception from it stops.
    """
    with database.engine.connect() as connection:
        _checkpoint(connection)
        found: list[Check] = []
        with stoppable(driver_connection(connection), lambda: progress(len(found), len(_CHECKS))):
            for name, check in _CHECKS:
                found.append(_run(name, check, database, connection))
                progress(len(found), len(_CHECKS))
    return Verified(tuple(found))


def verify_file(path: Path, key: Key, state_folder: Path, *, progress: Progress = lambda done, total: None) -> Verified:
    """Open a file and run every check; a file that does not open with its key fails as damaged.

    Raises:
        DatabaseProblem: db.missing, db.plaintext, db.newer_schema, db.older_schema, db.shared_folder, db.unsafe_engine,
            db.read_only, db.busy: nothing is known about the file then.
    """
    try:
        database = open_existing(path, key, state_folder)
    except DatabaseProblem as problem:
        if problem.code not in _DAMAGED:
            raise
        first = Check("file_pages", False, "the file does not open with its key: it was damaged or exchanged")
        return Verified((first, *(Check(name, None, "the file does not open") for name, _ in _CHECKS[1:])))
    try:
        return verify(database, progress=progress)
    finally:
        database.close()


def _run(
    name: str, check: Callable[..., tuple[bool | None, str]], database: OpenDatabase, connection: Connection
) -> Check:
    try:
        ok, detail = check(database, connection)
    except DatabaseProblem as problem:
        return Check(name, False, problem.code)
    except Exception as error:  # noqa: BLE001  damage can make a check stumble over anything; that is its answer
        return Check(name, False, f"cannot be read here ({type(error).__name__})")
    return Check(name, ok, detail)


def _checkpoint(connection: Connection) -> None:
    raw = driver_connection(connection)
    try:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except driver.Error:
        return  # the checks below say what is wrong


def _file_pages(database: OpenDatabase, connection: Connection) -> tuple[bool | None, str]:
    wal = Path(f"{database.path}-wal")
    if wal.exists() and wal.stat().st_size:
        return None, "another program is using the file; close it and check again"
    bad = driver_connection(connection).execute("PRAGMA cipher_integrity_check").fetchall()
    size = database.path.stat().st_size
    pages = int(driver_connection(connection).execute("PRAGMA page_count").fetchone()[0])
    page_size = int(driver_connection(connection).execute("PRAGMA page_size").fetchone()[0])
    if size != pages * page_size:
        bad.append("length")
    return not bad, f"{pages} pages" if not bad else f"{len(bad)} of {pages} pages were changed outside the program"


def _file_structure(_: OpenDatabase, connection: Connection) -> tuple[bool | None, str]:
    rows = driver_connection(connection).execute("PRAGMA integrity_check").fetchall()
    return rows == [("ok",)], "ok" if rows == [("ok",)] else f"{len(rows)} faults in the structure"


def _foreign_keys(_: OpenDatabase, connection: Connection) -> tuple[bool | None, str]:
    rows = driver_connection(connection).execute("PRAGMA foreign_key_check").fetchall()
    return not rows, f"{len(rows)} rows point at nothing" if rows else "ok"


def _audit_chain(database: OpenDatabase, connection: Connection) -> tuple[bool | None, str]:
    last = genesis(database.audit_key, database.database_id)
    for row in _events(connection):
        right = row["seq"] == last.seq + 1 and row["prev_mac"] == last.mac
        if not right or row["mac"] != event_mac(database.audit_key, row):
            return False, f"the record was altered at or before event {row['seq']}"
        last = audit.Head(row["seq"], row["mac"])
    return True, f"{last.seq} events"


def is_rolled_back(database: OpenDatabase) -> bool:
    """Whether this computer has seen a later state than the file has: an older copy, or its log was lost."""
    with database.engine.connect() as connection:
        return _anchor(database, connection)[0] is False


def _audit_anchor(database: OpenDatabase, connection: Connection) -> tuple[bool | None, str]:
    ok, detail = _anchor(database, connection)
    count, missing = receipts.compared(connection, database.path, database.anchor.chain)
    if ok is False or not count:
        return ok, detail
    if missing is not None:
        return False, f"the second place has a receipt of event {missing.seq} that is not in this file"
    return True, f"{detail}; {count} receipts at the second place"


def _anchor(database: OpenDatabase, connection: Connection) -> tuple[bool | None, str]:
    anchor = database.anchor.read()
    if anchor is None:
        return None, "this computer has not seen the database before"
    last = audit.head(connection, database.audit_key, database.database_id)
    if anchor.seq > last.seq:
        return False, f"an older copy or lost changes: the file ends at event {last.seq}, {anchor.seq} were seen here"
    if anchor.seq == 0:
        return True, f"{last.seq} events"
    mac = connection.execute(text("SELECT mac FROM audit_event WHERE seq = :seq"), {"seq": anchor.seq}).scalar()
    return mac == anchor.mac, f"event {anchor.seq} {'is' if mac == anchor.mac else 'is not'} the one seen here"


def _row_digests(database: OpenDatabase, connection: Connection) -> tuple[bool | None, str]:
    rows, faults = row_faults(connection, database.audit_key)
    extra = f" and {len(faults) - _SHOWN} more" if len(faults) > _SHOWN else ""
    return not faults, f"{rows} rows" if not faults else "; ".join(faults[:_SHOWN]) + extra


def row_faults(connection: Connection, audit_key: bytes) -> tuple[int, list[str]]:
    """How many rows there are, and which of them are not as the audit record says."""
    faults, rows = [], 0
    bulk = _bulk_sums(connection)
    for table in audited_tables():
        count, bad = _table_faults(connection, audit_key, table, bulk.get(table.name, (0, 0)))
        rows += count
        faults += bad
    return rows, faults


def _table_faults(
    connection: Connection, audit_key: bytes, table: Table, bulk: tuple[int, int]
) -> tuple[int, list[str]]:
    digest = RowDigest(audit_key, table)
    firsts, lasts = _own_events(connection, table.name)
    seen, faults, total, loose = 0, [], 0, 0
    for row in digest.every(connection):
        seen += 1
        row_id, now = row[digest.names.index("id")], digest.of(row)
        if row_id in lasts and lasts.pop(row_id) != now.to_bytes(32, "big"):
            faults.append(f"{table.name} {row_id} is not as last recorded")
        first = firsts.get(row_id, now)
        if first is not None:  # None: made by the program row by row, so it has an event of its own from the start
            loose, total = loose + 1, total + first
    faults += [f"{table.name} {row_id} is missing" for row_id in lasts]
    if (loose, total % audit.MODULUS) != bulk:
        faults.append(f"{table.name}: imported rows are not as recorded ({loose} found, {bulk[0]} recorded)")
    return seen, faults


def _own_events(connection: Connection, kind: str) -> tuple[dict[int, int | None], dict[int, bytes]]:
    firsts: dict[int, int | None] = {}
    lasts: dict[int, bytes] = {}
    query = (
        "SELECT object_id, digest_before, digest_after FROM audit_event "
        "WHERE object_kind = ? AND digest_after IS NOT NULL ORDER BY seq"
    )
    for row_id, before, after in driver_connection(connection).execute(query, (kind,)):
        firsts.setdefault(row_id, None if before is None else int.from_bytes(before, "big"))
        lasts[row_id] = after
    return firsts, lasts


def _bulk_sums(connection: Connection) -> dict[str, tuple[int, int]]:
    sums: dict[str, tuple[int, int]] = {}
    query = "SELECT detail FROM audit_event WHERE object_kind IS NULL AND digest_after IS NOT NULL"
    for (detail,) in driver_connection(connection).execute(query):
        for name, (count, total) in json.loads(detail)["rows"].items():
            rows, before = sums.get(name, (0, 0))
            sums[name] = rows + count, (before + int(total, 16)) % audit.MODULUS
    return sums


def _search_index(_: OpenDatabase, connection: Connection) -> tuple[bool | None, str]:
    raw = driver_connection(connection)
    faults = [f"{name} does not fit the patients" for name in (*search_faults(raw), *key_faults(raw))]
    faults += [f"the standing of a {kind} does not fit its records" for kind in standing_faults(raw)]
    derived = (*work_faults(raw), *kept_faults(raw), *conflict_faults(raw), *page_faults(raw), *fact_faults(raw))
    faults += [f"{name} does not fit the patients" for name in derived]
    if not tally_fits(raw):
        faults.append("what is counted of pathways does not fit their work")
    if not answers_fit(raw):
        faults.append("the answers of questionnaires do not fit them")
    return not faults, "; ".join(faults) or "ok"


def _key_slots(database: OpenDatabase, connection: Connection) -> tuple[bool | None, str]:
    path = slots.slot_path(database.path)
    if not path.exists():
        return False, "the key file is missing"
    generation = keys.slot_generation(database.path, database.key)
    if slots.load(path).generation != generation:
        return False, "the key file is damaged; its copy is in use"
    query = "SELECT max(json_extract(detail, '$.generation')) FROM audit_event WHERE event = 'keys.changed'"
    recorded = connection.execute(text(query)).scalar() or 1
    if generation < recorded:
        return False, "an older key file was put back"
    return True, f"{len(keys.list_slots(database.path))} slots"


def _modes(database: OpenDatabase, _: Connection) -> tuple[bool | None, str]:
    if os.name == "nt":
        return None, "access rights are the folder's on Windows"
    suffixes = ("", "-wal", "-shm", ".keys.json", ".keys.json.bak")
    there = [path for path in (Path(f"{database.path}{suffix}") for suffix in suffixes) if path.exists()]
    open_to_others = [path.name for path in there if path.stat().st_mode & 0o077]
    return not open_to_others, ", ".join(open_to_others) or "only the owner can read the files"


def _version(_: OpenDatabase, connection: Connection) -> tuple[bool | None, str]:
    number = driver_connection(connection).execute("PRAGMA user_version").fetchone()[0]
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return number == SCHEMA_VERSION and revision == REVISIONS[-1], f"schema {number}, revision {revision}"


def _events(connection: Connection) -> Iterator[dict[str, Any]]:
    query = select(*AuditEvent.__table__.columns).order_by(AuditEvent.seq).execution_options(yield_per=1000)
    result = connection.execute(query)
    for row in result.mappings():
        yield dict(row)


_CHECKS: tuple[tuple[str, Callable[[OpenDatabase, Connection], tuple[bool | None, str]]], ...] = (
    ("file_pages", _file_pages),
    ("file_structure", _file_structure),
    ("foreign_keys", _foreign_keys),
    ("audit_chain", _audit_chain),
    ("audit_anchor", _audit_anchor),
    ("row_digests", _row_digests),
    ("search_index", _search_index),
    ("key_slots", _key_slots),
    ("modes", _modes),
    ("version", _version),
)
CHECKS = tuple(name for name, _ in _CHECKS)
