"""Words of outdated pages and of pages that wait for a printer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.handed_out import OutdatedRow, WaitingPage
from ui.context import AppContext
from ui.dialogs.handout_words import kind_words, section_words
from ui.tables.base import Column


class HeldWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("HeldWords", text, note, number)

    def person(self, head: PatientHead) -> str:
        """Name and birth date: enough to tell two people apart."""
        shown = self._context.formatting
        return f"{shown.name(head)}, {shown.partial_date(head.birth_date)}"

    def columns(self) -> tuple[Column[OutdatedRow], ...]:
        """The list of outdated pages."""
        shown = self._context.formatting
        return (
            Column("patient", self.tr("Patient"), lambda row: self.person(row.head), width=28, sortable=False),
            Column("page", self.tr("Page"), lambda row: self.page(row.kind), width=19, sortable=False),
            Column("what", self.tr("Reads differently"), lambda row: section_words(row.what), stretch=True,
                   sortable=False),
            Column("printed", self.tr("Printed"), lambda row: shown.date(row.printed_on), width=11, sortable=False),
            Column("since", self.tr("Outdated since"), lambda row: shown.date(row.since), width=13, sortable=False),
            Column("to", self.tr("Who has it"), self.to, width=13, sortable=False),
            Column("language", self.tr("Language"), self.language, width=13, sortable=False),
        )  # fmt: skip

    def waiting_columns(self) -> tuple[Column[WaitingPage], ...]:
        """The list of pages that wait."""
        shown = self._context.formatting
        return (
            Column("patient", self.tr("Patient"), lambda row: self.person(row.head), width=30, sortable=False),
            Column("page", self.tr("Page"), lambda row: self.page(row.kind), stretch=True, sortable=False),
            Column("pages", self.tr("Sheets"), lambda row: str(row.pages * row.copies), width=8, sortable=False),
            Column("made", self.tr("Made"), lambda row: shown.date_time(row.made_at), width=19, sortable=False),
            Column("by", self.tr("By"), lambda row: row.by, width=16, sortable=False),
            Column("to", self.tr("For"), lambda row: row.sent_to or self.tr("The patient"), width=18, sortable=False),
        )

    def page(self, kind: str) -> str:
        """What the page is called."""
        return kind_words().get(kind, kind)

    def to(self, row: OutdatedRow) -> str:
        """Who holds it."""
        return row.sent_to or self.tr("The patient")

    def language(self, row: OutdatedRow) -> str:
        """Language and size."""
        name = self._context.formatting.language(row.language)
        return self.tr("{language}, large print").format(language=name) if row.large_print else name

    def sentence(self, row: OutdatedRow) -> str:
        """A row for a screen reader."""
        shown = self._context.formatting
        parts = (
            self.person(row.head), self.page(row.kind), section_words(row.what), shown.date(row.printed_on),
            self.to(row), self.language(row),
        )  # fmt: skip
        return ", ".join(part for part in parts if part)

    def waiting_sentence(self, row: WaitingPage) -> str:
        """A row for a screen reader."""
        made = self._context.formatting.date_time(row.made_at)
        return ", ".join((self.person(row.head), self.page(row.kind), made, row.by))
