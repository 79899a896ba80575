"""Puts on a plan what a person ticked: proposals of pathways, or lines that were on it before. One act."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from db.models.plan import Goal, PlanAction
from db.models.shared_plan import HealthConcern
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.concerns import AddConcern, ConcernDraft
from icm_desktop.contracts.plan_starts import ACTION, CONCERN, GOAL, PATHWAYS, AskStarts, PlanStarted, StartPlan
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal
from icm_desktop.domain import concerns as concern_rules
from icm_desktop.domain.names import folded
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.care_plan import care_plan
from icm_desktop.queries.plan_starts import Proposal, proposals
from icm_desktop.services.care_plans import add_action, add_goal
from icm_desktop.services.concerns import add_concern

_COPIED: dict[type[Any], tuple[str, ...]] = {
    Goal: (
        "words", "words_language", "text", "priority", "measure_code", "measure_text", "target_comparator",
        "target_value", "target_low", "target_high", "target_unit", "target_text", "on_handout", "sensitive",
    ),
    PlanAction: ("text", "patient_words", "phrase", "on_handout", "sensitive", "appointment_type_id"),
    HealthConcern: ("kind", "words", "words_language", "text", "condition_id", "priority", "note", "sensitive"),
}  # fmt: skip
_OWNER = ("owner_kind", "owner_name", "owner_organization", "owner_user_id", "owner_practitioner_id")


@requires(Privilege.CLINICAL_WRITE)
def start(uow: UnitOfWork, request: StartPlan) -> PlanStarted:
    """Add everything that was ticked: concerns first, then goals under theirs, then actions under theirs.

    Raises:
        NotFound: patients.unknown.
        Invalid: plans.nothing_ticked; plans.start_gone when a line is not offered any more; plans.* of a line.
    """
    if not request.keys:
        raise Invalid("plans.nothing_ticked", field="keys")
    view = care_plan(uow, request.patient_id)
    offered = proposals(uow, AskStarts(request.patient_id, request.source, request.language), view)
    chosen = [one for one in offered if one.row.key in request.keys]
    if len({one.row.key for one in chosen}) != len(set(request.keys)):
        raise Invalid("plans.start_gone", field="keys")
    chosen.sort(key=lambda one: (CONCERN, GOAL, ACTION).index(one.row.kind))
    if request.source == PATHWAYS:
        _Proposed(uow, request.patient_id, {row.id: row for row in view.concerns}).add(chosen)
    else:
        _Carried(uow, request.patient_id).add(chosen)
    uow.session.flush()
    kinds = ("health_concern", "goal", "plan_action", "care_plan")
    return PlanStarted(len(chosen), Changes.of(*kinds, patient_id=request.patient_id, action_id=uow.action_id))


class _Proposed:
    """Lines of pathways; a goal hangs under the concern of its pathway, where there is one."""

    def __init__(self, uow: UnitOfWork, patient_id: int, concerns: dict[int, Any]) -> None:
        self._uow, self._patient_id = uow, patient_id
        self._concerns = {
            folded(text): row.id
            for row in concerns.values()
            if row.status == concern_rules.OPEN
            for text in (row.draft.text, row.problem)
            if text
        }

    def add(self, chosen: list[Proposal]) -> None:
        """Add them in this order."""
        for one in chosen:
            if one.row.kind == CONCERN:
                draft = ConcernDraft("problem", None, one.text)
                self._concerns[folded(one.text)] = add_concern(self._uow, AddConcern(self._patient_id, draft)).id
            elif one.row.kind == GOAL and one.goal is not None:
                goal = replace(one.goal, concern_id=self._concerns.get(folded(one.row.group)))
                add_goal(self._uow, AddGoal(self._patient_id, goal))
            else:
                add_action(self._uow, AddAction(self._patient_id, None, ActionDraft(one.text)))


class _Carried:
    """Lines that were on a plan before, made anew from their records; what hung beneath them hangs there again."""

    def __init__(self, uow: UnitOfWork, patient_id: int) -> None:
        self._uow, self._patient_id = uow, patient_id
        self._made: dict[str, int] = {}

    def add(self, chosen: list[Proposal]) -> None:
        """Add them in this order."""
        for one in chosen:
            name, _, number = one.row.key.partition(":")
            if name == "condition":
                draft = ConcernDraft("problem", None, one.text, condition_id=int(number))
                add_concern(self._uow, AddConcern(self._patient_id, draft))
                continue
            model: Any = {"goal": Goal, "plan_action": PlanAction}.get(name, HealthConcern)
            before = self._uow.session.get_one(model, int(number))
            row = model(patient_id=self._patient_id, **{each: getattr(before, each) for each in _COPIED[model]})
            for each in _OWNER:
                setattr(row, each, getattr(before, each))
            self._settle(row, before)
            self._uow.session.add(row)
            self._uow.session.flush()
            self._made[one.row.key] = row.id

    def _settle(self, row: Any, before: Any) -> None:
        """Where it stands now: open, at the place it had, under what was made anew or is still open."""
        row.position = before.position
        if isinstance(row, HealthConcern):
            row.status, row.noticed_on = concern_rules.OPEN, self._uow.today
            return
        row.author, row.recorded_when = self._uow.actor.name, self._uow.today.isoformat()
        if isinstance(row, Goal):
            row.status = "active"
            row.concern_id = self._above("health_concern", HealthConcern, before.concern_id)
        else:
            row.status = "not-started"
            row.goal_id = self._above("goal", Goal, before.goal_id)

    def _above(self, name: str, model: Any, number: int | None) -> int | None:
        if number is None:
            return None
        if (made := self._made.get(f"{name}:{number}")) is not None:
            return made
        kept = self._uow.session.get(model, number)
        return number if kept is not None and kept.removed_at is None and kept.status == "active" else None
