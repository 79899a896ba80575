"""Undo, half-typed forms, and who there is."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.patients import CorrectPatient, PatientDetails, RegisterPatient
from icm_desktop.contracts.people import SaveDraft
from icm_desktop.contracts.plans import ActionDraft, AddAction
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound, UserError
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)


@pytest.fixture
def practice(tmp_path):
    return make_practice(tmp_path, today=TODAY)


@pytest.fixture
def registered(practice):
    request = RegisterPatient(PatientDetails(family="Lopez", given="Maria"))
    return practice.open("front_desk").run("services.registration.register", request)


def test_only_who_did_it_or_an_administrator_takes_it_back(practice, registered):
    with pytest.raises(NotAllowed) as refused:
        practice.open("coordinator").run("services.history.undo", registered.changes.action_id)
    assert refused.value.code == "history.not_yours"
    undone = practice.open("administrator").run("services.history.undo", registered.changes.action_id)
    assert (undone.name, undone.changes.patient_id) == ("services.registration.register", registered.head.id)
    with pytest.raises(UserError) as again:
        practice.open("front_desk").run("services.history.undo", registered.changes.action_id)
    assert again.value.code == "db.already_undone"


def test_undo_stops_when_somebody_changed_it_since(practice, registered):
    details = PatientDetails(family="Lopez", given="Malena")
    practice.open("coordinator").run("services.registration.correct", CorrectPatient(registered.head.id, 1, details))
    with pytest.raises(Conflict) as stopped:
        practice.open("front_desk").run("services.history.undo", registered.changes.action_id)
    assert stopped.value.code == "db.changed_meanwhile"
    found = practice.open("front_desk").run("queries.patients.find", "lopez")
    assert [row.head.given for row in found] == ["Malena"]


def test_a_role_that_may_no_longer_do_a_thing_cannot_undo_it(practice, registered):
    request = AddAction(registered.head.id, None, ActionDraft("Call"))
    saved = practice.open("coordinator").run("services.care_plans.add_action", request)
    demoted = practice.open("front_desk")
    demoted = type(demoted)(
        demoted.database, type(demoted.actor)(practice.users["coordinator"], "Rosa", "front_desk"), demoted.zone, TODAY
    )
    with pytest.raises(NotAllowed) as refused:
        demoted.run("services.history.undo", saved.changes.action_id)
    assert refused.value.code == "permissions.denied"


def test_an_unknown_act_is_not_undone(practice):
    with pytest.raises(NotFound):
        practice.open("administrator").run("services.history.undo", 999)


def test_a_draft_is_kept_replaced_and_thrown_away(practice, registered):
    rosa, patient = practice.open("coordinator"), registered.head.id
    for text in ("Wal", "Walk to church"):
        rosa.run("services.drafts.save", SaveDraft("goal", patient, (("words", text), ("due", "2w"))))
    rosa.run("services.drafts.save", SaveDraft("register", None, (("family", "Quispe"),)))
    kept = rosa.run("services.drafts.load", "goal", patient)
    assert dict(kept.fields) == {"words": "Walk to church", "due": "2w"}
    assert {draft.form for draft in rosa.run("queries.drafts.drafts")} == {"goal", "register"}
    assert rosa.run("services.drafts.load", "register").patient_id is None
    rosa.run("services.drafts.discard", "goal", patient)
    rosa.run("services.drafts.discard", "goal", patient)
    assert rosa.run("queries.drafts.load", "goal", patient) is None


def test_drafts_belong_to_one_user(practice, registered):
    practice.open("coordinator").run("services.drafts.save", SaveDraft("goal", registered.head.id, (("words", "x"),)))
    assert practice.open("clinician").run("queries.drafts.drafts") == ()
    assert practice.open("clinician").run("services.drafts.load", "goal", registered.head.id) is None


def test_a_draft_has_limits_and_a_patient_that_exists(practice):
    rosa = practice.open("coordinator")
    with pytest.raises(Invalid):
        rosa.run("services.drafts.save", SaveDraft("goal", None, (("words", "x" * 200_001),)))
    with pytest.raises(Invalid):
        rosa.run("services.drafts.save", SaveDraft("", None, ()))
    with pytest.raises(NotFound):
        rosa.run("services.drafts.save", SaveDraft("goal", 99, ()))


def test_the_practice_says_who_it_is_and_who_works_there(practice):
    desk = practice.open("front_desk")
    facts = desk.run("queries.people.practice")
    assert (facts.name, facts.time_zone, facts.today) == ("Test Practice", "America/New_York", TODAY)
    names = [one.display_name for one in desk.run("queries.people.colleagues")]
    assert names == sorted(names)
    assert len(names) == 4
