"""What a key on a line of the care plan asks for: the use case and its request."""

from __future__ import annotations

from dataclasses import replace

from icm_desktop.contracts.concerns import ChangeBarrier, ChangeConcern, Leftover, PlanBarrierRow, PlanConcernRow
from icm_desktop.contracts.plans import (
    ChangeAction,
    ChangeGoal,
    MoveItem,
    PlanActionRow,
    PlanGoalRow,
    RemoveItem,
    SetActionStatus,
)
from ui.pages.care_plan_rows import Row, kind_of

Asked = tuple[str, object]
Leftovers = tuple[Leftover, ...]


def done(row: Row, leftovers: Leftovers = (), reason: str | None = None) -> Asked:
    """Complete an action, a goal as reached, a concern as solved; a barrier is gone."""
    if isinstance(row, PlanConcernRow):
        solved = ChangeConcern(row.id, row.version, row.draft, "resolved", reason, leftovers)
        return "services.concerns.change_concern", solved
    if isinstance(row, PlanBarrierRow):
        return "services.concerns.change_barrier", ChangeBarrier(row.id, row.version, row.draft, "resolved", reason)
    if isinstance(row, PlanGoalRow):
        change = ChangeGoal(row.id, row.version, row.draft, "completed", "achieved", reason, leftovers)
        return "services.care_plans.change_goal", change
    return "services.care_plans.set_action_status", SetActionStatus(row.id, row.version, "completed")


def on_handout(row: PlanGoalRow | PlanActionRow, put: bool) -> Asked:
    """Put a line on the patient's page, or take it off."""
    if isinstance(row, PlanGoalRow):
        goal = ChangeGoal(row.id, row.version, replace(row.draft, on_handout=put), row.status, row.achievement)
        return "services.care_plans.change_goal", goal
    return "services.care_plans.change_action", ChangeAction(row.id, row.version, replace(row.draft, on_handout=put))


def moved(row: Row, by: int) -> Asked:
    """Move a line among its like."""
    service = "services.concerns.move_concern" if isinstance(row, PlanConcernRow) else "services.care_plans.move"
    return service, MoveItem(kind_of(row), row.id, by)


def removed(row: Row, leftovers: Leftovers = (), reason: str | None = None) -> Asked:
    """Take a line off the plan."""
    service = {
        PlanConcernRow: "services.concerns.remove_concern",
        PlanBarrierRow: "services.concerns.remove_barrier",
    }.get(type(row), "services.care_plans.remove")
    return service, RemoveItem(kind_of(row), row.id, row.version, reason, leftovers)
