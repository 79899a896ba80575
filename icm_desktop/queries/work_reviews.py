"""Worklist items of care plans: a review that is due, and answers a version waits for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, bindparam, case, func, or_, select
from sqlalchemy.orm import aliased

from db.models.patient import Patient
from db.models.plan import CarePlan
from db.models.shared_plan import PlanSignOff, PlanVersion
from db.models.types import IsoDate
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content import care_plan as content
from icm_desktop.domain.deadlines import days_late
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.work_items import OTHER, Found, Scope, WorkItem

REVIEW, ANSWER = "plan_review", "plan_answer"
_SECTIONS = ("overdue", "due_today")
_ALL = 10_000_000  # rows
Stored = Row[*tuple[Any, ...]]


@requires(Privilege.WORKLIST)
def plan_reviews(uow: UnitOfWork, scope: Scope) -> Found:
    """Plans whose review is due or late, no more than the page needs."""
    if not scope.wants(REVIEW):
        return Found((), ())
    noted = scope.noted(REVIEW)
    held = _reviews(scope, (CarePlan.id.in_(among(_numbers(noted))),)) if noted else ()
    waiting = scope.settled(_review(scope, row) for row in held)
    due = (CarePlan.id.not_in(among(_numbers(noted))),) if noted else ()
    rows = _reviews(scope, due, scope.need or _ALL if scope.patients is None else _ALL)
    counts = _counts(scope, due) | dict(waiting.counts)
    items = (*(_review(scope, row) for row in rows), *waiting.items)
    return Found(items, tuple((section, count) for section, count in counts.items() if count))


@requires(Privilege.WORKLIST)
def plan_answers(uow: UnitOfWork, scope: Scope) -> Found:
    """Answers the newest version of a plan waits for: mine to give, others' to get."""
    if not scope.wants(ANSWER):
        return Found((), ())
    rows = uow.session.execute(scope.of_patients(_open_answers(), PlanSignOff.patient_id))
    items = [_answer(scope, row) for row in rows]
    return scope.settled(item for item in items if item.due is not None and item.due <= scope.day)


@cache
def _open_answers() -> Select[*tuple[Any, ...]]:
    later = aliased(PlanVersion)
    newer = select(later.id).where(
        later.patient_id == PlanVersion.patient_id, later.removed_at.is_(None), later.id > PlanVersion.id
    )
    return (
        select(PlanSignOff.id, PlanSignOff.version, PlanSignOff.patient_id, PlanSignOff.user_id, PlanSignOff.name,
               PlanVersion.number, PlanVersion.frozen_on, Patient.coordinator_id)
        .join(PlanVersion, PlanVersion.id == PlanSignOff.plan_version_id)
        .join(Patient, Patient.id == PlanSignOff.patient_id)
        .where(PlanSignOff.answer.is_(None), PlanSignOff.removed_at.is_(None), PlanVersion.removed_at.is_(None),
               Patient.deceased.is_(False), ~newer.exists())
        .order_by(PlanSignOff.id)
    )  # fmt: skip


def _numbers(keys: Sequence[str]) -> list[int]:
    return [int(key.split(":")[1]) for key in keys]


@cache
def _due(everyone: bool) -> tuple[ColumnElement[bool], ...]:
    """Due reviews of our plans, worded so that the index of ours is used; mine and those nobody coordinates."""
    found: list[ColumnElement[bool]] = [
        CarePlan.review_due <= bindparam("day", type_=IsoDate),
        CarePlan.review_due.is_not(None),
        CarePlan.source_id.is_(None),
        CarePlan.removed_at.is_(None),
        or_(CarePlan.status.is_(None), CarePlan.status == "active"),
        Patient.deceased.is_(False),
    ]
    if not everyone:
        mine = Patient.coordinator_id == bindparam("me", type_=Integer)
        found.append(or_(Patient.coordinator_id.is_(None), mine))
    return tuple(found)


@cache
def _due_reviews(everyone: bool) -> Select[*tuple[Any, ...]]:
    return (
        select(CarePlan.id, CarePlan.version, CarePlan.patient_id, CarePlan.review_due, CarePlan.reviewed_on,
               Patient.coordinator_id)
        .join(Patient, Patient.id == CarePlan.patient_id)
        .where(*_due(everyone))
        .order_by(CarePlan.review_due, CarePlan.id)
        .limit(bindparam("need", type_=Integer))
    )  # fmt: skip


@cache
def _counted_reviews(everyone: bool) -> Select[*tuple[Any, ...]]:
    late = func.sum(case((CarePlan.review_due < bindparam("day", type_=IsoDate), 1), else_=0), type_=Integer)
    return (
        select(late, func.count())
        .select_from(CarePlan)
        .join(Patient, Patient.id == CarePlan.patient_id)
        .where(*_due(everyone))
    )


def _reviews(scope: Scope, more: tuple[ColumnElement[bool], ...], need: int = _ALL) -> Sequence[Stored]:
    wanted = scope.of_patients(_due_reviews(scope.asked.everyone).where(*more), CarePlan.patient_id)
    return scope.uow.session.execute(wanted, {**_values(scope), "need": need}).all()


def _counts(scope: Scope, more: tuple[ColumnElement[bool], ...]) -> dict[str, int]:
    counted = scope.of_patients(_counted_reviews(scope.asked.everyone).where(*more), CarePlan.patient_id)
    overdue, every = scope.uow.session.execute(counted, _values(scope)).one()
    return dict(zip(_SECTIONS, (overdue or 0, every - (overdue or 0)), strict=True))


def _values(scope: Scope) -> dict[str, Any]:
    return {"day": scope.day, "me": scope.uow.actor.user_id}


def _review(scope: Scope, row: Stored) -> WorkItem:
    reviewed = row.reviewed_on
    return WorkItem(
        key=f"{REVIEW}:{row.id}",
        section=scope.section(row.review_due),
        kind=REVIEW,
        patient_id=row.patient_id,
        title="today.plan_review",
        why="today.why_plan_review" if reviewed else "today.why_plan_review_never",
        why_params=(("reviewed_on", reviewed.isoformat()),) if reviewed else (),
        neutral="today.neutral_item",
        due=row.review_due,
        days_late=days_late(row.review_due, scope.day),
        priority=OTHER,
        owner=scope.coordinator(row.coordinator_id),
        can_finish=False,
        version=row.version,
    )


def _answer(scope: Scope, row: Stored) -> WorkItem:
    due = row.frozen_on + dt.timedelta(days=content.answer_days())
    owner = scope.coordinator(row.user_id if row.user_id is not None else row.coordinator_id)
    mine = row.user_id is not None
    return WorkItem(
        key=f"{ANSWER}:{row.id}",
        section=scope.section(due),
        kind=ANSWER,
        patient_id=row.patient_id,
        title="today.plan_answer" if mine else "today.plan_answer_of",
        title_params=(("number", str(row.number)),) if mine else (("name", row.name), ("number", str(row.number))),
        why="today.why_plan_answer",
        why_params=(("asked_on", row.frozen_on.isoformat()),),
        neutral="today.neutral_item",
        due=due,
        days_late=days_late(due, scope.day),
        priority=OTHER,
        owner=owner,
        can_finish=False,
        version=row.version,
    )
