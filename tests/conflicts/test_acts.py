"""What people do about a conflict: each act is kept, taken back exactly, and ends when the facts change."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from db import conflict_work
from db.engine import driver_connection
from db.models.access import UserAccount
from db.models.clinical import Condition, MedicationEntry
from db.models.conflicts import DetectedIssue
from db.models.patient import Patient
from db.models.team import TeamMember
from icm_desktop.contracts.conflicts import (
    KEEP_OPEN,
    OVERRIDE,
    AskAboutConflict,
    AssignConflict,
    ConflictAnswer,
    DecideConflict,
    ProposedChange,
    ProposedMedicine,
    ReopenConflict,
)
from icm_desktop.contracts.questions import AnswerQuestion, WithdrawQuestion
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.services import conflict_answers
from tests.support import make_practice

TODAY = dt.date(2026, 11, 22)
HEART_FAILURE = {"status": "active", "onset_when": "2019-03-01", "code_system": "http://hl7.org/fhir/sid/icd-10-cm"}


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("conflicts"), today=TODAY)
    yield made
    made.database.close()


@pytest.fixture
def kim(practice):
    """A clinician."""
    return practice.open("clinician").run


def new_patient(practice, *medicines):
    with practice.open().write("test") as uow:
        person = Patient(record_number=f"C{uow.action_id:05d}", family="Lopez", birth_date="1961-03-01", sex="female")
        uow.session.add(person)
        uow.session.flush()
        uow.session.add(Condition(patient_id=person.id, code="I50.22", text="Heart failure", **HEART_FAILURE))
        for name in medicines:
            uow.session.add(MedicationEntry(patient_id=person.id, kind="entry", status="active", text=name))
        uow.session.add(TeamMember(patient_id=person.id, kind="person", name="Dr. Grey", role_code="other",
                                   starts_on=TODAY))  # fmt: skip
    return person.id


def row(run, patient_id, rule="C15"):
    found = run("queries.conflicts.of_patient", patient_id)
    return next(one for one in found.rows if one.key.rule == rule)


def medicine(practice, patient_id, **changed):
    with practice.open().write("test") as uow:
        one = uow.session.scalars(select(MedicationEntry).where(MedicationEntry.patient_id == patient_id)).first()
        for name, value in changed.items():
            setattr(one, name, value)


def decide(run, found, state="overridden", **more):
    return run("services.conflicts.decide", DecideConflict(found.key, found.version, state, "three days only", **more))


def test_a_decision_holds_until_the_facts_change_and_then_says_why_it_is_open(practice, kim):
    patient_id = new_patient(practice, "Aleve")
    decide(kim, row(kim, patient_id))
    held = row(kim, patient_id)
    assert (held.state, held.decision.reason, held.decision.by) == ("overridden", "three days only", "Kim Lee")
    with pytest.raises(Conflict):
        decide(kim, held)
    medicine(practice, patient_id, dose_value=220.0, dose_unit="mg", times_per_day=2.0)
    again = row(kim, patient_id)
    assert (again.state, again.why, again.version) == ("open", "facts_changed", 0)
    assert again.before[0].number is None and again.facts[0].number == 440
    medicine(practice, patient_id, status="stopped")
    rows = kim("queries.conflicts.of_patient", patient_id).rows
    assert {one.state for one in rows} == {"gone"} and len(rows) == 2  # nothing is deleted
    with pytest.raises(NotFound):
        decide(kim, again)


@pytest.mark.parametrize("act", ["assign", "ask", "resolved", "overridden", "muted", "reopen"])
def test_every_act_is_taken_back_exactly(practice, kim, act):
    patient_id = new_patient(practice, "Aleve")
    before = row(kim, patient_id)
    if act == "reopen":
        decide(kim, before)
        before = row(kim, patient_id)
    user, member = _ids(practice, patient_id)
    request = {
        "assign": ("assign", AssignConflict(before.key, before.version, user)),
        "ask": (
            "ask",
            AskAboutConflict(
                before.key, before.version, member, "phone", "Stop naproxen?", TODAY, shared_reason="treats her"
            ),
        ),
        "reopen": ("reopen", ReopenConflict(before.key, before.version, "it is taken again")),
    }.get(act)
    if request is not None:
        saved = kim(f"services.conflicts.{request[0]}", request[1])
    else:
        saved = decide(kim, before, act, until_on=TODAY + dt.timedelta(days=30) if act == "muted" else None)
    after = row(kim, patient_id)
    assert after != before
    kim("services.history.undo", saved.changes.action_id)
    undone = row(kim, patient_id)
    assert (undone.state, undone.owner, undone.question, undone.decision) == (
        before.state, before.owner, before.question, before.decision,
    )  # fmt: skip


def _ids(practice, patient_id):
    with practice.open().read() as uow:
        user = uow.session.scalars(select(UserAccount.id).where(UserAccount.role == "clinician")).first()
        return user, uow.session.scalars(select(TeamMember.id).where(TeamMember.patient_id == patient_id)).one()


def test_a_question_waits_is_answered_and_follows_the_conflict_to_new_facts(practice, kim):
    patient_id = new_patient(practice, "Aleve")
    found = row(kim, patient_id)
    _, member = _ids(practice, patient_id)
    kim(
        "services.conflicts.ask",
        AskAboutConflict(found.key, 0, member, "phone", "Stop naproxen?", TODAY, shared_reason="treats her"),
    )
    asked = row(kim, patient_id)
    assert (asked.state, asked.question.whom, asked.owner.name) == ("asked", "Dr. Grey", "Kim Lee")
    medicine(practice, patient_id, dose_value=220.0, dose_unit="mg", times_per_day=2.0)
    assert row(kim, patient_id).question.id == asked.question.id
    kim("services.questions.answer", AnswerQuestion(asked.question.id, 1, "phone", "Stop it today."))
    answered = row(kim, patient_id)
    assert (answered.state, answered.question.status, answered.question.answer) == (
        "asked",
        "answered",
        "Stop it today.",
    )
    kim("services.questions.withdraw", WithdrawQuestion(asked.question.id, 2, "asked wrongly", reopen=True))
    kim("services.questions.withdraw", WithdrawQuestion(asked.question.id, 3, "asked wrongly"))
    assert row(kim, patient_id).why == "question_withdrawn"


def test_a_mute_ends_by_itself_and_needs_a_day(practice, kim):
    patient_id = new_patient(practice, "Aleve")
    with pytest.raises(Invalid) as refused:
        decide(kim, row(kim, patient_id), "muted", until_on=TODAY)
    assert refused.value.code == "conflicts.bad_until"
    decide(kim, row(kim, patient_id), "muted", until_on=TODAY + dt.timedelta(days=2))
    assert row(kim, patient_id).state == "muted"
    later = practice.on(TODAY + dt.timedelta(days=2)).open("clinician")
    assert (row(later.run, patient_id).state, row(later.run, patient_id).why) == ("open", "mute_ended")


def test_a_coordinator_asks_and_a_clinician_decides(practice):
    patient_id = new_patient(practice, "Aleve")
    rosa = practice.open().run
    with pytest.raises(NotAllowed):
        decide(rosa, row(rosa, patient_id))
    user, _ = _ids(practice, patient_id)
    rosa("services.conflicts.assign", AssignConflict(row(rosa, patient_id).key, 0, user))
    assert row(rosa, patient_id).owner.name == "Kim Lee"


def test_only_a_new_conflict_at_the_stop_level_interrupts_a_save(practice, kim):
    patient_id = new_patient(practice, "lisinopril 20 mg tablet")
    ask = "queries.conflict_interrupt.check_before_save"
    for name, rules in (("Aleve", ["C15"]), ("metformin 500 mg", []), ("Turmeric", [])):
        found = kim(ask, ProposedChange(patient_id, (ProposedMedicine(name),)))
        assert [one.told.id for one in found.findings] == rules
        assert [one.text for one in found.not_checked] == (["Turmeric"] if name == "Turmeric" else [])
    assert not row_or_none(kim, patient_id)  # asking changes nothing
    with practice.open("clinician").read() as uow:
        entry = uow.session.scalars(select(MedicationEntry.id).where(MedicationEntry.patient_id == patient_id)).one()
    instead = ProposedChange(patient_id, (ProposedMedicine("valsartan 80 mg"),), ends=(entry,))
    assert kim(ask, instead).findings == ()
    beside = kim(ask, ProposedChange(patient_id, (ProposedMedicine("valsartan 80 mg"),)))
    assert "C11" in {one.told.id for one in beside.findings}


def row_or_none(run, patient_id):
    return [one for one in run("queries.conflicts.of_patient", patient_id).rows if one.key.rule == "C15"]


def test_what_was_answered_is_kept_with_the_save_and_undone_with_it(practice, kim):
    patient_id = new_patient(practice)

    def add(*answers, role="clinician"):
        with practice.open(role).write("services.conflicts.assign") as uow:
            before = conflict_answers.standing(uow, patient_id)
            uow.session.add(MedicationEntry(patient_id=patient_id, kind="entry", status="active", text="Aleve"))
            conflict_answers.keep(uow, patient_id, answers, before)
            return uow.action_id

    with pytest.raises(Conflict) as refused:
        add()
    assert refused.value.code == "conflicts.must_be_answered"
    with pytest.raises(NotAllowed):
        add(ConflictAnswer("C15", "", OVERRIDE, "he insists"), role="coordinator")
    action = add(ConflictAnswer("C15", "", OVERRIDE, "he insists"))
    assert (row(kim, patient_id).state, row(kim, patient_id).decision.reason) == ("overridden", "he insists")
    kim("services.history.undo", action)
    assert row(kim, patient_id).state == "gone"
    add(ConflictAnswer("C15", "", KEEP_OPEN))
    assert (row(kim, patient_id).state, row(kim, patient_id).owner.name) == ("open", "Kim Lee")


def test_the_kept_table_is_what_a_fresh_check_says(practice, kim):
    patient_id = new_patient(practice, "Aleve", "lisinopril 20 mg tablet", "furosemide 40 mg")
    found = kim("queries.conflicts.of_patient", patient_id)
    with practice.open().read() as uow:
        connection = uow.session.connection()
        kept = [one for one in conflict_work.of_patients(connection, [patient_id]) if one.gone_on is None]
        assert conflict_work.conflict_faults(driver_connection(connection)) == []
        assert uow.session.scalars(select(DetectedIssue).where(DetectedIssue.patient_id == patient_id)).all() == []
    assert {(one.rule, one.subject) for one in kept} == {(one.key.rule, one.key.subject) for one in found.rows}
    assert len(found.rows) == len(found.findings) > 1
