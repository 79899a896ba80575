"""Starts of a plan: what pathways in use propose, and what is carried forward; only what somebody ticked."""

from __future__ import annotations

import pytest

from icm_desktop.contracts.concerns import Leftover
from icm_desktop.contracts.leaving import WorkOf
from icm_desktop.contracts.pathways import AdoptPathway, EnrolPatient
from icm_desktop.contracts.plan_starts import BEFORE, AskStarts, StartPlan
from icm_desktop.contracts.plan_versions import FreezePlan
from icm_desktop.contracts.plans import ChangeGoal
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Role

STARTS, START = "queries.plan_starts.starts", "services.plan_starts.start"


def plan(rosa, whole):
    return rosa.run("queries.care_plan.care_plan", whole.patient)


def test_targets_and_steps_of_a_pathway_in_use_become_lines_that_somebody_ticked(practice, rosa, whole):
    asked = AskStarts(whole.patient)
    assert rosa.run(STARTS, asked).rows == ()  # nobody adopted one
    shipped = {one.id: one for one in rosa.run("queries.pathways.shipped")}
    adopted = AdoptPathway("type-2-diabetes", shipped["type-2-diabetes"].digest, "Kim Lee", "physician")
    practice.open(Role.ADMINISTRATOR).run("services.pathways.adopt", adopted)
    rosa.run("services.pathways.enrol", EnrolPatient(whole.patient, "type-2-diabetes", "test"))
    rows = {row.key: row for row in rosa.run(STARTS, asked).rows}
    concern, goal = "pathway:type-2-diabetes:concern", "pathway:type-2-diabetes:target:a1c"
    step = next(key for key, row in rows.items() if row.kind == "action")
    assert rows[concern].on_plan  # Type 2 diabetes is a concern already
    assert (rows[goal].kind, rows[goal].detail, rows[goal].on_plan) == ("goal", "< 7 %", False)
    before = plan(rosa, whole)
    saved = rosa.run(START, StartPlan(whole.patient, "pathways", (goal, step)))
    after = plan(rosa, whole)
    assert saved.count == 2 and len(after.goals) == len(before.goals) + 1
    made = next(one for one in after.goals if one.id not in {each.id for each in before.goals})
    assert (made.draft.measure_code, made.draft.target_comparator, made.draft.target_value) == ("4548-4", "<", 7.0)
    assert made.draft.concern_id == before.concerns[0].id
    action = next(one for one in after.actions if one.id not in {each.id for each in before.actions})
    assert (action.draft.text, action.draft.due_on) == (rows[step].title, None)  # the pathway keeps the day
    assert {row.key for row in rosa.run(STARTS, asked).rows if row.on_plan} >= {concern, goal, step}
    rosa.run("services.history.undo", saved.changes.action_id)
    assert len(plan(rosa, whole).goals) == len(before.goals)


def test_what_is_over_is_carried_forward_with_its_target_under_its_concern(rosa, whole):
    view = rosa.run("queries.plan_versions.versions", whole.patient)
    rosa.run("services.plan_versions.freeze", FreezePlan(whole.patient, None, view.signers[:1], "high"))
    asked = AskStarts(whole.patient, BEFORE)
    assert rosa.run(STARTS, asked).rows == ()  # every line is still open
    goal = plan(rosa, whole).goals[0]
    leftovers = tuple(Leftover("plan_action", one.id, one.version) for one in goal.actions)
    ended = ChangeGoal(goal.id, goal.version, goal.draft, "completed", "achieved", None, leftovers)
    rosa.run("services.care_plans.change_goal", ended)
    (row,) = rosa.run(STARTS, asked).rows
    assert (row.key, row.kind, row.detail, row.group) == (f"goal:{goal.id}", "goal", "A1c < 7.5 %", "1")
    rosa.run(START, StartPlan(whole.patient, BEFORE, (row.key,)))
    again = next(one for one in plan(rosa, whole).goals if one.status == "active" and one.draft.words == row.title)
    assert again.id != goal.id and again.draft.concern_id == goal.draft.concern_id
    assert (again.draft.target_value, again.draft.owner) == (7.5, goal.draft.owner)
    assert again.achievement is None and again.draft.baseline_value is None
    with pytest.raises(Invalid, match="start_gone"):
        rosa.run(START, StartPlan(whole.patient, BEFORE, ("goal:999",)))
    with pytest.raises(Invalid, match="nothing_ticked"):
        rosa.run(START, StartPlan(whole.patient, BEFORE, ()))


def test_concerns_are_work_somebody_has_open(practice, rosa, whole):
    work = rosa.run("queries.leaving.work_of", WorkOf(practice.users[Role.COORDINATOR], whole.patient))
    assert work.concerns == (plan(rosa, whole).concerns[0].id,)
