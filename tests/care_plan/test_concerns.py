"""Concerns, goals and barriers hang together, and nothing that ends leaves work behind that nobody decided about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import pytest

from db.models.clinical import Condition
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.concerns import (
    AddBarrier,
    AddConcern,
    BarrierDraft,
    ChangeBarrier,
    ChangeConcern,
    ConcernDraft,
    Leftover,
)
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, ChangeGoal, GoalDraft, MoveItem, RemoveItem
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.words import error_sentence
from tests.care_plan.conftest import TODAY

BREATH = ConcernDraft("problem", "Me falta el aire", None, words_language="es")
RIDE = BarrierDraft("transport", "No car, the bus comes twice a day", "A ride from the county")


def _plan(practice, patient):
    return practice.run("queries.care_plan.care_plan", patient)


def _add_concern(practice, patient, draft=BREATH):
    return practice.run("services.concerns.add_concern", AddConcern(patient, draft)).id


def _add_goal(practice, patient, concern_id, text="Walk to church"):
    draft = GoalDraft(None, text, concern_id=concern_id)
    return practice.run("services.care_plans.add_goal", AddGoal(patient, draft)).id


def _add_action(practice, patient, goal_id, text):
    return practice.run("services.care_plans.add_action", AddAction(patient, goal_id, ActionDraft(text))).id


def _add_barrier(practice, patient, draft):
    return practice.run("services.concerns.add_barrier", AddBarrier(patient, draft)).id


@dataclass(frozen=True)
class Tree:
    """A concern with a goal, two actions and a barrier of the goal, and one barrier of its own."""

    concern: int
    goal: int
    weigh: int
    call: int
    ride: int
    money: int


@pytest.fixture
def tree(rosa, patient):
    concern = _add_concern(rosa, patient)
    goal = _add_goal(rosa, patient, concern)
    return Tree(
        concern,
        goal,
        _add_action(rosa, patient, goal, "Weigh"),
        _add_action(rosa, patient, goal, "Call"),
        _add_barrier(rosa, patient, replace(RIDE, goal_id=goal)),
        _add_barrier(rosa, patient, BarrierDraft("cost", "Co-pay", concern_id=concern)),
    )


def _concern(plan, concern_id):
    return next(row for row in plan.concerns if row.id == concern_id)


def _barriers(plan):
    return {row.id: row for row in plan.barriers}


def _loose(plan):
    return {action.id: action for action in plan.actions}


def _goal(plan, goal_id):
    return next(goal for goal in plan.goals if goal.id == goal_id)


def test_the_tree_is_shown_as_it_was_built(rosa, patient, tree):
    plan = _plan(rosa, patient)
    concern = _concern(plan, tree.concern)
    assert (concern.number, concern.status, concern.draft) == ("A", "active", replace(BREATH, noticed_on=TODAY))
    goal = _goal(plan, tree.goal)
    assert goal.draft.concern_id == tree.concern
    assert [action.draft.text for action in goal.actions] == ["Weigh", "Call"]
    assert _barriers(plan)[tree.ride].draft == replace(RIDE, goal_id=tree.goal, noticed_on=TODAY)


def test_goals_stand_under_their_concerns_and_are_numbered_in_that_order(rosa, patient, tree):
    second = _add_concern(rosa, patient, ConcernDraft("risk", None, "Falls"))
    late = _add_goal(rosa, patient, tree.concern, "Sleep")
    early = _add_goal(rosa, patient, second, "No falls")
    numbers = {goal.id: goal.number for goal in _plan(rosa, patient).goals}
    assert (numbers[tree.goal], numbers[late], numbers[early]) == ("1", "2", "3")
    rosa.run("services.concerns.move_concern", MoveItem("health_concern", second, -1))
    plan = _plan(rosa, patient)
    assert [row.id for row in plan.concerns] == [second, tree.concern]
    assert plan.goals[0].id == early


def test_a_concern_that_stands_for_a_problem_says_which(rosa, practice, patient):
    with practice.open().write("test") as uow:
        problem = Condition(patient_id=patient, text="Heart failure", status="active")
        uow.session.add(problem)
        uow.session.flush()
        number = problem.id
    concern = _add_concern(rosa, patient, ConcernDraft("problem", None, None, condition_id=number))
    assert _concern(_plan(rosa, patient), concern).problem == "Heart failure"
    with pytest.raises(NotFound):
        _add_concern(rosa, patient, ConcernDraft("problem", None, None, condition_id=999))


@pytest.mark.parametrize(
    ("draft", "field", "code"),
    [
        (replace(BREATH, words=" "), "words", "concern_empty"),
        (replace(BREATH, kind="mood"), "kind", "bad_kind"),
        (replace(BREATH, priority="soon"), "priority", "bad_priority"),
        (replace(BREATH, noticed_on=TODAY + dt.timedelta(days=1)), "noticed_on", "bad_day"),
        (replace(BREATH, note="x" * 1001), "note", "too_long"),
    ],
)
def test_a_concern_that_cannot_be_kept_is_refused_at_its_field(rosa, patient, draft, field, code):
    with pytest.raises(Invalid) as refused:
        _add_concern(rosa, patient, draft)
    assert (refused.value.code, refused.value.field) == (f"plans.{code}", field)
    assert error_sentence(refused.value)


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"confidence": 11}, "confidence", "bad_confidence"),
        ({"baseline_value": float("inf")}, "baseline_value", "bad_number"),
        ({"baseline_value": 9.0, "baseline_on": TODAY + dt.timedelta(days=1)}, "baseline_on", "bad_day"),
        ({"priority": "soon"}, "priority", "bad_priority"),
    ],
)
def test_where_a_goal_stood_and_how_sure_the_patient_is_are_checked(rosa, patient, changes, field, code):
    with pytest.raises(Invalid) as refused:
        rosa.run("services.care_plans.add_goal", AddGoal(patient, GoalDraft("Walk", None, **changes)))
    assert (refused.value.code, refused.value.field) == (f"plans.{code}", field)


def test_an_owner_outside_keeps_the_organisation(rosa, patient):
    owner = Owner(OwnerKind.PERSON, "Ann Lee", None, "Larkspur Home Health")
    rosa.run("services.care_plans.add_goal", AddGoal(patient, GoalDraft("Walk", None, owner=owner)))
    assert _plan(rosa, patient).goals[-1].draft.owner == owner


def test_a_goal_does_not_end_while_its_open_work_is_undecided(rosa, patient, tree):
    goal = _goal(_plan(rosa, patient), tree.goal)
    ended = ChangeGoal(goal.id, goal.version, goal.draft, "completed", "achieved")
    some = (Leftover("plan_action", tree.weigh, 1),)
    stale = (*some, Leftover("plan_action", tree.call, 7), Leftover("plan_barrier", tree.ride, 1))
    for leftovers in ((), some, stale):
        with pytest.raises(Conflict) as refused:
            rosa.run("services.care_plans.change_goal", replace(ended, leftovers=leftovers))
        assert refused.value.code == "plans.work_undecided"
    assert _goal(_plan(rosa, patient), tree.goal).status == "active"


def test_each_piece_of_a_goals_work_becomes_what_was_decided_and_one_undo_brings_all_back(rosa, patient, tree):
    before = _plan(rosa, patient)
    goal = _goal(before, tree.goal)
    owner = Owner(OwnerKind.PATIENT, "")
    leftovers = (
        Leftover("plan_action", tree.weigh, 1, "hand_over", owner=owner),
        Leftover("plan_action", tree.call, 1, "replace", "Visit the pharmacy"),
        Leftover("plan_barrier", tree.ride, 1),
    )
    done = rosa.run(
        "services.care_plans.change_goal",
        ChangeGoal(goal.id, goal.version, goal.draft, "cancelled", None, "Moved away", leftovers),
    )
    plan = _plan(rosa, patient)
    loose = _loose(plan)
    assert loose[tree.weigh].draft.owner == Owner(OwnerKind.PATIENT, "Maria Lopez")
    assert [action.draft.text for action in plan.actions] == ["Weigh", "Visit the pharmacy"]
    call = next(action for action in _goal(plan, tree.goal).actions if action.id == tree.call)
    assert call.status == "cancelled"
    ride = _barriers(plan)[tree.ride]
    assert (ride.draft.goal_id, ride.draft.concern_id, ride.status) == (None, tree.concern, "active")
    rosa.run("services.history.undo", done.changes.action_id)
    after = _plan(rosa, patient)
    assert _shape(after) == _shape(before)


def test_calling_work_off_needs_the_reason(rosa, patient, tree):
    goal = _goal(_plan(rosa, patient), tree.goal)
    leftovers = (
        Leftover("plan_action", tree.weigh, 1, "cancel"),
        Leftover("plan_action", tree.call, 1),
        Leftover("plan_barrier", tree.ride, 1, "hand_over"),
    )
    removed = RemoveItem("goal", goal.id, goal.version, None, leftovers)
    for asked, code in ((removed, "reason_missing"), (replace(removed, reason="x"), "bad_choice")):
        with pytest.raises(Invalid) as refused:
            rosa.run("services.care_plans.remove", asked)
        assert refused.value.code == f"plans.{code}"
    replaced = replace(leftovers[0], what="replace", text=" ")
    ask = RemoveItem("goal", goal.id, goal.version, "x", (replaced, leftovers[1], replace(leftovers[2], what="keep")))
    with pytest.raises(Invalid) as refused:
        rosa.run("services.care_plans.remove", ask)
    assert refused.value.code == "plans.replacement_missing"


def test_a_goal_may_change_without_touching_its_work(rosa, patient, tree):
    goal = _goal(_plan(rosa, patient), tree.goal)
    draft = replace(goal.draft, text="Walk two blocks", confidence=7)
    some = (Leftover("plan_action", tree.call, 1, "cancel"),)
    change = ChangeGoal(goal.id, goal.version, draft, "active", None, "Too hard", some)
    rosa.run("services.care_plans.change_goal", change)
    after = _goal(_plan(rosa, patient), tree.goal)
    assert {action.id: action.status for action in after.actions} == {
        tree.weigh: "not-started",
        tree.call: "cancelled",
    }
    assert after.draft.confidence == 7


@pytest.mark.parametrize("how", ["resolve", "remove"])
def test_ending_a_concern_settles_goals_and_what_is_under_them(rosa, patient, tree, how):
    second = _add_goal(rosa, patient, tree.concern, "Sleep")
    nap = _add_action(rosa, patient, second, "No naps")
    before = _plan(rosa, patient)
    leftovers = (
        Leftover("goal", tree.goal, 1, "replace", "Walk to the mailbox"),
        Leftover("plan_action", tree.weigh, 1),
        Leftover("plan_action", tree.call, 1, "cancel"),
        Leftover("plan_barrier", tree.ride, 1),
        Leftover("goal", second, 1, "cancel"),
        Leftover("plan_action", nap, 1),
        Leftover("plan_barrier", tree.money, 1),
    )
    row = _concern(before, tree.concern)
    if how == "resolve":
        asked = ChangeConcern(row.id, row.version, row.draft, "resolved", "Breathes well", leftovers)
        done = rosa.run("services.concerns.change_concern", asked)
    else:
        removed = RemoveItem("health_concern", row.id, row.version, "Breathes well", leftovers)
        done = rosa.run("services.concerns.remove_concern", removed)
    plan = _plan(rosa, patient)
    new = next(goal for goal in plan.goals if goal.draft.text == "Walk to the mailbox")
    assert [action.id for action in new.actions] == [tree.weigh]
    assert _barriers(plan)[tree.ride].draft.goal_id == new.id
    assert new.draft.concern_id is None
    assert {_goal(plan, tree.goal).status, _goal(plan, second).status} == {"cancelled"}
    assert set(_loose(plan)) == {nap}
    assert _barriers(plan)[tree.money].draft.concern_id is None
    rosa.run("services.history.undo", done.changes.action_id)
    assert _shape(_plan(rosa, patient)) == _shape(before)


def test_a_barrier_is_gone_and_comes_back(rosa, patient, tree):
    row = _barriers(_plan(rosa, patient))[tree.ride]
    rosa.run("services.concerns.change_barrier", ChangeBarrier(row.id, 1, row.draft, "resolved", "County ride"))
    assert _barriers(_plan(rosa, patient))[tree.ride].status == "resolved"
    removed = rosa.run("services.concerns.remove_barrier", RemoveItem("plan_barrier", row.id, 2))
    assert tree.ride not in _barriers(_plan(rosa, patient))
    rosa.run("services.history.undo", removed.changes.action_id)
    assert tree.ride in _barriers(_plan(rosa, patient))


def test_the_front_desk_sees_and_changes_nothing_of_it(practice, patient, tree):
    desk = practice.open("front_desk")
    for name, request in (
        ("services.concerns.add_concern", AddConcern(patient, BREATH)),
        ("services.concerns.add_barrier", AddBarrier(patient, RIDE)),
        ("services.concerns.remove_concern", RemoveItem("health_concern", tree.concern, 1)),
        ("queries.care_plan.care_plan", patient),
    ):
        with pytest.raises(NotAllowed):
            desk.run(name, request)


def _shape(plan):
    """Everything a person sees of the plan, without who touched it when."""
    goals = [(g.id, g.number, g.draft, g.status, [(a.id, a.draft, a.status) for a in g.actions]) for g in plan.goals]
    loose = [(a.id, a.draft, a.status) for a in plan.actions]
    concerns = [(c.id, c.number, c.draft, c.status) for c in plan.concerns]
    return goals, loose, concerns, sorted((b.id, str(b.draft), b.status) for b in plan.barriers)
