"""Worklist items with a due day of their own: actions of care plans, and tasks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, String, and_, bindparam, case, func, literal, or_, select

from db.models.patient import Patient
from db.models.plan import PlanAction, Task
from db.models.types import IsoDate
from db.repositories.standing import Group, Light, Range, Standings
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.deadlines import days_late
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.referral_ladder import me_of
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
    if not scope.wants(kind):
        return Found((), ())
    if scope.need is None:
        counts, first = _counts(scope, kind), None
    else:
        counts, first = _standing(scope, kind, scope.need)
        counts["done_today"] = _count_done(scope, kind)
    items: list[WorkItem] = []
    for section in _LISTED:
        if first is not None and section in first:
            items += [_light(scope, kind, section, row) for row in first[section]]
        elif counts[section]:
            listed_rows = scope.of_patients(_listed(scope, kind, section), _MODELS[kind].patient_id)
            found = uow.session.execute(listed_rows)
            items += [_item(scope, kind, section, row) for row in found]
    return Found(tuple(items), tuple((section, count) for section, count in counts.items() if count))


@requires(Privilege.WORKLIST)
def whole_dated(uow: UnitOfWork, scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items that so far have only a rank, with everything a row shows."""
    found = []
    for kind in OPEN:
        sections = {item.number: item.section for item in items if item.kind == kind}
        rows = uow.session.execute(_by_ids(kind), {"ids": as_text(sections)}) if sections else ()
        found += [_item(scope, kind, sections[row.id], row) for row in rows]
    return found


@requires(Privilege.WORKLIST)
def next_dated_item(uow: UnitOfWork, scope: Scope) -> WorkItem | None:
    """The first open plan action or task that is due after the day."""
    standings, day = _standings(scope), scope.day.isoformat()
    found = []
    for kind in OPEN:
        first = [row for each in _groups(kind) for row in standings.first(each, Range((day, None)), 1)]
        if first and scope.wants(kind):
            row_id = min(first, key=lambda row: (row.since or "", row.row_id)).row_id
            row = uow.session.execute(_columns(kind).where(_MODELS[kind].id == row_id)).one()
            found.append(_item(scope, kind, "due_today", row))
    return min(found, key=lambda item: item.due or dt.date.max, default=None)


def _standings(scope: Scope) -> Standings:
    return Standings(scope.uow.session, None if scope.asked.everyone else me_of(scope.uow))


def _groups(kind: str) -> list[Group]:
    """Urgent ones first, as the list ranks them; only plan actions can be urgent."""
    return [Group(kind, "open", urgent, "since") for urgent in ((True, False) if kind == "plan_action" else (False,))]


def _standing(scope: Scope, kind: str, need: int) -> tuple[dict[str, int], dict[str, list[Light]]]:
    """How much there is in each section, and what the page could need of it."""
    standings, day = _standings(scope), scope.day.isoformat()
    before = (scope.day - dt.timedelta(days=1)).isoformat()
    counts, first, left = dict.fromkeys(_LISTED, 0), dict[str, list[Light]](), need
    for section, days in (("overdue", (None, before)), ("due_today", (before, day))):
        wanted, rows = Range(days, held_after=day), list[Light]()
        for group in _groups(kind):
            counts[section] += standings.count(group, wanted)
            rows += standings.first(group, wanted, left - len(rows))
        first[section], left = rows, left - len(rows)
    held = [row for row in standings.held(kind, day) if row.since is not None and row.since <= day]
    counts["waiting"], first["waiting"] = len(held), held[:left]
    return counts, first


def _counts(scope: Scope, kind: str) -> dict[str, int]:
    model, held = _MODELS[kind], _held(scope, kind)
    overdue = model.due_on < scope.day
    sums = (
        func.sum(case((held, 0), (overdue, 1), else_=0), type_=Integer),
        func.sum(case((held, 0), (overdue, 0), else_=1), type_=Integer),
        func.sum(case((held, 1), else_=0), type_=Integer),
    )
    counted = select(*sums).select_from(model).join(Patient, Patient.id == model.patient_id).where(*_due(scope, kind))
    row = scope.uow.session.execute(scope.of_patients(counted, model.patient_id)).one()
    done = _count_done(scope, kind)
    return dict(zip(_LISTED, (*(count or 0 for count in row), done), strict=True))


def _count_done(scope: Scope, kind: str) -> int:
    values = {"day": scope.day, "me": scope.uow.actor.user_id}
    return scope.uow.session.execute(_done_count(kind, scope.asked.everyone), values).scalar_one()


@cache
def _done_count(kind: str, everyone: bool) -> Select[int]:
    model = _MODELS[kind]
    counted = select(func.count()).select_from(model).join(Patient, Patient.id == model.patient_id)
    day = bindparam("day", type_=IsoDate)
    done = model.status.concat("") == DONE  # worded so that SQLite searches by the day: few are done on one
    return counted.where(model.done_on == day, done, *_shown(kind, everyone, bindparam("me", type_=Integer)))


def _light(scope: Scope, kind: str, section: str, row: Light) -> WorkItem:
    due = dt.date.fromisoformat(row.since or "")
    return WorkItem(
        key=f"{kind}:{row.row_id}",
        section=section,
        kind=kind,
        patient_id=0,
        title="",
        due=due,
        days_late=days_late(due, scope.day),
        priority=URGENT if row.urgent else OTHER,
        whole=False,
    )


@cache
def _by_ids(kind: str) -> Select[*tuple[Any, ...]]:
    return _columns(kind).where(_MODELS[kind].id.in_(listed(bindparam("ids", type_=String))))


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
    return (
        model.status.in_(OPEN[kind]),
        model.due_on <= scope.day,
        *_shown(kind, scope.asked.everyone, scope.uow.actor.user_id),
    )


def _done(scope: Scope, kind: str) -> tuple[ColumnElement[bool], ...]:
    model = _MODELS[kind]
    return (
        model.done_on == scope.day,
        model.status == DONE,
        *_shown(kind, scope.asked.everyone, scope.uow.actor.user_id),
    )


def _shown(kind: str, everyone: bool, me: ColumnElement[int] | int | None) -> tuple[ColumnElement[bool], ...]:
    model = _MODELS[kind]
    found: list[ColumnElement[bool]] = [model.removed_at.is_(None), Patient.deceased.is_(False)]
    if kind == "task":
        found.append(Task.service_request_id.is_(None))  # the referral itself says what is next
    if not everyone:
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
