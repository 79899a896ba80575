"""Positive screens nobody has repeated since, and from when to when each asks for a follow-up or to be asked again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Float, Integer, Select, String, bindparam, or_, select
from sqlalchemy.orm import aliased

from db.models.clinical import Observation
from db.models.patient import Patient
from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.screening import InstrumentRow
from icm_desktop.domain import moments
from icm_desktop.domain.instruments import follow_up as rules
from icm_desktop.domain.instruments.definition import Again, Instrument, Score
from icm_desktop.domain.instruments.scoring import Person, positive
from icm_desktop.queries.work_items import Scope

FOLLOW_UP, RESCREEN = "follow_up", "rescreen"
WRONG = ("entered-in-error", "cancelled")
AHEAD = dt.timedelta(days=2)  # so long before its last day a follow-up stands on the list


@dataclass(frozen=True, slots=True)
class Positive:
    """A positive result nobody has repeated since, on a local day."""

    instrument: Instrument
    row: Any
    day: dt.date
    value: int


class Stands(NamedTuple):
    """When something is due, and the first and the last day on which it is on the list."""

    due: dt.date
    first: dt.date
    last: dt.date

    def on(self, day: dt.date) -> bool:
        """Whether it is on the list of a day."""
        return self.first <= day <= self.last


@cache
def followed() -> tuple[tuple[Instrument, Score], ...]:
    """Questionnaires whose positive result is work, each with the score that has a code of its own."""
    found = ((one, next((score for score in one.scores if score.loinc), None)) for one in instruments().values())
    return tuple((one, score) for one, score in found if score and (one.follow_up or _work_days(one)))


@cache
def by_code() -> Mapping[str, tuple[Instrument, Score]]:
    """The same by the code of the score."""
    return {score.loinc or "": (one, score) for one, score in followed()}


@cache
def longest() -> dt.timedelta:
    """How long at most a result is work."""
    return dt.timedelta(days=max(_look_back(one) for one, _ in followed()))


def _work_days(instrument: Instrument) -> int:
    return max((one.work_days for one in instrument.again), default=0)


def _look_back(instrument: Instrument) -> int:
    return max(instrument.follow_up.look_back_days if instrument.follow_up else 0, _work_days(instrument))


def positive_of(
    row: Any, instrument: Instrument, score: Score, chosen: Sequence[str], day: dt.date | None
) -> Positive | None:
    """A stored score as a positive result of a local day; None when it is none."""
    value = round(row.value_number)
    return Positive(instrument, row, day, value) if day and positive(score, value, Person(row.sex), chosen) else None


def positives(scope: Scope, chosen: Mapping[str, InstrumentRow]) -> Iterator[Positive]:
    """Those of the patients asked for up to the day, by the records."""
    for instrument, score in followed():
        first = scope.day - dt.timedelta(days=_look_back(instrument))
        least = min((one.at_least for one in score.cut_offs), default=0)
        asked: dict[str, object] = {"code": score.loinc, "first": first.isoformat(), "least": least}
        if not scope.asked.everyone:
            asked["me"] = scope.uow.actor.user_id
        wanted = scope.of_patients(_latest(scope.asked.everyone), Observation.patient_id)
        for row in scope.uow.session.execute(wanted, asked):
            day = moments.local_day(row.effective_when, scope.uow.zone)
            found = positive_of(row, instrument, score, chosen[instrument.id].cut_offs, day)
            if found is not None and first <= found.day <= scope.day:
                yield found


def follow_up_stands(one: Positive) -> Stands | None:
    """When its follow-up is work; None when none is asked for."""
    rule = one.instrument.follow_up
    if rule is None:
        return None
    due = rules.due(rule, one.day)
    return Stands(due, max(due - AHEAD, one.day), rules.last_day(rule, one.day))


def asked_again(one: Positive) -> tuple[Again, Stands] | None:
    """By which rule it is asked again, and when that is work; None when it is none."""
    told = rules.again(one.instrument.again, one.day, positive=True)
    if told is None or not told[0].work_days:
        return None
    return told[0], Stands(told[1], max(told[1], one.day), one.day + dt.timedelta(days=told[0].work_days))


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
        or_(later.status.is_(None), later.status.not_in(WRONG)),
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
            or_(Observation.status.is_(None), Observation.status.not_in(WRONG)),
            Observation.removed_at.is_(None),
            Patient.deceased.is_(False),
            ~repeated.exists(),
            *(() if everyone else (mine,)),
        )
        .order_by(Observation.effective_when, Observation.id)
    )
