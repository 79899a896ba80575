"""What left as a file: to whom, what for, how much of it, and its digest."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from db.models.access import UserAccount
from db.models.audit import HAS_LEFT, AuditEvent
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page, PatientHead
from icm_desktop.contracts.exchange_rows import OutRow, Slice
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads

_PRACTICE = "practice"


@requires(Privilege.EXPORT)
def outgoing(uow: UnitOfWork, asked: Slice) -> Page[OutRow]:
    """One slice, the latest first; it cannot be taken back, only be told."""
    chosen = (
        select(AuditEvent.seq, AuditEvent.at, AuditEvent.patient_id, AuditEvent.detail, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == AuditEvent.user_id)
        .where(HAS_LEFT)
        .order_by(AuditEvent.seq.desc())
    )
    found = uow.session.execute(chosen.limit(asked.limit).offset(asked.offset)).all()
    known = heads(uow, {row.patient_id for row in found if row.patient_id is not None})
    return Page(tuple(_row(row, known) for row in found), how_many(uow), asked.offset)


@requires(Privilege.EXPORT)
def how_many(uow: UnitOfWork) -> int:
    """How often something left."""
    return uow.session.scalar(select(func.count()).select_from(AuditEvent).where(HAS_LEFT)) or 0


def _row(row: Any, known: dict[int, PatientHead]) -> OutRow:
    told = row.detail or {}
    return OutRow(
        seq=row.seq,
        at=row.at,
        by=row.display_name,
        patient=known.get(row.patient_id),
        format=told.get("format", _PRACTICE),
        to=told.get("to"),
        purpose=told.get("purpose", ""),
        entries=int(told.get("resources", told.get("files", 0))),
        held=int(told.get("held", 0)),
        sha256=told.get("sha256", ""),
        reason=told.get("reason"),
    )
