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
from icm_desktop.queries.screen_positives import AHEAD, FOLLOW_UP
from icm_desktop.queries.screening_done import FollowedUp
from icm_desktop.queries.screening_follow_ups import FORM
from icm_desktop.queries.work_items import OTHER, Found, Scope, WorkItem

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


@requires(Privilege.WORKLIST)
def form_items(uow: UnitOfWork, scope: Scope, critical: Found) -> Found:
    """Follow-ups of forms without a score; `critical`: an answer about safety in one is that day's work already."""
    if not scope.wants(FOLLOW_UP):
        return Found((), ())
    at_once = {(one.patient_id, one.due) for one in critical.items if one.kind == "screening"}
    forms = (one for one in open_forms(uow, scope) if (one.row.patient_id, one.day) not in at_once)
    return scope.settled([_of_form(scope, one) for one in forms])


@requires(Privilege.WORKLIST)
def open_forms(uow: UnitOfWork, scope: Scope) -> Iterator[OpenForm]:
    """Forms from elsewhere that are positive, or that nobody could count, and that nothing followed yet."""
    last = _last_of_each(scope, list(_found(scope)))
    if not last:
        return
    done, chosen = FollowedUp(uow, [form.patient_id for form, _, _ in last]), uses(uow)
    for form, instrument, day in last:
        rule = instrument.follow_up
        if rule is None or not rules.last_day(rule, day) >= scope.day >= rules.due(rule, day) - AHEAD:
            continue
        row = uow.session.get_one(QuestionnaireResponse, form.id)
        answers, not_scored = given_in(instrument, row)
        if not_scored == "no_answers" or form.id in done.noted_forms:
            continue
        counted = None if not_scored else outcome(instrument, answers, Person(form.sex), chosen[instrument.id].cut_offs)
        scored = next((one for one in counted.scores if one.score.loinc), None) if counted is not None else None
        value = scored.value if scored is not None else None
        if (value is None or (scored is not None and scored.positive)) and not done.how(
            form.patient_id, instrument, rule, day
        ):
            yield OpenForm(row, instrument, rule, day, value, form.coordinator_id)


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


def _found(scope: Scope) -> Iterator[tuple[Any, Instrument, dt.date]]:
    followed = [one for one in instruments().values() if one.follow_up and any(score.loinc for score in one.scores)]
    back = max((one.follow_up.look_back_days for one in followed if one.follow_up), default=0)
    first = scope.day - dt.timedelta(days=back)
    asked: dict[str, object] = {"first": first.isoformat()}
    if not scope.asked.everyone:
        asked["me"] = scope.uow.actor.user_id
    wanted = scope.of_patients(_recent(scope.asked.everyone), QuestionnaireResponse.patient_id)
    for form in scope.uow.session.execute(wanted, asked):
        day, instrument = moments.local_day(form.authored_when, scope.uow.zone), instrument_of(form)
        if day is not None and first <= day <= scope.day and instrument in followed and instrument is not None:
            yield form, instrument, day


def _last_of_each(
    scope: Scope, found: Sequence[tuple[Any, Instrument, dt.date]]
) -> list[tuple[Any, Instrument, dt.date]]:
    """The last form of each patient and questionnaire, unless a score of that day or later is on file."""
    newest = {(form.patient_id, one.id): (form, one, day) for form, one, day in found}
    if not newest:
        return []
    scores = _scored(scope.uow, {patient_id for patient_id, _ in newest})
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
def _recent(everyone: bool) -> Select[*tuple[Any, ...]]:
    kept = QuestionnaireResponse
    mine = or_(Patient.coordinator_id.is_(None), Patient.coordinator_id == bindparam("me", type_=Integer))
    return (
        select(kept.id, kept.patient_id, kept.instrument, kept.questionnaire, kept.items, kept.authored_when,
               Patient.sex, Patient.coordinator_id)
        .join(Patient, Patient.id == kept.patient_id)
        .where(
            kept.authored_when >= bindparam("first", type_=String), kept.instrument.is_(None),
            kept.removed_at.is_(None), Patient.deceased.is_(False),
            or_(kept.status.is_(None), kept.status.in_([one for one in COUNTED if one])),
            *(() if everyone else (mine,)),
        )
        .order_by(kept.authored_when, kept.id)
    )  # fmt: skip


@cache
def _scores(codes: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    kept = Observation
    return select(kept.patient_id, kept.code, kept.effective_when).where(
        kept.patient_id.in_(listed(bindparam("ids", type_=String))), kept.code.in_(codes),
        kept.value_number.is_not(None), kept.removed_at.is_(None),
        or_(kept.status.is_(None), kept.status.not_in(_WRONG)),
    )  # fmt: skip
