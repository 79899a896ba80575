"""Importing other systems' files, and what was imported so far."""

from __future__ import annotations

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.exchange import ImportBatch
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.exchange import ImportReport, ImportRequest, ImportRow
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.services.importing.run import ImportRun


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
    return ImportRun(practice, request, progress).run()


@requires(Privilege.IMPORT)
def list_imports(uow: UnitOfWork) -> tuple[ImportRow, ...]:
    """Every import so far, the latest first."""
    query = (
        select(ImportBatch, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == ImportBatch.by_user_id)
        .order_by(ImportBatch.id.desc())
    )
    return tuple(_row(batch, by) for batch, by in uow.session.execute(query))


def _row(batch: ImportBatch, by: str | None) -> ImportRow:
    told = batch.report or {}
    return ImportRow(
        id=batch.id,
        state=batch.state,
        started_at=batch.started_at,
        finished_at=batch.finished_at,
        by=by,
        files=int(told.get("files", 0)),
        created=int(told.get("created", 0)),
    )
