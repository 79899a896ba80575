"""What the reader shows of one attachment: words, a narrative, pages to draw, or why not."""

from __future__ import annotations

from dataclasses import replace

from db.models.documents import DocumentContent
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.documents import DocumentRow, DocumentShown
from icm_desktop.domain.document_forms import DocumentForm, form_of
from icm_desktop.errors import NotFound
from icm_desktop.exchange.documents.extract import narrative, opened, words
from icm_desktop.exchange.documents.unreadable import Unreadable
from icm_desktop.permissions import Privilege, requires

_DRAWN = (DocumentForm.PDF, DocumentForm.IMAGE)
_WORDS = (DocumentForm.TEXT, DocumentForm.RTF)


@requires(Privilege.CLINICAL_READ)
def shown(uow: UnitOfWork, head: PatientHead, row: DocumentRow, place: int) -> DocumentShown:
    """One attachment of a document, made ready to show.

    Raises:
        NotFound: documents.unknown when there is no such attachment.
    """
    made = DocumentShown(head, row, place, DocumentForm.UNKNOWN)
    if not row.parts:
        return replace(made, problem="documents.nothing_sent")
    if not 0 <= place < len(row.parts):
        raise NotFound("documents.unknown")
    part = uow.session.get(DocumentContent, row.parts[place].id)
    if part is None or part.data is None:
        return replace(made, problem="documents.only_an_address")
    try:
        return _read(made, part.content_type, part.data)
    except Unreadable as error:
        return replace(made, form=form_of(part.content_type, part.data), problem=error.reason)


def _read(made: DocumentShown, content_type: str | None, data: bytes) -> DocumentShown:
    content_type, data = opened(content_type, data)
    form = form_of(content_type, data)
    if form in _DRAWN:
        return replace(made, form=form, data=data)
    if form in _WORDS:
        text = words(content_type, data)
        return replace(made, form=form, text=text, problem=None if text else "documents.no_words")
    if form is DocumentForm.UNKNOWN:
        return replace(made, form=form, problem="documents.unknown_form_kept")
    told = narrative(content_type, data)
    if told.blocks:
        return replace(made, form=form, narrative=told)
    return replace(made, form=form, problem="documents.only_an_address" if told.elsewhere else "documents.no_words")
