"""Acts on the shared plan for the test of a random day: each returns the number of the act."""

from __future__ import annotations

import datetime as dt
import random
from abc import ABC, abstractmethod
from typing import Any

from icm_desktop.contracts.concerns import (
    AddBarrier,
    AddConcern,
    BarrierDraft,
    ChangeConcern,
    ConcernDraft,
    Leftover,
)
from icm_desktop.contracts.plan_sheet import AskSheet, PartText, SaveParts
from icm_desktop.contracts.plan_versions import AnswerVersion, FreezePlan, GiveCopy
from icm_desktop.contracts.plans import AddGoal, CarePlanView, GoalDraft, RemoveItem

_OPEN = ("not-started", "in-progress", "on-hold", "scheduled")


class PlanActs(ABC):
    """What somebody does with the plan of any patient."""

    dice: random.Random
    patients: list[int]

    @abstractmethod
    def run(self, name: str, *args: Any, role: str = "administrator") -> Any:
        """Do it as somebody of this role."""

    def plan(self) -> CarePlanView:
        found = self.run("queries.care_plan.care_plan", self.dice.choice(self.patients))
        assert isinstance(found, CarePlanView)
        return found

    def concern(self) -> int:
        wanted = AddConcern(self.dice.choice(self.patients), ConcernDraft("risk", None, "Falls"))
        return int(self.run("services.concerns.add_concern", wanted).changes.action_id)

    def goal_of_concern(self) -> int:
        plan = self.plan()
        draft = GoalDraft("Sleep", None, concern_id=self.dice.choice(plan.concerns).id, confidence=5)
        return int(self.run("services.care_plans.add_goal", AddGoal(plan.head.id, draft)).changes.action_id)

    def barrier(self) -> int:
        plan = self.plan()
        draft = BarrierDraft("cost", "Co-pay", goal_id=self.dice.choice([None, *(goal.id for goal in plan.goals)]))
        return int(self.run("services.concerns.add_barrier", AddBarrier(plan.head.id, draft)).changes.action_id)

    def end_concern(self) -> int:
        plan = self.plan()
        row = self.dice.choice(plan.concerns)
        goals = [goal for goal in plan.goals if goal.draft.concern_id == row.id and goal.status == "active"]
        left = [one for goal in goals for one in (self._left("goal", goal), *self._work(plan, goal))]
        own = [one for one in plan.barriers if one.draft.concern_id == row.id and one.status == "active"]
        left += [self._left("plan_barrier", one) for one in own]
        if self.dice.random() < 0.5:
            gone = RemoveItem("health_concern", row.id, row.version, "why", tuple(left))
            return int(self.run("services.concerns.remove_concern", gone).changes.action_id)
        ended = ChangeConcern(row.id, row.version, row.draft, "resolved", "why", tuple(left))
        return int(self.run("services.concerns.change_concern", ended).changes.action_id)

    def remove_goal(self) -> int:
        plan = self.plan()
        goal = self.dice.choice(plan.goals)
        gone = RemoveItem("goal", goal.id, goal.version, "why", tuple(self._work(plan, goal)))
        return int(self.run("services.care_plans.remove", gone).changes.action_id)

    def write_part(self) -> int:
        patient = self.dice.choice(self.patients)
        part = self.dice.choice(self.run("queries.plan_sheet.sheet", AskSheet(patient)).parts)
        text = PartText(part.part, part.version, f"Written {self.dice.random()}")
        return int(self.run("services.plan_parts.save_parts", SaveParts(patient, (text,))).changes.action_id)

    def freeze(self) -> int:
        view = self.run("queries.plan_versions.versions", self.dice.choice(self.patients))
        newest = view.newest.id if view.newest else None
        wanted = FreezePlan(view.head.id, newest, view.signers[:2], self.dice.choice(("high", "low")))
        return int(self.run("services.plan_versions.freeze", wanted).changes.action_id)

    def answer_version(self) -> int:
        view = self.run("queries.plan_versions.versions", self.dice.choice(self.patients))
        row = self.dice.choice(self.dice.choice(view.versions).sign_offs)
        wanted = AnswerVersion(row.id, row.version, "no_answer", "why")
        return int(self.run("services.plan_versions.answer", wanted).changes.action_id)

    def give_copy(self) -> int:
        view = self.run("queries.plan_versions.versions", self.dice.choice(self.patients))
        wanted = GiveCopy(self.dice.choice(view.versions).id, "patient", "Maria", "paper")
        return int(self.run("services.plan_versions.give_copy", wanted).changes.action_id)

    def _work(self, plan: CarePlanView, goal: Any) -> list[Leftover]:
        actions = [self._left("plan_action", one) for one in goal.actions if one.status in _OPEN]
        barriers = [one for one in plan.barriers if one.draft.goal_id == goal.id and one.status == "active"]
        return [*actions, *(self._left("plan_barrier", one) for one in barriers)]

    def _left(self, kind: str, row: Any) -> Leftover:
        what = self.dice.choice(("keep", "cancel", "replace"))
        return Leftover(kind, row.id, row.version, what, f"Instead {dt.date.min}")

    def plan_acts(self) -> list[Any]:
        return [
            self.concern, self.goal_of_concern, self.barrier, self.end_concern, self.remove_goal, self.write_part,
            self.freeze, self.answer_version, self.give_copy,
        ]  # fmt: skip
