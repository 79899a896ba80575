"""A newer copy may not end an answer about safety: what it scored is kept until a clinician has assessed it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from db.models.clinical import Observation, QuestionnaireResponse
from db.models.plan import WorklistHold
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.content.policies import CriticalAnswer
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.safety_answers import FORM, RESULT, WRONG


def critical_scores(row: Any) -> dict[str, float]:
    """What the answers of a row score that a clinician must look at, by the rule that says so."""
    if not isinstance(row, QuestionnaireResponse | Observation) or row.status in WRONG or row.removed_at is not None:
        return {}
    found = {rule.id: max(_scores(rule, row), default=0) for rule in policies.critical_answers()}
    return {rule.id: found[rule.id] for rule in policies.critical_answers() if found[rule.id] >= rule.at_least}


@requires(Privilege.IMPORT)
def keep_lowered(uow: UnitOfWork, row: Any, before: dict[str, float]) -> None:
    """Keep what was critical and is no more, unless somebody has assessed it."""
    lost = {rule: score for rule, score in before.items() if rule not in critical_scores(row)}
    if not lost:
        return
    key = f"{FORM if isinstance(row, QuestionnaireResponse) else RESULT}:{row.id}"
    ended = select(WorklistHold.id).where(
        WorklistHold.item_key == key, WorklistHold.removed_at.is_(None), WorklistHold.done_on.is_not(None)
    )
    if uow.session.scalars(ended).first() is None:
        row.safety_before = {**(row.safety_before or {}), **lost}


def _scores(rule: CriticalAnswer, row: QuestionnaireResponse | Observation) -> list[float]:
    if isinstance(row, Observation):
        return [_score(rule, row.value_code, row.value_number)] if row.code == rule.code else []
    items: list[Json] = [one for one in row.items or () if isinstance(one, dict)]
    asked = (one for one in items if str(one.get("link_id") or "").rpartition("/")[2] == rule.code)
    return [_score(rule, one.get("code"), one.get("value")) for one in asked]


def _score(rule: CriticalAnswer, code: object, number: object) -> float:
    usual = float(number) if isinstance(number, int | float) and not isinstance(number, bool) else 0.0
    return dict(rule.scores).get(str(code), usual)
