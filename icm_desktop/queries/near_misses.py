"""Errors and near misses, counted by kind and month with the rows behind each number."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Select, select

from db.models.access import UserAccount
from db.models.conferences import NearMiss
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.near_misses import CLOSED, KindCount, NearMisses, NearMissRow
from icm_desktop.domain.deadlines import days_late
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.owner_names import owner_of

MOST = 2000


@requires(Privilege.NEAR_MISS_READ)
def near_misses(uow: UnitOfWork) -> NearMisses:
    """Everything that was noted, the latest first."""
    rows = _rows(uow, _kept())
    counted = Counter((row.happened_on.isoformat()[:7], row.kind) for row in rows)
    counts = tuple(KindCount(month, kind, count) for (month, kind), count in sorted(counted.items(), reverse=True))
    return NearMisses(rows, counts, allows(uow.actor.role, Privilege.NEAR_MISS_REVIEW))


@requires(Privilege.NEAR_MISS_NOTE)
def noted_by_me(uow: UnitOfWork) -> tuple[NearMissRow, ...]:
    """What the user noted, the latest first."""
    return _rows(uow, _kept().where(NearMiss.created_by_id == uow.actor.user_id))


@requires(Privilege.NEAR_MISS_READ)
def near_miss(uow: UnitOfWork, near_miss_id: int) -> NearMissRow:
    """One of them.

    Raises:
        NotFound: near_misses.unknown.
    """
    for row in _rows(uow, _kept().where(NearMiss.id == near_miss_id)):
        return row
    raise NotFound("near_misses.unknown")


def _kept() -> Select[NearMiss]:
    """Worded by the index of the day, so that the latest come first without sorting all."""
    latest = select(NearMiss).where(NearMiss.removed_at.is_(None), NearMiss.happened_on > dt.date(1900, 1, 1))
    return latest.order_by(NearMiss.happened_on.desc(), NearMiss.id.desc()).limit(MOST)


def _rows(uow: UnitOfWork, wanted: Select[NearMiss]) -> tuple[NearMissRow, ...]:
    stored: Sequence[NearMiss] = uow.session.scalars(wanted).all()
    whose = heads(uow, {row.patient_id for row in stored if row.patient_id is not None})
    ids = {one for row in stored for one in (row.created_by_id, row.reviewed_by_id) if one is not None}
    people = select(UserAccount.id, UserAccount.display_name).where(UserAccount.id.in_(among(ids)))
    names = {row.id: row.display_name for row in uow.session.execute(people)}
    return tuple(
        NearMissRow(
            id=row.id, version=row.version, kind=row.kind, status=row.status, happened_on=row.happened_on,
            text=row.text, reached_patient=row.reached_patient, head=whose.get(row.patient_id or 0),
            noted_by=names.get(row.created_by_id or 0), noted_at=row.created_at, owner=owner_of(row),
            due_on=row.due_on, days_late=0 if row.status == CLOSED else days_late(row.due_on, uow.today),
            changed_text=row.changed_text, reviewed_on=row.reviewed_on,
            reviewed_by=names.get(row.reviewed_by_id or 0), closed_on=row.closed_on,
            mine=row.owner_user_id == uow.actor.user_id,
        )
        for row in stored
    )  # fmt: skip
