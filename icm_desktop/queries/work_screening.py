"""Worklist items of screening: a positive screen without a follow-up, and a questionnaire that is to be asked again.

Today ranks and counts them by what is kept (`db.kept_work`); a day that was, or some patients, by the records.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, String, bindparam, select

from db import kept_work
from db.models.clinical import Observation
from db.models.pathways import PathwayEnrolment
from db.models.patient import Patient
from db.repositories.kept_rows import last_scores
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import moments
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.instruments.definition import Instrument
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.instrument_use import uses
from icm_desktop.queries.pathways_in_use import in_use
from icm_desktop.queries.screen_positives import (
    AHEAD,
    FOLLOW_UP,
    RESCREEN,
    Positive,
    Stands,
    asked_again,
    by_code,
    follow_up_stands,
    longest,
    positive_of,
    positives,
)
from icm_desktop.queries.screening_done import FollowedUp
from icm_desktop.queries.work_items import OTHER, AtOnce, Found, Scope, WorkItem
from icm_desktop.queries.work_kept import is_kept, kept_rows, ranked

Stored = Row[*tuple[Any, ...]]


@requires(Privilege.WORKLIST)
def screening_items(uow: UnitOfWork, scope: Scope, at_once: AtOnce) -> Found:
    """Positive screens whose follow-up is due soon or late, and questionnaires to be asked again.

    Args:
        uow: The transaction.
        scope: What is asked.
        at_once: Answers about safety: one is that day's work, and ends with more than a follow-up.
    """
    kinds = [kind for kind in (FOLLOW_UP, RESCREEN) if scope.wants(kind)]
    if not kinds:
        return Found((), ())
    if is_kept(scope) and scope.need is not None:
        return _by_what_is_kept(scope, kinds, at_once, scope.need)
    found = list(positives(scope, uses(uow)))
    items: list[WorkItem] = []
    if FOLLOW_UP in kinds:
        open_ones = [(one, stands) for one, stands in _not_followed(uow, found) if stands.on(scope.day)]
        items += [_follow_up(scope, one) for one, _ in open_ones if (one.row.patient_id, one.day) not in at_once]
    if RESCREEN in kinds:
        items += [_rescreen(scope, one) for one, stands in _to_ask(uow, found) if stands.on(scope.day)]
    return scope.settled(items)


@requires(Privilege.WORKLIST)
def whole_screens(uow: UnitOfWork, scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items that so far have only a rank, with everything a row shows."""
    keys = [item.key for item in items if item.key.startswith(f"{item.kind}:")]  # forms are follow-ups too
    return list(scope.settled(_of_keys(scope, keys)).items)


@requires(Privilege.SIGN_IN)
def screens_of(uow: UnitOfWork, ids: Sequence[int]) -> list[kept_work.Row]:
    """What is to be kept of these patients: all that is or will be on the list, whoever looks at it."""
    found, chosen = list[Positive](), uses(uow)
    for row in last_scores(uow.session.connection(), ids, by_code()):
        instrument, score = by_code()[row.code]
        day = moments.local_day(row.effective_when, uow.zone)
        one = positive_of(row, instrument, score, chosen[instrument.id].cut_offs, day)
        found += [one] if one is not None and one.day + longest() >= uow.today else []
    kept = [_kept(FOLLOW_UP, *each) for each in _not_followed(uow, found)]
    return [*kept, *(_kept(RESCREEN, *each) for each in _to_ask(uow, found))]


def _kept(kind: str, one: Positive, stands: Stands) -> kept_work.Row:
    whose, began = one.row.coordinator_id or 0, one.day.isoformat()
    due, first, last = map(dt.date.isoformat, stands)
    return kept_work.Row(kind, one.row.id, one.row.patient_id, began, due, first, last, whose)


# by what is kept


def _by_what_is_kept(scope: Scope, kinds: Sequence[str], at_once: AtOnce, need: int) -> Found:
    rows = kept_rows(scope, (scope.day - longest(), scope.day + AHEAD))
    theirs = {patient_id for patient_id, _ in at_once}
    critical = rows.of_patients(FOLLOW_UP, theirs) if theirs and FOLLOW_UP in kinds else ()
    left_out = {
        FOLLOW_UP: [row for row in critical if (row.patient_id, dt.date.fromisoformat(row.began_on)) in at_once]
    }
    found = [ranked(scope, rows, kind, need, left_out.get(kind, ()), _of_keys) for kind in kinds]
    items, counts = (item for one in found for item in one.items), Counter[str]()
    for one in found:
        counts.update(dict(one.counts))
    return Found(tuple(items), tuple(counts.items()))


