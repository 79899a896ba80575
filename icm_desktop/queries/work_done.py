"""Computed worklist items that were finished on the day: shown under Done, where they can be taken back."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from db.models.patient import Patient
from db.models.plan import WorklistHold
from db.models.types import IsoDate
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.work_items import Found, Scope, WorkItem

KINDS = {
    "screening": "screening",
    "result": "result",
    "follow_up": "follow_up",
    "encounter": "transition",
    "appointment": "appointment",
    "relapse_plan": "relapse_plan",
    "emergency_access": "emergency_access",
}


@requires(Privilege.WORKLIST)
def done_items(uow: UnitOfWork, scope: Scope) -> Found:
    """What was finished on the day asked for; a stay, visit or result is named by its kind only."""
    items = []
    for row in uow.session.execute(_done(), {"day": scope.day}):
        kind = KINDS.get(row.item_key.split(":")[0], "task")
        by = row.updated_by_id
        owner = Owner(OwnerKind.USER, scope.users[by], by) if by in scope.users else None
        if kind == "emergency_access" and not allows(uow.actor.role, Privilege.USERS):
            continue
        if scope.wants(kind) and scope.mine(owner):
            items.append(
                WorkItem(
                    key=row.item_key,
                    section="done_today",
                    kind=kind,
                    patient_id=row.patient_id,
                    title="today.done_confirm" if row.item_key.endswith(":confirm") else f"today.done_{kind}",
                    neutral=None if kind == "appointment" else "today.neutral_item",
                    due=row.done_on,
                    owner=owner,
                    can_finish=False,
                )
            )
    return Found.all_of(items)


@cache
def _done() -> Select[*tuple[Any, ...]]:
    return (
        select(
            WorklistHold.item_key,
            WorklistHold.patient_id,
            WorklistHold.done_on,
            WorklistHold.created_by_id,
            WorklistHold.updated_by_id,
        )
        .join(Patient, Patient.id == WorklistHold.patient_id)
        .where(WorklistHold.done_on == bindparam("day", type_=IsoDate), WorklistHold.removed_at.is_(None))
        .order_by(WorklistHold.id)
    )
