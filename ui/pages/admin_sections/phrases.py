"""Section: every sentence patients read, in every language; shipped, or in the practice's own words."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.phrases import BackToPhrase, PhraseRow, PhraseSaved
from ui.dialogs.set_up.phrase_text import PhraseDialog
from ui.feedback import Level
from ui.pages.admin_sections.own_texts import OwnTexts
from ui.pages.admin_sections.phrase_words import PhraseWords
from ui.pages.admin_sections.section import CHANGE, Command
from ui.tables.base import Chip, Column

_OURS, _MISSING, _OUTDATED = "ours", "missing", "outdated"
_LANGUAGES = ("en", "es")


class PhrasesSection(OwnTexts[PhraseRow]):
    """One line for each sentence and language; own wordings are versions, and the shipped one stays at hand."""

    name = "phrases"
    icon = "languages"
    shows = frozenset({"phrase_text"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("PhrasesSection", "Sentences for patients")

    def intro(self) -> str:
        return self.tr(
            "Everything pages for patients say, sentence by sentence. What you write counts from then on; every "
            "earlier wording stays and can come back. Who stands for a language confirms it under Content, after every "
            "change."
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("No sentences."), ""

    def words(self) -> Mapping[str, str]:
        return {CHANGE: self.tr("&Change…")}

    def commands(self) -> Iterable[Command]:
        yield Command("versions", self.tr("&Versions…"), self.show_versions, "history")
        yield Command("reset", self.tr("&Back to the shipped sentence"), self.reset, "undo-2")

    def filters(self) -> Sequence[tuple[str, str]]:
        return (
            ("en", self.tr("English")), ("es", self.tr("Spanish")), ("other", self.tr("Other languages")),
            (_OURS, self.tr("Our wording")), (_OUTDATED, self.tr("Shipped one changed since")),
            (_MISSING, self.tr("Not yet in this language")),
        )  # fmt: skip

    def keeps(self, row: PhraseRow, on: frozenset[str]) -> bool:
        language = row.language if row.language in _LANGUAGES else "other"
        asked = on & {*_LANGUAGES, "other"}
        return (
            (not asked or language in asked)
            and (_OURS not in on or row.id is not None)
            and (_OUTDATED not in on or row.outdated)
            and (_MISSING not in on or row.missing)
        )

    def columns(self) -> Sequence[Column[PhraseRow]]:
        return (
            Column("what", self.tr("Where"), lambda row: PhraseWords.group(row.phrase), width=17),
            Column("language", self.tr("Language"), self.language_of, width=9),
            Column("text", self.tr("Sentence"), lambda row: row.text, stretch=True, tip=lambda row: row.text),
            Column("state", self.tr("State"), lambda _row: "", self._order, width=17, chip=self._chip),
            Column("by", self.tr("Changed"), self.changed, width=12),
            Column("english", self.tr("In English"), lambda row: row.english, width=40, hidden=True),
            Column("phrase", self.tr("Name in the file"), lambda row: row.phrase, width=20, hidden=True),
        )

    @staticmethod
    def _order(row: PhraseRow) -> int:
        return 0 if row.outdated else 1 if row.id is not None else 2 if row.missing else 3

    def _chip(self, row: PhraseRow) -> Chip:
        if row.outdated:
            return Chip(Level.CAUTION, self.tr("Shipped one changed"))
        if row.id is not None:
            return Chip(Level.INFO, self.tr("Ours"))
        if row.missing:
            return Chip(Level.CAUTION, self.tr("Says it in English"))
        return Chip(Level.NEUTRAL, self.tr("As shipped"))

    def record(self, row: PhraseRow) -> tuple[str, int] | None:
        return ("phrase_text", row.id) if row.id is not None else None

    def row_id(self, row: PhraseRow) -> Hashable:
        return (row.language, row.phrase)

    def refresh(self) -> None:
        self.asked.ask("queries.phrase_banks.rows", done=self.show_rows)

    def can(self, action_id: str) -> bool:
        if (row := self.row) is None:
            return False
        if action_id == "versions":
            return True
        return self.may_change and (action_id == CHANGE or (action_id == "reset" and row.id is not None))

    def heading(self, row: PhraseRow) -> str:
        return f"{PhraseWords.group(row.phrase)} · {self.language_of(row)}"

    def change(self) -> None:
        if (row := self.row) is not None:
            dialog = PhraseDialog(self.context, row, self.heading(row), self.window())
            dialog.saved.connect(lambda saved: self._done(saved, dialog.told(saved), self.tr("change sentence")))
            dialog.open()

    def versions_of(self, row: PhraseRow) -> tuple[str, tuple[str, str]]:
        return "queries.phrase_banks.versions", (row.language, row.phrase)

    def back_to(self, row: PhraseRow, version_id: int | None) -> tuple[str, object]:
        return "services.phrases.back_to", BackToPhrase(row.language, row.phrase, version_id)

    def came_back(self, saved: PhraseSaved) -> None:
        told = self.tr("Pages say again: “{text}”").format(text=saved.row.text)
        self._done(saved, told, self.tr("bring a sentence back"))

    def _done(self, saved: PhraseSaved, told: str, name: str) -> None:
        self.done(told, name, saved.changes)
