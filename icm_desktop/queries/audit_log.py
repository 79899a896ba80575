"""The audit record, filtered, sorted by any field and paged, whatever its length; who looked at a chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, select

from db.audit import NOT_AUDITED
from db.models.access import UserAccount
from db.models.audit import Action, AuditEvent
from db.models.base import Base
from db.repositories.merged_records import merged_into
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.audit_log import (
    PROGRAM,
    AuditChoices,
    AuditFilter,
    AuditPerson,
    AuditRow,
    Looker,
    WhoLooked,
)
from icm_desktop.contracts.common import Page
from icm_desktop.domain.audit_events import EVENTS, GROUPS, LOOKED, short_code
from icm_desktop.domain.timeslots import day_span
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads_put_away

Condition = ColumnElement[bool]
_COLUMNS = (
    AuditEvent.seq, AuditEvent.at, AuditEvent.user_id, AuditEvent.role, AuditEvent.event, AuditEvent.patient_id,
    AuditEvent.object_kind, AuditEvent.object_id, AuditEvent.detail, AuditEvent.changes, AuditEvent.mac,
    UserAccount.display_name.label("by"), Action.name.label("act"), Action.undo_of,
)  # fmt: skip
_SENSITIVE = ("note.opened", "note.emergency", "note.emergency_ended", "case_review.read")


@dataclass(frozen=True, slots=True)
class _Part:
    """A run of rows that belong together in the order asked for."""

    where: tuple[Condition, ...]
    order: tuple[Any, ...]
    rest: bool = False  # what no other run has: counted by what is left, not by reading


@requires(Privilege.AUDIT)
def events(uow: UnitOfWork, asked: AuditFilter) -> Page[AuditRow]:
    """One slice of the events that fit; no sort reads more than an index of the record.

    Raises:
        NotFound: patients.unknown.
    """
    conditions = _conditions(uow, asked)
    parts = _parts(uow, asked)
    sizes = _sizes(uow, conditions, parts)
    rows: list[Any] = []
    before = 0
    for part, size in zip(parts, sizes, strict=True):
        skip, room = max(asked.offset - before, 0), asked.limit - len(rows)
        if room > 0 and skip < size:
            wanted = _select().where(*conditions, *part.where).order_by(*part.order).limit(room).offset(skip)
            rows += uow.session.execute(wanted).all()
        before += size
    return Page(_told(uow, rows), before, asked.offset)


@requires(Privilege.AUDIT)
def choices(uow: UnitOfWork) -> AuditChoices:
    """Users by name, those who left too, and the kinds of records the program keeps."""
    found = uow.session.execute(select(UserAccount.id, UserAccount.display_name))
    people = tuple(sorted((AuditPerson(*row) for row in found), key=lambda one: one.name.casefold()))
    return AuditChoices(people, _kinds())


@requires(Privilege.AUDIT)
def who_looked(uow: UnitOfWork, patient_id: int) -> WhoLooked:
    """Everybody who opened a chart or something in it, also before it was merged into another.

    Raises:
        NotFound: patients.unknown.
    """
    head = heads_put_away(uow, [patient_id]).get(patient_id)
    if head is None:
        raise NotFound("patients.unknown")
    whose = (patient_id, *merged_into(uow.session, patient_id))
    sensitive = func.sum(case((AuditEvent.event.in_(_SENSITIVE), 1), else_=0))
    wanted = (
        select(UserAccount.display_name, AuditEvent.role, func.count(), func.min(AuditEvent.at),
               func.max(AuditEvent.at).label("last"), sensitive)
        .outerjoin(UserAccount, UserAccount.id == AuditEvent.user_id)
        .where(AuditEvent.patient_id.in_(whose), AuditEvent.event.in_(LOOKED))
        .group_by(AuditEvent.user_id, AuditEvent.role)
    )  # fmt: skip
    rows = sorted((Looker(*row) for row in uow.session.execute(wanted)), key=lambda one: one.last, reverse=True)
    return WhoLooked(head, tuple(rows))


def _select() -> Select[Any]:
    return (
        select(*_COLUMNS)
        .outerjoin(UserAccount, UserAccount.id == AuditEvent.user_id)
        .outerjoin(Action, Action.id == AuditEvent.action_id)
    )


def _conditions(uow: UnitOfWork, asked: AuditFilter) -> tuple[Condition, ...]:
    found: list[Condition] = []
    if asked.first is not None:
        found.append(AuditEvent.at >= day_span(asked.first, uow.zone).starts_at)
    if asked.last is not None:
        found.append(AuditEvent.at < day_span(asked.last, uow.zone).ends_at)
    if asked.user_id is not None:
        found.append(_by(asked.user_id))
    if asked.patient_id is not None:
        found.append(AuditEvent.patient_id.in_((asked.patient_id, *merged_into(uow.session, asked.patient_id))))
    if asked.event:
        found.append(AuditEvent.event == asked.event)
    elif asked.group:
        found.append(AuditEvent.event.in_(GROUPS.get(asked.group, ())))
    if asked.kind:
        found.append(AuditEvent.object_kind == asked.kind)
    return tuple(found)


def _by(user_id: int) -> Condition:
    return AuditEvent.user_id.is_(None) if user_id == PROGRAM else AuditEvent.user_id == user_id


def _parts(uow: UnitOfWork, asked: AuditFilter) -> list[_Part]:
    """The runs of rows in the order asked for; within one the newest stand first."""
    newest = (AuditEvent.seq.desc(),)
    if asked.sort == "who":
        people = (PROGRAM, *(one.id for one in choices(uow).people))
        parts = [_Part((_by(one),), newest) for one in people]
    elif asked.sort == "what":
        parts = [_Part((AuditEvent.event == one,), newest) for one in EVENTS]
        parts.append(_Part((AuditEvent.event.not_in(EVENTS),), newest, rest=True))
    elif asked.sort == "kind":
        parts = [_Part((AuditEvent.object_kind == one,), newest) for one in _kinds()]
        parts.append(_Part((AuditEvent.object_kind.is_(None),), newest))
    elif asked.sort == "patient":
        ordered = (AuditEvent.patient_id, AuditEvent.seq)
        ways = tuple(one.desc() for one in ordered) if asked.descending else ordered
        return [_Part((AuditEvent.patient_id > literal(0),), ways), _Part((AuditEvent.patient_id.is_(None),), newest)]
    else:
        return [_Part((AuditEvent.seq > literal(0),), newest if asked.descending else (AuditEvent.seq,))]
    return parts[::-1] if asked.descending else parts


def _sizes(uow: UnitOfWork, conditions: Sequence[Condition], parts: Sequence[_Part]) -> list[int]:
    """How many rows each run has."""

    def counted(*where: Condition) -> int:
        if not where:
            return uow.session.scalar(select(func.max(AuditEvent.seq))) or 0  # the numbers have no gaps
        return uow.session.scalar(select(func.count()).select_from(AuditEvent).where(*where)) or 0

    if len(parts) == 1:
        return [counted(*conditions)]
    known = [0 if part.rest else counted(*conditions, *part.where) for part in parts]
    left = counted(*conditions) - sum(known) if any(part.rest for part in parts) else 0
    return [left if part.rest else size for part, size in zip(parts, known, strict=True)]


def _kinds() -> tuple[str, ...]:
    return tuple(sorted(name for name in Base.metadata.tables if name not in NOT_AUDITED))


def _told(uow: UnitOfWork, rows: Iterable[Any]) -> tuple[AuditRow, ...]:
    stored = list(rows)
    whose = heads_put_away(uow, {row.patient_id for row in stored if row.patient_id is not None})
    return tuple(
        AuditRow(
            seq=row.seq, code=short_code(row.mac), at=row.at, by=row.by, role=row.role, event=row.event,
            head=whose.get(row.patient_id or 0), kind=row.object_kind, id=row.object_id, act=row.act,
            undo=row.undo_of is not None, fields=tuple(row.changes or ()), counts=_counts(row.detail),
        )
        for row in stored
    )  # fmt: skip


def _counts(detail: Any) -> tuple[tuple[str, int], ...]:
    rows = (detail or {}).get("rows")
    return tuple((name, int(counted[0])) for name, counted in rows.items()) if isinstance(rows, dict) else ()
