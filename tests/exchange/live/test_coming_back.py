"""What a partner changes of ours is one question with both sides, row by row; what it deletes is never deleted here."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import Condition
from db.models.exchange import ImportDifference
from db.models.partners import PartnerCopy, PartnerState
from db.models.patient import Patient, PatientTelecom
from db.models.plan import Goal, PlanAction
from db.models.privacy import Disclosure
from icm_desktop.contracts.differences import DecideDifference, DifferenceFilter
from icm_desktop.contracts.disclosures import AskAccounting
from icm_desktop.contracts.exchange_rows import OutFilter
from icm_desktop.contracts.partners import ChoosePatient
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, ChangeAction
from icm_desktop.services.exchanging import vanished
from tests.exchange.live.conftest import OUTSIDE, about, there
from tests.exchange.live.test_sending import WALK, change, goal_row, the


@pytest.fixture
def planned(linked):
    """A patient with a goal and three actions, all of which the partner has."""
    run, patient_id = linked.here.run, linked.patient_id
    goal = run("services.care_plans.add_goal", AddGoal(patient_id, WALK)).id
    for text in ("Buy walking shoes", "Join the heart group", "Measure the weight"):
        run("services.care_plans.add_action", AddAction(patient_id, goal, ActionDraft(text)))
    linked.poll()
    linked.poll()
    return linked


def asked(linked):
    return linked.here.run("queries.differences.differences", DifferenceFilter()).rows


def decide(linked, row, answer, *fields):
    request = DecideDifference(row.id, row.version, answer, fields)
    return linked.here.run("services.differences.decide", request)


def actions(linked):
    with linked.here.read() as uow:
        rows = uow.session.query(PlanAction).filter(PlanAction.removed_at.is_(None)).order_by(PlanAction.id)
        return [(row.text, row.status) for row in rows]


def told_there(linked):
    return [one["detail"]["description"] for one in the(linked.store, "CarePlan")["activity"]]


def put_activities(linked, *activities):
    linked.store.put({**the(linked.store, "CarePlan"), "activity": [{"detail": one} for one in activities]})


def details(linked):
    return [one["detail"] for one in the(linked.store, "CarePlan")["activity"]]


def edit_action(linked, text, new):
    with linked.here.read() as uow:
        row = uow.session.query(PlanAction).filter_by(text=text).one()
        request = ChangeAction(row.id, row.version, ActionDraft(new))
    linked.here.run("services.care_plans.change_action", request)


def look_again(linked):
    with linked.here.write("test") as uow:
        uow.session.query(PartnerState).one().looked_at = None


def test_something_of_theirs_that_both_changed_is_one_question(linked):
    goal = about("Goal", "g9", lifecycleStatus="active", description={"text": "Lower the blood pressure"})
    linked.store.put(goal)
    linked.poll()
    row = goal_row(linked)
    linked.store.put({**goal, "description": {"text": "Blood pressure below 140/90"}})
    change(linked, "Blood pressure below 130/80")
    linked.poll()
    (question,) = asked(linked)
    assert [(one.old, one.new) for one in question.fields if one.name == "text"] == [
        ("Blood pressure below 130/80", "Blood pressure below 140/90")
    ]
    (waiting,) = linked.here.run("queries.partners.queue", linked.partner_id)
    assert waiting.state == "question" and the(linked.store, "Goal")["description"]["text"].endswith("140/90")
    (health,) = linked.here.run("queries.partners.health")
    assert health.questions == 1
    decide(linked, question, "mine")
    linked.poll()
    assert the(linked.store, "Goal")["description"]["text"] == "Blood pressure below 130/80"
    assert asked(linked) == () and linked.here.run("queries.partners.queue", None) == () and row.id == 1


@pytest.mark.parametrize(("answer", "text"), [("mine", "Walk 40 minutes a day"), ("theirs", "Swim twice a week")])
def test_one_answer_settles_both_sides_and_is_taken_back_as_one(planned, answer, text):
    planned.store.put({**the(planned.store, "Goal"), "description": {"text": "Swim twice a week"}})
    change(planned, "Walk 40 minutes a day")
    planned.poll()
    (question,) = asked(planned)
    assert (question.theirs.organization, question.ref.kind) == ("Riverside Hospital", "goal")
    done = decide(planned, question, answer)
    planned.poll()
    assert goal_row(planned).text == the(planned.store, "Goal")["description"]["text"] == text
    planned.here.run("services.history.undo", done.changes.action_id)
    assert goal_row(planned).text == "Walk 40 minutes a day" and len(asked(planned)) == 1
    bodies = len(planned.store.bodies)
    planned.poll()
    assert len(planned.store.bodies) == bodies  # a question that is open again keeps it here
    decide(planned, asked(planned)[0], "theirs")
    planned.poll()
    assert goal_row(planned).text == the(planned.store, "Goal")["description"]["text"] == "Swim twice a week"


def test_field_by_field_some_of_theirs_is_taken_and_ours_goes_there_for_the_rest(planned):
    goal = the(planned.store, "Goal")
    planned.store.put({**goal, "description": {"text": "Swim twice a week"}, "lifecycleStatus": "on-hold"})
    change(planned, "Walk 40 minutes a day")
    planned.poll()
    (question,) = asked(planned)
    assert {one.name for one in question.fields} == {"text", "status"}
    done = decide(planned, question, "some", "status")
    planned.poll()
    row, goal = goal_row(planned), the(planned.store, "Goal")
    assert (row.text, row.status) == ("Walk 40 minutes a day", "on-hold")
    assert (goal["description"]["text"], goal["lifecycleStatus"]) == ("Walk 40 minutes a day", "on-hold")
    planned.here.run("services.history.undo", done.changes.action_id)
    assert goal_row(planned).status == "active" and [row.id for row in asked(planned)] == [question.id]


def test_an_action_added_anywhere_is_kept_and_every_other_stays_what_it_was(planned):
    first, second, third = details(planned)
    new = {"status": "not-started", "description": "Ask about a bus pass"}
    put_activities(planned, new, first, {**second, "status": "completed"}, third)
    planned.poll()
    assert asked(planned) == ()
    assert actions(planned) == [
        ("Buy walking shoes", "not-started"), ("Join the heart group", "completed"),
        ("Measure the weight", "not-started"), ("Ask about a bus pass", "not-started"),
    ]  # fmt: skip
    planned.poll()
    put_activities(planned, *[{**one, "status": "completed"} for one in details(planned)])
    planned.poll()
    assert {status for _, status in actions(planned)} == {"completed"} and len(actions(planned)) == 4


def test_an_action_changed_on_both_sides_is_a_question_with_both_sides(planned):
    edit_action(planned, "Buy walking shoes", "Buy good walking shoes")
    first, second, third = details(planned)
    put_activities(planned, second, third, {**first, "description": "Buy walking boots"})
    planned.poll()
    (question,) = asked(planned)
    assert (question.ref.kind, question.fields[0].old, question.fields[0].new) == (
        "plan_action", "Buy good walking shoes", "Buy walking boots",
    )  # fmt: skip
    decide(planned, question, "theirs")
    planned.poll()
    assert actions(planned)[0][0] == "Buy walking boots"
    assert sorted(told_there(planned)) == ["Buy walking boots", "Join the heart group", "Measure the weight"]


@pytest.mark.parametrize(("answer", "left"), [("mine", 3), ("theirs", 2)])
def test_an_action_taken_off_there_is_asked_about_and_never_deleted(planned, answer, left):
    first, _second, third = details(planned)
    put_activities(planned, first, third)
    planned.poll()
    (question,) = asked(planned)
    assert question.gone and question.title == "Join the heart group" and len(actions(planned)) == 3
    done = decide(planned, question, answer)
    planned.poll()
    assert len(actions(planned)) == len(told_there(planned)) == left
    planned.here.run("services.history.undo", done.changes.action_id)
    assert len(actions(planned)) == 3 and asked(planned)[0].gone


def test_a_phone_number_changed_there_of_a_patient_of_ours_is_a_question(planned):
    phone = {"system": "phone", "use": "home", "value": "555-010-0142"}
    planned.store.put(there(telecom=[phone]))
    planned.poll()
    with planned.here.read() as uow:
        assert [row.value for row in uow.session.query(PatientTelecom)] == ["555-010-0142"]
    planned.store.put(there(telecom=[{**phone, "value": "555-010-0199"}]))
    planned.poll()
    (question,) = asked(planned)
    assert question.ref.kind == "patient_telecom"
    decide(planned, question, "theirs")
    with planned.here.read() as uow:
        assert [row.value for row in uow.session.query(PatientTelecom)] == ["555-010-0199"]


def test_what_is_deleted_there_stays_here_and_is_asked_about_once(linked):
    for number in (1, 2):
        linked.store.put(about("Condition", f"c{number}", code={"text": f"Problem {number}"}))
    linked.poll()
    del linked.store.resources["Condition", "c1"]
    linked.poll()
    assert asked(linked) == ()  # looked for once a day
    look_again(linked)
    linked.poll()
    (question,) = asked(linked)
    assert question.gone and question.title == "Problem 1" and question.theirs.source == linked.server.base
    assert linked.count(Condition) == 2
    done = decide(linked, question, "theirs")
    with linked.here.read() as uow:
        assert uow.session.get_one(Condition, 1).verification == "entered-in-error"
    linked.here.run("services.history.undo", done.changes.action_id)
    decide(linked, asked(linked)[0], "mine")
    look_again(linked)
    linked.poll()
    assert asked(linked) == () and linked.count(Condition) == 2


def test_deletions_are_looked_for_of_every_patient_however_many(linked):
    linked.store.page = 100
    numbers = range(20, 42)  # more than fit into one question
    with linked.here.write("test") as uow:
        crowd = [Patient(record_number=f"{number:06}", family="Crowd", given=f"No. {number}") for number in numbers]
        uow.session.add_all(crowd)
        uow.session.flush()
        chosen = [ChoosePatient(linked.partner_id, one.id, f"crowd-{one.record_number}") for one in crowd]
    for number, request in zip(numbers, chosen, strict=True):
        linked.store.put(there(id=request.outside_id, name=[{"family": "Crowd", "given": [f"No. {number}"]}]))
        linked.here.run("services.partner_patients.choose", request)
        whose = {"reference": f"Patient/{request.outside_id}"}
        linked.store.put(about("Condition", f"c{number}", code={"text": f"Problem {number}"}, subject=whose))
    linked.poll()
    for number in numbers:
        del linked.store.resources["Condition", f"c{number}"]
    look_again(linked)
    linked.poll()
    assert {row.title for row in asked(linked)} == {f"Problem {number}" for number in numbers}


def test_what_a_search_does_not_find_is_read_so_often_and_no_more(linked, monkeypatch):
    monkeypatch.setattr(vanished, "_MOST_READ", 2)
    for number in range(5):
        linked.store.put(about("Condition", f"c{number}", code={"text": f"Problem {number}"}))
    linked.poll()
    for number in range(5):  # it is there, of somebody else
        linked.store.put(about("Condition", f"c{number}", subject={"reference": "Patient/somebody"}))
    linked.store.requests.clear()
    look_again(linked)
    linked.poll()
    reads = [path for method, path in linked.store.requests if method == "GET" and "/Condition/c" in path]
    assert len(reads) == 2 and asked(linked) == ()


@pytest.mark.parametrize(("answer", "texts"), [("mine", ["Walk 30 minutes a day"]), ("theirs", [])])
def test_ours_that_was_deleted_there_is_made_again_or_withdrawn(planned, answer, texts):
    goal = the(planned.store, "Goal")
    del planned.store.resources["Goal", goal["id"]]
    look_again(planned)
    planned.poll()
    (question,) = asked(planned)
    assert question.gone and planned.count(Goal) == 1
    decide(planned, question, answer)
    planned.poll()
    planned.poll()
    assert [one["description"]["text"] for one in planned.store.of("Goal")] == texts


def test_ours_that_is_found_deleted_while_sending_is_asked_about_too(planned):
    goal = the(planned.store, "Goal")
    del planned.store.resources["Goal", goal["id"]]
    change(planned, "Walk 40 minutes a day")
    planned.poll()
    (question,) = asked(planned)
    assert question.gone
    assert [row.state for row in planned.here.run("queries.partners.queue", None)] == ["question"]


def test_everything_sent_stands_among_the_disclosures_and_under_out(planned):
    rows = planned.here.run("queries.exchange_out.outgoing", OutFilter()).rows
    assert {(row.kind, row.to, row.channel, row.basis) for row in rows} >= {
        (kind, "Riverside Hospital", "partner", "treatment") for kind in ("Goal", "CarePlan")
    }
    assert all(len(row.sha256) == 64 and row.patient is not None for row in rows)
    everything = AskAccounting(planned.patient_id, rows[0].at.date() + dt.timedelta(days=1), everything=True)
    assert len(planned.made.open("clinician").run("queries.disclosures.accounting", everything).rows) == len(rows)
    assert planned.count(Disclosure) == len(rows)


def test_a_question_of_an_import_that_is_taken_back_is_none_any_more(planned):
    planned.store.put({**the(planned.store, "Goal"), "description": {"text": "Swim twice a week"}})
    change(planned, "Walk 40 minutes a day")
    planned.poll()
    with planned.here.write("test") as uow:
        uow.session.query(ImportDifference).one().removed_at = uow.now
    change(planned, "Walk 45 minutes a day")
    planned.poll()
    assert the(planned.store, "Goal")["description"]["text"] == "Walk 45 minutes a day"
    with planned.here.read() as uow:
        assert "question" not in {row.state for row in uow.session.query(PartnerCopy)}


def test_what_was_theirs_and_is_as_it_came_again_is_not_called_a_mistake(linked):
    linked.store.put(about("Goal", "g9", lifecycleStatus="active", description={"text": "Lower the blood pressure"}))
    linked.poll()
    row = goal_row(linked)
    with linked.here.write("test") as uow:
        uow.session.get_one(Goal, row.id).text = "Blood pressure below 130/80"
    linked.poll()
    with linked.here.write("test") as uow:
        uow.session.get_one(Goal, row.id).text = "Lower the blood pressure"
    linked.poll()
    goal = the(linked.store, "Goal")
    assert (goal["lifecycleStatus"], goal["description"]["text"]) == ("active", "Lower the blood pressure")
    assert goal["subject"] == {"reference": f"Patient/{OUTSIDE}"}


def test_a_server_that_cannot_give_ids_alone_is_asked_for_all_of_it(linked):
    linked.store.put(about("Condition", "c1", code={"text": "Problem 1"}))

    def picky(handler):
        if "_elements=" in handler.path:
            handler.answer(400, {"resourceType": "OperationOutcome"})
            return True
        return False

    linked.store.faults.append(picky)
    linked.poll()
    assert asked(linked) == ()
    del linked.store.resources["Condition", "c1"]
    look_again(linked)
    linked.poll()
    assert [row.gone for row in asked(linked)] == [True]
