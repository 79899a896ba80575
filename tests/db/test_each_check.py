"""Every check of verify is shown to fail on a file that was broken for it, and only where it should."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db import keys
from db.database import OpenDatabase
from db.engine import keyed_connection
from db.slots import backup_of, slot_path
from db.unit_of_work import write
from db.verify import verify_file
from tests.db.sample import ADA, add_observations, add_patient
from tests.fault.writer import Place

Break = Callable[[Place], object]


@pytest.fixture
def place(opened: OpenDatabase) -> Place:
    """A closed database in which a password was changed once."""
    add_observations(opened, add_patient(opened), 300)
    with write(opened, ADA, "tests.password") as uow:
        generation = keys.replace_password(opened.path, opened.key, 1, "a quite new password", kdf=keys.FAST_TEST_KDF)
        uow.record("keys.changed", detail={"generation": generation})
    opened.close()
    return Place.of(opened)


def _sql(*statements: str) -> Break:
    def run(place: Place) -> None:
        raw = keyed_connection(place.path, place.key)
        for statement in statements:
            raw.execute(statement)
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        raw.close()

    return run


def _flip(place: Place) -> None:
    content = bytearray(place.path.read_bytes())
    content[20 * 4096 + 100] ^= 1
    place.path.write_bytes(content)


def _row_without_its_index(place: Place) -> None:
    raw = keyed_connection(place.path, place.key)
    rows: list[Any] = raw.execute(
        "SELECT * FROM sqlite_master WHERE tbl_name = 'observation' AND type = 'index'"
    ).fetchall()
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("DELETE FROM sqlite_master WHERE tbl_name = 'observation' AND type = 'index' AND sql IS NOT NULL")
    raw.close()
    raw = keyed_connection(place.path, place.key)
    raw.execute("INSERT INTO observation (id, patient_id, status, version) VALUES (9999, 1, 'final', 1)")
    raw.execute("PRAGMA writable_schema = ON")
    for row in rows:
        if row[4] is not None:
            raw.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", tuple(row))
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    raw.close()


def _anchor_ahead(place: Place) -> None:
    for anchor in place.state.glob("*.anchor.json"):
        text = anchor.read_text()
        anchor.write_text(text.replace('"seq": 3', '"seq": 9').replace('"seq": 2', '"seq": 8'))


def _no_keys(place: Place) -> None:
    for copy in (slot_path(place.path), backup_of(slot_path(place.path))):
        copy.unlink()


def _readable_by_others(place: Place) -> None:
    place.path.chmod(0o644)


_READ_THE_PAGES = {"file_structure", "row_digests", "foreign_keys", "search_index", "audit_chain"}
_FORGE = ("DROP TRIGGER audit_event_no_update", "UPDATE audit_event SET event = 'forged' WHERE seq = 2")
BROKEN: dict[str, tuple[Break, set[str]]] = {
    "file_pages": (_flip, {*_READ_THE_PAGES, "audit_anchor", "key_slots"}),
    "file_structure": (_row_without_its_index, {"row_digests"}),
    "foreign_keys": (_sql("UPDATE observation SET patient_id = 77 WHERE id = 7"), {"row_digests"}),
    "audit_chain": (_sql(*_FORGE), set()),
    "audit_anchor": (_anchor_ahead, set()),
    "row_digests": (_sql("UPDATE observation SET value_number = 1 WHERE id = 7"), set()),
    "search_index": (_sql("DELETE FROM patient_sort"), set()),
    "key_slots": (_no_keys, set()),
    "modes": (_readable_by_others, set()),
    "version": (_sql("UPDATE alembic_version SET version_num = '0001'"), set()),
}


def test_an_unbroken_file_passes_every_check(place: Place) -> None:
    found = verify_file(place.path, place.key, place.state)
    assert found.ok is True
    assert [check.name for check in found.checks] == list(BROKEN)


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_broken_for_it_fails_the_check(name: str, place: Place) -> None:
    harm, also = BROKEN[name]
    harm(place)
    failed = {check.name for check in verify_file(place.path, place.key, place.state).checks if check.ok is False}
    assert name in failed
    assert failed - {name} <= also


def test_the_checks_say_how_far_they_are(place: Place, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    verify_file(place.path, place.key, place.state, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(number, len(BROKEN)) for number in range(1, len(BROKEN) + 1)]
