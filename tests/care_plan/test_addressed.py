"""Goals from elsewhere that name a problem: a concern for it is offered, and takes them beneath it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from db.models.clinical import Condition
from icm_desktop.contracts.concerns import AddConcern, ConcernDraft
from icm_desktop.contracts.exchange import ImportRequest, UndoImport
from icm_desktop.contracts.plan_starts import BEFORE, AskStarts, StartPlan
from icm_desktop.contracts.plans import ChangeGoal
from tests.care_plan.conftest import TODAY
from tests.support import make_practice

ENTRIES: list[dict[str, Any]] = [{"resource": one} for one in (
        {"resourceType": "Patient", "id": "p", "name": [{"family": "Lopez", "given": ["Maria"]}],
         "birthDate": "1958-03-04", "gender": "female"},
        {"resourceType": "Goal", "id": "g", "lifecycleStatus": "active", "subject": {"reference": "Patient/p"},
         "description": {"text": "Walk without pain"}, "addresses": [{"reference": "Condition/c"}]},
        {"resourceType": "Condition", "id": "c", "subject": {"reference": "Patient/p"}, "code": {"text": "Sore knee"},
         "clinicalStatus": {"coding": [{"code": "active"}]}},
)]  # fmt: skip
BUNDLE = {"resourceType": "Bundle", "type": "collection", "entry": ENTRIES}


def test_a_goal_from_elsewhere_brings_its_problem_as_a_concern(tmp_path):
    practice = make_practice(tmp_path, today=TODAY)
    path = tmp_path / "bundle.json"
    path.write_text(json.dumps(BUNDLE))
    rosa = practice.open()
    rosa.run("services.exchange.import_files", ImportRequest((str(path),)))
    found = rosa.run("queries.patients.find", "lopez")[0]
    asked = AskStarts(found.head.id, BEFORE)
    (row,) = rosa.run("queries.plan_starts.starts", asked).rows
    assert (row.kind, row.title, row.on_plan) == ("concern", "Sore knee", False)
    saved = rosa.run("services.plan_starts.start", StartPlan(asked.patient_id, BEFORE, (row.key,)))
    view = rosa.run("queries.care_plan.care_plan", asked.patient_id)
    assert [one.problem for one in view.concerns] == ["Sore knee"]
    assert [one.draft.concern_id for one in view.goals] == [view.concerns[0].id]
    assert rosa.run("queries.plan_starts.starts", asked).rows == ()
    rosa.run("services.history.undo", saved.changes.action_id)
    assert rosa.run("queries.care_plan.care_plan", asked.patient_id).goals[0].draft.concern_id is None


def test_a_goal_that_comes_after_the_concern_goes_beneath_it_and_one_taken_out_stays_out(tmp_path):
    practice = make_practice(tmp_path, today=TODAY)
    rosa = practice.open()

    def bring(*kinds, number="g"):
        kept = [one["resource"] for one in ENTRIES if one["resource"]["resourceType"] in kinds]
        entry = [{"resource": {**one, "id": number} if one["resourceType"] == "Goal" else one} for one in kept]
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps({**BUNDLE, "entry": entry}))
        return rosa.run("services.exchange.import_files", ImportRequest((str(path),)))

    bring("Patient", "Condition", number="first")
    patient = rosa.run("queries.patients.find", "lopez")[0].head.id
    with rosa.read() as uow:
        problem = uow.session.scalar(select(Condition.id))
    draft = ConcernDraft("problem", None, "Knee", condition_id=problem)
    concern = rosa.run("services.concerns.add_concern", AddConcern(patient, draft))
    later = bring("Patient", "Condition", "Goal")
    (goal,) = rosa.run("queries.care_plan.care_plan", patient).goals
    assert goal.draft.concern_id == concern.id
    out = ChangeGoal(goal.id, goal.version, replace(goal.draft, concern_id=None), goal.status, goal.achievement)
    changed = rosa.run("services.care_plans.change_goal", out)
    bring("Patient", "Condition", "Goal", number="another")
    goals = rosa.run("queries.care_plan.care_plan", patient).goals
    assert {one.id == goal.id: one.draft.concern_id for one in goals} == {True: None, False: concern.id}
    rosa.run("services.history.undo", changed.changes.action_id)
    practice.open("administrator").run("services.exchange.undo_import", UndoImport(later.id))
    assert [one.id == goal.id for one in rosa.run("queries.care_plan.care_plan", patient).goals] == [False]
