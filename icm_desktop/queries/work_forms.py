"""Worklist items of forms that came without a score: counted from their answers, or NOT CHECKED and said so.

A form asked here keeps its score as a result; what others send may hold the answers alone.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Integer, Select, String, bindparam, or_, select

from db import kept_work
from db.models.clinical import Observation, QuestionnaireResponse
from db.models.patient import Patient
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content.instruments import instruments
from icm_desktop.domain import moments
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.instruments import follow_up as rules
from icm_desktop.domain.instruments.definition import FollowUp, Instrument
from icm_desktop.domain.instruments.scoring import Person, outcome
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.forms_read import COUNTED, given_in, instrument_of
from icm_desktop.queries.instrument_use import uses
from icm_desktop.queries.screen_positives import AHEAD, FOLLOW_UP, Stands
from icm_desktop.queries.screening_done import FollowedUp
from icm_desktop.queries.screening_follow_ups import FORM
from icm_desktop.queries.work_items import OTHER, AtOnce, Found, Scope, WorkItem
from icm_desktop.queries.work_kept import is_kept, kept_rows, ranked

_Filled = tuple[Any, Instrument, dt.date]  # a stored form, the questionnaire it is of, its local day
_WRONG = ("entered-in-error", "cancelled")


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form that waits for its follow-up. `value` None: it could not be counted."""

    row: QuestionnaireResponse
    instrument: Instrument
    rule: FollowUp
    day: dt.date
    value: int | None
    coordinator_id: int | None

    @property
    def key(self) -> str:
        """Of its row on Today."""
        return f"{FORM}:{self.row.id}"

    @property
    def stands(self) -> Stands:
        """When its follow-up is work."""
        due = rules.due(self.rule, self.day)
        return Stands(due, max(due - AHEAD, self.day), rules.last_day(self.rule, self.day))


@requires(Privilege.WORKLIST)
def form_items(uow: UnitOfWork, scope: Scope, at_once: AtOnce) -> Found:
    """Follow-ups of forms without a score; `at_once`: an answer about safety in one is that day's work already."""
    if not scope.wants(FOLLOW_UP):
        return Found((), ())
    if is_kept(scope) and scope.need is not None:
        return _by_what_is_kept(scope, at_once, scope.need)
    forms = (one for one in _open(uow, _last_of_each(uow, list(_found(scope)))) if one.stands.on(scope.day))
    return scope.settled([_of_form(scope, one) for one in forms if (one.row.patient_id, one.day) not in at_once])


