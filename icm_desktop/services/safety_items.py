"""Which rows of Today only a recorded assessment ends, or a clinician who says that there was an error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from db.models.clinical import Observation, QuestionnaireResponse
from db.unit_of_work import SEE_INCOMPLETE, UnitOfWork
from icm_desktop.content import policies
from icm_desktop.errors import Conflict, NotAllowed
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.safety_answers import SafetyAnswer, unassessed, was_taken_back

_MODELS: dict[str, Any] = {"screening": QuestionnaireResponse, "result": Observation}


def needs_assessment(row: object) -> bool:
    """Whether the record behind a row of Today is an answer about safety: in a form, or as a result of its own."""
    if isinstance(row, Observation):
        return row.safety_before is not None or row.code in {one.code for one in policies.critical_answers()}
    return isinstance(row, QuestionnaireResponse)


@requires(Privilege.WORKLIST)
def needing_assessment(uow: UnitOfWork, key: str) -> QuestionnaireResponse | Observation | None:
    """The answer behind the key of a row of Today; None when there is none, or its import is not complete."""
    kind, _, number = key.partition(":")
    model = _MODELS.get(kind)
    if model is None or not number.isdecimal():
        return None
    row: QuestionnaireResponse | Observation | None = uow.session.get(
        model, int(number), execution_options={SEE_INCOMPLETE: True}
    )
    if row is None or not needs_assessment(row):
        return None
    return row if row.removed_at is None or was_taken_back(uow, row) else None


@requires(Privilege.REVIEW_NOTES)
def earlier_unassessed(uow: UnitOfWork, patient_id: int, key: str) -> tuple[str, ...]:
    """The keys of the patient's other answers that wait and were given no later than this one."""
    waiting = unassessed(uow, uow.today, [patient_id])
    this = next((one.on for one in waiting if one.key == key), None)
    return tuple(one.key for one in waiting if this is not None and one.on <= this and one.key != key)


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
    before = _waiting(uow).keys()
    yield
    uow.session.flush()
    if before - _waiting(uow).keys():
        raise NotAllowed("today.clinician_decides")


@requires(Privilege.IMPORT)
@contextmanager
def answers_survive(uow: UnitOfWork) -> Iterator[None]:
    """Around taking back an import: what it brought still waits for a clinician; what it changed may not end an answer.

    Raises:
        Conflict: exchange.safety_unassessed; the caller's transaction rolls back.
    """
    before = _waiting(uow).keys()
    yield
    uow.session.flush()
    if lost := before - _waiting(uow).keys():
        raise Conflict("exchange.safety_unassessed", count=len(lost))


def _waiting(uow: UnitOfWork) -> dict[str, SafetyAnswer]:
    """The answers on Today that nobody has assessed, by their keys."""
    return {one.key: one for one in unassessed(uow, uow.today)}
