"""Worklist items that come before everything else: answers and results somebody must look at the same day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any

from sqlalchemy import Float, Row, Select, String, bindparam, or_, select, union

from db.answers import ANSWER
from db.models.clinical import Observation, QuestionnaireResponse
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.content.policies import CriticalAnswer, CriticalResult
from icm_desktop.domain import moments
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.work_items import SAFETY, Found, Scope, WorkItem

Stored = Row[*tuple[Any, ...]]
_WRONG = ("entered-in-error", "cancelled")


@requires(Privilege.WORKLIST)
def critical_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Critical answers and results nobody who may review them has marked as looked at.

    An answer without a day counts from when it came in: that it is old is not known.
    """
    items: list[WorkItem] = []
    if scope.wants("screening"):
        items += [item for rule in policies.critical_answers() for item in _answers(scope, rule)]
    if scope.wants("result"):
        items += [item for rule in policies.critical_results() for item in _results(scope, rule)]
    return scope.settled(items)


def _answers(scope: Scope, rule: CriticalAnswer) -> Iterator[WorkItem]:
    scores = dict(rule.scores)
    first = (scope.day - dt.timedelta(days=rule.look_back_days)).isoformat()
    critical = tuple(code for code, score in rule.scores if score >= rule.at_least)
    asked = {"first": first, "item": rule.code, "at_least": rule.at_least}
    for row in scope.uow.session.execute(_responses(critical), asked):
        score = max((_score(item, scores) for item in row.items or () if _answers_item(item, rule.code)), default=0)
        if score >= rule.at_least:
            yield from _item(scope, "screening", f"screening:{row.id}", row, rule, f"{score:g}")
    single = _observations((rule.code,)), _observations((rule.code,), dated=False)  # apart, for the index by date
    for row in (row for wanted in single for row in scope.uow.session.execute(wanted, {"first": first})):
        score = scores.get(row.value_code or "", row.value_number or 0)
        if score >= rule.at_least:
            yield from _item(scope, "screening", f"result:{row.id}", row, rule, f"{score:g}")


@cache
def _responses(critical: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    of_item = select(ANSWER.c.response_id).where(ANSWER.c.item == bindparam("item", type_=String))
    by_code, by_number = ANSWER.c.code.in_(critical), ANSWER.c.number >= bindparam("at_least", type_=Float)
    return (
        select(
            QuestionnaireResponse.id,
            QuestionnaireResponse.version,
            QuestionnaireResponse.patient_id,
            QuestionnaireResponse.authored_when.label("happened"),
            QuestionnaireResponse.created_at,
            QuestionnaireResponse.items,
            Patient.coordinator_id,
        )
        .join(Patient, Patient.id == QuestionnaireResponse.patient_id)
        .where(
            or_(
                QuestionnaireResponse.authored_when >= bindparam("first", type_=String),
                QuestionnaireResponse.authored_when.is_(None),
            ),
            QuestionnaireResponse.id.in_(union(of_item.where(by_code), of_item.where(by_number))),
            or_(QuestionnaireResponse.status.is_(None), QuestionnaireResponse.status.not_in(_WRONG)),
            QuestionnaireResponse.removed_at.is_(None),
            Patient.deceased.is_(False),
        )
    )


def _answers_item(item: Any, code: str) -> bool:
    """Whether it answers the item; some forms name it "/44250-9/44260-8"."""
    return isinstance(item, dict) and str(item.get("link_id")).rpartition("/")[2] == code


def _score(item: dict[str, Any], scores: dict[str, float]) -> float:
    """The score of one answer, by answer code or as the number given."""
    value = item.get("value")
    plain = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0
    return scores.get(str(item.get("code")), plain)


def _results(scope: Scope, rule: CriticalResult) -> Iterator[WorkItem]:
    first = (scope.day - dt.timedelta(days=rule.look_back_days)).isoformat()
    wanted, values = _observations(rule.codes, at_least=True), {"first": first, "at_least": rule.at_least}
    found = [row for row in scope.uow.session.execute(wanted, values) if (row.value_unit or "").lower() in rule.units]
    for row in found:
        if not _has_later(scope, rule, row):
            yield from _item(scope, "result", f"result:{row.id}", row, rule, f"{row.value_number:g} {row.value_unit}")


@cache
def _observations(codes: tuple[str, ...], *, at_least: bool = False, dated: bool = True) -> Select[*tuple[Any, ...]]:
    when = Observation.effective_when
    found: Select[*tuple[Any, ...]] = (
        select(
            Observation.id,
            Observation.version,
            Observation.patient_id,
            when.label("happened"),
            Observation.created_at,
            Observation.value_number,
            Observation.value_unit,
            Observation.value_code,
            Patient.coordinator_id,
        )
        .join(Patient, Patient.id == Observation.patient_id)
        .where(
            Observation.code.in_(codes),
            when >= bindparam("first", type_=String) if dated else when.is_(None),
            or_(Observation.status.is_(None), Observation.status.not_in(_WRONG)),
            Observation.removed_at.is_(None),
            Patient.deceased.is_(False),
        )
    )
    return found.where(Observation.value_number >= bindparam("at_least", type_=Float)) if at_least else found


def _has_later(scope: Scope, rule: CriticalResult, row: Stored) -> bool:
    """Whether a later value of the patient, known by the end of the day, takes its place."""
    later = select(Observation.effective_when, Observation.value_number).where(
        Observation.patient_id == row.patient_id,
        Observation.code.in_(rule.codes),
        Observation.effective_when > row.happened,
        or_(Observation.status.is_(None), Observation.status.not_in(_WRONG)),
        Observation.removed_at.is_(None),
    )
    days = (
        moments.local_day(when, scope.uow.zone)
        for when, number in scope.uow.session.execute(later)
        if number is not None
    )
    return any(day is not None and day <= scope.day for day in days)


def _item(
    scope: Scope, kind: str, key: str, row: Stored, rule: CriticalAnswer | CriticalResult, value: str
) -> Iterator[WorkItem]:
    day = moments.local_day(row.happened, scope.uow.zone)
    if day is None and isinstance(rule, CriticalAnswer):
        day = row.created_at.astimezone(scope.uow.zone).date() if row.created_at else scope.day
    if day is None or day > scope.day:
        return
    yield WorkItem(
        key=key,
        section="critical",
        kind=kind,
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
