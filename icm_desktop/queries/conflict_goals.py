"""Goals and actions of a patient's plan as the rules about goals look at them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select

from db.models.patient import Patient
from db.models.plan import Goal, PlanAction
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import moments
from icm_desktop.domain.conflicts.goals import PlannedGoal, PlanText
from icm_desktop.domain.plain_text import folded
from icm_desktop.permissions import Privilege, requires

_ACTIVE = ("active", "accepted", "planned", "on-hold")
_OPEN = ("not-started", "scheduled", "in-progress", "on-hold")
_UP, _DOWN = (">=", ">"), ("<=", "<")


@requires(Privilege.SIGN_IN)
def planned_goals(uow: UnitOfWork, patient_id: int, day: dt.date) -> tuple[PlannedGoal, ...]:
    """The active goals of a patient that had begun by a day."""
    patient = uow.session.get_one(Patient, patient_id)
    names = {folded(f"{patient.given or ''} {patient.family}"), folded(patient.family)}
    return tuple(
        _planned(row, names)
        for row in uow.session.scalars(_of(Goal, patient_id, _ACTIVE))
        if not (row.starts_when and moments.is_ahead(row.starts_when, day, uow.zone))
    )


@requires(Privilege.SIGN_IN)
def plan_texts(uow: UnitOfWork, patient_id: int) -> tuple[PlanText, ...]:
    """Active goals and open actions in words, each once."""
    goals = (("plan", row.id, row.text or row.words, row.author or row.owner_name) for row in
             uow.session.scalars(_of(Goal, patient_id, _ACTIVE)))  # fmt: skip
    actions = (
        ("action", row.id, row.text, row.owner_name) for row in uow.session.scalars(_of(PlanAction, patient_id, _OPEN))
    )
    return tuple(
        PlanText(text, author or "", folded(text), kind, entry)
        for kind, entry, text, author in (*goals, *actions)
        if text
    )


def _of(model: Any, patient_id: int, statuses: Sequence[str]) -> Select[*tuple[Any, ...]]:
    return select(model).where(model.patient_id == patient_id, model.removed_at.is_(None), model.status.in_(statuses))


def _planned(row: Goal, names: set[str]) -> PlannedGoal:
    low, high = row.target_low, row.target_high
    if row.target_comparator in _UP:
        low = row.target_value
    elif row.target_comparator in _DOWN:
        high = row.target_value
    elif row.target_value is not None:
        low = high = row.target_value
    author = row.author or row.owner_name or ""
    return PlannedGoal(
        id=row.id,
        text=row.text or row.words or "",
        author=author,
        measure=row.measure_code or "",
        low=low,
        high=high,
        unit=row.target_unit or "",
        own=folded(author) in names or (row.owner_kind == "patient" and bool(row.words)),
    )
