"""Words of the pages that were made for a patient: columns, who has them, whether they are still right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.handed_out import TO_CONTACT, TO_PATIENT
from icm_desktop.contracts.handouts import FOR_EMAIL, WAITING, HandoutRow
from ui.context import AppContext
from ui.dialogs.handout_words import kind_words, section_words, teach_back_words
from ui.feedback import Level
from ui.tables.base import Chip, Column


class GivenWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("GivenWords", text, note, number)

    def columns(self) -> tuple[Column[HandoutRow], ...]:
        """The list of pages."""
        shown = self._context.formatting
        return (
            Column("made_at", self.tr("When"), lambda row: shown.date(row.made_at), width=11, sortable=False),
            Column("kind", self.tr("Page"), self.kind, width=18, sortable=False),
            Column("to", self.tr("Who has it"), self.to, width=17, sortable=False),
            Column("state", self.tr("Still right"), lambda _row: "", width=24, chip=self.state, sortable=False),
            Column("teach_back", self.tr("In their own words"), self.teach_back, stretch=True, sortable=False),
            Column("how", self.tr("How written"), self.how_written, width=16, sortable=False),
            Column("by", self.tr("Made by"), lambda row: row.by, width=12, sortable=False),
        )

    def kind(self, row: HandoutRow) -> str:
        """What the page is called."""
        return kind_words().get(row.kind, row.kind)

    def how_written(self, row: HandoutRow) -> str:
        """Language, size, copies and which sentences."""
        parts = [self._context.formatting.language(row.language)]
        if row.large_print:
            parts.append(self.tr("large print"))
        if row.copies > 1:
            parts.append(self.tr("%n copies", "", row.copies))
        if row.words_version:
            parts.append(self.tr("sentences {version}").format(version=row.words_version))
        return ", ".join(parts)

    def to(self, row: HandoutRow) -> str:
        """Who was given it, or where it is."""
        if row.handed_to == TO_PATIENT:
            return self.tr("The patient")
        if row.handed_to == TO_CONTACT:
            return row.sent_to or ""
        if row.how == WAITING:
            return self.tr("Waits for a printer")
        return self.tr("Made ready for e-mail") if row.how == FOR_EMAIL else self.tr("Only saved")

    def teach_back(self, row: HandoutRow) -> str:
        """What asking back came to, with the reason where it was not done."""
        if row.handed_to is None:
            return ""
        if row.teach_back is None:
            return self.tr("not asked yet")
        words = teach_back_words().get(row.teach_back, row.teach_back)
        return f"{words}: {row.teach_back_reason}" if row.teach_back_reason else words

    def state(self, row: HandoutRow) -> Chip | None:
        """Whether it still says what is so; nothing for a page nobody holds."""
        if row.outdated:
            return Chip(Level.CAUTION, self.tr("Outdated: {what}").format(what=section_words(row.outdated)))
        if row.told_on is not None:
            day = self._context.formatting.date(row.told_on)
            return Chip(Level.INFO, self.tr("Told what changed, {day}").format(day=day))
        return None

    def sentence(self, row: HandoutRow) -> str:
        """The whole row for a screen reader."""
        chip = self.state(row)
        parts = (
            self.kind(row), self._context.formatting.date_time(row.made_at), self.how_written(row), row.by,
            self.to(row), self.teach_back(row), chip.word if chip else "",
        )  # fmt: skip
        return ", ".join(part for part in parts if part)
