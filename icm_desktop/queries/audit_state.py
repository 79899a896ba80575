"""How the audit record stands: its last link, what nobody has looked through, the last check, the receipt of a day."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from sqlalchemy import func, select

from db.models.access import UserAccount
from db.models.audit import AuditEvent
from db.models.practice import Practice
from db.models.privacy import AuditReview
from db.models.set_up import BackupRecord
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.audit_log import AuditState, Receipt, ReviewRow
from icm_desktop.contracts.keeping import Check
from icm_desktop.domain.audit_events import GROUPS, group_of, short_code
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.backups import CHECK_AFTER

CHECKED = "database.checked"
_MOST_REVIEWS = 50


@requires(Privilege.AUDIT)
def state(uow: UnitOfWork) -> AuditState:
    """What the Audit section says above the events."""
    last = _last(uow, None)
    reviews = _reviews(uow)
    practice = uow.session.scalars(select(Practice)).one()
    checked = practice.verified_at
    since = checked or practice.created_at
    return AuditState(
        last_seq=last[0], code=short_code(last[1]), reviews=reviews,
        since_review=last[0] - max((one.last_seq for one in reviews), default=0), checked_at=checked,
        check_ok=None if checked is None else practice.verified_ok, checks=_checks(uow),
        check_due=since is not None and uow.now - since > CHECK_AFTER,
    )  # fmt: skip


@requires(Privilege.AUDIT)
def receipt(uow: UnitOfWork, day: dt.date) -> Receipt:
    """What is printed for a local day: the last link at its end, events by group, the backup and the check."""
    span = day_span(day, uow.zone)
    last = _last(uow, span.ends_at)
    counted = (
        select(AuditEvent.event, func.count())
        .where(AuditEvent.at >= span.starts_at, AuditEvent.at < span.ends_at)
        .group_by(AuditEvent.event)
    )
    counts: Counter[str] = Counter()
    for event, count in uow.session.execute(counted):
        counts[group_of(event)] += count
    backup = uow.session.scalars(
        select(BackupRecord)
        .where(BackupRecord.removed_at.is_(None), BackupRecord.problem.is_(None), BackupRecord.verified_at.is_not(None))
        .where(BackupRecord.made_at < span.ends_at)
        .order_by(BackupRecord.made_at.desc())
        .limit(1)
    ).first()
    practice = uow.session.scalars(select(Practice)).one()
    return Receipt(
        day=day, database_id=uow.database.database_id, last_seq=last[0], code=short_code(last[1]),
        counts=tuple((name, counts[name]) for name in (*GROUPS, "") if counts[name] or name),
        backup_at=backup.made_at if backup else None, backup_seq=backup.seq if backup else None,
        checked_at=practice.verified_at, check_ok=practice.verified_ok,
    )  # fmt: skip


def _last(uow: UnitOfWork, before: dt.datetime | None) -> tuple[int, bytes]:
    """Number and MAC of the last event, of all or before an instant; 0 when there is none."""
    newest = select(func.max(AuditEvent.seq))  # by number: a clock may have been set back
    seq = uow.session.scalar(newest if before is None else newest.where(AuditEvent.at < before))
    mac = uow.session.scalar(select(AuditEvent.mac).where(AuditEvent.seq == (seq or 0)))
    return seq or 0, mac or b""


def _reviews(uow: UnitOfWork) -> tuple[ReviewRow, ...]:
    wanted = (
        select(AuditReview, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == AuditReview.created_by_id)
        .where(AuditReview.removed_at.is_(None))
        .order_by(AuditReview.id.desc())
        .limit(_MOST_REVIEWS)
    )
    return tuple(
        ReviewRow(row.created_at, name or "", row.first_on, row.last_on, row.last_seq, row.events, row.note)
        for row, name in uow.session.execute(wanted)
        if row.created_at is not None
    )


def _checks(uow: UnitOfWork) -> tuple[Check, ...]:
    """Every answer of the last weekly check, as it was kept."""
    newest = select(AuditEvent.detail).where(AuditEvent.event == CHECKED).order_by(AuditEvent.seq.desc()).limit(1)
    kept = (uow.session.scalar(newest) or {}).get("checks") or ()
    return tuple(Check(str(name), ok, str(detail)) for name, ok, detail in kept)