@requires(Privilege.WORKLIST)
def whole_forms(uow: UnitOfWork, scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items that so far have only a rank, with everything a row shows."""
    return list(scope.settled(_of_keys(scope, [one.key for one in items if one.key.startswith(f"{FORM}:")])).items)


@requires(Privilege.SIGN_IN)
def forms_of(uow: UnitOfWork, ids: Sequence[int]) -> list[kept_work.Row]:
    """What is to be kept of these patients: every form that is or will be on the list, whoever looks at it."""
    first = uow.today - longest()
    rows = uow.session.execute(_of_some(), {"first": first.isoformat(), "ids": as_text(ids)})
    found = []
    for one in _open(uow, _last_of_each(uow, list(_filled(uow, rows, first, dt.date.max)))):
        due, start, last = map(dt.date.isoformat, one.stands)
        found.append(kept_work.Row(FORM, one.row.id, one.row.patient_id, one.day.isoformat(), due, start, last,
                                   one.coordinator_id or 0))  # fmt: skip
    return found


def _by_what_is_kept(scope: Scope, at_once: AtOnce, need: int) -> Found:
    rows = kept_rows(scope, (scope.day - longest(), scope.day + AHEAD))
    theirs = {patient_id for patient_id, _ in at_once}
    critical = rows.of_patients(FORM, theirs) if theirs else ()
    left_out = [row for row in critical if (row.patient_id, dt.date.fromisoformat(row.began_on)) in at_once]
    return ranked(scope, rows, FORM, need, left_out, _of_keys)


def _of_keys(scope: Scope, keys: Sequence[str]) -> Iterator[WorkItem]:
    """The rows with these keys as the list shows them: that they stand on it is known already."""
    if not keys:
        return
    ids = as_text(int(key.split(":")[1]) for key in keys)
    rows = scope.uow.session.execute(_by_ids(), {"ids": ids})
    for form, instrument, day in _filled(scope.uow, rows, dt.date.min, dt.date.max):
        if instrument.follow_up is not None:
            value, _ = _counted(scope.uow, form, instrument)
            row = scope.uow.session.get_one(QuestionnaireResponse, form.id)
            yield _of_form(scope, OpenForm(row, instrument, instrument.follow_up, day, value, form.coordinator_id))


def _open(uow: UnitOfWork, last: Sequence[_Filled]) -> Iterator[OpenForm]:
    """Those that are positive, or that nobody could count, and that nothing followed yet."""
    done = FollowedUp(uow, [form.patient_id for form, _, _ in last]) if last else None
    for form, instrument, day in last:
        rule = instrument.follow_up
        if rule is None or done is None or form.id in done.noted_forms:
            continue
        value, asks = _counted(uow, form, instrument)
        if asks and not done.how(form.patient_id, instrument, rule, day):
            row = uow.session.get_one(QuestionnaireResponse, form.id)
            yield OpenForm(row, instrument, rule, day, value, form.coordinator_id)


def _counted(uow: UnitOfWork, form: Any, instrument: Instrument) -> tuple[int | None, bool]:
    """What the answers of a form come to, None when nobody can tell; and whether that asks for a follow-up."""
    answers, not_scored = given_in(instrument, form)
    if not_scored == "no_answers":
        return None, False
    cut_offs = uses(uow)[instrument.id].cut_offs
    counted = None if not_scored else outcome(instrument, answers, Person(form.sex), cut_offs)
    scored = next((one for one in counted.scores if one.score.loinc), None) if counted is not None else None
    if scored is None or scored.value is None:
        return None, True
    return scored.value, bool(scored.positive)


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


@cache
def _followed() -> tuple[Instrument, ...]:
    return tuple(one for one in instruments().values() if one.follow_up and any(score.loinc for score in one.scores))


@cache
def longest() -> dt.timedelta:
    """How long at most a form is work."""
    return dt.timedelta(days=max((one.follow_up.look_back_days for one in _followed() if one.follow_up), default=0))


def _found(scope: Scope) -> Iterator[_Filled]:
    first = scope.day - longest()
    asked: dict[str, object] = {"first": first.isoformat()}
    if not scope.asked.everyone:
        asked["me"] = scope.uow.actor.user_id
    wanted = scope.of_patients(_recent(scope.asked.everyone), QuestionnaireResponse.patient_id)
    return _filled(scope.uow, scope.uow.session.execute(wanted, asked), first, scope.day)


def _filled(uow: UnitOfWork, rows: Iterable[Any], first: dt.date, last: dt.date) -> Iterator[_Filled]:
    """Forms of questionnaires that ask for a follow-up, filled in between these days."""
    for form in rows:
        day, instrument = moments.local_day(form.authored_when, uow.zone), instrument_of(form)
        if day is not None and first <= day <= last and instrument is not None and instrument in _followed():
            yield form, instrument, day


def _last_of_each(uow: UnitOfWork, found: Sequence[_Filled]) -> list[_Filled]:
    """The last form of each patient and questionnaire, unless a score of that day or later is on file."""
    newest = {(form.patient_id, one.id): (form, one, day) for form, one, day in found}
    if not newest:
        return []
    scores = _scored(uow, {patient_id for patient_id, _ in newest})
    return [
        (form, one, day)
        for form, one, day in newest.values()
        if not any(when >= day for score in one.scores for when in scores.get((form.patient_id, score.loinc), ()))
    ]


def _scored(uow: UnitOfWork, ids: Iterable[int]) -> Mapping[tuple[int, str | None], list[dt.date]]:
    found: dict[tuple[int, str | None], list[dt.date]] = defaultdict(list)
    codes = {score.loinc for one in instruments().values() for score in one.scores if score.loinc}
    for row in uow.session.execute(_scores(tuple(sorted(codes))), {"ids": as_text(ids)}):
        day = moments.local_day(row.effective_when, uow.zone)
        if day is not None:
            found[row.patient_id, row.code].append(day)
    return found


@cache
def _forms() -> Select[*tuple[Any, ...]]:
    kept = QuestionnaireResponse
    return (
        select(kept.id, kept.patient_id, kept.instrument, kept.questionnaire, kept.items, kept.authored_when,
               Patient.sex, Patient.coordinator_id)
        .join(Patient, Patient.id == kept.patient_id)
        .where(kept.instrument.is_(None))
        .order_by(kept.authored_when, kept.id)
    )  # fmt: skip


@cache
def _counting() -> Select[*tuple[Any, ...]]:
    """Those that count, from a day on."""
    kept = QuestionnaireResponse
    return _forms().where(
        kept.authored_when >= bindparam("first", type_=String), kept.removed_at.is_(None), Patient.deceased.is_(False),
        or_(kept.status.is_(None), kept.status.in_([one for one in COUNTED if one])),
    )  # fmt: skip


@cache
def _recent(everyone: bool) -> Select[*tuple[Any, ...]]:
    mine = or_(Patient.coordinator_id.is_(None), Patient.coordinator_id == bindparam("me", type_=Integer))
    return _counting() if everyone else _counting().where(mine)


@cache
def _of_some() -> Select[*tuple[Any, ...]]:
    return _counting().where(QuestionnaireResponse.patient_id.in_(listed(bindparam("ids", type_=String))))


@cache
def _by_ids() -> Select[*tuple[Any, ...]]:
    return _forms().where(QuestionnaireResponse.id.in_(listed(bindparam("ids", type_=String))))


@cache
def _scores(codes: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    kept = Observation
    return select(kept.patient_id, kept.code, kept.effective_when).where(
        kept.patient_id.in_(listed(bindparam("ids", type_=String))), kept.code.in_(codes),
        kept.value_number.is_not(None), kept.removed_at.is_(None),
        or_(kept.status.is_(None), kept.status.not_in(_WRONG)),
    )  # fmt: skip
