"""Which rows of Today only a recorded assessment ends."""

from __future__ import annotations

from typing import Any

from db.models.clinical import Observation, QuestionnaireResponse
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.permissions import Privilege, requires

_MODELS: dict[str, Any] = {"screening": QuestionnaireResponse, "result": Observation}


def needs_assessment(row: object) -> bool:
    """Whether the record behind a row of Today is an answer about safety: in a form, or as a result of its own."""
    if isinstance(row, Observation):
        return row.code in {one.code for one in policies.critical_answers()}
    return isinstance(row, QuestionnaireResponse)


@requires(Privilege.WORKLIST)
def needing_assessment(uow: UnitOfWork, key: str) -> QuestionnaireResponse | Observation | None:
    """The answer behind the key of a row of Today; None when there is no such answer."""
    kind, _, number = key.partition(":")
    model = _MODELS.get(kind)
    if model is None or not number.isdecimal():
        return None
    row: QuestionnaireResponse | Observation | None = uow.session.get(model, int(number))
    return row if row is not None and row.removed_at is None and needs_assessment(row) else None
