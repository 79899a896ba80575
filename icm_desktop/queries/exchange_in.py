"""Imports that came in, each with what still waits for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from sqlalchemy import ColumnElement, func, or_, select

from db import search
from db.match_keys import PAIR
from db.models.access import UserAccount
from db.models.exchange import ImportBatch, ImportDifference
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.exchange_rows import InRow, Slice
from icm_desktop.domain.differences import OPEN
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.duplicates import UNDECIDED
from icm_desktop.queries.exchange_failed import left_behind


@requires(Privilege.IMPORT)
def incoming(uow: UnitOfWork, asked: Slice) -> Page[InRow]:
    """One slice, the latest first."""
    chosen = (
        select(ImportBatch, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == ImportBatch.by_user_id)
        .where(_came(uow))
        .order_by(ImportBatch.id.desc())
    )
    found = uow.session.execute(chosen.limit(asked.limit).offset(asked.offset)).all()
    ids = [batch.id for batch, _ in found]
    differ, alike = _differences(uow, ids), _alike(uow, ids)
    rows = tuple(_row(batch, by, differ[batch.id], alike[batch.id]) for batch, by in found)
    return Page(rows, how_many(uow), asked.offset)


@requires(Privilege.IMPORT)
def how_many(uow: UnitOfWork) -> int:
    """How many imports there are."""
    return uow.session.scalar(select(func.count()).select_from(ImportBatch).where(_came(uow))) or 0


def _came(uow: UnitOfWork) -> ColumnElement[bool]:
    """Imports that are complete, were taken back, or run now."""
    return ImportBatch.state.in_(("complete", "undone") if left_behind(uow) else ("loading", "complete", "undone"))


def _row(batch: ImportBatch, by: str | None, differences: int, matching: int) -> InRow:
    told = batch.report or {}
    gone = batch.state == "undone"
    return InRow(
        id=batch.id,
        state=batch.state,
        started_at=batch.started_at,
        by=by,
        sources=tuple(told.get("sources", ())),
        files=int(told.get("files", 0)),
        patients=int(told.get("patients", 0)),
        created=int(told.get("created", 0)),
        updated=int(told.get("updated", 0)),
        differences=differences,
        matching=matching,
        refused=0 if gone else batch.refused or 0,
    )


def _differences(uow: UnitOfWork, ids: Collection[int]) -> Counter[int]:
    chosen = (
        select(ImportDifference.import_id, func.count())
        .where(
            ImportDifference.state == OPEN,
            ImportDifference.removed_at.is_(None),
            ImportDifference.import_id.in_(search.among(set(ids))),
        )
        .group_by(ImportDifference.import_id)
    )
    return Counter({row[0]: row[1] for row in uow.session.execute(chosen) if row[0] is not None})


def _alike(uow: UnitOfWork, ids: Collection[int]) -> Counter[int]:
    """Open pairs by the import that brought one of the two; a pair of two imports counts with the later one."""
    one, other = Patient.__table__.alias("one"), Patient.__table__.alias("other")
    latest = func.max(func.coalesce(one.c.import_id, 0), func.coalesce(other.c.import_id, 0))
    chosen = (
        select(latest, func.count())
        .select_from(PAIR)
        .join(one, one.c.id == PAIR.c.patient_id)
        .join(other, other.c.id == PAIR.c.other_patient_id)
        .where(UNDECIDED, or_(one.c.import_id.is_not(None), other.c.import_id.is_not(None)))
        .group_by(latest)
    )
    wanted = set(ids)
    return Counter({row[0]: row[1] for row in uow.session.execute(chosen) if row[0] in wanted})
