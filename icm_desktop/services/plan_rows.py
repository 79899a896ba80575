"""What every change of the plan does: find the row as it was read, put it in its place, tell what was touched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import select

from db.models.patient import Patient
from db.models.plan import Goal, PlanAction
from db.models.shared_plan import HealthConcern, PlanBarrier
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.plans import PlanSaved
from icm_desktop.errors import Conflict, NotFound
from icm_desktop.permissions import Privilege, requires

PlanRow = Goal | PlanAction | HealthConcern | PlanBarrier
Item = TypeVar("Item", Goal, PlanAction, HealthConcern, PlanBarrier)
Placed = TypeVar("Placed", Goal, PlanAction, HealthConcern)
KINDS = tuple(kind.__tablename__ for kind in (Goal, PlanAction, HealthConcern, PlanBarrier))


@requires(Privilege.CLINICAL_WRITE)
def check_patient(uow: UnitOfWork, patient_id: int) -> None:
    """Refuse for somebody who is not in the file.

    Raises:
        NotFound: patients.unknown.
    """
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")


@requires(Privilege.CLINICAL_WRITE)
def found(uow: UnitOfWork, kind: type[Item], item_id: int) -> Item:
    """A row of the plan.

    Raises:
        NotFound: plans.unknown.
    """
    row = uow.session.get(kind, item_id)
    if row is None or row.removed_at is not None:
        raise NotFound("plans.unknown")
    return row


@requires(Privilege.CLINICAL_WRITE)
def as_read(uow: UnitOfWork, kind: type[Item], item_id: int, version: int) -> Item:
    """A row of the plan as the form saw it.

    Raises:
        NotFound: plans.unknown.
        Conflict: plans.changed_meanwhile.
    """
    row = found(uow, kind, item_id)
    if row.version != version:
        raise Conflict("plans.changed_meanwhile")
    return row


@requires(Privilege.CLINICAL_WRITE)
def goal_of(uow: UnitOfWork, goal_id: int | None, patient_id: int) -> int | None:
    """The goal something belongs to, checked.

    Raises:
        NotFound: plans.unknown when it is not this patient's or is gone.
    """
    if goal_id is not None and found(uow, Goal, goal_id).patient_id != patient_id:
        raise NotFound("plans.unknown")
    return goal_id


@requires(Privilege.CLINICAL_WRITE)
def under_concern(uow: UnitOfWork, concern_id: int) -> list[Goal | PlanBarrier]:
    """Goals and barriers that belong to a concern, ended ones too."""
    goals = select(Goal).where(Goal.concern_id == concern_id, Goal.removed_at.is_(None))
    barriers = select(PlanBarrier).where(PlanBarrier.concern_id == concern_id, PlanBarrier.removed_at.is_(None))
    return [*uow.session.scalars(goals), *uow.session.scalars(barriers)]


def last_place(rows: Sequence[Placed]) -> int:
    """The last place that is taken."""
    return max((row.position for row in rows), default=0)


def put(rows: Sequence[Placed], moved: Placed, by: int) -> None:
    """Move one row among its like; at the end it stays."""
    order = [row for row in rows if row.id != moved.id]
    before = next(place for place, row in enumerate(rows) if row.id == moved.id)
    order.insert(min(max(before + by, 0), len(order)), moved)
    if [row.id for row in order] != [row.id for row in rows]:
        for place, row in enumerate(order, start=1):
            row.position = place


@requires(Privilege.CLINICAL_WRITE)
def add(uow: UnitOfWork, row: PlanRow) -> PlanSaved:
    """Add a row and tell it."""
    uow.session.add(row)
    return saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def saved(uow: UnitOfWork, row: PlanRow) -> PlanSaved:
    """What was touched: one change of the plan may touch all kinds of its rows."""
    uow.session.flush()
    return PlanSaved(row.__tablename__, row.id, Changes.of(*KINDS, patient_id=row.patient_id, action_id=uow.action_id))
