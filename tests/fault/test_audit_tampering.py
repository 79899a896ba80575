"""Somebody who has the key and edits the audit record by hand is found out."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from db import audit
from db.database import OpenDatabase
from db.engine import keyed_connection
from db.models.audit import AuditEvent
from db.unit_of_work import write
from db.verify import verify_file
from tests.db.sample import ADA, add_observations, add_patient
from tests.fault.writer import Place

pytestmark = pytest.mark.fault


@pytest.fixture
def place(opened: OpenDatabase) -> Place:
    """A closed database with some history."""
    patient_id = add_patient(opened)
    add_observations(opened, patient_id, 10)
    for number in range(2, 8):
        add_patient(opened, number)
        with write(opened, ADA, "tests.look") as uow:
            uow.record("chart.opened", patient_id=number)
    opened.close()
    return Place.of(opened)


def _failed(place: Place, *statements: str) -> list[str]:
    connection = keyed_connection(place.path, place.key)
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_event'")
    for (name,) in triggers.fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.close()
    answer = verify_file(place.path, place.key, place.state)
    return [check.name for check in answer.checks if check.ok is False]


COLUMNS = "at, monotonic_ms, action_id, user_id, role, event, patient_id, object_kind, object_id, detail, changes"


FORGED = (
    f"INSERT INTO audit_event (seq, {COLUMNS}, prev_mac, mac) "  # noqa: S608  our own words
    f"SELECT seq + 1, {COLUMNS}, mac, randomblob(32) FROM audit_event ORDER BY seq DESC LIMIT 1"
)


@pytest.mark.parametrize(
    ("statements", "check"),
    [
        (["UPDATE audit_event SET user_id = 2 WHERE seq = 4"], "audit_chain"),
        (["UPDATE audit_event SET at = '2020-01-01T00:00:00Z' WHERE seq = 4"], "audit_chain"),
        (["UPDATE audit_event SET event = 'chart.printed' WHERE seq = 4"], "audit_chain"),
        (["UPDATE audit_event SET changes = '{}' WHERE seq = 3"], "audit_chain"),
        (["UPDATE audit_event SET detail = NULL WHERE seq = 2"], "audit_chain"),
        (["UPDATE audit_event SET digest_after = randomblob(32) WHERE seq = 1"], "audit_chain"),
        (["DELETE FROM audit_event WHERE seq = 4"], "audit_chain"),
        (
            ["DELETE FROM audit_event WHERE seq = 4", "UPDATE audit_event SET seq = seq - 1 WHERE seq > 4"],
            "audit_chain",
        ),
        (
            [
                "UPDATE audit_event SET seq = -4 WHERE seq = 4",
                "UPDATE audit_event SET seq = 4 WHERE seq = 6",
                "UPDATE audit_event SET seq = 6 WHERE seq = -4",
            ],
            "audit_chain",
        ),
        (["DELETE FROM audit_event WHERE seq = (SELECT max(seq) FROM audit_event)"], "audit_anchor"),
        (["DELETE FROM audit_event"], "audit_anchor"),
        ([FORGED], "audit_chain"),
    ],
)
def test_an_edited_record_is_reported(place: Place, statements: list[str], check: str) -> None:
    assert check in _failed(place, *statements)


def test_a_chain_forged_anew_with_the_key_is_held_against_what_was_seen_here(place: Place) -> None:
    opened = place.open()
    with opened.engine.connect() as engine:
        rows = [dict(row) for row in engine.execute(select(AuditEvent.__table__).order_by(AuditEvent.seq)).mappings()]
    opened.close()
    connection = keyed_connection(place.path, place.key)
    for trigger in ("audit_event_no_update", "audit_event_in_sequence"):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute("UPDATE audit_event SET user_id = 2 WHERE seq = 4")
    rows[3]["user_id"] = 2
    audit_key = place.key.derived("audit-v1")
    last = audit.genesis(audit_key, place.key.database_id).mac
    for row in rows:
        mac = audit.event_mac(audit_key, row | {"prev_mac": last})
        connection.execute("UPDATE audit_event SET prev_mac = ?, mac = ? WHERE seq = ?", (last, mac, row["seq"]))
        last = mac
    connection.close()
    answer = verify_file(place.path, place.key, place.state)
    assert [(check.name, check.ok) for check in answer.checks if check.ok is not True] == [("audit_anchor", False)]


def test_the_end_of_the_record_with_its_rows_taken_away_is_reported(place: Place) -> None:
    cut = "DELETE FROM audit_event WHERE seq >= (SELECT max(seq) - 1 FROM audit_event)"
    failed = _failed(place, "DELETE FROM patient WHERE id = 7", cut)
    assert failed == ["audit_anchor"]
