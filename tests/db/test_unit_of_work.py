"""One transaction: rows, audit rows and the anchor together, or nothing."""

from __future__ import annotations

import datetime as dt
import multiprocessing
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import exc, select, text

from db import engine, keys
from db.bulk import insert_bulk
from db.database import OpenDatabase
from db.errors import DatabaseProblem
from db.models.audit import Action, AuditEvent
from db.models.clinical import Observation
from db.models.exchange import ImportBatch
from db.models.patient import Patient, PatientName
from db.unit_of_work import SEE_INCOMPLETE, Actor, read, write
from tests.db.sample import ADA, NOON, add_patient, observations, patient, reopen, value


def _events(opened: OpenDatabase) -> list[AuditEvent]:
    with read(opened, ADA) as uow:
        return list(uow.session.scalars(select(AuditEvent).order_by(AuditEvent.seq)))


def test_a_new_row_is_stamped_and_audited(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    with read(opened, ADA) as uow:
        row = uow.session.get_one(Patient, patient_id)
        assert (row.created_at, row.created_by_id, row.updated_at, row.version) == (NOON, 1, NOON, 1)
    (event,) = _events(opened)
    assert (event.event, event.object_kind, event.object_id, event.patient_id) == ("created", "patient", 1, 1)
    assert (event.user_id, event.role, event.action_id, event.at) == (1, "administrator", 1, NOON)
    assert event.digest_before is None and event.digest_after is not None and len(event.digest_after) == 32


def test_a_change_records_old_and_new_values(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    later = NOON + dt.timedelta(hours=1)
    with write(opened, Actor(2, "Kim", "clinician"), "tests.rename", now=later) as uow:
        uow.session.get_one(Patient, patient_id).family = "Vega"
    event = _events(opened)[-1]
    assert event.changes is not None
    assert event.changes["family"] == ["Lopez", "Vega"]
    assert event.changes["updated_by_id"] == [1, 2]
    assert event.digest_before == _events(opened)[0].digest_after


def test_one_act_is_kept_per_unit_of_work_that_changed_something(opened: OpenDatabase) -> None:
    add_patient(opened)
    with write(opened, ADA, "tests.nothing"):
        pass
    with write(opened, ADA, "tests.look") as uow:
        uow.record("chart.opened", patient_id=1, detail={"tab": "summary"})
    with read(opened, ADA) as uow:
        assert [(a.id, a.name) for a in uow.session.scalars(select(Action))] == [(1, "tests.add")]
    assert [(event.event, event.action_id) for event in _events(opened)] == [("created", 1), ("chart.opened", None)]


def test_an_exception_leaves_neither_rows_nor_audit_rows(opened: OpenDatabase) -> None:
    with pytest.raises(ZeroDivisionError), write(opened, ADA, "tests.fail") as uow:
        uow.session.add(patient())
        uow.session.flush()
        _ = 1 / 0
    with read(opened, ADA) as uow:
        assert value(uow, "SELECT count(*) FROM patient") == 0
    assert _events(opened) == []


def test_details_of_a_patient_carry_the_patient(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    with write(opened, ADA, "tests.name") as uow:
        row = uow.session.get_one(Patient, patient_id)
        row.names.append(PatientName(family="Vega"))
    assert [(e.object_kind, e.patient_id) for e in _events(opened)] == [("patient", 1), ("patient_name", 1)]


def test_reads_cannot_write(opened: OpenDatabase) -> None:
    add_patient(opened)
    with pytest.raises(RuntimeError, match="service"), read(opened, ADA) as uow:
        uow.session.execute(text("UPDATE patient SET family = 'Vega'"))
    with pytest.raises(RuntimeError, match="service"), read(opened, ADA) as uow:
        uow.session.add(patient(2))
        uow.session.flush()
    with read(opened, ADA) as uow:
        assert value(uow, "SELECT group_concat(family) FROM patient") == "Lopez"
    with read(opened, ADA) as uow, pytest.raises(RuntimeError, match="service"):
        uow.record("chart.opened")


def test_rows_are_never_deleted(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    with pytest.raises(RuntimeError, match="removed_at"), write(opened, ADA, "tests.delete") as uow:
        uow.session.delete(uow.session.get_one(Patient, patient_id))


def test_a_stale_row_is_reported_as_changed_meanwhile(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    with read(opened, ADA) as uow:
        old = uow.session.get_one(Patient, patient_id)
        uow.session.expunge(old)
    with write(opened, ADA, "tests.first") as uow:
        uow.session.get_one(Patient, patient_id).family = "Vega"
    with pytest.raises(DatabaseProblem) as refused, write(opened, ADA, "tests.second") as uow:
        uow.session.add(old)
        old.family = "Ruiz"
    assert refused.value.code == "db.changed_meanwhile"
    with read(opened, ADA) as uow:
        assert uow.session.get_one(Patient, patient_id).family == "Vega"


def test_today_is_the_day_in_the_practice_zone(opened: OpenDatabase) -> None:
    late = dt.datetime(2026, 7, 15, 3, 0, tzinfo=dt.UTC)
    with read(opened, ADA, now=late, zone=ZoneInfo("America/New_York")) as uow:
        assert uow.today == dt.date(2026, 7, 14)
    with read(opened, ADA, now=late, today=dt.date(2025, 1, 1)) as uow:
        assert (uow.today, uow.now) == (dt.date(2025, 1, 1), late)


def test_rows_of_an_unfinished_import_are_hidden_until_it_is_complete(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    with write(opened, ADA, "tests.import") as uow:
        batch = ImportBatch(state="loading", started_at=NOON)
        uow.session.add(batch)
        uow.session.flush()
        rows = [{**row, "import_id": batch.id} for row in observations(patient_id, 3)]
        insert_bulk(uow, "import.rows", patient_id, {"observation": rows}, import_id=batch.id)
    query = select(Observation.id)
    with read(opened, ADA) as uow:
        assert uow.session.scalars(query).all() == []
        assert uow.session.scalars(query.execution_options(**{SEE_INCOMPLETE: True})).all() == [1, 2, 3]
    with read(opened, ADA, see_incomplete=True) as uow:
        assert len(uow.session.scalars(query).all()) == 3
    with write(opened, ADA, "tests.complete") as uow:
        uow.session.get_one(ImportBatch, batch.id).state = "complete"
    with read(opened, ADA) as uow:
        assert len(uow.session.scalars(query).all()) == 3


def test_the_anchor_follows_each_commit(opened: OpenDatabase) -> None:
    for number in (1, 2):
        add_patient(opened, number)
        head = opened.anchor.read()
        assert head is not None and (head.seq, head.mac) == (number, _events(opened)[-1].mac)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET role = 'x'",
        "DELETE FROM audit_event",
        "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event",
        "UPDATE action SET name = 'x'",
        "DELETE FROM action",
        "REPLACE INTO action SELECT * FROM action",
        "INSERT INTO action (id, at, role, name) VALUES (7, '2026-01-01T00:00:00Z', 'x', 'x')",
        "UPDATE database_info SET database_id = 'x'",
        "DELETE FROM database_info",
        (
            "INSERT INTO audit_event SELECT 7, at, monotonic_ms, action_id, user_id, role, event, patient_id, "
            "object_kind, object_id, detail, changes, digest_before, digest_after, prev_mac, mac FROM audit_event"
        ),
        (
            "INSERT INTO audit_event (seq, at, monotonic_ms, role, event, prev_mac, mac) "
            "VALUES (1, '', 0, '', '', '', '') ON CONFLICT (seq) DO UPDATE SET role = 'x'"
        ),
    ],
)
def test_the_audit_record_cannot_be_changed(opened: OpenDatabase, statement: str) -> None:
    add_patient(opened)
    with pytest.raises(exc.IntegrityError, match="audit record"), write(opened, ADA, "tests.forge") as uow:
        uow.session.execute(text(statement))
    assert [(event.seq, event.role) for event in _events(opened)] == [(1, "administrator")]


def _hold_write_lock(path: str, data: bytes, database_id: str, state: str, taken: object, done: object) -> None:
    from pathlib import Path

    from db.database import open_existing

    other = open_existing(Path(path), keys.Key(data, database_id), Path(state))
    with write(other, ADA, "tests.hold"):
        taken.set()  # type: ignore[attr-defined]
        done.wait(60)  # type: ignore[attr-defined]
    other.close()


def test_a_second_writer_is_told_that_the_database_is_busy(
    opened: OpenDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.05)
    context = multiprocessing.get_context("spawn")
    taken, done = context.Event(), context.Event()
    arguments = (str(opened.path), opened.key.data, opened.database_id, str(opened.anchor.path.parent), taken, done)
    child = context.Process(target=_hold_write_lock, args=arguments)
    child.start()
    try:
        assert taken.wait(60)
        with pytest.raises(DatabaseProblem) as refused:
            add_patient(opened)
        assert refused.value.code == "db.busy"
        with read(opened, ADA) as uow:
            assert value(uow, "SELECT count(*) FROM patient") == 0
    finally:
        done.set()
        child.join(60)
    assert add_patient(opened) == 1


def test_what_was_committed_is_there_after_reopening(opened: OpenDatabase) -> None:
    add_patient(opened, 7, "Vega")
    opened.close()
    again = reopen(opened)
    with read(again, ADA) as uow:
        assert value(uow, "SELECT family FROM patient") == "Vega"
    again.close()
