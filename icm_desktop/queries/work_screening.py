"""Worklist items of screening: a positive screen without a follow-up, and a questionnaire that is to be asked again."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from sqlalchemy import Float, Integer, Row, Select, String, bindparam, or_, select
from sqlalchemy.orm import aliased

from db.models.clinical import Observation
from db.models.pathways import PathwayEnrolment
from db.models.patient import Patient
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content.instruments import instruments
from icm_desktop.domain import moments
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.instruments import follow_up as rules
from icm_desktop.domain.instruments.definition import Again, FollowUp, Instrument, Score
from icm_desktop.domain.instruments.scoring import Person, positive
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.instrument_use import uses
from icm_desktop.queries.pathways_in_use import in_use
from icm_desktop.queries.screening_done import FollowedUp
from icm_desktop.queries.work_forms import OpenForm, open_forms
from icm_desktop.queries.work_items import OTHER, Found, Scope, WorkItem

FOLLOW_UP, RESCREEN = "follow_up", "rescreen"
_WRONG = ("entered-in-error", "cancelled")
_AHEAD = dt.timedelta(days=2)  # so long before its last day a follow-up stands on the list
Stored = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Positive:
    """A positive result nobody has repeated since, on a local day."""

    instrument: Instrument
    row: Any
    day: dt.date
    value: int


@requires(Privilege.WORKLIST)
def screening_items(uow: UnitOfWork, scope: Scope, critical: Found) -> Found:
    """Positive screens whose follow-up is due soon or late, and questionnaires to be asked again.

    Args:
        uow: The transaction.
        scope: What is asked.
        critical: What needs somebody at once: an answer about safety is that day's work, and ends with more than a
            follow-up.
    """
    if not (scope.wants(FOLLOW_UP) or scope.wants(RESCREEN)):
        return Found((), ())
    chosen = uses(uow)
    found = [
        one
        for instrument, score in _followed()
        for one in _positives(scope, instrument, score, chosen[instrument.id].cut_offs)
    ]
    items: list[WorkItem] = []
    if scope.wants(FOLLOW_UP):
        waiting = {(one.patient_id, one.due) for one in critical.items if one.kind == "screening"}
        follow_ups = (*_follow_ups(uow, scope, found), *map(partial(_of_form, scope), open_forms(uow, scope, _AHEAD)))
        items += (one for one in follow_ups if (one.patient_id, _day(one)) not in waiting)
    if scope.wants(RESCREEN):
        items += _rescreens(uow, scope, found)
    return scope.settled(items)


def _day(item: WorkItem) -> dt.date:
    return dt.date.fromisoformat(dict(item.title_params)["asked_on"])


@cache
def _followed() -> tuple[tuple[Instrument, Score], ...]:
    """Questionnaires whose positive result is work, each with the score that has a code of its own."""
    found = ((one, next((score for score in one.scores if score.loinc), None)) for one in instruments().values())
    return tuple((one, score) for one, score in found if score and (one.follow_up or _work_days(one)))


def _work_days(instrument: Instrument) -> int:
    return max((one.work_days for one in instrument.again), default=0)


def _positives(scope: Scope, instrument: Instrument, score: Score, chosen: Sequence[str]) -> Iterator[Positive]:
    back = max(instrument.follow_up.look_back_days if instrument.follow_up else 0, _work_days(instrument))
    first = scope.day - dt.timedelta(days=back)
    least = min((one.at_least for one in score.cut_offs), default=0)
    asked: dict[str, object] = {"code": score.loinc, "first": first.isoformat(), "least": least}
    if not scope.asked.everyone:
        asked["me"] = scope.uow.actor.user_id
    wanted = scope.of_patients(_latest(scope.asked.everyone), Observation.patient_id)
    for row in scope.uow.session.execute(wanted, asked):
        day, value = moments.local_day(row.effective_when, scope.uow.zone), round(row.value_number)
        if day is not None and first <= day <= scope.day and positive(score, value, Person(row.sex), chosen):
            yield Positive(instrument, row, day, value)


@cache
def _latest(everyone: bool) -> Select[*tuple[Any, ...]]:
    """Scores of a code from a day on that have no later one of the same patient: everyone's, or mine and nobody's."""
    later = aliased(Observation)
    repeated = select(later.id).where(
        later.patient_id == Observation.patient_id,
        later.code == Observation.code,
        later.effective_when > Observation.effective_when,
        later.value_number.is_not(None),
        later.removed_at.is_(None),
        or_(later.status.is_(None), later.status.not_in(_WRONG)),
    )
    mine = or_(Patient.coordinator_id.is_(None), Patient.coordinator_id == bindparam("me", type_=Integer))
    return (
        select(
            Observation.id,
            Observation.version,
            Observation.patient_id,
            Observation.effective_when,
            Observation.value_number,
            Patient.sex,
            Patient.coordinator_id,
        )
        .join(Patient, Patient.id == Observation.patient_id)
        .where(
            Observation.code == bindparam("code", type_=String),
            Observation.effective_when >= bindparam("first", type_=String),
            Observation.value_number >= bindparam("least", type_=Float),
            or_(Observation.status.is_(None), Observation.status.not_in(_WRONG)),
            Observation.removed_at.is_(None),
            Patient.deceased.is_(False),
            ~repeated.exists(),
            *(() if everyone else (mine,)),
        )
        .order_by(Observation.effective_when, Observation.id)
    )


# follow-up


def _follow_ups(uow: UnitOfWork, scope: Scope, found: Sequence[Positive]) -> Iterator[WorkItem]:
    open_ones = [
        (one, rule)
        for one in found
        if (rule := one.instrument.follow_up) is not None
        and rules.last_day(rule, one.day) >= scope.day >= rules.due(rule, one.day) - _AHEAD
    ]
    done = FollowedUp(uow, [one.row.patient_id for one, _ in open_ones])
    for one, rule in open_ones:
        noted = one.row.id in done.noted
        if not noted and not done.how(one.row.patient_id, one.instrument, rule, one.day):
            yield _follow_up(scope, one, rule)


def _follow_up(scope: Scope, one: Positive, rule: FollowUp) -> WorkItem:
    due = rules.due(rule, one.day)
    return WorkItem(
        key=f"{FOLLOW_UP}:{one.row.id}",
        section=scope.section(due),
        kind=FOLLOW_UP,
        patient_id=one.row.patient_id,
        title="today.screen_follow_up",
        title_params=(*_what(one), ("asked_on", one.day.isoformat()), ("due_on", due.isoformat())),
        neutral="today.neutral_item",
        why="today.why_screen_follow_up",
        why_params=(("what", rule.what["en"]), ("what_es", rule.what["es"]), ("source", rule.source)),
        due=due,
        days_late=days_late(due, scope.day),
        priority=OTHER,
        owner=scope.coordinator(one.row.coordinator_id),
        can_finish=scope.clinical,
        version=one.row.version,
    )


def _of_form(scope: Scope, one: OpenForm) -> WorkItem:
    """Of a form that came without a score: what its answers come to, or that nobody could count it."""
    due = rules.due(one.rule, one.day)
    title = "today.screen_follow_up" if one.value is not None else "today.form_not_checked"
    form = (("form", one.instrument.title["en"]), ("form_es", one.instrument.title["es"]))
    value = (("value", str(one.value)),) if one.value is not None else ()
    return WorkItem(
        key=one.key, section=scope.section(due), kind=FOLLOW_UP, patient_id=one.row.patient_id, title=title,
        title_params=(*form, *value, ("asked_on", one.day.isoformat()), ("due_on", due.isoformat())),
        neutral="today.neutral_item",
        why="today.why_screen_follow_up" if one.value is not None else "today.why_form_not_checked",
        why_params=(("what", one.rule.what["en"]), ("what_es", one.rule.what["es"]), ("source", one.rule.source)),
        due=due, days_late=days_late(due, scope.day), priority=OTHER, owner=scope.coordinator(one.coordinator_id),
        can_finish=scope.clinical, version=one.row.version,
    )  # fmt: skip


def _what(one: Positive) -> tuple[tuple[str, str], ...]:
    title = one.instrument.title
    return (("form", title["en"]), ("form_es", title["es"]), ("value", str(one.value)))


# asked again


def _rescreens(uow: UnitOfWork, scope: Scope, found: Sequence[Positive]) -> Iterator[WorkItem]:
    """What is asked again now, of those whom no pathway of the practice asks for it anyway."""
    due = [(one, told) for one in found if (told := _due_again(scope, one)) is not None]
    if not due:
        return
    enrolled, using = _enrolled(uow, [one.row.patient_id for one, _ in due]), in_use(uow).pathways
    asking = {
        one.id: _pathways_asking(using, one)
        for one in {each.instrument.id: each.instrument for each, _ in due}.values()
    }
    for one, (rule, on) in due:
        if enrolled.get(one.row.patient_id, set()).isdisjoint(asking[one.instrument.id]):
            yield WorkItem(
                key=f"{RESCREEN}:{one.row.id}",
                section=scope.section(on),
                kind=RESCREEN,
                patient_id=one.row.patient_id,
                title="today.rescreen",
                title_params=_what(one),
                neutral="today.neutral_item",
                why="today.why_rescreen",
                why_params=(*_what(one), ("asked_on", one.day.isoformat()), ("source", rule.source)),
                due=on,
                days_late=days_late(on, scope.day),
                priority=OTHER,
                owner=scope.coordinator(one.row.coordinator_id),
                can_finish=False,
                version=one.row.version,
            )


def _due_again(scope: Scope, one: Positive) -> tuple[Again, dt.date] | None:
    """The rule and the day when it is asked again, as long as that is work."""
    told = rules.again(one.instrument.again, one.day, positive=True)
    if told is None or not told[0].work_days or told[1] > scope.day:
        return None
    return told if one.day + dt.timedelta(days=told[0].work_days) >= scope.day else None


def _pathways_asking(using: Iterable[Pathway], instrument: Instrument) -> set[str]:
    codes = {f"loinc:{one}" for one in (instrument.loinc, *(score.loinc for score in instrument.scores)) if one}
    return {
        pathway.id
        for pathway in using
        if any(not codes.isdisjoint(step.activity.done_by.codes) for step in pathway.steps)
    }


def _enrolled(uow: UnitOfWork, ids: Iterable[int]) -> Mapping[int, set[str]]:
    """The pathways each patient is in: what was said last counts."""
    last: dict[tuple[int, str], str] = {}
    for row in uow.session.execute(_enrolments(), {"ids": as_text(ids)}):
        last[row.patient_id, row.pathway] = row.status
    found: dict[int, set[str]] = defaultdict(set)
    for (patient_id, pathway), status in last.items():
        if status == "enrolled":
            found[patient_id].add(pathway)
    return found


_IDS = bindparam("ids", type_=String)


@cache
def _enrolments() -> Select[*tuple[Any, ...]]:
    return (
        select(PathwayEnrolment.patient_id, PathwayEnrolment.pathway, PathwayEnrolment.status)
        .where(PathwayEnrolment.patient_id.in_(listed(_IDS)), PathwayEnrolment.removed_at.is_(None))
        .order_by(PathwayEnrolment.id)
    )