def _of_keys(scope: Scope, keys: Sequence[str]) -> Iterator[WorkItem]:
    """The rows with these keys as the list shows them: that they stand on it is known already."""
    ids = as_text({int(key.split(":")[1]) for key in keys})
    stored = {row.id: row for row in scope.uow.session.execute(_by_ids(), {"ids": ids})} if keys else {}
    chosen = uses(scope.uow) if keys else {}
    for kind, number in (key.split(":") for key in keys):
        row = stored.get(int(number))
        known = by_code().get(row.code or "") if row is not None else None
        if row is None or known is None:
            continue
        day = moments.local_day(row.effective_when, scope.uow.zone)
        one = positive_of(row, *known, chosen[known[0].id].cut_offs, day)
        if one is not None:
            yield _follow_up(scope, one) if kind == FOLLOW_UP else _rescreen(scope, one)


@cache
def _by_ids() -> Select[*tuple[Any, ...]]:
    kept = Observation
    return (
        select(kept.id, kept.version, kept.patient_id, kept.code, kept.effective_when, kept.value_number, Patient.sex,
               Patient.coordinator_id)
        .join(Patient, Patient.id == kept.patient_id)
        .where(kept.id.in_(listed(_IDS)), kept.value_number.is_not(None))
    )  # fmt: skip


# follow-up


def _not_followed(uow: UnitOfWork, found: Sequence[Positive]) -> Iterator[tuple[Positive, Stands]]:
    """Those that ask for a follow-up and had none, with when that is work."""
    asking = [(one, stands) for one in found if (stands := follow_up_stands(one)) is not None]
    done = FollowedUp(uow, [one.row.patient_id for one, _ in asking]) if asking else None
    for one, stands in asking:
        rule = one.instrument.follow_up
        if done is None or rule is None or one.row.id in done.noted:
            continue
        if not done.how(one.row.patient_id, one.instrument, rule, one.day):
            yield one, stands


def _follow_up(scope: Scope, one: Positive) -> WorkItem:
    rule, stands = one.instrument.follow_up, follow_up_stands(one)
    assert rule is not None  # noqa: S101  its instrument asks for a follow-up
    assert stands is not None  # noqa: S101
    return WorkItem(
        key=f"{FOLLOW_UP}:{one.row.id}",
        section=scope.section(stands.due),
        kind=FOLLOW_UP,
        patient_id=one.row.patient_id,
        title="today.screen_follow_up",
        title_params=(*_what(one), ("asked_on", one.day.isoformat()), ("due_on", stands.due.isoformat())),
        neutral="today.neutral_item",
        why="today.why_screen_follow_up",
        why_params=(("what", rule.what["en"]), ("what_es", rule.what["es"]), ("source", rule.source)),
        due=stands.due,
        days_late=days_late(stands.due, scope.day),
        priority=OTHER,
        owner=scope.coordinator(one.row.coordinator_id),
        can_finish=scope.clinical,
        version=one.row.version,
    )


def _what(one: Positive) -> tuple[tuple[str, str], ...]:
    title = one.instrument.title
    return (("form", title["en"]), ("form_es", title["es"]), ("value", str(one.value)))


# asked again


def _to_ask(uow: UnitOfWork, found: Sequence[Positive]) -> Iterator[tuple[Positive, Stands]]:
    """What is to be asked again, of those whom no pathway of the practice asks for it anyway."""
    due = [(one, told[1]) for one in found if (told := asked_again(one)) is not None]
    if not due:
        return
    enrolled, using = _enrolled(uow, [one.row.patient_id for one, _ in due]), in_use(uow).pathways
    asking = {
        one.id: _pathways_asking(using, one)
        for one in {each.instrument.id: each.instrument for each, _ in due}.values()
    }
    for one, stands in due:
        if enrolled.get(one.row.patient_id, set()).isdisjoint(asking[one.instrument.id]):
            yield one, stands


def _rescreen(scope: Scope, one: Positive) -> WorkItem:
    told = asked_again(one)
    assert told is not None  # noqa: S101  its instrument is asked again
    rule, (due, *_) = told
    return WorkItem(
        key=f"{RESCREEN}:{one.row.id}",
        section=scope.section(due),
        kind=RESCREEN,
        patient_id=one.row.patient_id,
        title="today.rescreen",
        title_params=_what(one),
        neutral="today.neutral_item",
        why="today.why_rescreen",
        why_params=(*_what(one), ("asked_on", one.day.isoformat()), ("source", rule.source)),
        due=due,
        days_late=days_late(due, scope.day),
        priority=OTHER,
        owner=scope.coordinator(one.row.coordinator_id),
        can_finish=False,
        version=one.row.version,
    )


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
