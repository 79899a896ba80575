"""The open work something on the plan leaves behind: each piece is kept, called off, replaced or handed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from db.models.plan import Goal, PlanAction
from db.models.shared_plan import PlanBarrier
from db.repositories import plan_work
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.concerns import Leftover
from icm_desktop.domain import concerns as ways
from icm_desktop.domain import goals as rules
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services.plan_input import reason_text, text_of, write_owner

Piece = Goal | PlanAction | PlanBarrier
GOAL, ACTION, BARRIER = Goal.__tablename__, PlanAction.__tablename__, PlanBarrier.__tablename__
P = TypeVar("P", Goal, PlanAction, PlanBarrier)


@dataclass(slots=True)
class _Ending:
    """One act of settling; `moved` is where work of a goal that goes or is replaced is put from now on."""

    uow: UnitOfWork
    reason: str | None
    decided: Mapping[tuple[str, int], Leftover]
    moved: dict[int, int | None] = field(default_factory=dict)


@requires(Privilege.CLINICAL_WRITE)
def settle_goal(
    uow: UnitOfWork, goal: Goal, leftovers: Iterable[Leftover], reason: str | None, *, ends: bool = True
) -> None:
    """Do with the open work of a goal what was decided; kept work of a goal that ends belongs to the whole plan.

    Raises:
        Conflict: plans.work_undecided when something open was not decided about, or was changed since.
        Invalid: plans.reason_missing, plans.replacement_missing, plans.owner_missing, plans.bad_choice.
    """
    ending = _ending(uow, _work_of(uow, [goal.id]), leftovers, reason, every=ends)
    if ends:
        ending.moved[goal.id] = None
    _settle_work(ending, _work_of(uow, [goal.id]), concern_id=goal.concern_id)


@requires(Privilege.CLINICAL_WRITE)
def settle_concern(uow: UnitOfWork, concern_id: int, leftovers: Iterable[Leftover], reason: str | None) -> None:
    """Do with the open goals of a concern, and with what is open under them, what was decided.

    Raises:
        As `settle_goal`.
    """
    goals = plan_work.open_goals(uow.session, concern_id, rules.OPEN)
    own = plan_work.barriers_of_concern(uow.session, concern_id, ways.OPEN)
    work = [*_work_of(uow, [goal.id for goal in goals]), *own]
    ending = _ending(uow, [*goals, *work], leftovers, reason, every=True)
    for goal in goals:
        _settle_one_goal(ending, goal)
    _settle_work(ending, work, concern_id=None)
    for barrier in own:
        barrier.concern_id = None


def _ending(
    uow: UnitOfWork, pieces: Iterable[Piece], leftovers: Iterable[Leftover], reason: str | None, *, every: bool
) -> _Ending:
    """What was decided, checked against what is open now."""
    open_now = {(piece.__tablename__, piece.id): piece for piece in pieces}
    decided = {(one.kind, one.id): one for one in leftovers}
    stale = any(key not in open_now or open_now[key].version != one.version for key, one in decided.items())
    if stale or (every and decided.keys() != open_now.keys()):
        raise Conflict("plans.work_undecided")
    why = reason_text(reason)
    for one in decided.values():
        if one.what not in ways.WAYS or (one.kind == BARRIER and one.what == ways.HAND_OVER):
            raise Invalid("plans.bad_choice", field="leftovers")
        if one.what in (ways.CANCEL, ways.REPLACE) and not why:
            raise Invalid("plans.reason_missing", field="reason")
    return _Ending(uow, why, decided)


def _settle_one_goal(ending: _Ending, goal: Goal) -> None:
    one = ending.decided[GOAL, goal.id]
    concern, goal.concern_id = goal.concern_id, None
    if one.what == ways.HAND_OVER:
        _hand_over(ending.uow, goal, one)
    elif one.what in (ways.CANCEL, ways.REPLACE):
        goal.concern_id = concern  # it ends where it was
        goal.status, goal.notes, ending.moved[goal.id] = "cancelled", ending.reason, None
        if one.what == ways.REPLACE:
            ending.moved[goal.id] = _added(ending.uow, _next_goal(goal, _replacement(one))).id


def _settle_work(ending: _Ending, work: Iterable[PlanAction | PlanBarrier], concern_id: int | None) -> None:
    for piece in work:
        one = ending.decided.get((piece.__tablename__, piece.id))
        if one is None:
            continue
        at = ending.moved.get(piece.goal_id, piece.goal_id) if piece.goal_id else None
        if isinstance(piece, PlanBarrier):
            _settle_barrier(ending, piece, one, (at, concern_id if at is None else None))
        else:
            _settle_action(ending, piece, one, at)


def _settle_action(ending: _Ending, action: PlanAction, one: Leftover, goal_id: int | None) -> None:
    if one.what in (ways.CANCEL, ways.REPLACE):
        action.status, action.reason, action.done_on = "cancelled", ending.reason, None
        if one.what == ways.REPLACE:
            _added(ending.uow, _next_action(action, _replacement(one), goal_id))
        return
    action.goal_id = goal_id
    if one.what == ways.HAND_OVER:
        _hand_over(ending.uow, action, one)


def _settle_barrier(ending: _Ending, barrier: PlanBarrier, one: Leftover, place: tuple[int | None, int | None]) -> None:
    if one.what == ways.KEEP:
        barrier.goal_id = place[0]
        barrier.concern_id = barrier.concern_id or place[1]
        return
    barrier.status, barrier.ended_on, barrier.reason = "resolved", ending.uow.today, ending.reason
    if one.what == ways.REPLACE:
        new = PlanBarrier(
            patient_id=barrier.patient_id, goal_id=place[0], concern_id=place[1], kind=barrier.kind,
            text=_replacement(one), noticed_on=ending.uow.today, sensitive=barrier.sensitive,
        )  # fmt: skip
        _added(ending.uow, new)


def _hand_over(uow: UnitOfWork, row: Goal | PlanAction, one: Leftover) -> None:
    if one.owner is None:
        raise Invalid("plans.owner_missing", field="owner")
    write_owner(uow, row, one.owner, row.patient_id)


def _replacement(one: Leftover) -> str:
    text = text_of(one.text, "leftovers")
    if not text:
        raise Invalid("plans.replacement_missing", field="leftovers")
    return text


def _next_goal(goal: Goal, text: str) -> Goal:
    return Goal(
        patient_id=goal.patient_id, status="active", text=text, priority=goal.priority, due_on=goal.due_on,
        position=goal.position, sensitive=goal.sensitive, on_handout=goal.on_handout, **_owner(goal),
    )  # fmt: skip


def _next_action(action: PlanAction, text: str, goal_id: int | None) -> PlanAction:
    return PlanAction(
        patient_id=action.patient_id, status="not-started", text=text, goal_id=goal_id, due_on=action.due_on,
        position=action.position, sensitive=action.sensitive, on_handout=action.on_handout, urgent=action.urgent,
        **_owner(action),
    )  # fmt: skip


def _owner(row: Goal | PlanAction) -> dict[str, str | int | None]:
    names = ("owner_kind", "owner_name", "owner_organization", "owner_user_id", "owner_practitioner_id")
    return {name: getattr(row, name) for name in names}


def _added(uow: UnitOfWork, row: P) -> P:
    if isinstance(row, Goal | PlanAction):
        row.author, row.recorded_when = uow.actor.name, uow.today.isoformat()
    uow.session.add(row)
    uow.session.flush()
    return row


def _work_of(uow: UnitOfWork, goal_ids: list[int]) -> list[PlanAction | PlanBarrier]:
    actions = plan_work.open_actions(uow.session, goal_ids, rules.ACTION_OPEN)
    return [*actions, *plan_work.barriers_of_goals(uow.session, goal_ids, ways.OPEN)]
