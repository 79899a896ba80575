"""Taking a whole import back: only while nobody has built on it, and then everything is as it was before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models.exchange import ImportBatch, SourceResource
from db.models.patient import MatchCandidate, Patient
from db.repositories import undone_imports
from db.repositories.imports import UNDO_ACTION
from db.repositories.undone_imports import Since
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.exchange import ImportUndone, UndoCheck, UndoImport, UndoObstacle
from icm_desktop.errors import Conflict, Invalid, JobCancelled, NotAllowed, NotFound
from icm_desktop.long_work import Progress
from icm_desktop.permissions import Role
from icm_desktop.practice import OpenPractice
from icm_desktop.services.matching.scoring import score_again
from icm_desktop.services.safety_items import answers_survive

UNDO_DAYS = 30  # afterwards so much has been read and decided with it that it stays
LONGEST_REASON = 500
_AT_ONCE = 1_000  # rows put away in one transaction
_SHOWN = 20
_KINDS = ("patient", "goal", "plan_action", "referral", "appointment", "task", "chart", "import", "document")


def check(import_id: int, uow: UnitOfWork) -> UndoCheck:
    """Whether an import can be taken back now, and what stands in the way."""
    batch = undoable(import_id, uow)
    obstacles = tuple(_obstacles(uow, undone_imports.done_since(uow.session, batch.id)))
    return UndoCheck(batch.id, undone_imports.brought(uow.session, batch.id).get("patient", 0), obstacles)


def undoable(import_id: int, uow: UnitOfWork) -> ImportBatch:
    """The import, when the person may take it back and it is not too late.

    Raises:
        NotFound: exchange.no_such_import.
        NotAllowed: history.not_yours.
        Conflict: exchange.not_complete, exchange.undone_already, exchange.too_late_to_undo.
    """
    batch = uow.session.get(ImportBatch, import_id)
    if batch is None:
        raise NotFound("exchange.no_such_import", id=import_id)
    if batch.state == "undone":
        raise Conflict("exchange.undone_already", id=import_id)
    if batch.state != "complete" or batch.finished_at is None:
        raise Conflict("exchange.not_complete", id=import_id)
    if batch.by_user_id != uow.actor.user_id and uow.actor.role != Role.ADMINISTRATOR:
        raise NotAllowed("history.not_yours")
    if uow.now - batch.finished_at > dt.timedelta(days=UNDO_DAYS):
        raise Conflict("exchange.too_late_to_undo", id=import_id, days=UNDO_DAYS)
    return batch


def undo(request: UndoImport, practice: OpenPractice, progress: Progress) -> ImportUndone:
    """Take it back in one step that everybody sees at once; its rows are put away afterwards, some at a time."""
    if len(request.reason) > LONGEST_REASON:
        raise Invalid("exchange.reason_too_long", field="reason", most=LONGEST_REASON)
    with practice.write(UNDO_ACTION, see_incomplete=True) as uow:
        batch = undoable(request.import_id, uow)
        _refuse_what_was_built_on(uow, undone_imports.done_since(uow.session, batch.id))
        brought = undone_imports.brought(uow.session, batch.id)
        with answers_survive(uow):
            restored = undone_imports.restore_updated(uow, batch.id)
            _forget_people(uow, batch.id, brought.get("patient", 0))
            batch.state, batch.undone_at, batch.undone_by_id = "undone", uow.now, uow.actor.user_id
        batch.report = {**(batch.report or {}), "undo_reason": request.reason.strip() or None}
        uow.record("import.undone", detail={"import_id": batch.id})
    total = sum(brought.values())
    tidy(request.import_id, practice, progress, total)
    removed = total - brought.get("source_resource", 0)
    return ImportUndone(request.import_id, brought.get("patient", 0), removed, restored, Changes.of(*_KINDS))


def tidy(import_id: int, practice: OpenPractice, progress: Progress | None = None, total: int = 0) -> None:
    """Put the rows of an import that was taken back away; what a crash left undone, the next import does."""
    done = 0
    while True:
        with practice.write(UNDO_ACTION, see_incomplete=True) as uow:
            count = undone_imports.put_away(uow, import_id, _AT_ONCE)
        if not count:
            return
        done += count
        try:
            if progress is not None:
                progress.step(min(done, total), total)
        except JobCancelled:
            progress = None  # it is taken back already: half of it cannot stay


def untidy(session: Session) -> list[int]:
    """Imports that were taken back and whose rows are not all put away yet."""
    undone = session.scalars(select(ImportBatch.id).where(ImportBatch.state == "undone")).all()
    return [import_id for import_id in undone if undone_imports.brought(session, import_id)]


def _forget_people(uow: UnitOfWork, import_id: int, count: int) -> None:
    """Nobody finds them from now on, and nobody looks like them; whoever is as before is compared again."""
    new = select(Patient.id).where(Patient.import_id == import_id)
    pairs = select(MatchCandidate).where(
        or_(MatchCandidate.patient_id.in_(new), MatchCandidate.other_patient_id.in_(new)),
        MatchCandidate.removed_at.is_(None),
    )
    for pair in uow.session.scalars(pairs):
        pair.removed_at = uow.now
    undone_imports.put_away(uow, import_id, count, only="patient")
    score_again(uow)


def _refuse_what_was_built_on(uow: UnitOfWork, since: Iterable[Since]) -> None:
    things = _told(since)
    if not things:
        return
    later = [one for one in things if one.by_import]
    if len(later) == len(things):
        raise Conflict("exchange.later_import_built_on_it", count=len(later))
    numbers = _record_numbers(uow, {one.patient_id for one in things if one.patient_id is not None})
    where = [*numbers[:_SHOWN], *(["…"] if len(numbers) > _SHOWN else [])]
    raise Conflict("exchange.changed_since_import", count=len(things), records=", ".join(where) or "-")


def _told(since: Iterable[Since]) -> list[Since]:
    """What people know by name; the copy of a resource as it came only when nothing else tells of the change."""
    things = list(since)
    return [one for one in things if one.kind != SourceResource.__tablename__] or things


def _obstacles(uow: UnitOfWork, since: Iterable[Since]) -> Iterable[UndoObstacle]:
    by_kind: dict[tuple[str, bool], list[Since]] = {}
    for one in _told(since):
        by_kind.setdefault((one.kind, one.by_import), []).append(one)
    for (kind, by_import), things in sorted(by_kind.items()):
        numbers = _record_numbers(uow, {one.patient_id for one in things if one.patient_id is not None})
        yield UndoObstacle(kind, len({one.row_id for one in things}), tuple(numbers[:_SHOWN]), by_import)


def _record_numbers(uow: UnitOfWork, ids: set[int]) -> list[str]:
    query = select(Patient.record_number).where(Patient.id.in_(sorted(ids)[: _SHOWN + 1])).order_by(Patient.id)
    return list(uow.session.scalars(query))
