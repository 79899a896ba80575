"""Importing other systems' files, and what was imported so far."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import aliased

from db.models.access import UserAccount
from db.models.exchange import ImportBatch
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.exchange import (
    ImportReport,
    ImportRequest,
    ImportRow,
    ImportUndone,
    LeftOut,
    UndoCheck,
    UndoImport,
)
from icm_desktop.contracts.exchange_rows import SetAside
from icm_desktop.errors import Conflict, NotFound
from icm_desktop.long_work import NoProgress, Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.services import conflict_work, pathway_work
from icm_desktop.services.importing import undoing
from icm_desktop.services.importing.run import ImportRun, alone


@long_work
@requires(Privilege.IMPORT)
def import_files(practice: OpenPractice, request: ImportRequest, progress: Progress) -> ImportReport:
    """Import files and folders as one: references resolve across all of them, in any order.

    New resources are written in slices of well under 200 ms, so that the practice goes on working, and become visible
    all at once at the end. Newer copies of what we have are put in then, in the same transaction.

    Args:
        practice: The open practice.
        request: What to read; with `dry_run` nothing is saved.
        progress: Told resources done and in all (0 of 0 while files are first looked through).

    Returns:
        The account of every file and type, and patients that look alike.

    Raises:
        NotFound: exchange.no_such_path.
        Invalid: exchange.nothing_to_read.
        Conflict: exchange.import_running, exchange.file_changed.
        JobCancelled: exchange.cancelled; nothing of the import is left.
    """
    report = ImportRun(practice, request, progress).run()
    if not request.dry_run:
        pathway_work.reckon(practice, progress=NoProgress())
        conflict_work.recheck(practice, progress=NoProgress())
    return report


@long_work
@requires(Privilege.IMPORT)
def undo_import(practice: OpenPractice, request: UndoImport, progress: Progress) -> ImportUndone:
    """Take a whole import back: what it brought is removed, what it changed has its values from before again.

    Only within 30 days, only by whoever made it or an administrator, and only while nothing of it was changed or used
    since, by hand or by a later import: local work is never lost, whoever wants it gone takes it back first.

    Args:
        practice: The open practice.
        request: Which import, and why.
        progress: Told rows put away; the import itself is gone for everybody from the first step on.

    Returns:
        How much was removed and restored.

    Raises:
        NotFound: exchange.no_such_import.
        NotAllowed: history.not_yours.
        Invalid: exchange.reason_too_long.
        Conflict: exchange.import_running, exchange.not_complete, exchange.undone_already, exchange.too_late_to_undo,
            exchange.changed_since_import, exchange.later_import_built_on_it.
    """
    try:
        with alone(practice.database):
            return undoing.undo(request, practice, progress)
    finally:  # it is gone for everybody from its first step on, also when the rest was cancelled
        pathway_work.reckon(practice, progress=NoProgress())
        conflict_work.recheck(practice, progress=NoProgress())


@requires(Privilege.IMPORT)
def check_undo(uow: UnitOfWork, import_id: int) -> UndoCheck:
    """What stands in the way of taking an import back.

    Raises:
        NotFound: exchange.no_such_import.
        NotAllowed: history.not_yours.
        Conflict: exchange.not_complete, exchange.undone_already, exchange.too_late_to_undo.
    """
    return undoing.check(import_id, uow)


@requires(Privilege.IMPORT)
def set_aside(uow: UnitOfWork, import_id: int) -> SetAside:
    """Say that what failed of an import is not wanted any more; it leaves the list of what is to be read again.

    Raises:
        NotFound: exchange.no_such_import.
        Conflict: exchange.set_aside_already.
    """
    batch = uow.session.get(ImportBatch, import_id)
    if batch is None:
        raise NotFound("exchange.no_such_import", id=import_id)
    if batch.set_aside_at is not None:
        raise Conflict("exchange.set_aside_already", id=import_id)
    batch.set_aside_at, batch.set_aside_by_id = uow.now, uow.actor.user_id
    uow.session.flush()
    return SetAside(import_id, Changes.of("import", action_id=uow.action_id))


@requires(Privilege.IMPORT)
def list_imports(uow: UnitOfWork) -> tuple[ImportRow, ...]:
    """Every import so far, the latest first."""
    undoer = aliased(UserAccount)
    query = (
        select(ImportBatch, UserAccount.display_name, undoer.display_name)
        .outerjoin(UserAccount, UserAccount.id == ImportBatch.by_user_id)
        .outerjoin(undoer, undoer.id == ImportBatch.undone_by_id)
        .order_by(ImportBatch.id.desc())
    )
    return tuple(_row(uow, *found) for found in uow.session.execute(query))


@requires(Privilege.IMPORT)
def left_out(uow: UnitOfWork, import_id: int) -> tuple[LeftOut, ...]:
    """What an import brought that no screen shows; empty for imports older than this list.

    Raises:
        NotFound: exchange.no_such_import.
    """
    batch = uow.session.get(ImportBatch, import_id)
    if batch is None:
        raise NotFound("exchange.no_such_import")
    return tuple(LeftOut(*one) for one in (batch.report or {}).get("left_out", ()))


def _row(uow: UnitOfWork, batch: ImportBatch, by: str | None, undone_by: str | None) -> ImportRow:
    told = batch.report or {}
    until = None
    if batch.state == "complete" and batch.finished_at is not None:
        until = batch.finished_at + dt.timedelta(days=undoing.UNDO_DAYS)
    return ImportRow(
        id=batch.id,
        state=batch.state,
        started_at=batch.started_at,
        finished_at=batch.finished_at,
        by=by,
        files=int(told.get("files", 0)),
        created=int(told.get("created", 0)),
        updated=int(told.get("updated", 0)),
        patients=int(told.get("patients", 0)),
        undo_until=until if until is not None and until >= uow.now else None,
        undone_at=batch.undone_at,
        undone_by=undone_by,
        undo_reason=told.get("undo_reason"),
    )
