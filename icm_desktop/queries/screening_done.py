"""What followed a positive screen: acts noted here, and what counts by itself wherever it was done."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, func, or_, select

from db.models.clinical import Observation
from db.models.scheduling import ServiceRequest
from db.models.screening import SafetyAssessment, ScreeningFollowUp
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content.instruments import instruments
from icm_desktop.domain import moments
from icm_desktop.domain.instruments.definition import FollowUp, Instrument, Score

_WRONG = ("entered-in-error", "cancelled")
_ENDED = ("revoked", "entered-in-error")  # one that is not sent yet is chased by the board


class FollowedUp:
    """What may have been a follow-up: notes, safety assessments, referrals, the questionnaire that follows."""

    def __init__(self, uow: UnitOfWork, ids: Iterable[int]) -> None:
        asked = {"ids": as_text(ids)}
        run = uow.session.execute
        noted = run(_noted(), asked).all()
        self.noted: set[int] = {row.observation_id for row in noted if row.observation_id is not None}
        self.noted_forms: set[int] = {row.response_id for row in noted if row.response_id is not None}
        self._assessed = _by_patient((row.patient_id, row.assessed_on) for row in run(_assessed(), asked))
        referred = ((row.patient_id, (row.service or "", row.ordered_on)) for row in run(_referred(), asked))
        self._referred = _by_patient(referred)
        self._next: dict[str, dict[int, list[dt.date]]] = {}
        for code in {one.loinc for instrument in instruments().values() for one in _scores_after(instrument)}:
            rows = run(_asked(), {**asked, "code": code})
            days = ((row.patient_id, moments.local_day(row.effective_when, uow.zone)) for row in rows)
            self._next[code or ""] = _by_patient((whose, day) for whose, day in days if day is not None)

    def how(self, patient_id: int, instrument: Instrument, rule: FollowUp, day: dt.date) -> str:
        """What followed a screen of a day by itself: "safety", "referral", "next", or nothing."""
        if any(one >= day for one in self._assessed.get(patient_id, ())):
            return "safety"
        if rule.service and any(
            service == rule.service and ordered is not None and ordered >= day
            for service, ordered in self._referred.get(patient_id, ())
        ):
            return "referral"
        after = (self._next.get(score.loinc or "", {}) for score in _scores_after(instrument))
        return "next" if any(one >= day for days in after for one in days.get(patient_id, ())) else ""


def _scores_after(instrument: Instrument) -> tuple[Score, ...]:
    following = instruments().get(instrument.next_one or "")
    return tuple(one for one in following.scores if one.loinc) if following else ()


def _by_patient(rows: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for patient_id, what in rows:
        found[patient_id].append(what)
    return found


_IDS = bindparam("ids", type_=String)


@cache
def _noted() -> Select[*tuple[Any, ...]]:
    mine = ScreeningFollowUp.patient_id.in_(listed(_IDS))
    columns = ScreeningFollowUp.observation_id, ScreeningFollowUp.response_id
    return select(*columns).where(mine, ScreeningFollowUp.removed_at.is_(None))


@cache
def _assessed() -> Select[*tuple[Any, ...]]:
    mine = SafetyAssessment.patient_id.in_(listed(_IDS))
    return select(SafetyAssessment.patient_id, SafetyAssessment.assessed_on).where(
        mine, SafetyAssessment.removed_at.is_(None)
    )


@cache
def _referred() -> Select[*tuple[Any, ...]]:
    return select(ServiceRequest.patient_id, ServiceRequest.service, ServiceRequest.ordered_on).where(
        ServiceRequest.patient_id.in_(listed(_IDS)),
        func.coalesce(ServiceRequest.is_referral, False),  # worded so that SQLite finds them by the patient
        ServiceRequest.service.is_not(None),
        or_(ServiceRequest.status.is_(None), ServiceRequest.status.not_in(_ENDED)),
        ServiceRequest.removed_at.is_(None),
    )


@cache
def _asked() -> Select[*tuple[Any, ...]]:
    return select(Observation.patient_id, Observation.effective_when).where(
        Observation.patient_id.in_(listed(_IDS)),
        Observation.code == bindparam("code", type_=String),
        Observation.value_number.is_not(None),
        or_(Observation.status.is_(None), Observation.status.not_in(_WRONG)),
        Observation.removed_at.is_(None),
    )
