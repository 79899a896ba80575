"""Documents of a patient: the list without contents, and what they can be linked to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, String, func, or_, select, type_coerce

from db import search
from db.models.access import UserAccount
from db.models.clinical import Encounter
from db.models.documents import Document, DocumentContent
from db.models.scheduling import ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.documents import (
    DocumentFilter,
    DocumentList,
    DocumentPart,
    DocumentRow,
    LinkChoice,
    LinkChoices,
)
from icm_desktop.domain import finding, moments
from icm_desktop.domain.document_kinds import CONSULT, MISTAKEN
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.provenance import provenance, sources_of

_MOST_LINKS = 100
_NO_KIND = ""
# When it was written, else recorded, else when it came: what "newest" goes by. All are ISO text.
_WHEN = func.coalesce(Document.created_when, Document.recorded_when, type_coerce(Document.received_at, String), "")
_COLUMNS = (
    *(Document.id, Document.version, Document.text, Document.kind, Document.status, Document.created_when),
    *(Document.recorded_when, Document.author, Document.organization, Document.description, Document.source_id),
    *(Document.sensitive, Document.received_at, Document.reviewed_at, Document.service_request_id),
    *(Document.encounter_id, Document.patient_id),
)
_PART = (
    *(DocumentContent.id, DocumentContent.document_id, DocumentContent.title, DocumentContent.content_type),
    *(DocumentContent.size_bytes, DocumentContent.url, DocumentContent.data.is_not(None).label("here")),
)


@requires(Privilege.CLINICAL_READ)
def documents(uow: UnitOfWork, asked: DocumentFilter) -> DocumentList:
    """The documents of a patient that fit, newest first; contents stay where they are.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, asked.patient_id)
    fitting = [*_of(asked.patient_id), *_filters(asked)]
    if words := finding.words_of(asked.search):
        fitting.append(Document.id.in_(search.among(_with_words(uow, fitting, words))))
    total = uow.session.scalar(select(func.count()).select_from(Document).where(*fitting)) or 0
    counted = select(Document.kind, func.count(), func.count(Document.reviewed_at)).where(*_of(asked.patient_id))
    kinds = uow.session.execute(counted.group_by(Document.kind)).all()
    page = _newest(fitting).limit(asked.limit).offset(asked.offset)
    return DocumentList(
        head=head,
        rows=rows_of(uow, uow.session.execute(page).all()),
        total=total,
        all=sum(count for _, count, _ in kinds),
        unread=sum(count - read for _, count, read in kinds),
        kinds=tuple(sorted((kind or _NO_KIND, count) for kind, count, _ in kinds)),
    )


@requires(Privilege.CLINICAL_READ)
def newest_consult_note(uow: UnitOfWork, patient_id: int) -> int | None:
    """The id of the newest note of a consultant, None when there is none."""
    wanted = _newest([*_of(patient_id), Document.kind == CONSULT]).with_only_columns(Document.id)
    return uow.session.scalar(wanted.limit(1))


@requires(Privilege.CLINICAL_READ)
def document_row(uow: UnitOfWork, document_id: int) -> tuple[PatientHead, DocumentRow]:
    """One document with whose it is.

    Raises:
        NotFound: documents.unknown.
    """
    found = uow.session.execute(
        select(*_COLUMNS).where(Document.id == document_id, Document.removed_at.is_(None))
    ).first()
    if found is None:
        raise NotFound("documents.unknown")
    (row,) = rows_of(uow, [found])
    return patient_head(uow, found.patient_id), row


@requires(Privilege.CLINICAL_READ)
def link_choices(uow: UnitOfWork, patient_id: int) -> LinkChoices:
    """What a document of this patient can belong to."""
    asked = (
        select(ServiceRequest.id, ServiceRequest.text, type_coerce(ServiceRequest.ordered_on, String))
        .where(ServiceRequest.patient_id == patient_id, ServiceRequest.removed_at.is_(None))
        .where(ServiceRequest.is_referral, func.coalesce(ServiceRequest.status, "") != MISTAKEN)
        .order_by(func.coalesce(type_coerce(ServiceRequest.ordered_on, String), "").desc())
        .limit(_MOST_LINKS)
    )
    been = (
        select(Encounter.id, Encounter.text, Encounter.starts_when)
        .where(Encounter.patient_id == patient_id, Encounter.removed_at.is_(None))
        .where(func.coalesce(Encounter.status, "") != MISTAKEN)
        .order_by(func.coalesce(Encounter.starts_when, "").desc())
        .limit(_MOST_LINKS)
    )
    referrals, encounters = (
        tuple(LinkChoice(number, text or "", when) for number, text, when in uow.session.execute(each))
        for each in (asked, been)
    )
    return LinkChoices(referrals, encounters)


