"""A different value from outside never overwrites: it is kept beside ours until a person decides, once."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from db.models.clinical import Condition, MedicationEntry
from db.models.exchange import ImportDifference
from db.models.patient import Patient
from icm_desktop.contracts.differences import DecideDifference, DifferenceFilter
from icm_desktop.contracts.exchange import UndoImport
from icm_desktop.errors import Conflict, Invalid
from tests.exchange.conftest import condition, patient, run, totals

ACTIVE: dict[str, Any] = {"clinicalStatus": {"coding": [{"code": "active"}]}}


@pytest.fixture
def arrives(practice, write):
    """Import one problem of Ada Moss as its source says it now."""
    count = iter(range(1, 100))

    def imported(**more):
        return run(practice, write(f"{next(count)}.json", patient(), condition(**more)))

    return imported


def by_hand(practice, kind=Condition, row_id=1, **values):
    with practice.write("test") as uow:
        row = uow.session.get(kind, row_id)
        for name, value in values.items():
            setattr(row, name, value)


def asked(practice, **more):
    return practice.run("queries.differences.differences", DifferenceFilter(**more)).rows


def decide(practice, row, answer):
    name = "decide" if row.other is None else "decide_between"
    return practice.run(f"services.differences.{name}", DecideDifference(row.id, row.version, answer))


def problems(practice):
    with practice.read() as uow:
        rows = uow.session.scalars(select(Condition).where(Condition.removed_at.is_(None)).order_by(Condition.id))
        return [(row.status, row.severity, row.note) for row in rows]


@pytest.fixture
def one(practice, arrives):
    """A problem changed here, of which its source then says something else."""
    arrives(severity={"text": "mild"}, **ACTIVE)
    by_hand(practice, severity="moderate")
    arrives(severity={"text": "severe"}, **ACTIVE)
    (row,) = asked(practice)
    return row


def test_a_value_changed_here_stays_and_theirs_stands_beside_it_with_who_said_it(practice, one):
    assert problems(practice) == [("active", "moderate", None)]
    (field,) = one.fields
    assert (field.name, field.old, field.new) == ("severity", "moderate", "severe")
    assert (one.mine.author, one.mine.source) == ("Rosa Diaz", None)
    assert one.theirs.received_at is not None and one.theirs.source == "fhir"
    assert (one.title, one.patient.family, one.both) == ("Asthma", "Moss", True)
    assert practice.run("queries.differences.how_many") == 1


def test_keep_mine_is_remembered_until_they_say_something_new(practice, arrives, one):
    decide(practice, one, "mine")
    assert asked(practice) == ()
    (told,) = asked(practice, decided=True)
    assert (told.state, told.decided_by) == ("mine", "Rosa Diaz")
    arrives(severity={"text": "severe"}, note=[{"text": "seen again"}], **ACTIVE)
    assert asked(practice) == ()
    assert problems(practice) == [("active", "moderate", "seen again")]
    arrives(severity={"text": "mild"}, **ACTIVE)
    (again,) = asked(practice)
    assert again.fields[0].new == "mild"


def test_take_theirs_follows_the_source_from_then_on(practice, arrives, one):
    decide(practice, one, "theirs")
    assert problems(practice) == [("active", "severe", None)]
    arrives(severity={"text": "mild"}, **ACTIVE)
    assert asked(practice) == ()
    assert problems(practice) == [("active", "mild", None)]


def test_both_stand_and_only_theirs_follows_the_source(practice, arrives, one):
    decide(practice, one, "both")
    assert problems(practice) == [("active", "moderate", None), ("active", "severe", None)]
    arrives(severity={"text": "mild"}, **ACTIVE)
    assert problems(practice) == [("active", "moderate", None), ("active", "mild", None)]
    assert asked(practice) == ()


@pytest.mark.parametrize("answer", ["mine", "theirs", "both"])
def test_every_answer_can_be_taken_back_and_given_again(practice, one, answer):
    before = problems(practice)
    act = decide(practice, one, answer).changes.action_id
    after = problems(practice)
    undone = practice.run("services.history.undo", act)
    assert problems(practice) == before
    (again,) = asked(practice)
    assert (again.id, again.state) == (one.id, "open")
    practice.run("services.history.undo", undone.changes.action_id)
    assert (problems(practice), asked(practice)) == (after, ())


def test_after_take_theirs_is_undone_the_value_is_ours_again(practice, arrives, one):
    practice.run("services.history.undo", decide(practice, one, "theirs").changes.action_id)
    arrives(severity={"text": "fatal"}, **ACTIVE)
    assert problems(practice) == [("active", "moderate", None)]
    assert asked(practice)[0].fields[0].new == "fatal"


def test_what_the_source_had_said_before_is_no_question(practice, arrives):
    arrives(severity={"text": "mild"}, **ACTIVE)
    by_hand(practice, severity="moderate")
    arrives(severity={"text": "mild"}, note=[{"text": "new"}], **ACTIVE)
    assert asked(practice) == ()
    assert problems(practice) == [("active", "moderate", "new")]


def test_a_question_ends_by_itself_when_both_say_the_same(practice, arrives, one):
    arrives(severity={"text": "moderate"}, **ACTIVE)
    assert asked(practice) == asked(practice, decided=True) == ()
    with practice.read() as uow:
        assert uow.session.get(ImportDifference, one.id).state == "agreed"


def test_what_means_something_only_together_is_never_half_ours_and_half_theirs(practice, write):
    def told(value, often):
        dose = {"doseAndRate": [{"doseQuantity": {"value": value, "unit": "tablet"}}],
                "timing": {"repeat": {"frequency": often, "period": 1, "periodUnit": "d"}}}  # fmt: skip
        return {"resourceType": "MedicationRequest", "id": "m1", "status": "active", "intent": "order",
                "subject": {"reference": "Patient/p1"}, "medicationCodeableConcept": {"text": "Metformin 500 mg"},
                "dosageInstruction": [dose]}  # fmt: skip

    run(practice, write("a.json", patient(), told(1, 1)))
    by_hand(practice, MedicationEntry, times_per_day=2.0)
    run(practice, write("b.json", patient(), told(2, 1)))
    with practice.read() as uow:
        row = uow.session.get(MedicationEntry, 1)
        assert (row.dose_value, row.times_per_day) == (1.0, 2.0)
    (row,) = asked(practice)
    assert {field.name for field in row.fields} >= {"dose_value", "times_per_day"}
    decide(practice, row, "theirs")
    with practice.read() as uow:
        row = uow.session.get(MedicationEntry, 1)
        assert (row.dose_value, row.times_per_day) == (2.0, 1.0)


def test_a_name_and_a_phone_of_a_person_are_asked_about_too(practice, write):
    def told(family, number):
        return patient(family=family, telecom=[{"system": "phone", "value": number}])

    run(practice, write("a.json", told("Moss", "555-0101")))
    with practice.write("test") as uow:
        row = uow.session.get(Patient, 1)
        row.family = "Moss-Lee"
    run(practice, write("b.json", told("Mossley", "555-0101")))
    (row,) = asked(practice)
    assert {(field.name, field.old, field.new) for field in row.fields} == {("family", "Moss-Lee", "Mossley")}
    with pytest.raises(Invalid, match=r"differences\.not_both"):
        decide(practice, row, "both")
    decide(practice, row, "theirs")
    with practice.read() as uow:
        assert uow.session.get(Patient, 1).family == "Mossley"


def test_two_at_one_question_and_a_record_changed_meanwhile_are_told(practice, one):
    by_hand(practice, removed_at=None, note="x")
    decide(practice, one, "mine")
    with pytest.raises(Conflict, match=r"differences\.decided_meanwhile"):
        decide(practice, one, "theirs")


def test_a_removed_record_takes_nothing_over(practice, one):
    with practice.write("test") as uow:
        uow.session.get(Condition, 1).removed_at = uow.now
    with pytest.raises(Conflict, match=r"differences\.changed_meanwhile"):
        decide(practice, one, "theirs")


def test_a_question_goes_with_its_import_and_an_answer_keeps_the_import(practice, arrives, one):
    practice.run("services.exchange.undo_import", UndoImport(2))
    assert asked(practice) == ()
    arrives(severity={"text": "severe"}, **ACTIVE)
    (again,) = asked(practice)
    decide(practice, again, "mine")
    with pytest.raises(Conflict, match=r"exchange\.changed_since_import"):
        practice.run("services.exchange.undo_import", UndoImport(3))


def test_a_preview_asks_nothing_and_a_second_import_of_the_same_changes_nothing(practice, write, one):
    file = write("again.json", patient(), condition(severity={"text": "severe"}, **ACTIVE))
    for dry in (True, False):
        counts = totals(run(practice, file, dry_run=dry))
        assert all(one.created == one.updated == 0 for one in counts.values())
    assert [row.id for row in asked(practice)] == [one.id]
