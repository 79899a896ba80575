"""Documents: added from files, described, read, and copied out; opening one leaves a trace."""

from __future__ import annotations

import hashlib

from sqlalchemy import select

from db.models.clinical import Encounter
from db.models.documents import Document, DocumentContent
from db.models.scheduling import ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.plain_words import sensitive
from icm_desktop.contracts.documents import (
    MOST_BYTES,
    AddDocument,
    ChangeDocument,
    DocumentFile,
    DocumentSaved,
    DocumentShown,
    MarkReviewed,
)
from icm_desktop.domain import moments
from icm_desktop.domain.document_forms import DocumentForm, form_of, suffix_of, type_of_name
from icm_desktop.domain.document_kinds import KINDS, MISTAKEN
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.exchange.documents.extract import is_restricted, words
from icm_desktop.exchange.documents.unreadable import Unreadable
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.documents import document_row, newest_consult_note, patient_head
from icm_desktop.services.document_reading import shown

_LONGEST = 200
_LEAVING = ("saved", "printed")
KIND = "document"


@requires(Privilege.CLINICAL_READ)
def open_document(uow: UnitOfWork, document_id: int, part: int = 0) -> DocumentShown:
    """What the reader shows of a document; that it was opened is recorded.

    Args:
        uow: The unit of work.
        document_id: Which one.
        part: Place of the attachment, 0 the first.

    Raises:
        NotFound: documents.unknown.
    """
    head, row = document_row(uow, document_id)
    made = shown(uow, head, row, part)
    uow.record("document.opened", patient_id=head.id, object_kind=KIND, object_id=document_id)
    return made


@requires(Privilege.CLINICAL_READ)
def open_newest_consult_note(uow: UnitOfWork, patient_id: int) -> DocumentShown:
    """The newest note of a consultant about this patient.

    Raises:
        NotFound: documents.no_consult_note.
    """
    document_id = newest_consult_note(uow, patient_id)
    if document_id is None:
        raise NotFound("documents.no_consult_note")
    return open_document(uow, document_id)


@requires(Privilege.CLINICAL_WRITE)
def add(uow: UnitOfWork, request: AddDocument) -> DocumentSaved:
    """Keep a file of this computer as a document of the patient; its words become searchable.

    Raises:
        NotFound: patients.unknown.
        Invalid: documents.* at the field; documents.already_there when the patient has these very bytes.
    """
    head = patient_head(uow, request.patient_id)
    content_type = type_of_name(request.file_name)
    plain = _readable(content_type, request.data)
    digest = hashlib.sha256(request.data).hexdigest()
    _refuse_twice(uow, head.id, digest)
    document = Document(patient_id=head.id, status="current", received_at=uow.now, created_when=None)
    told = request.sensitive
    if told is None:
        told = sensitive().text(request.title) or is_restricted(content_type, request.data)
    _describe(uow, document, request, told)
    uow.session.add(document)
    uow.session.flush()
    uow.session.add(
        DocumentContent(
            document_id=document.id,
            patient_id=head.id,
            content_type=content_type,
            title=request.file_name[:_LONGEST] or None,
            size_bytes=len(request.data),
            sha256=digest,
            data=request.data,
            plain_text=plain,
        )
    )
    return _saved(uow, head.id, document.id)


@requires(Privilege.CLINICAL_WRITE)
def change(uow: UnitOfWork, request: ChangeDocument) -> DocumentSaved:
    """Change what is known about a document, an imported one too; its content stays.

    Raises:
        NotFound: documents.unknown.
        Conflict: documents.changed_meanwhile.
        Invalid: documents.* at the field.
    """
    document = _found(uow, request.document_id)
    if document.version != request.expected_version:
        raise Conflict("documents.changed_meanwhile")
    _describe(uow, document, request, request.sensitive)
    return _saved(uow, document.patient_id, document.id)


@requires(Privilege.CLINICAL_WRITE)
def mark_reviewed(uow: UnitOfWork, request: MarkReviewed) -> DocumentSaved:
    """Note that the signed-in person has read these documents, or that they are to be read again.

    Raises:
        NotFound: documents.unknown.
    """
    patients = set()
    for document_id in request.document_ids:
        document = _found(uow, document_id)
        patients.add(document.patient_id)
        if (document.reviewed_at is not None) != request.reviewed:
            document.reviewed_at = uow.now if request.reviewed else None
            document.reviewed_by_id = uow.actor.user_id if request.reviewed else None
    patient_id = patients.pop() if len(patients) == 1 else None
    return _saved(uow, patient_id, *request.document_ids)


