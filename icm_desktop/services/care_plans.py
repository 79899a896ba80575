"""The shared care plan: goals and actions are added, changed, completed, put in order and taken off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from db.models.plan import CarePlan, Goal, PlanAction
from db.models.shared_plan import PlanBarrier
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.plans import (
    AddAction,
    AddGoal,
    ChangeAction,
    ChangeGoal,
    MoveItem,
    PlanSaved,
    RemoveItem,
    SetActionStatus,
)
from icm_desktop.domain import goals as rules
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.care_plan import ordered_actions, ordered_goals
from icm_desktop.services import conflict_answers
from icm_desktop.services.plan_input import reason_text, write_action, write_goal, write_status
from icm_desktop.services.plan_leftovers import settle_goal
from icm_desktop.services.plan_rows import add, as_read, check_patient, found, goal_of, last_place, put, saved

GOAL, ACTION = "goal", "plan_action"
_ENDED_WITH_REASON = ("cancelled", "rejected")


@requires(Privilege.CLINICAL_WRITE)
def add_goal(uow: UnitOfWork, request: AddGoal) -> PlanSaved:
    """Add a goal at the end of the plan.

    Raises:
        NotFound: patients.unknown.
        Conflict: conflicts.must_be_answered.
        Invalid: plans.* at the field.
    """
    check_patient(uow, request.patient_id)
    before = conflict_answers.standing(uow, request.patient_id)
    goal = Goal(patient_id=request.patient_id, status="active", recorded_when=uow.today.isoformat())
    write_goal(uow, goal, request.goal)
    goal.position = last_place(ordered_goals(uow, request.patient_id)) + 1
    goal.author = uow.actor.name
    added = add(uow, goal)
    conflict_answers.keep(uow, request.patient_id, request.answers, before)
    return added


@requires(Privilege.CLINICAL_WRITE)
def change_goal(uow: UnitOfWork, request: ChangeGoal) -> PlanSaved:
    """Change a goal, an imported one too: what the sender said stays in the history.

    Raises:
        NotFound: plans.unknown.
        Conflict: plans.changed_meanwhile; plans.work_undecided when it ends and open work was not decided about;
            conflicts.must_be_answered.
        Invalid: plans.* at the field; plans.reason_missing when it is cancelled or rejected.
    """
    goal = as_read(uow, Goal, request.goal_id, request.expected_version)
    if request.status not in rules.STATUSES:
        raise Invalid("plans.bad_status", field="status")
    if request.achievement is not None and request.achievement not in rules.ACHIEVEMENTS:
        raise Invalid("plans.bad_status", field="achievement")
    why = reason_text(request.reason)
    if request.status in _ENDED_WITH_REASON and request.status != goal.status and not why:
        raise Invalid("plans.reason_missing", field="reason")
    before = conflict_answers.standing(uow, goal.patient_id)
    write_goal(uow, goal, request.goal)
    ends = request.status not in rules.OPEN and not _ended(goal)
    if ends or request.leftovers:
        settle_goal(uow, goal, request.leftovers, request.reason, ends=ends)
    goal.status, goal.achievement, goal.notes = request.status, request.achievement, why or goal.notes
    done = saved(uow, goal)
    conflict_answers.keep(uow, goal.patient_id, request.answers, before)
    return done


@requires(Privilege.CLINICAL_WRITE)
def add_action(uow: UnitOfWork, request: AddAction) -> PlanSaved:
    """Add an action for a goal, or for the plan as a whole.

    Raises:
        NotFound: patients.unknown; plans.unknown when the goal is not this patient's or is gone.
        Invalid: plans.* at the field.
    """
    check_patient(uow, request.patient_id)
    goal_of(uow, request.goal_id, request.patient_id)
    action = PlanAction(
        patient_id=request.patient_id,
        goal_id=request.goal_id,
        recorded_when=uow.today.isoformat(),
        status="not-started",
    )
    write_action(uow, action, request.action)
    write_status(uow, action, request.action.status, None)
    # In order of their due dates until somebody moves one; then the new one comes last.
    last = last_place(_siblings(uow, action))
    action.position = last + 1 if last else 0
    action.author = uow.actor.name
    return add(uow, action)


@requires(Privilege.CLINICAL_WRITE)
def change_action(uow: UnitOfWork, request: ChangeAction) -> PlanSaved:
    """Change an action of our plan.

    Raises:
        NotFound: plans.unknown.
        Conflict: plans.changed_meanwhile.
        Invalid: plans.outside_read_only; plans.* at the field.
    """
    action = _our_action(uow, request.action_id, request.expected_version)
    write_action(uow, action, request.action)
    write_status(uow, action, request.action.status, request.reason)
    return saved(uow, action)


@requires(Privilege.CLINICAL_WRITE)
def set_action_status(uow: UnitOfWork, request: SetActionStatus) -> PlanSaved:
    """Complete, start, hold, stop or reopen an action.

    Raises:
        NotFound: plans.unknown.
        Conflict: plans.changed_meanwhile.
        Invalid: plans.outside_read_only; plans.bad_status; plans.reason_missing.
    """
    action = _our_action(uow, request.action_id, request.expected_version)
    write_status(uow, action, request.status, request.reason)
    return saved(uow, action)


@requires(Privilege.CLINICAL_WRITE)
def move(uow: UnitOfWork, request: MoveItem) -> PlanSaved:
    """Put a goal or action one or more places up (negative) or down among its like; at the end it stays.

    Raises:
        NotFound: plans.unknown.
        Invalid: plans.outside_read_only.
    """
    if request.kind == GOAL:
        goal = found(uow, Goal, request.id)
        alike = [
            other
            for other in ordered_goals(uow, goal.patient_id)
            if (other.concern_id, _ended(other)) == (goal.concern_id, _ended(goal))
        ]
        put(alike, goal, request.by)
        return saved(uow, goal)
    action = _our_action(uow, request.id)
    put([other for other in _siblings(uow, action) if _ended(other) == _ended(action)], action, request.by)
    return saved(uow, action)


@requires(Privilege.CLINICAL_WRITE)
def remove(uow: UnitOfWork, request: RemoveItem) -> PlanSaved:
    """Take a goal with what is done or called off under it, or an action, off the plan; undo brings it back.

    Raises:
        NotFound: plans.unknown.
        Conflict: plans.changed_meanwhile; plans.work_undecided when open work was not decided about.
        Invalid: plans.outside_read_only.
    """
    if request.kind == ACTION:
        action = _our_action(uow, request.id, request.expected_version)
        action.removed_at = uow.now
        return saved(uow, action)
    if request.kind != GOAL:
        raise NotFound("plans.unknown")
    goal = as_read(uow, Goal, request.id, request.expected_version)
    settle_goal(uow, goal, request.leftovers, request.reason)
    uow.session.flush()
    for under in (*_of_goal(uow, PlanAction, goal.id), *_of_goal(uow, PlanBarrier, goal.id)):
        under.removed_at = uow.now
    goal.removed_at = uow.now
    return saved(uow, goal)


def _our_action(uow: UnitOfWork, action_id: int, version: int | None = None) -> PlanAction:
    action = found(uow, PlanAction, action_id) if version is None else as_read(uow, PlanAction, action_id, version)
    plan = uow.session.get(CarePlan, action.care_plan_id) if action.care_plan_id else None
    if plan is not None and plan.source_id is not None:
        raise Invalid("plans.outside_read_only")
    return action


def _of_goal(uow: UnitOfWork, kind: type[Any], goal_id: int) -> Sequence[Any]:
    return uow.session.scalars(select(kind).where(kind.goal_id == goal_id, kind.removed_at.is_(None))).all()


def _siblings(uow: UnitOfWork, action: PlanAction) -> list[PlanAction]:
    with uow.session.no_autoflush:
        return [
            other
            for other in ordered_actions(uow, action.patient_id)
            if (other.goal_id, other.care_plan_id) == (action.goal_id, action.care_plan_id)
        ]


def _ended(row: Goal | PlanAction) -> bool:
    return row.status not in (*rules.OPEN, *rules.ACTION_OPEN, None)
