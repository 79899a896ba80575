"""Any act can be taken back, and the taking back too, unless somebody changed the rows meanwhile."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db.bulk import insert_bulk
from db.database import OpenDatabase
from db.errors import DatabaseProblem
from db.models.audit import Action
from db.models.patient import Patient
from db.undo import undo
from db.unit_of_work import read, write
from db.verify import verify
from tests.db.sample import ADA, NOON, add_patient, observations


def _rename(opened: OpenDatabase, patient_id: int, **values: object) -> int:
    with write(opened, ADA, "tests.change") as uow:
        row = uow.session.get_one(Patient, patient_id)
        for name, value in values.items():
            setattr(row, name, value)
        action_id = uow.action_id
    assert action_id is not None
    return action_id


def _undo(opened: OpenDatabase, action_id: int) -> int:
    with write(opened, ADA, "services.history.undo", now=NOON) as uow:
        assert undo(uow, action_id) == {"patient"}
        undone_by = uow.action_id
    assert undone_by is not None
    return undone_by


def _patient(opened: OpenDatabase, patient_id: int) -> Patient:
    with read(opened, ADA) as uow:
        return uow.session.get_one(Patient, patient_id)


def test_undo_restores_values_of_every_type(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    day = dt.date(2026, 3, 1)
    first = _rename(opened, patient_id, deceased=True, no_known_allergies_on=day, phone="555-010-1234")
    assert _patient(opened, patient_id).no_known_allergies_on == day
    second = _rename(opened, patient_id, deceased=False, no_known_allergies_on=None, family="Vega")
    _undo(opened, second)
    row = _patient(opened, patient_id)
    assert (row.deceased, row.no_known_allergies_on, row.family, row.phone) == (True, day, "Lopez", "555-010-1234")
    assert row.version == 4
    assert first < second


def test_undo_of_an_undo_is_redo(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    act = _rename(opened, patient_id, family="Vega")
    undone = _undo(opened, act)
    assert _patient(opened, patient_id).family == "Lopez"
    redone = _undo(opened, undone)
    assert _patient(opened, patient_id).family == "Vega"
    with read(opened, ADA) as uow:
        found = dict(uow.session.execute(select(Action.id, Action.undo_of)).all())
    assert (found[undone], found[redone]) == (act, undone)


def test_undo_of_a_creation_removes_and_redo_brings_back(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    undone = _undo(opened, 1)
    assert _patient(opened, patient_id).removed_at == NOON
    _undo(opened, undone)
    assert _patient(opened, patient_id).removed_at is None


def test_several_flushes_of_one_act_are_undone_together(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    with write(opened, ADA, "tests.twice") as uow:
        row = uow.session.get_one(Patient, patient_id)
        for family in ("Vega", "Ruiz"):
            row.family = family
            uow.session.flush()
        action_id = uow.action_id
    assert action_id is not None
    _undo(opened, action_id)
    assert _patient(opened, patient_id).family == "Lopez"


def _refused(opened: OpenDatabase, action_id: int) -> str:
    with pytest.raises(DatabaseProblem) as refused, write(opened, ADA, "services.history.undo") as uow:
        undo(uow, action_id)
    return refused.value.code


def test_undo_is_refused_when_the_row_was_changed_since(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    act = _rename(opened, patient_id, family="Vega")
    _rename(opened, patient_id, phone="555-010-0000")
    assert _refused(opened, act) == "db.changed_meanwhile"
    assert _patient(opened, patient_id).family == "Vega"


def test_undo_twice_is_refused(opened: OpenDatabase) -> None:
    act = _rename(opened, add_patient(opened), family="Vega")
    _undo(opened, act)
    assert _refused(opened, act) == "db.already_undone"


def test_undo_of_an_import_or_of_nothing_is_refused(opened: OpenDatabase) -> None:
    patient_id = add_patient(opened)
    with write(opened, ADA, "tests.import") as uow:
        insert_bulk(uow, "import.rows", patient_id, {"observation": observations(patient_id, 1)})
    assert [_refused(opened, act) for act in (2, 99)] == ["db.not_undoable", "db.not_undoable"]


def test_undo_keeps_the_record_consistent(opened: OpenDatabase) -> None:
    act = _rename(opened, add_patient(opened), family="Vega")
    _undo(opened, _undo(opened, act))
    assert verify(opened).ok is True
