"""How the Exchange screen tells what left: whose, to whom, what for, by which way, how much, its digest."""

from __future__ import annotations

from textwrap import wrap

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.exchange_rows import OutRow
from ui.context import AppContext
from ui.dialogs.export_record_words import ExportRecordWords
from ui.duplicate_words import DuplicateWords
from ui.tables.base import Column

_EMPTY = Choices((("purpose", ()), ("basis", ()), ("channel", ())))
_FILES = frozenset({"record_export", "package"})


class ExchangeOutWords:
    """Words in the language of the screen; `lists` come once and then word every code."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._people, self._kinds = DuplicateWords(context), ExportRecordWords()
        self.lists = _EMPTY

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ExchangeOutWords", text, note, number)

    def columns(self) -> tuple[Column[OutRow], ...]:
        """One line per thing that left; sorted by the query."""
        shown = self._context.formatting
        return (
            Column("at", self.tr("When"), lambda row: shown.date_time(row.at), lambda row: row.at, width=22,
                   copy=lambda row: row.at.isoformat()),
            Column("what", self.tr("Whose"), self.whose, width=24, tip=self.whose),
            Column("to", self.tr("To"), self.to, width=18, tip=self.to),
            Column("way", self.tr("What, by which way"), self.way, width=26, tip=self.way),
            Column("purpose", self.tr("What for"), self.purpose, width=14, sortable=False, tip=self.purpose),
            Column("entries", self.tr("Entries"), lambda row: self._number(row.entries), width=8, number=True,
                   sortable=False, hidden=True),
            Column("held", self.tr("Held back"), lambda row: self._number(row.held or None), width=9, number=True,
                   sortable=False, hidden=True),
            Column("by", self.tr("By"), lambda row: row.by or self.tr("the program"), width=11,
                   hidden=True),
            Column("digest", self.tr("Digest"), lambda row: row.sha256[:12], width=13, sortable=False, hidden=True,
                   copy=lambda row: row.sha256),
            Column("todo", self.tr("What to do"), self.todo, stretch=True, sortable=False),
        )  # fmt: skip

    @staticmethod
    def _number(count: int | None) -> str:
        return f"{count:,}" if count is not None else ""

    def whose(self, row: OutRow) -> str:
        """Whose record, or everything."""
        if row.everybody:
            return self.tr("The whole practice")
        return self._people.person(row.patient) if row.patient is not None else self.tr("A record put away since")

    def to(self, row: OutRow) -> str:
        """To whom; nobody named is ourselves, or the patient."""
        if row.to:
            return row.to
        return self.tr("The patient") if row.basis == "patient" else self.tr("Our own copy")

    def way(self, row: OutRow) -> str:
        """What it was, by which way."""
        if row.channel == "partner" and row.kind:
            return self.tr("{kind}, over the network").format(kind=self._kinds.kind(row.kind))
        if row.channel == "record_export" and row.format.startswith("ccda"):
            return self.tr("The record, as a file (C-CDA)")
        return self.lists.words("channel", row.channel)

    def purpose(self, row: OutRow) -> str:
        """What for, as it was said; else the ground it stands on."""
        return self.lists.words("purpose", row.purpose) if row.purpose else self.lists.words("basis", row.basis)

    def todo(self, row: OutRow) -> str:
        """What can be done about it: it cannot be taken back."""
        if row.pages_kept:
            return self.tr("Open the pages")
        if row.channel in _FILES and row.patient is not None:
            return self.tr("Send again")
        return self.tr("Nothing: it has left")

    @staticmethod
    def can_again(row: OutRow) -> bool:
        """Whether it is a file that can be made anew, as the record is now."""
        return row.channel in _FILES and row.patient is not None

    def sentence(self, row: OutRow) -> str:
        """One line in full, with its digest."""
        parts = (
            self._context.formatting.date_time(row.at), self.whose(row), self.way(row), self.to(row), row.address or "",
            self.purpose(row), row.by or self.tr("the program"),
            self.tr("%n entries", "", row.entries) if row.entries is not None else "",
            self.tr("%n held back", "", row.held) if row.held else "", row.note,
            self.tr("digest {digits}").format(digits=" ".join(wrap(row.sha256, 16))) if row.sha256 else "",
        )  # fmt: skip
        return " · ".join(part for part in parts if part)

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Every way out with its code, for the filter."""
        return (("", self.tr("Every way out")), *self.lists.of("channel"))
