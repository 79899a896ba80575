"""Goals and actions: added, changed, done, moved, removed; what came from elsewhere keeps its source."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.plans import (
    ActionDraft,
    AddAction,
    AddGoal,
    ChangeAction,
    ChangeGoal,
    GoalDraft,
    MoveItem,
    RemoveItem,
    SetActionStatus,
)
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.words import error_sentence
from tests.care_plan.conftest import RECEIVED, TODAY

WALK = GoalDraft(words="Caminar a la iglesia", text=None, words_language="es", due_on=dt.date(2027, 2, 1))
CALL = ActionDraft(text="Call the pharmacy", due_on=dt.date(2026, 11, 17))


def _plan(practice, patient):
    return practice.run("queries.care_plan.care_plan", patient)


def _add_goal(practice, patient, draft=WALK):
    return practice.run("services.care_plans.add_goal", AddGoal(patient, draft))


def _add_action(practice, patient, draft=CALL, goal_id=None):
    return practice.run("services.care_plans.add_action", AddAction(patient, goal_id, draft))


def _goal(practice, patient, goal_id):
    return next(goal for goal in _plan(practice, patient).goals if goal.id == goal_id)


def _action(practice, patient, action_id):
    plan = _plan(practice, patient)
    rows = [*plan.actions, *(action for goal in plan.goals for action in goal.actions)]
    return next(action for action in rows if action.id == action_id)


def test_a_goal_with_its_action_appears_as_typed(rosa, patient, practice):
    owner = Owner(OwnerKind.USER, "Rosa Diaz", practice.users["coordinator"])
    goal = _add_goal(rosa, patient, replace(WALK, owner=owner))
    words = (("en", "Call your pharmacy."), ("es", "Llame a su farmacia."))
    action = _add_action(rosa, patient, replace(CALL, patient_words=words, urgent=True), goal.id)
    row = _goal(rosa, patient, goal.id)
    assert row.draft == replace(WALK, owner=owner)
    assert (row.number, row.status) == ("2", "active")
    done = row.actions[0]
    assert (done.id, done.number, done.days_late, done.status) == (action.id, "2.1", 3, "not-started")
    assert done.draft == replace(CALL, patient_words=words, urgent=True)
    assert goal.changes.patient_id == patient
    assert goal.changes.action_id != action.changes.action_id


def test_an_action_without_a_goal_belongs_to_the_plan(rosa, patient):
    saved = _add_action(rosa, patient)
    assert [action.id for action in _plan(rosa, patient).actions] == [saved.id]


def test_what_came_from_elsewhere_shows_source_and_date(rosa, patient):
    plan = _plan(rosa, patient)
    goal = plan.goals[0]
    assert goal.target == "A1c < 8 %"
    assert (goal.provenance.source, goal.provenance.received_at) == ("https://hospital.example", RECEIVED)
    assert (goal.provenance.author, goal.provenance.recorded) == ("Dr. Raghunathan", "2026-03-02")
    outside = plan.outside[0]
    assert (outside.title, outside.starts, outside.provenance.author) == ("Heart plan", "2026-10-20", "Dr. Patel")
    assert [action.draft.text for action in outside.actions] == ["Low salt"]
    assert plan.actions == ()


def test_an_imported_goal_can_be_changed_and_keeps_its_source(rosa, patient):
    goal = _plan(rosa, patient).goals[0]
    draft = replace(goal.draft, target_value=7.5, owner=Owner(OwnerKind.PATIENT, ""))
    request = ChangeGoal(goal.id, goal.version, draft, "active", "improving")
    rosa.run("services.care_plans.change_goal", request)
    after = _goal(rosa, patient, goal.id)
    assert (after.target, after.achievement) == ("A1c < 7.5 %", "improving")
    assert after.draft.owner == Owner(OwnerKind.PATIENT, "Maria Lopez")
    assert after.provenance == goal.provenance


def test_an_action_of_an_outside_plan_cannot_be_changed(rosa, patient):
    action = _plan(rosa, patient).outside[0].actions[0]
    requests = {
        "change_action": ChangeAction(action.id, action.version, action.draft),
        "set_action_status": SetActionStatus(action.id, action.version, "completed"),
        "remove": RemoveItem("plan_action", action.id, action.version),
        "move": MoveItem("plan_action", action.id, 1),
    }
    for name, request in requests.items():
        with pytest.raises(Invalid) as refused:
            rosa.run(f"services.care_plans.{name}", request)
        assert refused.value.code == "plans.outside_read_only"


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"words": " ", "text": None}, "words", "goal_empty"),
        ({"words": "x" * 1001}, "words", "too_long"),
        ({"measure_code": "A1c"}, "measure_code", "bad_measure"),
        ({"target_comparator": "~", "target_value": 1.0}, "target_comparator", "bad_comparator"),
        ({"target_value": float("nan")}, "target_value", "bad_number"),
        ({"target_value": 1.0, "target_low": 1.0}, "target_value", "two_targets"),
        ({"target_low": 3.0, "target_high": 2.0}, "target_low", "range_turned"),
        ({"due_on": dt.date(3026, 1, 1)}, "due_on", "bad_due"),
        ({"words_language": "?"}, "words_language", "bad_language"),
        ({"owner": Owner(OwnerKind.USER, "Nobody", 99)}, "owner", "no_such_owner"),
        ({"owner": Owner(OwnerKind.PRACTITIONER, "Nobody", 99)}, "owner", "no_such_owner"),
        ({"owner": Owner(OwnerKind.PERSON, " ")}, "owner", "owner_missing"),
    ],
)
def test_a_goal_that_cannot_be_kept_is_refused_at_its_field(rosa, patient, changes, field, code):
    with pytest.raises(Invalid) as refused:
        _add_goal(rosa, patient, replace(WALK, **changes))
    assert (refused.value.code, refused.value.field) == (f"plans.{code}", field)
    assert error_sentence(refused.value)
    assert len(_plan(rosa, patient).goals) == 1


def test_an_action_needs_words_and_a_goal_of_the_same_patient(rosa, patient):
    with pytest.raises(Invalid):
        _add_action(rosa, patient, replace(CALL, text="\x00"))
    with pytest.raises(NotFound):
        _add_action(rosa, patient, CALL, goal_id=99)
    with pytest.raises(NotFound):
        _add_action(rosa, 99)


def test_hostile_text_and_line_breaks_stay(rosa, patient):
    text = "Say <b>no</b> & 'stop'\nمرحبا"
    saved = _add_action(rosa, patient, replace(CALL, text=text))
    assert _action(rosa, patient, saved.id).draft.text == text


def test_completing_says_when_and_undo_reopens(rosa, patient):
    saved = _add_action(rosa, patient)
    row = _action(rosa, patient, saved.id)
    done = rosa.run("services.care_plans.set_action_status", SetActionStatus(row.id, row.version, "completed"))
    after = _action(rosa, patient, saved.id)
    assert (after.status, after.days_late) == ("completed", 0)
    rosa.run("services.history.undo", done.changes.action_id)
    again = _action(rosa, patient, saved.id)
    assert (again.status, again.days_late) == ("not-started", 3)


def test_ending_undone_needs_a_reason(rosa, patient):
    goal = _plan(rosa, patient).goals[0]
    with pytest.raises(Invalid) as refused:
        rosa.run("services.care_plans.change_goal", ChangeGoal(goal.id, goal.version, goal.draft, "cancelled"))
    assert refused.value.code == "plans.reason_missing"
    reason = ChangeGoal(goal.id, goal.version, goal.draft, "cancelled", None, "moved away")
    rosa.run("services.care_plans.change_goal", reason)
    action = _add_action(rosa, patient)
    row = _action(rosa, patient, action.id)
    with pytest.raises(Invalid):
        rosa.run("services.care_plans.set_action_status", SetActionStatus(row.id, row.version, "cancelled"))
    with pytest.raises(Invalid):
        rosa.run("services.care_plans.set_action_status", SetActionStatus(row.id, row.version, "finished", "x"))


def test_the_second_of_two_editors_is_told(practice, patient):
    rosa, kim = practice.open("coordinator"), practice.open("clinician")
    goal = _plan(rosa, patient).goals[0]
    request = ChangeGoal(goal.id, goal.version, replace(goal.draft, text="Mine"), "active")
    kim.run("services.care_plans.change_goal", request)
    with pytest.raises(Conflict) as late:
        rosa.run("services.care_plans.change_goal", replace(request, goal=replace(goal.draft, text="Yours")))
    assert late.value.code == "plans.changed_meanwhile"
    assert _goal(rosa, patient, goal.id).draft.text == "Mine"


def test_goals_and_actions_are_put_in_order(rosa, patient):
    imported = _plan(rosa, patient).goals[0].id
    second, third = _add_goal(rosa, patient).id, _add_goal(rosa, patient).id
    rosa.run("services.care_plans.move", MoveItem("goal", third, -2))
    assert [goal.id for goal in _plan(rosa, patient).goals] == [third, imported, second]
    rosa.run("services.care_plans.move", MoveItem("goal", second, 1))
    assert [goal.id for goal in _plan(rosa, patient).goals] == [third, imported, second]
    late = _add_action(rosa, patient, replace(CALL, due_on=dt.date(2026, 12, 1))).id
    soon = _add_action(rosa, patient, replace(CALL, due_on=TODAY)).id
    assert [action.id for action in _plan(rosa, patient).actions] == [soon, late]
    rosa.run("services.care_plans.move", MoveItem("plan_action", late, -1))
    newest = _add_action(rosa, patient, replace(CALL, due_on=TODAY)).id
    assert [action.id for action in _plan(rosa, patient).actions] == [late, soon, newest]


def test_ended_goals_come_last_and_moving_stays_among_the_open(rosa, patient):
    imported = _plan(rosa, patient).goals[0]
    other = _add_goal(rosa, patient).id
    done = ChangeGoal(imported.id, imported.version, imported.draft, "completed", "achieved")
    rosa.run("services.care_plans.change_goal", done)
    rosa.run("services.care_plans.move", MoveItem("goal", other, 5))
    assert [goal.id for goal in _plan(rosa, patient).goals] == [other, imported.id]


def test_removing_a_goal_takes_what_is_done_with_it_and_undo_brings_all_back(rosa, patient):
    goal = _add_goal(rosa, patient)
    action = _add_action(rosa, patient, CALL, goal.id)
    rosa.run("services.care_plans.set_action_status", SetActionStatus(action.id, 1, "completed"))
    before = _goal(rosa, patient, goal.id)
    gone = rosa.run("services.care_plans.remove", RemoveItem("goal", goal.id, before.version))
    plan = _plan(rosa, patient)
    assert (len(plan.goals), plan.actions) == (1, ())
    with pytest.raises(NotFound):
        rosa.run("services.care_plans.remove", RemoveItem("goal", goal.id, before.version + 1))
    rosa.run("services.history.undo", gone.changes.action_id)
    assert len(_goal(rosa, patient, goal.id).actions) == 1


def test_owners_are_we_the_patient_and_the_team_outside(rosa, patient):
    owners = _plan(rosa, patient).owners
    kinds = [(owner.kind.value, owner.name) for owner in owners]
    assert ("user", "Rosa Diaz") in kinds
    assert kinds[-2:] == [("patient", "Maria Lopez"), ("practitioner", "Dr. Asha Patel")]
    saved = _add_action(rosa, patient, replace(CALL, owner=owners[-1]))
    assert _action(rosa, patient, saved.id).draft.owner == owners[-1]


def test_front_desk_cannot_read_or_write_the_plan(practice, patient):
    desk = practice.open("front_desk")
    with pytest.raises(NotAllowed):
        _plan(desk, patient)
    with pytest.raises(NotAllowed):
        _add_goal(desk, patient)
