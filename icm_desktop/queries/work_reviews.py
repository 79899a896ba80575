"""Worklist items of care plans: a review that is due, and answers a version waits for."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, String, bindparam, or_, select
from sqlalchemy.orm import aliased

from db.models.patient import Patient
from db.models.plan import CarePlan
from db.models.shared_plan import PlanSignOff, PlanVersion
from db.models.types import IsoDate
from db.repositories.standing import Group, Light, Range, Standings
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content import care_plan as content
from icm_desktop.domain.deadlines import days_late
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.referral_ladder import me_of
from icm_desktop.queries.work_items import OTHER, Found, Scope, WorkItem

REVIEW, ANSWER = "plan_review", "plan_answer"
_SECTIONS = ("overdue", "due_today")
Stored = Row[*tuple[Any, ...]]


@requires(Privilege.WORKLIST)
def plan_reviews(uow: UnitOfWork, scope: Scope) -> Found:
    """Plans whose review is due or late, no more than the page needs."""
    if not scope.wants(REVIEW):
        return Found((), ())
    if scope.need is not None:
        return _by_standings(scope, scope.need)
    wanted = scope.of_patients(_due_reviews(scope.asked.everyone), CarePlan.patient_id)
    values = {"day": scope.day, "me": uow.actor.user_id}
    return scope.settled(_review(scope, row) for row in uow.session.execute(wanted, values))


@requires(Privilege.WORKLIST)
def whole_reviews(uow: UnitOfWork, scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items that so far have only a rank, with everything a row shows."""
    return list(scope.settled(_of_ids(scope, [item.number for item in items])).items)


def _by_standings(scope: Scope, need: int) -> Found:
    """All are counted, the first get a rank; what somebody put off is looked at by itself."""
    standings = Standings(scope.uow.session, None if scope.asked.everyone else me_of(scope.uow))
    day, before = scope.day.isoformat(), (scope.day - dt.timedelta(days=1)).isoformat()
    noted = {row.row_id: row for row in standings.of(REVIEW, _numbers(scope.noted(REVIEW))) if row.mine}
    counts, first, group = Counter[str](), list[WorkItem](), Group(REVIEW, "open", False, "since")
    for section, days in zip(_SECTIONS, ((None, before), (before, day)), strict=True):
        counts[section] = standings.count(group, Range(days))
        found = standings.first(group, Range(days), need + len(noted))
        left = [row for row in found if row.row_id not in noted][:need]
        first += [scope.light(f"{REVIEW}:{row.row_id}", REVIEW, _day(row), OTHER, "") for row in left]
    counts.subtract(scope.section(_day(row)) for row in noted.values() if _day(row) <= scope.day)
    settled = scope.settled(item for item in _of_ids(scope, list(noted)) if item.due and item.due <= scope.day)
    counts.update(dict(settled.counts))
    return Found((*first, *settled.items), tuple((section, count) for section, count in counts.items() if count))


def _day(row: Light) -> dt.date:
    return dt.date.fromisoformat(row.since or "")


def _of_ids(scope: Scope, ids: Sequence[int]) -> list[WorkItem]:
    found = scope.uow.session.execute(_reviews_by_id(), {"ids": as_text(ids)}) if ids else ()
    return [_review(scope, row) for row in found]


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
def _reviews_by_id() -> Select[*tuple[Any, ...]]:
    return (
        select(CarePlan.id, CarePlan.version, CarePlan.patient_id, CarePlan.review_due, CarePlan.reviewed_on,
               Patient.coordinator_id)
        .join(Patient, Patient.id == CarePlan.patient_id)
        .where(CarePlan.id.in_(listed(bindparam("ids", type_=String))))
    )  # fmt: skip


@cache
def _due_reviews(everyone: bool) -> Select[*tuple[Any, ...]]:
    return (
        select(CarePlan.id, CarePlan.version, CarePlan.patient_id, CarePlan.review_due, CarePlan.reviewed_on,
               Patient.coordinator_id)
        .join(Patient, Patient.id == CarePlan.patient_id)
        .where(*_due(everyone))
        .order_by(CarePlan.review_due, CarePlan.id)
    )  # fmt: skip


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
