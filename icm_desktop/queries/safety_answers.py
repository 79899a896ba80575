"""Answers about death or self-harm that no clinician has assessed, in forms and as results of their own.

An answer stays however old it gets, when the patient has died, when a later import lowers it or takes it away, and when
the import it came with was taken back, unless the same one came in again. One that was older than the content's
look-back when it came in is history: the chart shows it, Today does not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Select,
    String,
    bindparam,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    union,
)
from sqlalchemy.orm import aliased

from db.answers import ANSWER
from db.models.clinical import Observation, QuestionnaireResponse
from db.models.exchange import ImportBatch, SourceResource
from db.models.patient import Patient
from db.models.plan import WorklistHold
from db.models.types import IsoDate
from db.repositories.undone_imports import PUT_AWAY
from db.search import as_text, listed
from db.unit_of_work import SEE_INCOMPLETE, UnitOfWork
from icm_desktop.content import policies
from icm_desktop.content.policies import CriticalAnswer
from icm_desktop.domain import moments
from icm_desktop.permissions import Privilege, requires

FORM, RESULT = "screening", "result"
UNDONE = "undone"
_OF_ALL, _OF_SOME, _TAKEN_BACK = "all", "some", "taken back"
WRONG = ("entered-in-error", "cancelled")


@dataclass(frozen=True, slots=True)
class SafetyAnswer:
    """One answer. `on`: its local day, or the day it came in; `history`: older than the look-back when it came in."""

    key: str
    version: int
    patient_id: int
    rule: CriticalAnswer
    score: float
    on: dt.date
    history: bool
    deceased: bool
    coordinator_id: int | None
    taken_back: bool = False  # with the import it came with
    lowered: bool = False  # by a later import


@requires(Privilege.WORKLIST)
def unassessed(uow: UnitOfWork, day: dt.date, patient_ids: Iterable[int] | None = None) -> list[SafetyAnswer]:
    """Answers that wait for a clinician on a day: of everybody, or of these patients whatever their age."""
    if patient_ids is not None:
        wanted, some = _OF_SOME, {"ids": as_text(sorted(set(patient_ids)))}
        return [one for rule in policies.critical_answers() for one in _of_rule(uow, rule, day, wanted, some)]
    found = [one for rule in policies.critical_answers() for one in _of_rule(uow, rule, day, _OF_ALL, {})]
    undone = uow.session.scalars(_undone()).all()
    some = {"ids": as_text(sorted(undone))}
    for rule in policies.critical_answers() if undone else ():
        found += [replace(one, taken_back=True) for one in _of_rule(uow, rule, day, _TAKEN_BACK, some)]
    return found


@cache
def _undone() -> Select[int]:
    return select(ImportBatch.id).where(ImportBatch.state == UNDONE)


@requires(Privilege.WORKLIST)
def was_taken_back(uow: UnitOfWork, row: QuestionnaireResponse | Observation) -> bool:
    """Whether the import a row came with was taken back."""
    batch = uow.session.get(ImportBatch, row.import_id) if row.import_id is not None else None
    return batch is not None and batch.state == UNDONE


def _of_rule(
    uow: UnitOfWork, rule: CriticalAnswer, day: dt.date, of: str, more: Mapping[str, str]
) -> Iterator[SafetyAnswer]:
    scores = dict(rule.scores)
    critical = tuple(code for code, score in rule.scores if score >= rule.at_least)
    asked = {
        "item": rule.code, "at_least": rule.at_least, "days": f"-{rule.look_back_days} days", "day": day,
        "first": (day - dt.timedelta(days=rule.look_back_days)).isoformat(), **more,
    }  # fmt: skip
    for kind, wanted in ((FORM, _forms), (RESULT, _results)):
        found: dict[str, SafetyAnswer] = {}
        for row in uow.session.execute(wanted(critical, of), asked):
            one = _answer(uow, rule, f"{kind}:{row.id}", row, scores.get(row.code or "", row.number or 0))
            if one.score >= rule.at_least and one.on <= day and one.score > _score(found.get(one.key)):
                found[one.key] = one
        for row in uow.session.execute(_lowered(kind, of), asked):
            was = float((row.code or {}).get(rule.id, 0))
            one = replace(_answer(uow, rule, f"{kind}:{row.id}", row, was), lowered=True)
            if was >= rule.at_least and one.on <= day and was > _score(found.get(one.key)):
                found[one.key] = one
        yield from found.values()


def _score(one: SafetyAnswer | None) -> float:
    return one.score if one is not None else 0


def _answer(uow: UnitOfWork, rule: CriticalAnswer, key: str, row: Any, score: float) -> SafetyAnswer:
    said, back = moments.local_day(row.happened, uow.zone), dt.timedelta(days=rule.look_back_days)
    came = uow.today
    if row.created_at and (said is None or said < came - back):  # nothing came in later than today
        came = dt.datetime.fromisoformat(row.created_at).astimezone(uow.zone).date()
    history = said is not None and said < came - back
    return SafetyAnswer(key, row.version, row.patient_id, rule, score, said or came, history, row.deceased,
                        row.coordinator_id)  # fmt: skip


@cache
def _forms(critical: tuple[str, ...], of: str) -> Select[*tuple[Any, ...]]:
    kept = QuestionnaireResponse
    of_item = select(ANSWER.c.response_id, ANSWER.c.code, ANSWER.c.number).where(
        ANSWER.c.item == bindparam("item", type_=String)
    )
    number = ANSWER.c.number >= bindparam("at_least", type_=Float)
    said = union(of_item.where(ANSWER.c.code.in_(critical)), of_item.where(number)).subquery()
    wanted = _columns(kept, kept.authored_when, said.c.code, said.c.number).join(said, said.c.response_id == kept.id)
    return _open(wanted, kept, FORM, kept.authored_when, of)


@cache
def _results(critical: tuple[str, ...], of: str) -> Select[*tuple[Any, ...]]:
    kept = Observation
    said = kept.value_code, kept.value_number
    wanted = _columns(kept, kept.effective_when, said[0].label("code"), said[1].label("number")).where(
        kept.code == bindparam("item", type_=String),
        or_(said[0].in_(critical), said[1] >= bindparam("at_least", type_=Float)),
    )
    return _open(wanted, kept, RESULT, kept.effective_when, of)


@cache
def _lowered(kind: str, of: str) -> Select[*tuple[Any, ...]]:
    """Rows whose answer was critical until a later import came; what it scored stands in place of a code."""
    kept, happened = (
        (QuestionnaireResponse, QuestionnaireResponse.authored_when)
        if kind == FORM
        else (Observation, Observation.effective_when)
    )
    wanted = _columns(kept, happened, kept.safety_before.label("code"), literal(None).label("number"))
    return _open(wanted.where(kept.safety_before.is_not(None)), kept, kind, happened, of, lowered=True)


def _columns(kept: Any, happened: Any, code: Any, number: Any) -> Select[*tuple[Any, ...]]:
    return select(
        kept.id, kept.version, kept.patient_id, happened.label("happened"),
        cast(kept.created_at, String).label("created_at"), code, number,
        Patient.deceased, Patient.coordinator_id,
    ).join(Patient, Patient.id == kept.patient_id)  # fmt: skip


def _open(
    wanted: Select[*tuple[Any, ...]], kept: Any, kind: str, happened: Any, of: str, *, lowered: bool = False
) -> Select[*tuple[Any, ...]]:
    """Those that count, that nobody ended by the day, and of everybody only what was no history when it came in.

    One that was lowered counts whatever an import says of it now.
    """
    if not lowered:
        wanted = wanted.where(or_(kept.status.is_(None), kept.status.not_in(WRONG)))
    wanted = wanted.where(~_ended(kept, kind))
    ids = listed(bindparam("ids", type_=String))
    if of == _OF_SOME:
        return wanted.where(kept.removed_at.is_(None), kept.patient_id.in_(ids))
    came_late = func.strftime("%Y-%m", cast(kept.created_at, String), bindparam("days", type_=String))
    wanted = wanted.where(or_(happened.is_(None), happened >= bindparam("first", type_=String), happened >= came_late))
    if of == _OF_ALL:
        return wanted.where(kept.removed_at.is_(None))
    wanted = wanted.where(kept.import_id.in_(ids), ~_came_again(kept))
    return wanted.execution_options(**{SEE_INCOMPLETE: True})


def _ended(kept: Any, kind: str) -> ColumnElement[bool]:
    key = literal(f"{kind}:").concat(cast(kept.id, String))
    day = bindparam("day", type_=IsoDate)
    return exists().where(WorklistHold.item_key == key, WorklistHold.removed_at.is_(None), WorklistHold.done_on <= day)


def _came_again(kept: Any) -> ColumnElement[bool]:
    """Whether the same resource came in by another import that stands."""
    was, again = aliased(SourceResource), aliased(SourceResource)
    put_away = literal(f"{PUT_AWAY}:").concat(cast(was.import_id, String)).concat(":").concat(again.source)
    return exists().where(
        was.id == kept.source_id, again.resource_id == was.resource_id, again.resource_type == was.resource_type,
        again.subject == was.subject, again.import_id != was.import_id, was.source.in_((again.source, put_away)),
        again.import_id == ImportBatch.id, ImportBatch.state == "complete",
    )  # fmt: skip