@requires(Privilege.DEMOGRAPHICS)
def patient_head(uow: UnitOfWork, patient_id: int) -> PatientHead:
    """Who a patient is.

    Raises:
        NotFound: patients.unknown.
    """
    found = heads(uow, [patient_id]).get(patient_id)
    if found is None:
        raise NotFound("patients.unknown")
    return found


def _of(patient_id: int) -> list[ColumnElement[bool]]:
    return [
        Document.patient_id == patient_id,
        Document.removed_at.is_(None),
        func.coalesce(Document.status, "") != MISTAKEN,
    ]


def _filters(asked: DocumentFilter) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    if asked.kinds:
        kinds = Document.kind.in_([kind for kind in asked.kinds if kind])
        made.append(or_(kinds, Document.kind.is_(None)) if _NO_KIND in asked.kinds else kinds)
    if asked.unread:
        made.append(Document.reviewed_at.is_(None))
    if asked.origin:
        ours = asked.origin == "ours"
        made.append(Document.source_id.is_(None) if ours else Document.source_id.is_not(None))
    return made


def _with_words(uow: UnitOfWork, fitting: Sequence[ColumnElement[bool]], words: Sequence[str]) -> list[int]:
    """Which of the documents have every word in their title, names or content, whatever accents and capitals."""
    named = select(Document.id, Document.text, Document.author, Document.organization, Document.description)
    told = {row[0]: list(row[1:]) for row in uow.session.execute(named.where(*fitting))}
    inside = select(DocumentContent.document_id, DocumentContent.plain_text).where(
        DocumentContent.document_id.in_(search.among(told)), DocumentContent.removed_at.is_(None)
    )
    for document_id, text in uow.session.execute(inside):
        told[document_id].append(text)
    return [number for number, texts in told.items() if finding.finds("\n".join(filter(None, texts)), words)]


def _newest(fitting: Sequence[ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
    return select(*_COLUMNS).where(*fitting).order_by(_WHEN.desc(), Document.id.desc())


@requires(Privilege.CLINICAL_READ)
def rows_of(uow: UnitOfWork, found: Sequence[Any]) -> tuple[DocumentRow, ...]:
    """Rows of the list, with parts, reviewers and sources asked for once for all of them."""
    whence = sources_of(uow, (row.source_id for row in found))
    parts = _parts(uow, [row.id for row in found])
    readers = _readers(uow, [row.id for row in found if row.reviewed_at is not None])
    return tuple(_row(uow, row, parts[row.id], readers.get(row.id), whence) for row in found)


def _row(uow: UnitOfWork, row: Any, parts: list[DocumentPart], reader: str | None, whence: Any) -> DocumentRow:
    written = row.created_when or row.recorded_when
    day = moments.local_day(written, uow.zone)
    origin = provenance(whence, row.source_id, row.author, row.organization, row.recorded_when)
    return DocumentRow(
        id=row.id,
        version=row.version,
        title=row.text,
        kind=row.kind,
        status=row.status,
        written=day.isoformat() if day else written,
        author=row.author,
        organization=row.organization,
        description=row.description,
        ours=row.source_id is None,
        sensitive=bool(row.sensitive),
        received_at=row.received_at or origin.received_at,
        reviewed_at=row.reviewed_at,
        reviewed_by=reader,
        service_request_id=row.service_request_id,
        encounter_id=row.encounter_id,
        parts=tuple(parts),
        provenance=origin,
    )


def _parts(uow: UnitOfWork, document_ids: list[int]) -> dict[int, list[DocumentPart]]:
    found: dict[int, list[DocumentPart]] = defaultdict(list)
    wanted = (
        select(*_PART)
        .where(DocumentContent.document_id.in_(search.among(set(document_ids))), DocumentContent.removed_at.is_(None))
        .order_by(DocumentContent.position, DocumentContent.id)
    )
    for part in uow.session.execute(wanted) if document_ids else ():
        found[part.document_id].append(
            DocumentPart(part.id, part.title, part.content_type, part.size_bytes, part.url, bool(part.here))
        )
    return found


def _readers(uow: UnitOfWork, document_ids: list[int]) -> dict[int, str]:
    if not document_ids:
        return {}
    named = (
        select(Document.id, UserAccount.display_name)
        .join(UserAccount, UserAccount.id == Document.reviewed_by_id)
        .where(Document.id.in_(search.among(set(document_ids))))
    )
    return {row.id: row.display_name for row in uow.session.execute(named)}
