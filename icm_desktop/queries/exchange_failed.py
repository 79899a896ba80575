"""Imports that broke off and files that were refused: what is to be read again, or set aside."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import aliased

from db.models.access import UserAccount
from db.models.exchange import ImportBatch
from db.repositories.imports import import_lock
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.exchange_rows import FailedRow, Slice
from icm_desktop.permissions import Privilege, requires

_ENDED = "exchange.broke_off"  # nothing says why: the program ended while it ran, or it was a fault of ours


@requires(Privilege.IMPORT)
def failed(uow: UnitOfWork, asked: Slice) -> Page[FailedRow]:
    """One slice, the latest first. What was read again since, or set aside, is no row any more."""
    chosen = (
        select(ImportBatch, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == ImportBatch.by_user_id)
        .where(*_waiting(uow))
        .order_by(ImportBatch.id.desc())
    )
    found = uow.session.execute(chosen.limit(asked.limit).offset(asked.offset))
    return Page(tuple(_row(batch, by) for batch, by in found), how_many(uow), asked.offset)


@requires(Privilege.IMPORT)
def how_many(uow: UnitOfWork) -> int:
    """How many imports wait to be read again."""
    return uow.session.scalar(select(func.count()).select_from(ImportBatch).where(*_waiting(uow))) or 0


@requires(Privilege.IMPORT)
def left_behind(uow: UnitOfWork) -> bool:
    """Whether nobody imports now, so that what says it is running was killed."""
    lock = import_lock(uow.database)
    if not lock.take():
        return False
    lock.release()
    return True


def _waiting(uow: UnitOfWork) -> tuple[ColumnElement[bool], ...]:
    again = aliased(ImportBatch)
    read_again = select(again.id).where(again.again_of == ImportBatch.id, again.state == "complete").exists()
    broken = ImportBatch.state.in_(("failed", "loading") if left_behind(uow) else ("failed",))
    refused = (ImportBatch.refused > 0) & (ImportBatch.state == "complete")
    return or_(broken, refused), ImportBatch.set_aside_at.is_(None), ~read_again


def _row(batch: ImportBatch, by: str | None) -> FailedRow:
    told: dict[str, Any] = batch.report or {}
    files = tuple((str(path), str(reason)) for path, reason in told.get("refused", ()))
    code, params = told.get("error", (_ENDED, {})) if batch.state != "complete" else ("", {})
    return FailedRow(
        id=batch.id,
        state=batch.state,
        started_at=batch.started_at,
        by=by,
        why=code,
        params=tuple((str(name), str(value)) for name, value in params.items()),
        files=files,
        paths=tuple(path for path, _ in files) if files else tuple(told.get("paths", ())),
        refused=batch.refused or 0,
    )
