"""Columns and sentences of the list of documents."""

from __future__ import annotations

from PySide6.QtCore import QObject

from icm_desktop.contracts.documents import DocumentRow
from ui.context import AppContext
from ui.reader.document_words import DocumentWords
from ui.tables.base import Column


class DocumentColumns(QObject):
    """What the list shows of a document."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._words, self._shown = DocumentWords(context), context.formatting

    def columns(self) -> tuple[Column[DocumentRow], ...]:
        """The columns, newest written first by the query."""
        words = self._words
        return (
            Column("state", self.tr("State"), lambda row: words.state(row).word, chip=words.state, width=13,
                   sortable=False),
            Column("written", self.tr("Written"), self._day, width=17, sortable=False,
                   copy=lambda row: row.written or ""),
            Column("title", self.tr("Title"), self.title, width=20, stretch=True, sortable=False),
            Column("kind", self.tr("Kind"), lambda row: words.kind(row.kind), width=15, sortable=False, hidden=True),
            Column("by", self.tr("By"), words.by, width=20, sortable=False, hidden=True),
            Column("source", self.tr("Source"), words.source, width=24, sortable=False, hidden=True),
        )  # fmt: skip

    def title(self, row: DocumentRow) -> str:
        """What it is called, and whether it is sensitive."""
        title = self._words.title(row)
        return self.tr("{title} (sensitive)").format(title=title) if row.sensitive else title

    def sentence(self, row: DocumentRow) -> str:
        """The whole row in words."""
        words = self._words
        parts = (self.title(row), words.kind(row.kind), self._day(row), words.by(row), words.state(row).word)
        return ", ".join(part for part in parts if part)

    def _day(self, row: DocumentRow) -> str:
        """When it was written; of one that does not say, when it came: that is its place in the list."""
        if row.written or row.received_at is None:
            return self._words.written(row) if row.written else ""
        return self.tr("came {date}").format(date=self._shown.date(row.received_at))
