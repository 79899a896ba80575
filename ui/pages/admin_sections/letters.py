"""Section: the texts of letters and of the call sheet, shipped or the practice's own."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.letters import (
    BackToText,
    LettersRequest,
    LetterTarget,
    LetterText,
    LetterTextSaved,
)
from icm_desktop.domain.letters import QUESTION, STAFF, TEAM
from ui.dialogs.choose_patient import for_patient
from ui.dialogs.letter_sample import LetterSample
from ui.dialogs.set_up.letter_text import LetterTextDialog
from ui.feedback import Level
from ui.messages import say
from ui.pages.admin_sections.own_texts import OwnTexts
from ui.pages.admin_sections.section import CHANGE, Command
from ui.tables.base import Chip, Column


class LettersSection(OwnTexts[LetterText]):
    """One line for each letter and language; own texts are versions, and the shipped one stays at hand."""

    name = "letters"
    icon = "mail"
    shows = frozenset({"letter_text"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("LettersSection", "Letters")

    def intro(self) -> str:
        return self.tr(
            "Letters to patients and the call sheet. Words in braces are filled in for each patient. "
            "What you write counts from then on; every earlier text stays and can come back."
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("No letters."), ""

    def words(self) -> Mapping[str, str]:
        return {CHANGE: self.tr("&Change…")}

    def commands(self) -> Iterable[Command]:
        yield Command("preview", self.tr("Pre&view"), self.preview, "eye", "Ctrl+P")
        yield Command("patient", self.tr("Preview for a pa&tient…"), self.preview_for_patient, "user")
        yield Command("versions", self.tr("&Versions…"), self.show_versions, "history")
        yield Command("reset", self.tr("&Back to the shipped text"), self.reset, "undo-2")

    def columns(self) -> Sequence[Column[LetterText]]:
        return (
            Column("what", self.tr("Letter"), self._kind, width=24),
            Column("language", self.tr("Language"), self.language_of, width=10),
            Column("state", self.tr("State"), lambda _row: "", lambda row: row.id is None, width=14, chip=self._chip),
            Column("heading", self.tr("Heading"), lambda row: row.heading, stretch=True),
            Column("by", self.tr("Changed"), self.changed, width=18),
            Column("version", self.tr("Shipped version"), lambda row: row.version, width=16, hidden=True),
            Column("source", self.tr("Source"), lambda row: row.source, width=40, hidden=True),
        )

    @staticmethod
    def _kind(row: LetterText) -> str:
        return say(f"letter_kind.{row.kind}")

    def _chip(self, row: LetterText) -> Chip:
        return Chip(Level.INFO, self.tr("Ours")) if row.id else Chip(Level.NEUTRAL, self.tr("As shipped"))

    def record(self, row: LetterText) -> tuple[str, int] | None:
        return ("letter_text", row.id) if row.id is not None else None

    def row_id(self, row: LetterText) -> Hashable:
        return (row.kind, row.language)

    def refresh(self) -> None:
        self.asked.ask("queries.letter_texts.texts", done=self.show_rows)

    def can(self, action_id: str) -> bool:
        if (row := self.row) is None:
            return False
        if action_id in ("preview", "versions"):
            return True
        if action_id == "patient":
            return row.about not in (STAFF, TEAM, QUESTION)
        return self.may_change and (action_id == CHANGE or (action_id == "reset" and row.id is not None))

    def heading(self, row: LetterText) -> str:
        return f"{self._kind(row)} · {self.language_of(row)}"

    def change(self) -> None:
        if (row := self.row) is not None:
            dialog = LetterTextDialog(self.context, row, self.heading(row), self.window())
            dialog.saved.connect(lambda saved: self._done(saved, dialog.told(saved), self.tr("change letter")))
            dialog.open()

    def preview(self) -> None:
        """The letter as it is now, to somebody invented."""
        if (row := self.row) is not None:
            self._sample(row, ())

    def preview_for_patient(self) -> None:
        """The letter as it would be to a patient who is chosen; nothing is kept or noted."""
        if (row := self.row) is not None:
            for_patient(
                self, self.context, self.heading(row), None, lambda head: self._sample(row, (LetterTarget(head.id),))
            )

    def _sample(self, row: LetterText, targets: tuple[LetterTarget, ...]) -> None:
        title = self.heading(row)
        self.context.jobs.run(
            "reports.letters.sample", LettersRequest(row.kind, targets, language=row.language), owner=self,
            done=lambda made: LetterSample(self.context, made, self.window(), title).open(),
        )  # fmt: skip

    def versions_of(self, row: LetterText) -> tuple[str, tuple[str, str]]:
        return "queries.letter_texts.versions", (row.kind, row.language)

    def back_to(self, row: LetterText, version_id: int | None) -> tuple[str, object]:
        return "services.letters.back_to", BackToText(row.kind, row.language, version_id)

    def came_back(self, saved: LetterTextSaved) -> None:
        told = self.tr("“{heading}” counts again.").format(heading=saved.text.heading)
        self._done(saved, told, self.tr("bring a letter's text back"))

    def _done(self, saved: LetterTextSaved, told: str, name: str) -> None:
        self.done(told, name, saved.changes)
