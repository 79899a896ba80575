"""A newer copy may not end an answer about safety: what it scored is kept until a clinician has assessed it.

A worse answer than the one that was assessed waits again.
"""

from __future__ import annotations

from collections.abc import Sequence
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
def keep_waiting(uow: UnitOfWork, row: Any, before: dict[str, float]) -> None:
    """Keep what was critical and is no more, unless somebody has assessed it; what is worse now is assessed anew."""
    now = critical_scores(row)
    lost = {rule: score for rule, score in before.items() if rule not in now}
    worse = any(score > before.get(rule, 0) for rule, score in now.items())
    if not lost and not worse:
        return
    ended = _ended(uow, f"{FORM if isinstance(row, QuestionnaireResponse) else RESULT}:{row.id}")
    if lost and not ended:
        row.safety_before = {**(row.safety_before or {}), **lost}
    for hold in ended if worse else ():
        hold.removed_at = uow.now


def _ended(uow: UnitOfWork, key: str) -> Sequence[WorklistHold]:
    wanted = select(WorklistHold).where(
        WorklistHold.item_key == key, WorklistHold.removed_at.is_(None), WorklistHold.done_on.is_not(None)
    )
    return uow.session.scalars(wanted).all()


def _scores(rule: CriticalAnswer, row: QuestionnaireResponse | Observation) -> list[float]:
    if isinstance(row, Observation):
        return [_score(rule, row.value_code, row.value_number)] if row.code == rule.code else []
    items: list[Json] = [one for one in row.items or () if isinstance(one, dict)]
    asked = (one for one in items if str(one.get("link_id") or "").rpartition("/")[2] == rule.code)
    return [_score(rule, one.get("code"), one.get("value")) for one in asked]


def _score(rule: CriticalAnswer, code: object, number: object) -> float:
    usual = float(number) if isinstance(number, int | float) and not isinstance(number, bool) else 0.0
    return dict(rule.scores).get(str(code), usual)
