"""What is open on a plan: goals of a concern, actions and barriers of goals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from db.models.plan import Goal, PlanAction
from db.models.shared_plan import PlanBarrier


def open_goals(session: Session, concern_id: int, states: Sequence[str]) -> list[Goal]:
    """Goals of a concern in one of these states; what came in without a state is open."""
    wanted = select(Goal).where(
        Goal.concern_id == concern_id, Goal.removed_at.is_(None), _in(Goal.status, states)
    )  # fmt: skip
    return list(session.scalars(wanted.order_by(Goal.position, Goal.id)))


def open_actions(session: Session, goal_ids: Sequence[int], states: Sequence[str]) -> list[PlanAction]:
    """Actions of these goals in one of these states."""
    wanted = select(PlanAction).where(
        PlanAction.goal_id.in_(goal_ids), PlanAction.removed_at.is_(None), _in(PlanAction.status, states)
    )
    return list(session.scalars(wanted.order_by(PlanAction.id)))


def barriers_of_goals(session: Session, goal_ids: Sequence[int], state: str) -> list[PlanBarrier]:
    """Barriers of these goals in a state."""
    return _barriers(session, PlanBarrier.goal_id.in_(goal_ids), state)


def barriers_of_concern(session: Session, concern_id: int, state: str) -> list[PlanBarrier]:
    """Barriers of a concern itself in a state."""
    return _barriers(session, PlanBarrier.concern_id == concern_id, state)


def _in(status: Any, states: Sequence[str]) -> ColumnElement[bool]:
    return or_(status.is_(None), status.in_(states))


def _barriers(session: Session, whose: ColumnElement[bool], state: str) -> list[PlanBarrier]:
    wanted = select(PlanBarrier).where(whose, PlanBarrier.removed_at.is_(None), PlanBarrier.status == state)
    return list(session.scalars(wanted.order_by(PlanBarrier.id)))
