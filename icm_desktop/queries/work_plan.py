"""Worklist items with a due day of their own: actions of care plans, and tasks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, and_, case, func, literal, or_, select

from db.models.patient import Patient
from db.models.plan import PlanAction, Task
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.deadlines import days_late
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.work_items import OTHER, URGENT, Found, Scope, WorkItem

DONE = "completed"
OPEN: dict[str, tuple[str, ...]] = {
    "plan_action": ("not-started", "scheduled", "in-progress"),  # FHIR CarePlan.activity.detail.status
    "task": ("requested", "received", "accepted", "ready", "in-progress"),  # FHIR Task.status
}
_MODELS: dict[str, type[PlanAction | Task]] = {"plan_action": PlanAction, "task": Task}
_LISTED = ("overdue", "due_today", "waiting", "done_today")


@requires(Privilege.WORKLIST)
def dated_items(uow: UnitOfWork, scope: Scope, kind: str) -> Found:
    """Plan actions or tasks that are due, late, held, or were done on the day; no more than the page needs."""
    counts = _counts(scope, kind)
    items: list[WorkItem] = []
    for section in _LISTED:
        if counts[section]:
            found = uow.session.execute(_listed(scope, kind, section))
            items += [_item(scope, kind, section, row) for row in found]
    return Found(tuple(items), tuple((section, count) for section, count in counts.items() if count))


@requires(Privilege.WORKLIST)
def next_dated_item(uow: UnitOfWork, scope: Scope) -> WorkItem | None:
    """The first open plan action or task that is due after the day."""
    found = []
    for kind, statuses in OPEN.items():
        model = _MODELS[kind]
        wanted = _columns(kind).where(model.status.in_(statuses), model.due_on > scope.day, *_shown(scope, kind))
        row = uow.session.execute(wanted.order_by(model.due_on, model.id).limit(1)).first()
        if row is not None and scope.wants(kind):
            found.append(_item(scope, kind, "due_today", row))
    return min(found, key=lambda item: item.due or dt.date.max, default=None)


def _counts(scope: Scope, kind: str) -> dict[str, int]:
    if not scope.wants(kind):
        return dict.fromkeys(_LISTED, 0)
    model, held = _MODELS[kind], _held(scope, kind)
    overdue = model.due_on < scope.day
    sums = (
        func.sum(case((held, 0), (overdue, 1), else_=0), type_=Integer),
        func.sum(case((held, 0), (overdue, 0), else_=1), type_=Integer),
        func.sum(case((held, 1), else_=0), type_=Integer),
    )
    row = scope.uow.session.execute(
        select(*sums).select_from(model).join(Patient, Patient.id == model.patient_id).where(*_due(scope, kind))
    ).one()
    done = scope.uow.session.execute(
        select(func.count()).select_from(model).join(Patient, Patient.id == model.patient_id).where(*_done(scope, kind))
    ).scalar_one()
    return dict(zip(_LISTED, (*(count or 0 for count in row), done), strict=True))


def _listed(scope: Scope, kind: str, section: str) -> Select[*tuple[Any, ...]]:
    model, held = _MODELS[kind], _held(scope, kind)
    conditions = {
        "overdue": (*_due(scope, kind), ~held, model.due_on < scope.day),
        "due_today": (*_due(scope, kind), ~held, model.due_on == scope.day),
        "waiting": (*_due(scope, kind), held),
        "done_today": _done(scope, kind),
    }[section]
    urgent = [PlanAction.urgent.desc()] if kind == "plan_action" else []
    return _columns(kind).where(*conditions).order_by(*urgent, model.due_on, model.id).limit(scope.need)


def _columns(kind: str) -> Select[*tuple[Any, ...]]:
    model = _MODELS[kind]
    return select(
        model.id,
        model.version,
        model.patient_id,
        model.text,
        (Task.description if kind == "task" else literal(None)).label("description"),
        (PlanAction.urgent if kind == "plan_action" else literal(False)).label("urgent"),
        model.due_on,
        model.held_until,
        model.owner_kind,
        model.owner_name,
        model.owner_user_id,
        model.owner_practitioner_id,
        Patient.coordinator_id,
    ).join(Patient, Patient.id == model.patient_id)


def _due(scope: Scope, kind: str) -> tuple[ColumnElement[bool], ...]:
    model = _MODELS[kind]
    open_: ColumnElement[bool] = model.status.in_(OPEN[kind])
    if scope.replay:  # what was finished later was still open then; what was typed later did not exist
        open_ = or_(open_, and_(model.status == DONE, model.done_on > scope.day))
        open_ = and_(open_, or_(model.source_id.is_not(None), model.created_at < scope.end_of_day()))
    return (open_, model.due_on <= scope.day, *_shown(scope, kind))


def _done(scope: Scope, kind: str) -> tuple[ColumnElement[bool], ...]:
    model = _MODELS[kind]
    return (model.done_on == scope.day, model.status == DONE, *_shown(scope, kind))


def _shown(scope: Scope, kind: str) -> tuple[ColumnElement[bool], ...]:
    model = _MODELS[kind]
    found: list[ColumnElement[bool]] = [model.removed_at.is_(None), Patient.deceased.is_(False)]
    if kind == "task":
        found.append(Task.service_request_id.is_(None))  # the referral itself says what is next
    if not scope.asked.everyone:
        me = scope.uow.actor.user_id
        unowned = and_(model.owner_kind.is_(None), or_(Patient.coordinator_id.is_(None), Patient.coordinator_id == me))
        found.append(or_(model.owner_user_id == me, unowned))
    return tuple(found)


def _held(scope: Scope, kind: str) -> ColumnElement[bool]:
    return func.coalesce(_MODELS[kind].held_until > scope.day, False)


def _item(scope: Scope, kind: str, section: str, row: Row[*tuple[Any, ...]]) -> WorkItem:
    return WorkItem(
        key=f"{kind}:{row.id}",
        section=section,
        kind=kind,
        patient_id=row.patient_id,
        title="today.no_text",
        title_text=row.text or row.description,
        neutral="today.neutral_item",
        why=f"today.why_{kind}",
        due=row.due_on,
        days_late=days_late(row.due_on, scope.day),
        priority=URGENT if row.urgent else OTHER,
        owner=scope.owner(row),
        held_until=row.held_until if section == "waiting" else None,
        can_finish=scope.clinical and section != "done_today",
        version=row.version,
    )
