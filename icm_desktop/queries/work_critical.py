"""Worklist items that come before everything else: answers and results somebody must look at the same day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from heapq import nsmallest
from typing import Any

from sqlalchemy import Float, Integer, Row, Select, String, bindparam, or_, select

from db.models.clinical import Observation
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.content.policies import CriticalResult
from icm_desktop.domain import moments
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.safety_answers import SafetyAnswer, unassessed
from icm_desktop.queries.work_items import SAFETY, Found, Scope, WorkItem

Stored = Row[*tuple[Any, ...]]
TAKEN_BACK = "today.why_critical_taken_back"
_WRONG = ("entered-in-error", "cancelled")


@requires(Privilege.WORKLIST)
def critical_answers(uow: UnitOfWork, scope: Scope) -> list[SafetyAnswer]:
    """Answers about safety that wait for a clinician, as far as they are asked for."""
    return unassessed(uow, scope.day) if scope.wants("screening") else []


@requires(Privilege.WORKLIST)
def critical_items(uow: UnitOfWork, scope: Scope, answers: Sequence[SafetyAnswer]) -> Found:
    """Critical answers and results nobody who may review them has marked as looked at.

    An answer without a day counts from when it came in: that it is old is not known. Answers stay until they were
    assessed: age and death end none. All are counted; only those the page could need become items.
    """
    results: list[WorkItem] = []
    if scope.wants("result"):
        results += [item for rule in policies.critical_results() for item in _results(scope, rule)]
    others = scope.settled(results)
    noted = set(scope.noted("screening")) | set(scope.noted("result")) if answers else set()
    plain = [one for one in answers if one.key not in noted]
    first = plain if scope.need is None else nsmallest(scope.need, plain, key=_rank)
    apart = scope.settled(_answer(scope, one) for one in answers if one.key in noted)
    counts = Counter({"critical": len(plain)}) + Counter(dict(others.counts)) + Counter(dict(apart.counts))
    items = (*(_answer(scope, one) for one in first), *others.items, *apart.items)
    return Found(items, tuple(counts.items()))


def _rank(one: SafetyAnswer) -> tuple[dt.date, int, str]:
    """The order of `WorkItem.rank` among critical answers."""
    return one.on, int(one.key.split(":")[1]), one.key


def _answer(scope: Scope, one: SafetyAnswer) -> WorkItem:
    return WorkItem(
        key=one.key,
        section="critical",
        kind="screening",
        patient_id=one.patient_id,
        title=one.rule.title,
        title_params=(("value", f"{one.score:g}"), ("found_on", one.on.isoformat())),
        neutral="today.neutral_critical",
        why=_why(one),
        why_params=(("source", one.rule.source),),
        due=one.on,
        days_late=(scope.day - one.on).days,
        priority=SAFETY,
        owner=scope.coordinator(one.coordinator_id),
        can_finish=allows(scope.uow.actor.role, Privilege.REVIEW_NOTES),
        version=one.version,
    )


def _why(one: SafetyAnswer) -> str:
    if one.taken_back:
        return TAKEN_BACK
    if one.lowered:
        return "today.why_critical_lowered"
    if one.deceased:
        return "today.why_critical_died"
    return "today.why_critical" if one.rule.confirmed else "today.why_critical_unconfirmed"


def _results(scope: Scope, rule: CriticalResult) -> Iterator[WorkItem]:
    first = (scope.day - dt.timedelta(days=rule.look_back_days)).isoformat()
    wanted, values = _observations(rule.codes), {"first": first, "at_least": rule.at_least}
    found = [row for row in scope.uow.session.execute(wanted, values) if (row.value_unit or "").lower() in rule.units]
    for row in found:
        if not _has_later(scope, rule, row):
            yield from _item(scope, row, rule, f"{row.value_number:g} {row.value_unit}")


@cache
def _observations(codes: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    when = Observation.effective_when
    return (
        select(
            Observation.id,
            Observation.version,
            Observation.patient_id,
            when.label("happened"),
            Observation.created_at,
            Observation.value_number,
            Observation.value_unit,
            Patient.coordinator_id,
        )
        .join(Patient, Patient.id == Observation.patient_id)
        .where(
            Observation.code.in_(codes),
            when >= bindparam("first", type_=String),
            Observation.value_number >= bindparam("at_least", type_=Float),
            or_(Observation.status.is_(None), Observation.status.not_in(_WRONG)),
            Observation.removed_at.is_(None),
            Patient.deceased.is_(False),
        )
    )


def _has_later(scope: Scope, rule: CriticalResult, row: Stored) -> bool:
    """Whether a later value of the patient, known by the end of the day, takes its place."""
    asked = {"patient_id": row.patient_id, "happened": row.happened}
    days = (
        moments.local_day(when, scope.uow.zone)
        for when, number in scope.uow.session.execute(_later(rule.codes), asked)
        if number is not None
    )
    return any(day is not None and day <= scope.day for day in days)


@cache
def _later(codes: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    return select(Observation.effective_when, Observation.value_number).where(
        Observation.patient_id == bindparam("patient_id", type_=Integer),
        Observation.code.in_(codes),
        Observation.effective_when > bindparam("happened", type_=String),
        or_(Observation.status.is_(None), Observation.status.not_in(_WRONG)),
        Observation.removed_at.is_(None),
    )


def _item(scope: Scope, row: Stored, rule: CriticalResult, value: str) -> Iterator[WorkItem]:
    day = moments.local_day(row.happened, scope.uow.zone)
    if day is None or day > scope.day:
        return
    yield WorkItem(
        key=f"result:{row.id}",
        section="critical",
        kind="result",
        patient_id=row.patient_id,
        title=rule.title,
        title_params=(("value", value), ("found_on", day.isoformat())),
        neutral="today.neutral_critical",
        why="today.why_critical" if rule.confirmed else "today.why_critical_unconfirmed",
        why_params=(("source", rule.source),),
        due=day,
        days_late=(scope.day - day).days,
        priority=SAFETY,
        owner=scope.coordinator(row.coordinator_id),
        can_finish=allows(scope.uow.actor.role, Privilege.REVIEW_NOTES),
        version=row.version,
    )