@requires(Privilege.EXPORT)
def take_out(uow: UnitOfWork, part_id: int, how: str) -> DocumentFile:
    """The bytes of an attachment for a file or paper outside the program; that they left is recorded first.

    Raises:
        NotFound: documents.unknown, documents.only_an_address.
        Invalid: documents.unknown_way.
    """
    if how not in _LEAVING:
        raise Invalid("documents.unknown_way")
    part = uow.session.get(DocumentContent, part_id)
    if part is None or part.removed_at is not None:
        raise NotFound("documents.unknown")
    document = _found(uow, part.document_id)
    if part.data is None:
        raise NotFound("documents.only_an_address")
    uow.record(f"document.{how}", patient_id=document.patient_id, object_kind=KIND, object_id=document.id)
    # No name of a patient in the name of a file.
    return DocumentFile(part.id, f"document-{document.id}{suffix_of(part.content_type, part.data)}", part.data)


def _readable(content_type: str | None, data: bytes) -> str | None:
    """The words of a file that may be kept: of a form the reader knows, whole, and not too large."""
    if not data:
        raise Invalid("documents.empty", field="file")
    if len(data) > MOST_BYTES:
        raise Invalid("documents.too_large", field="file", most=MOST_BYTES // 1_000_000)
    if form_of(content_type, data) is DocumentForm.UNKNOWN:
        raise Invalid("documents.unknown_form", field="file")
    try:
        return words(content_type, data) or None
    except Unreadable as error:
        raise Invalid(error.reason, field="file") from None


def _refuse_twice(uow: UnitOfWork, patient_id: int, digest: str) -> None:
    same = (
        select(Document.text)
        .join(DocumentContent, DocumentContent.document_id == Document.id)
        .where(DocumentContent.patient_id == patient_id, DocumentContent.sha256 == digest)
        .where(DocumentContent.removed_at.is_(None), Document.removed_at.is_(None))
        .where(Document.status.is_distinct_from(MISTAKEN))
    )
    known = uow.session.execute(same).first()
    if known is not None:
        raise Invalid("documents.already_there", field="file", title=known.text or "")


def _describe(uow: UnitOfWork, document: Document, request: AddDocument | ChangeDocument, is_sensitive: bool) -> None:
    title = " ".join(request.title.split())
    if not title:
        raise Invalid("documents.title_missing", field="title")
    if len(title) > _LONGEST:
        raise Invalid("documents.title_too_long", field="title", most=_LONGEST)
    if request.kind not in KINDS and request.kind != document.kind:
        raise Invalid("documents.bad_kind", field="kind")
    if request.written_on is not None and request.written_on > uow.today:
        raise Invalid("documents.written_later", field="written_on")
    _check_links(uow, document.patient_id, request)
    document.text, document.kind, document.sensitive = title, request.kind, is_sensitive
    if (
        moments.local_day(document.created_when, uow.zone) != request.written_on
    ):  # a time of day, or a mere year, is kept
        document.created_when = request.written_on.isoformat() if request.written_on else None
    document.author, document.organization = _short(request.author), _short(request.organization)
    document.service_request_id, document.encounter_id = request.service_request_id, request.encounter_id


def _check_links(uow: UnitOfWork, patient_id: int, request: AddDocument | ChangeDocument) -> None:
    referral, encounter = request.service_request_id, request.encounter_id
    if referral is not None and not _is_of(uow.session.get(ServiceRequest, referral), patient_id):
        raise Invalid("documents.bad_link", field="service_request_id")
    if encounter is not None and not _is_of(uow.session.get(Encounter, encounter), patient_id):
        raise Invalid("documents.bad_link", field="encounter_id")


def _is_of(linked: ServiceRequest | Encounter | None, patient_id: int) -> bool:
    return linked is not None and linked.patient_id == patient_id and linked.removed_at is None


def _short(text: str | None) -> str | None:
    return " ".join((text or "").split())[:_LONGEST] or None


def _found(uow: UnitOfWork, document_id: int) -> Document:
    document = uow.session.get(Document, document_id)
    if document is None or document.removed_at is not None:
        raise NotFound("documents.unknown")
    return document


def _saved(uow: UnitOfWork, patient_id: int | None, *ids: int) -> DocumentSaved:
    return DocumentSaved(ids, Changes.of(KIND, patient_id=patient_id, action_id=uow.action_id))
