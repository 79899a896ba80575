"""The care plan tab: goals with their actions, actions without a goal, and plans from elsewhere."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import or_, select

from db.models.plan import CarePlan, Goal, PlanAction
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.content.codes import Measurement
from icm_desktop.contracts.plans import ActionDraft, CarePlanView, GoalDraft, OutsidePlan, PlanActionRow, PlanGoalRow
from icm_desktop.domain import goals as rules
from icm_desktop.domain.plain_text import untagged
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import goal_decisions, people
from icm_desktop.queries.heads import heads
from icm_desktop.queries.measurements import Trends, trends
from icm_desktop.queries.owner_names import owner_of
from icm_desktop.queries.plan_tree import barrier_rows, concern_rows, in_tree_order
from icm_desktop.queries.provenance import Whence, provenance, sources_of

_MISTAKEN = "entered-in-error"
_LAST = dt.date.max


@requires(Privilege.CLINICAL_READ)
def care_plan(uow: UnitOfWork, patient_id: int) -> CarePlanView:
    """The shared plan of one patient, open goals first, with everybody who could own a part of it.

    Raises:
        NotFound: patients.unknown.
    """
    head = heads(uow, [patient_id]).get(patient_id)
    if head is None:
        raise NotFound("patients.unknown")
    plan = _Plan(uow, patient_id)
    return CarePlanView(
        head=head,
        goals=plan.goals(),
        actions=plan.loose_actions(),
        outside=plan.outside(),
        owners=people.owners(uow, patient_id),
        language=head.language,
        concerns=plan.concerns,
        barriers=barrier_rows(uow, patient_id),
    )


@requires(Privilege.CLINICAL_READ)
def ordered_goals(uow: UnitOfWork, patient_id: int) -> Sequence[Goal]:
    """Goals as the plan lists them: open ones in their order, then ended ones."""
    stored = uow.session.scalars(
        select(Goal).where(
            Goal.patient_id == patient_id,
            Goal.removed_at.is_(None),
            or_(Goal.status.is_(None), Goal.status != _MISTAKEN),
        )
    )
    return sorted(stored, key=lambda goal: (goal.status not in rules.OPEN, goal.position, goal.id))


@requires(Privilege.CLINICAL_READ)
def ordered_actions(uow: UnitOfWork, patient_id: int) -> Sequence[PlanAction]:
    """Actions as the plan lists them: open ones in their order, then what is done or cancelled."""
    stored = uow.session.scalars(
        select(PlanAction).where(
            PlanAction.patient_id == patient_id,
            PlanAction.removed_at.is_(None),
            or_(PlanAction.status.is_(None), PlanAction.status != _MISTAKEN),
        )
    )
    return sorted(stored, key=_place)


def goal_target(goal: Goal, measurement: Measurement | None) -> str | None:
    """The target in one line."""
    return rules.target_text(
        name=(measurement.name if measurement else None) or goal.measure_text,
        comparator=goal.target_comparator,
        value=goal.target_value,
        low=goal.target_low,
        high=goal.target_high,
        unit=goal.target_unit,
        text=goal.target_text,
    )


def _place(action: PlanAction) -> tuple[bool, int, dt.date, int]:
    ended = action.status in ("completed", "cancelled", "stopped")
    return ended, action.position, action.due_on or _LAST, action.id


class _Plan:
    """The rows of one patient's plan, read once."""

    def __init__(self, uow: UnitOfWork, patient_id: int) -> None:
        self._uow = uow
        self._patient_id = patient_id
        self.concerns = concern_rows(uow, patient_id)
        self._decided = goal_decisions.of_patient(uow, patient_id)
        self._goals = in_tree_order(ordered_goals(uow, patient_id), self.concerns)
        self._actions: dict[tuple[str, int | None], list[PlanAction]] = defaultdict(list)
        stored = ordered_actions(uow, patient_id)
        self._plans = uow.session.scalars(
            select(CarePlan)
            .where(CarePlan.patient_id == patient_id, CarePlan.removed_at.is_(None), CarePlan.source_id.is_not(None))
            .order_by(CarePlan.starts_when.desc(), CarePlan.id)
        ).all()
        known, outside = {goal.id for goal in self._goals}, {plan.id for plan in self._plans}
        for action in stored:
            self._actions[_belongs(action, known, outside)].append(action)
        imported = [row.source_id for rows in (self._goals, stored, self._plans) for row in rows]
        self._sources: Mapping[int, Whence] = sources_of(uow, imported)

    def goals(self) -> tuple[PlanGoalRow, ...]:
        measured = {goal.id: codes.measurement_of(goal.measure_code, goal.measure_text) for goal in self._goals}
        values = trends(self._uow, self._patient_id, {one.id: one for one in measured.values() if one}.values())
        return tuple(
            self._goal(str(number), goal, measured[goal.id], values) for number, goal in enumerate(self._goals, start=1)
        )

    def loose_actions(self) -> tuple[PlanActionRow, ...]:
        return self._rows("", self._actions[("ours", None)])

    def outside(self) -> tuple[OutsidePlan, ...]:
        return tuple(self._outside(plan) for plan in self._plans if plan.status != _MISTAKEN)

    def _goal(
        self,
        number: str,
        goal: Goal,
        measurement: Measurement | None,
        values: Trends,
    ) -> PlanGoalRow:
        points = values.of(measurement, goal.target_unit)
        return PlanGoalRow(
            id=goal.id,
            version=goal.version,
            number=number,
            draft=goal_draft(goal),
            status=goal.status or "active",
            achievement=goal.achievement,
            target=goal_target(goal, measurement),
            last=points[-1] if points else None,
            trend=points,
            actions=self._rows(f"{number}.", self._actions[("goal", goal.id)]),
            updated_at=goal.updated_at,
            provenance=provenance(self._sources, goal.source_id, goal.author, goal.organization, goal.recorded_when),
            conflict=self._decided.of_goal(goal.id),
        )

    def _outside(self, plan: CarePlan) -> OutsidePlan:
        return OutsidePlan(
            id=plan.id,
            title=untagged(plan.title or plan.category or plan.text or ""),
            status=plan.status,
            starts=plan.starts_when,
            ends=plan.ends_when,
            addresses=tuple(line for line in (plan.description or "").splitlines() if line),
            actions=tuple(map(_outsiders, self._rows("", self._actions[("outside", plan.id)]))),
            provenance=provenance(self._sources, plan.source_id, plan.author, plan.organization, plan.recorded_when),
        )

    def _rows(self, before: str, actions: Sequence[PlanAction]) -> tuple[PlanActionRow, ...]:
        return tuple(self._row(f"{before}{number}", action) for number, action in enumerate(actions, start=1))

    def _row(self, number: str, action: PlanAction) -> PlanActionRow:
        late = (self._uow.today - action.due_on).days if action.due_on else 0
        is_open = (action.status or "not-started") in rules.ACTION_OPEN
        return PlanActionRow(
            id=action.id,
            version=action.version,
            goal_id=action.goal_id,
            number=number,
            draft=action_draft(action),
            status=action.status or "not-started",
            days_late=max(late, 0) if is_open else 0,
            updated_at=action.updated_at,
            provenance=provenance(
                self._sources, action.source_id, action.author, action.organization, action.recorded_when
            ),
        )


