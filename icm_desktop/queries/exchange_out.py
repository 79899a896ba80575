"""What left and what was handed over: to whom, when, what for, by which way, how much of it, and its digest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from db.models.access import UserAccount
from db.models.audit import HAS_LEFT, AuditEvent
from db.models.papers import Handout
from db.models.patient import Patient
from db.models.privacy import Disclosure
from db.unit_of_work import UnitOfWork
from icm_desktop.content import export_purposes, privacy
from icm_desktop.contracts.common import Page, PatientHead
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.exchange_rows import KeptPages, OutFilter, OutRow
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads

_PRACTICE = "practice"
_SORTS: dict[str, tuple[Any, ...]] = {
    "at": (Disclosure.at,),
    "what": (Patient.family, Patient.given),
    "to": (Disclosure.to_name,),
    "way": (Disclosure.channel,),
    "by": (UserAccount.display_name,),
}


@requires(Privilege.EXPORT)
def outgoing(uow: UnitOfWork, asked: OutFilter) -> Page[OutRow]:
    """One slice, the latest first or as asked; what has left cannot be taken back, only be told.

    What left before disclosures were kept stands behind all others: of it only the audit record knows.
    """
    where = _where(asked)
    order = [one.desc() if asked.descending else one for one in _SORTS.get(asked.sort, _SORTS["at"])]
    wanted = _joined(select(Disclosure, UserAccount.display_name)).where(*where)
    wanted = wanted.order_by(*order, Disclosure.id.desc()).limit(asked.limit).offset(asked.offset)
    found = [tuple(row) for row in uow.session.execute(wanted)]
    kept = uow.session.scalar(_joined(select(func.count(Disclosure.id)), asked).where(*where)) or 0
    known = heads(uow, {row.patient_id for row, _ in found if row.patient_id is not None})
    rows = [_row(row, by, known) for row, by in found]
    room = asked.limit - len(rows)
    before, earlier = _earlier(uow, asked, max(asked.offset - kept, 0), room)
    return Page((*rows, *before), kept + earlier, asked.offset)


@requires(Privilege.EXPORT)
def how_many(uow: UnitOfWork) -> int:
    """How often something left."""
    kept = uow.session.scalar(select(func.count()).select_from(Disclosure).where(Disclosure.removed_at.is_(None))) or 0
    return kept + (uow.session.scalar(_before(uow, select(func.count()).select_from(AuditEvent))) or 0)


@requires(Privilege.EXPORT)
def words(uow: UnitOfWork, language: str) -> Choices:
    """Purposes, grounds and ways out in words."""
    lists = dict(privacy.choices(language))
    return Choices((("purpose", dict(export_purposes.choices(language))["purpose"]), ("basis", lists["basis"]),
                    ("channel", lists["channel"])))  # fmt: skip


@requires(Privilege.EXPORT)
def kept(uow: UnitOfWork, disclosure_id: int) -> KeptPages:
    """The exact pages that went out, where they were kept.

    Raises:
        NotFound: handout.not_found.
    """
    row = uow.session.get(Disclosure, disclosure_id)
    page = uow.session.get(Handout, row.object_id) if row is not None and _is_kept(row) else None
    if page is None or page.removed_at is not None:
        raise NotFound("handout.not_found")
    return KeptPages(page.pdf)


def _is_kept(row: Disclosure) -> bool:
    return row.object_kind == Handout.__tablename__ and row.object_id is not None


def _joined(query: Any, asked: OutFilter | None = None) -> Any:
    """With whose it is and who did it; a count without words to look for needs neither."""
    if asked is not None and not asked.text:
        return query
    return query.outerjoin(Patient, Patient.id == Disclosure.patient_id).outerjoin(
        UserAccount, UserAccount.id == Disclosure.created_by_id
    )


def _where(asked: OutFilter) -> Sequence[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [Disclosure.removed_at.is_(None)]
    if asked.channel:
        found.append(Disclosure.channel == asked.channel)
    if asked.patient_id is not None:
        found.append(Disclosure.patient_id == asked.patient_id)
    for word in asked.text.split():
        like = f"%{word.replace('%', '').replace('_', '')}%"
        said = (Disclosure.to_name, Disclosure.description, Disclosure.purpose, Patient.family, Patient.given,
                UserAccount.display_name)  # fmt: skip
        number = Disclosure.sha256.startswith(word.lower(), autoescape=True)
        found.append(or_(number, Patient.record_number == word, *(one.like(like) for one in said)))
    return found


def _row(row: Disclosure, by: str | None, known: dict[int, PatientHead]) -> OutRow:
    told = row.extent or {}
    return OutRow(
        id=row.id,
        at=row.at,
        by=by,
        patient=known.get(row.patient_id) if row.patient_id is not None else None,
        everybody=row.patient_id is None,
        channel=row.channel,
        format=told.get("format", ""),
        kind=told.get("kind", ""),
        to=row.to_name,
        address=row.to_address,
        purpose=told.get("purpose", ""),
        basis=row.legal_basis,
        note=" · ".join(dict.fromkeys(filter(None, (row.description, row.purpose)))),
        entries=_number(told.get("entries")),
        held=_number(told.get("held")),
        sha256=row.sha256 or "",
        pages_kept=_is_kept(row),
    )


def _number(value: Any) -> int | None:
    return int(value) if value is not None else None


def _before(uow: UnitOfWork, query: Any) -> Any:
    """Exports of which only the audit record knows: from before anything was noted as disclosed."""
    first = uow.session.scalar(select(func.min(Disclosure.at)).where(Disclosure.removed_at.is_(None)))
    return query.where(HAS_LEFT, *((AuditEvent.at < first,) if first is not None else ()))


def _earlier(uow: UnitOfWork, asked: OutFilter, offset: int, room: int) -> tuple[list[OutRow], int]:
    if asked.text or asked.channel:
        return [], 0
    whose = (AuditEvent.patient_id == asked.patient_id,) if asked.patient_id is not None else ()
    count = _before(uow, select(func.count()).select_from(AuditEvent)).where(*whose)
    total = uow.session.scalar(count) or 0
    if room <= 0 or not total:
        return [], total
    wanted = _before(uow, select(AuditEvent, UserAccount.display_name)).where(*whose)
    wanted = wanted.outerjoin(UserAccount, UserAccount.id == AuditEvent.user_id).order_by(AuditEvent.seq.desc())
    found = [tuple(row) for row in uow.session.execute(wanted.limit(room).offset(offset))]
    known = heads(uow, {row.patient_id for row, _ in found if row.patient_id is not None})
    return [_of_event(row, by, known) for row, by in found], total


def _of_event(row: AuditEvent, by: str | None, known: dict[int, PatientHead]) -> OutRow:
    told: dict[str, Any] = row.detail or {}
    everybody = row.patient_id is None
    return OutRow(
        id=-row.seq, at=row.at, by=by, patient=known.get(row.patient_id or 0), everybody=everybody,
        channel="practice_export" if everybody else "record_export", format=told.get("format", _PRACTICE), kind="",
        to=told.get("to"), address=None, purpose=told.get("purpose", ""), basis="",
        note=" · ".join(filter(None, (told.get("note"), told.get("reason")))),
        entries=_number(told.get("resources", told.get("files"))), held=_number(told.get("held")),
        sha256=told.get("sha256", ""), pages_kept=False,
    )  # fmt: skip
