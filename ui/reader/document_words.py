"""Kinds, forms and dates of documents in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from icm_desktop.contracts.documents import DocumentPart, DocumentRow
from icm_desktop.domain.document_forms import DocumentForm
from ui.context import AppContext
from ui.feedback import Level
from ui.tables.base import Chip

_MB = 1_000_000
_KB = 1_000


class DocumentWords(QObject):
    """Puts what is known about a document into words."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context

    def kind(self, kind: str | None) -> str:
        """What sort of document."""
        return {
            "consult_note": self.tr("Consult note"),
            "discharge_summary": self.tr("Discharge summary"),
            "emergency_note": self.tr("Emergency note"),
            "progress_note": self.tr("Progress note"),
            "history_and_physical": self.tr("History and physical"),
            "procedure_note": self.tr("Procedure note"),
            "referral_letter": self.tr("Referral letter"),
            "letter": self.tr("Letter"),
            "imaging_report": self.tr("Imaging report"),
            "laboratory_report": self.tr("Laboratory report"),
            "summary": self.tr("Summary of care"),
            "care_plan": self.tr("Care plan"),
            "advance_directive": self.tr("Advance directive"),
            "consent": self.tr("Consent"),
            "form": self.tr("Form"),
            "photo": self.tr("Photo"),
            "note": self.tr("Note"),
            "other": self.tr("Other"),
        }.get(kind or "", self.tr("Kind not known"))

    def form(self, form: DocumentForm) -> str:
        """What form the content has."""
        return {
            DocumentForm.PDF: self.tr("PDF"),
            DocumentForm.RTF: self.tr("Formatted text (RTF)"),
            DocumentForm.TEXT: self.tr("Text"),
            DocumentForm.IMAGE: self.tr("Picture"),
            DocumentForm.XML: self.tr("Structured document (C-CDA)"),
            DocumentForm.HTML: self.tr("Web page"),
        }.get(form, self.tr("Unknown kind of file"))

    def title(self, row: DocumentRow) -> str:
        """What it is called."""
        return row.title or self.kind(row.kind)

    def written(self, row: DocumentRow) -> str:
        """When it was written."""
        shown = self._context.formatting
        return shown.partial_date(row.written)

    def by(self, row: DocumentRow) -> str:
        """Who wrote it, where."""
        return " · ".join(part for part in (row.author, row.organization) if part)

    def state(self, row: DocumentRow) -> Chip:
        """Read by somebody of the practice, or new."""
        if row.status == "superseded":
            return Chip(Level.NEUTRAL, self.tr("Replaced"))
        return Chip(Level.GOOD, self.tr("Read")) if row.reviewed_at else Chip(Level.INFO, self.tr("New"))

    def source(self, row: DocumentRow) -> str:
        """Where it came from and when."""
        day = self._context.formatting.date(row.received_at)
        if row.ours:
            return self.tr("Added here {date}").format(date=day) if day else self.tr("Added here")
        sender = row.provenance.source or row.organization or self.tr("outside")
        words = self.tr("From {source}, received {date}") if day else self.tr("From {source}")
        return words.format(source=sender, date=day)

    def reviewed(self, row: DocumentRow) -> str:
        """Who read it when; empty when nobody has."""
        if row.reviewed_at is None:
            return ""
        day = self._context.formatting.date(row.reviewed_at)
        return self.tr("Read {date} by {name}").format(date=day, name=row.reviewed_by or self.tr("somebody"))

    def part(self, number: int, part: DocumentPart) -> str:
        """One of several attachments."""
        name = part.title or self.tr("Attachment {number}").format(number=number)
        return f"{name} ({self.size(part.size_bytes)})" if part.size_bytes else name

    def size(self, size: int | None) -> str:
        """How large."""
        if not size:
            return ""
        shown = self._context.formatting
        if size >= _MB:
            return self.tr("{number} MB").format(number=shown.number(size / _MB))
        return self.tr("{number} kB").format(number=shown.number(max(size / _KB, 0.1)))