def _belongs(action: PlanAction, goals: set[int], outside: set[int]) -> tuple[str, int | None]:
    if action.care_plan_id in outside:
        return "outside", action.care_plan_id
    return ("goal", action.goal_id) if action.goal_id in goals else ("ours", None)


def goal_draft(goal: Goal) -> GoalDraft:
    """A goal as the form edits it."""
    return GoalDraft(
        words=goal.words,
        text=goal.text,
        words_language=goal.words_language,
        measure_code=goal.measure_code,
        target_comparator=goal.target_comparator,
        target_value=goal.target_value,
        target_low=goal.target_low,
        target_high=goal.target_high,
        target_unit=goal.target_unit,
        target_text=goal.target_text,
        due_on=goal.due_on,
        owner=owner_of(goal),
        on_handout=goal.on_handout,
        sensitive=goal.sensitive,
        concern_id=goal.concern_id,
        priority=goal.priority,
        baseline_value=goal.baseline_value,
        baseline_on=goal.baseline_on,
        confidence=goal.confidence,
    )


def action_draft(action: PlanAction) -> ActionDraft:
    """An action as the form edits it."""
    return ActionDraft(
        text=action.text or "",
        owner=owner_of(action),
        due_on=action.due_on,
        status=action.status or "not-started",
        patient_words=tuple(sorted((action.patient_words or {}).items())),
        phrase=action.phrase,
        on_handout=action.on_handout,
        appointment_type_id=action.appointment_type_id,
        sensitive=action.sensitive,
        urgent=action.urgent,
    )


def _outsiders(row: PlanActionRow) -> PlanActionRow:
    """An action that is only read here, as people say it."""
    return replace(row, draft=replace(row.draft, text=untagged(row.draft.text)))
