"""Which rows of Today only a recorded assessment ends, or a clinician who says that there was an error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from db.models.clinical import Observation, QuestionnaireResponse
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.errors import NotAllowed
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.work_critical import critical_items
from icm_desktop.queries.work_items import Scope

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


@requires(Privilege.WORKLIST)
@contextmanager
def answers_kept(uow: UnitOfWork) -> Iterator[None]:
    """Around a change that takes records back or calls them errors: no answer about safety may leave Today by it.

    A clinician may: somebody who can assess an answer has looked at it.

    Raises:
        NotAllowed: today.clinician_decides; the caller's transaction rolls back.
    """
    if allows(uow.actor.role, Privilege.REVIEW_NOTES):
        yield
        return
    before = _waiting(uow)
    yield
    uow.session.flush()
    if before - _waiting(uow):
        raise NotAllowed("today.clinician_decides")


def _waiting(uow: UnitOfWork) -> set[str]:
    """Keys of the answers on Today that nobody has assessed."""
    found = critical_items(uow, Scope.of(uow, WorkFilter(everyone=True)))
    return {item.key for item in found.items if item.kind == "screening"}
