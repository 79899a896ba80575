"""Rows that arrive in thousands have one audit event, and still none of them can be changed unnoticed."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, text

from db.bulk import insert_bulk, record_bulk
from db.database import OpenDatabase
from db.models.audit import AuditEvent
from db.models.clinical import Observation
from db.unit_of_work import read, write
from db.verify import Check, verify
from tests.db.sample import ADA, NOON, add_observations, add_patient, observations, value


def _digests(opened: OpenDatabase) -> Check:
    return next(check for check in verify(opened).checks if check.name == "row_digests")


def test_bulk_rows_get_ids_stamps_and_one_event(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    rows = observations(patient_id, 5)
    with write(opened, ADA, "tests.bulk", now=NOON) as uow:
        insert_bulk(uow, "import.rows", patient_id, {"observation": rows}, import_id=None, file="3")
    assert [row["id"] for row in rows] == [1, 2, 3, 4, 5]
    with read(opened, ADA) as uow:
        found = uow.session.get_one(Observation, 3)
        event = uow.session.scalars(select(AuditEvent).where(AuditEvent.event == "import.rows")).one()
    assert (found.created_at, found.created_by_id, found.version, found.value_number) == (NOON, 1, 1, 122.5)
    assert event.patient_id == patient_id
    assert event.detail is not None
    assert (event.detail["file"], event.detail["rows"]["observation"][0]) == ("3", 5)
    assert _digests(opened) == Check("row_digests", True, "6 rows")


def test_rows_with_different_columns_go_in_together(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    rows = observations(patient_id, 4)
    for row in rows[::2]:
        row["value_comparator"] = "<"
    with write(opened, ADA, "tests.bulk") as uow:
        insert_bulk(uow, "import.rows", patient_id, {"observation": rows, "condition": []})
    with read(opened, ADA) as uow:
        assert (
            value(uow, "SELECT group_concat(value_comparator IS NULL) FROM (SELECT * FROM observation ORDER BY id)")
            == "0,1,0,1"
        )
    assert _digests(opened).ok


def test_a_column_that_does_not_exist_is_an_error(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    rows = [{**row, "valeu": 1} for row in observations(patient_id, 2)]
    with pytest.raises(ValueError, match="valeu"), write(opened, ADA, "tests.bulk") as uow:
        insert_bulk(uow, "import.rows", patient_id, {"observation": rows})


def test_rows_inserted_elsewhere_can_be_recorded(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    rows = [{**row, "id": 10 * number, "version": 1} for number, row in enumerate(observations(patient_id, 3), start=1)]
    with write(opened, ADA, "tests.bulk") as uow:
        uow.session.execute(Observation.__table__.insert(), rows)  # type: ignore[attr-defined]
        record_bulk(uow, "import.rows", patient_id, {"observation": rows})
    assert _digests(opened).ok


def test_an_imported_row_that_is_corrected_later_stays_verified(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    add_observations(opened, patient_id, 3)
    for number in (1, 2):
        with write(opened, ADA, "tests.correct", now=NOON + dt.timedelta(hours=number)) as uow:
            uow.session.get_one(Observation, 2).value_number = 100.0 + number
    add_observations(opened, patient_id, 2)
    assert _digests(opened) == Check("row_digests", True, "6 rows")


def test_a_row_changed_behind_the_program_is_reported(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    add_observations(opened, patient_id, 3)
    with opened.writer.begin() as connection:
        connection.execute(text("UPDATE observation SET value_number = 99 WHERE id = 2"))
    assert _digests(opened).ok is False
    assert "observation" in _digests(opened).detail


def test_imported_rows_that_vanish_or_appear_are_reported(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    add_observations(opened, patient_id, 3)
    with opened.writer.begin() as connection:
        connection.execute(text("DELETE FROM observation WHERE id = 3"))
    assert "2 found, 3 recorded" in _digests(opened).detail
    add_observations(opened, patient_id, 1)
    with opened.writer.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO patient (record_number, family, version, deceased, large_print) "
                "VALUES ('9', 'Ghost', 1, 0, 0)"
            )
        )
    assert "patient: imported rows" in _digests(opened).detail
