"""What a key on a line of the care plan asks for: the use case and its request."""

from __future__ import annotations

from dataclasses import replace

from icm_desktop.contracts.plans import ChangeAction, ChangeGoal, MoveItem, PlanGoalRow, RemoveItem, SetActionStatus
from ui.pages.care_plan_rows import Row

Asked = tuple[str, object]


def done(row: Row) -> Asked:
    """Complete an action, or a goal as reached."""
    if isinstance(row, PlanGoalRow):
        change = ChangeGoal(row.id, row.version, row.draft, "completed", "achieved")
        return "services.care_plans.change_goal", change
    return "services.care_plans.set_action_status", SetActionStatus(row.id, row.version, "completed")


def on_handout(row: Row, put: bool) -> Asked:
    """Put a line on the patient's page, or take it off."""
    if isinstance(row, PlanGoalRow):
        goal = ChangeGoal(row.id, row.version, replace(row.draft, on_handout=put), row.status, row.achievement)
        return "services.care_plans.change_goal", goal
    return "services.care_plans.change_action", ChangeAction(row.id, row.version, replace(row.draft, on_handout=put))


def moved(row: Row, by: int) -> Asked:
    """Move a line among its like."""
    return "services.care_plans.move", MoveItem(kind_of(row), row.id, by)


def removed(row: Row) -> Asked:
    """Take a line off the plan."""
    return "services.care_plans.remove", RemoveItem(kind_of(row), row.id, row.version)


def kind_of(row: Row) -> str:
    """The kind the care plan services know a line by."""
    return "goal" if isinstance(row, PlanGoalRow) else "plan_action"
