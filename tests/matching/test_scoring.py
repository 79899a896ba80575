"""Look-alikes are compared again after every change, both ways, and what a person decided stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from db import match_keys
from db.engine import driver_connection
from db.models.patient import MatchCandidate, Patient, PatientName
from icm_desktop.contracts.duplicates import DuplicateFilter, PairOf
from icm_desktop.contracts.patients import CorrectPatient, PatientDetails
from icm_desktop.contracts.sample import Filled
from icm_desktop.errors import Conflict, NotFound
from tests.matching.conftest import everything, faults

LOPEZ = {"birth_date": "1958-03-04", "phone": "555-010-0142"}


def listed(desk, *, decided=False):
    """The pairs of the list: ids and how sure."""
    page = desk.run("queries.duplicates.duplicates", DuplicateFilter(decided=decided))
    assert page.total == len(page.rows)
    return {(frozenset((row.one.id, row.other.id)), row.certainty) for row in page.rows}


def correct(desk, patient_id, **details):
    """Correct some facts of a patient; the number of the act."""
    editable = desk.run("queries.registration.editable", patient_id)
    request = CorrectPatient(patient_id, editable.version, replace(editable.details, **details))
    return desk.run("services.registration.correct", request).changes.action_id


@pytest.fixture
def pair(desk, register):
    """Two who became alike by a correction."""
    one, other = register("Lopez", "Maria", **LOPEZ), register("Quispe", "Ana", birth_date="1990-01-01")
    assert listed(desk) == set()
    correct(desk, other, family="Lópes", given="Maria", birth_date="1958-03-04")
    return one, other


def test_an_edit_makes_and_ends_a_pair_whichever_of_the_two_is_edited(desk, pair):
    one, other = pair
    assert listed(desk) == {(frozenset(pair), "probable")}
    correct(desk, one, family="Smith", given="John", birth_date="1940-01-01")
    assert listed(desk) == set()
    correct(desk, other, family="Smith", given="John", birth_date="1940-01-10")
    assert listed(desk) == {(frozenset(pair), "probable")}


def test_undo_of_an_edit_ends_the_pair_and_redo_brings_it_back(practice, desk, register):
    one, other = register("Lopez", "Maria", **LOPEZ), register("Quispe", "Ana", birth_date="1990-01-01")
    before = everything(desk)
    act = correct(desk, other, family="Lopez", given="Maria", birth_date="1958-03-04")
    undone = desk.run("services.history.undo", act)
    assert listed(desk) == set()
    assert everything(desk)["patient_match_key"] == before["patient_match_key"]
    desk.run("services.history.undo", undone.changes.action_id)
    assert listed(desk) == {(frozenset((one, other)), "probable")}
    assert faults(practice) == []


def test_what_was_decided_while_registering_is_not_asked_again(desk, register):
    one, other = register("Lopez", "Maria", **LOPEZ), register("Lopez", "Maria", **LOPEZ)
    assert {ids for ids, _ in listed(desk, decided=True)} == {frozenset((one, other))}
    correct(desk, one, given="María")
    assert listed(desk) == set()  # decided when the second was registered


def test_a_removed_patient_is_in_no_pair(practice, desk, pair):
    with desk.write("test") as uow:
        uow.session.get_one(Patient, pair[0]).removed_at = uow.now
    assert listed(desk) == set()
    assert faults(practice) == []


def test_a_former_name_finds_the_pair(desk, register):
    one = register("Moss", "Ada", birth_date="1961-11-20")
    other = register("Kerr", "Ada", birth_date="1961-11-20")
    with desk.write("test") as uow:
        for row in uow.session.scalars(select(MatchCandidate)):
            row.removed_at = uow.now
        uow.session.add(PatientName(patient_id=one, use="maiden", family="Kerr", given="Ada"))
    assert listed(desk) == {(frozenset((one, other)), "probable")}


def test_not_the_same_person_sticks_with_who_and_when_and_can_be_opened_again(desk, pair):
    one, other = pair
    desk.run("services.matching.decisions.not_the_same", PairOf(other, one))
    assert listed(desk) == set()
    assert desk.run("queries.duplicates.how_many") == 0
    correct(desk, one, preferred_name="Mary")
    assert listed(desk) == set()
    (row,) = desk.run("queries.duplicates.duplicates", DuplicateFilter(decided=True)).rows
    assert (row.decided_by, row.decided_at is not None) == ("Rosa Diaz", True)
    with pytest.raises(Conflict, match="decided_meanwhile"):
        desk.run("services.matching.decisions.not_the_same", PairOf(one, other))
    desk.run("services.matching.decisions.open_again", PairOf(one, other))
    assert listed(desk) == {(frozenset(pair), "probable")}
    with pytest.raises(NotFound, match="not_decided"):
        desk.run("services.matching.decisions.open_again", PairOf(one, other))


def test_a_decision_can_be_undone(desk, pair):
    done = desk.run("services.matching.decisions.not_the_same", PairOf(*pair))
    desk.run("services.history.undo", done.changes.action_id)
    assert listed(desk) == {(frozenset(pair), "probable")}


def test_decided_look_alikes_are_not_asked_about_at_a_correction(desk, pair):
    one, other = pair
    details = desk.run("queries.registration.editable", one).details
    assert [found.head.id for found in desk.run("queries.registration.likenesses", details, one)] == [other]
    desk.run("services.matching.decisions.not_the_same", PairOf(one, other))
    assert desk.run("queries.registration.likenesses", details, one) == ()


def test_everybody_has_the_keys_of_what_is_on_file(practice, desk, register):
    register("Núñez O'Farrill", "María José", preferred_name="Pepa", **LOPEZ)
    register("李", None)
    with desk.read() as uow:
        raw = driver_connection(uow.session.connection())
        assert match_keys.key_faults(raw) == []
        assert raw.execute("SELECT count(*) FROM patient_match_key").fetchone()[0] > 8
    with desk.write("test") as uow:
        driver_connection(uow.session.connection()).execute("DELETE FROM patient_match_key WHERE key LIKE 's%'")
    assert [check.name for check in faults(practice)] == ["search_index"]
    with desk.write("test") as uow:
        match_keys.refresh_all(uow.session.connection())
    assert faults(practice) == []


def test_a_generated_practice_has_its_keys_and_pairs(practice):
    admin = practice.open("administrator")
    made = admin.run("services.demo.fill", 40, 7)
    assert isinstance(made, Filled)
    assert faults(practice) == []
    admin.run("queries.duplicates.duplicates", DuplicateFilter())


def test_the_form_shows_how_sure_and_why(desk, register):
    one = register("Lopez", "Maria", **LOPEZ)
    typed = PatientDetails("Lopez", "Maria", birth_date="1958-04-03", phone="555 010 0142")
    (found,) = desk.run("queries.registration.likenesses", typed)
    assert (found.head.id, found.certainty) == (one, "probable")
    assert found.reasons == ("same_name", "swapped_birth_date", "same_phone")
