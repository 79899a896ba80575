"""What somebody chose when a save was interrupted by a conflict is kept in the same transaction as what was saved."""

from __future__ import annotations

from collections.abc import Iterable

from db import conflict_work
from db.models.access import UserAccount
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.conflicts import OVERRIDE, AssignConflict, ConflictAnswer, ConflictRow, DecideConflict
from icm_desktop.domain.conflicts.rules import SEVERITIES
from icm_desktop.domain.conflicts.states import OPEN, OVERRIDDEN
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conflict_rows import rows_of
from icm_desktop.services import conflicts
from icm_desktop.services.conflict_work import check_again

_STOP = SEVERITIES.index("stop")


@requires(Privilege.CLINICAL_WRITE)
def standing(uow: UnitOfWork, patient_id: int) -> frozenset[tuple[str, str]]:
    """The conflicts at the stop level as they are now: to be asked before the change, and given to `keep` after it."""
    return frozenset((one.key.rule, one.key.subject) for one in _stops(uow, patient_id))


@requires(Privilege.CLINICAL_WRITE)
def keep(
    uow: UnitOfWork, patient_id: int, answers: Iterable[ConflictAnswer], before: frozenset[tuple[str, str]]
) -> None:
    """Keep what was chosen about the stop-level conflicts a change brought; to be called after the rows are there.

    One that is kept open goes to the patient's coordinator, else to whoever saved, and is on their Today.

    Args:
        uow: The running transaction of the change.
        patient_id: Whose it is.
        answers: What was chosen in the window.
        before: As `standing` gave it before the change.

    Raises:
        Conflict: conflicts.must_be_answered when the change brings one that nobody chose anything about.
        Invalid: conflicts.reason_missing.
        NotAllowed: permissions.denied when it is overridden by somebody who may not decide.
    """
    chosen = {one.rule: one for one in answers}
    for row in _stops(uow, patient_id):
        if row.state != OPEN or (row.key.rule, row.key.subject) in before:
            continue
        answer = chosen.get(row.key.rule)
        if answer is None:
            raise Conflict("conflicts.must_be_answered", rule=row.key.rule)
        _keep(uow, row, answer)


def _keep(uow: UnitOfWork, row: ConflictRow, answer: ConflictAnswer) -> None:
    if answer.choice == OVERRIDE:
        if not (answer.reason or "").strip():
            raise Invalid("conflicts.reason_missing", "reason")
        request = DecideConflict(row.key, row.version, OVERRIDDEN, answer.reason or "")
        conflicts.decide(uow, request)
        return
    owner = row.owner.id if row.owner is not None else uow.actor.user_id
    if owner is not None and uow.session.get(UserAccount, owner) is not None:
        conflicts.assign(uow, AssignConflict(row.key, row.version, owner))


def _stops(uow: UnitOfWork, patient_id: int) -> list[ConflictRow]:
    uow.session.flush()
    check_again(uow, [patient_id])
    rows = conflict_work.of_patients(uow.session.connection(), [patient_id])
    return list(rows_of(uow, [one for one in rows if one.rank == _STOP and one.gone_on is None]))
