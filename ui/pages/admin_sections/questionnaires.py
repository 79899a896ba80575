"""Section: the questionnaires there are, which of them the practice asks, by what right and with which cut-offs."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.screening import InstrumentRow
from icm_desktop.permissions import Privilege
from ui.dialogs.outcome import Outcome
from ui.dialogs.print_form import print_forms
from ui.dialogs.set_up.use_questionnaire import UseQuestionnaireDialog
from ui.feedback import Level
from ui.messages import say
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import CHANGE, Command
from ui.pages.screening_words import ScreeningWords
from ui.tables.base import Chip, Column

_IN_USE = "in_use"


class QuestionnairesSection(ListSection[InstrumentRow]):
    """Every questionnaire with source and rights; one that needs a licence is off until the practice declares it."""

    name = "questionnaires"
    icon = "clipboard-list"
    opens = Privilege.SIGN_IN
    shows = frozenset({"instrument_use"})

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("QuestionnairesSection", "Questionnaires")

    def intro(self) -> str:
        return self.tr(
            "What can be asked on the chart, Screening. Words and scoring come with the program, each with its source "
            "and who holds the rights. One that needs a licence stays off until you say what allows you to use it."
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("No questionnaires."), ""

    def empty_buttons(self) -> tuple[str, ...]:
        return ()

    def words(self) -> Mapping[str, str]:
        return {CHANGE: self.tr("&Use…")}

    def commands(self) -> Iterable[Command]:
        yield Command("paper", self.tr("&Print it blank…"), self.paper, "printer", "Ctrl+Shift+B")
        yield Command("read", self.tr("&Read it"), self.read, "eye", "Ctrl+Shift+Q")

    def filters(self) -> Sequence[tuple[str, str]]:
        return ((_IN_USE, self.tr("In use")),)

    def keeps(self, row: InstrumentRow, on: frozenset[str]) -> bool:
        return _IN_USE not in on or row.in_use

    def columns(self) -> Sequence[Column[InstrumentRow]]:
        return (
            Column("title", self.tr("Questionnaire"), self._title, width=24, tip=self._title),
            Column("state", self.tr("State"), lambda row: self._chip(row).word, width=15, chip=self._chip),
            Column("languages", self.tr("Languages"), self._languages, width=18),
            Column("rights", self.tr("Rights"), lambda row: row.licence or row.instrument.licence.terms, stretch=True,
                   tip=lambda row: row.licence or row.instrument.licence.terms),
            Column("source", self.tr("Source"), lambda row: row.instrument.source, width=30, hidden=True,
                   tip=lambda row: row.instrument.source),
            Column("version", self.tr("Version"), lambda row: row.instrument.version, width=9),
            Column("sure", self.tr("How sure"), lambda row: say(f"content.mark_{row.instrument.mark}"), width=24,
                   hidden=True),
        )  # fmt: skip

    def _title(self, row: InstrumentRow) -> str:
        return ScreeningWords(self.context).pick(row.instrument.title)

    def _languages(self, row: InstrumentRow) -> str:
        return ", ".join(map(self.context.formatting.language, row.instrument.languages))

    def _chip(self, row: InstrumentRow) -> Chip:
        if row.in_use:
            return Chip(Level.GOOD, self.tr("In use"))
        needs = row.instrument.licence.use == "declare" and not row.licence
        return Chip(Level.CAUTION, self.tr("Needs a licence")) if needs else Chip(Level.NEUTRAL, self.tr("Off"))

    def record(self, row: InstrumentRow) -> tuple[str, int] | None:
        return ("instrument_use", row.use_id) if row.use_id is not None else None

    def row_id(self, row: InstrumentRow) -> Hashable:
        return row.instrument.id

    def refresh(self) -> None:
        self.asked.ask("queries.screening.shipped", done=self.show_rows)

    def state(self) -> Mapping[str, object]:
        return {"search": self.search.text()}

    def can(self, action_id: str) -> bool:
        return self.row is not None and (action_id in ("read", "paper") or (action_id == CHANGE and self.may_change))

    def change(self) -> None:
        if (row := self.row) is not None:
            dialog = UseQuestionnaireDialog(self.context, row, self._title(row), self.window())
            told = self.tr("Saved: {questionnaire}.").format(questionnaire=self._title(row))
            dialog.saved.connect(lambda saved: self.done(told, self.tr("use of a questionnaire"), saved.changes))
            dialog.open()

    def paper(self) -> None:
        """Print the questionnaire of the row without a name."""
        if (row := self.row) is not None:
            print_forms(self.context, self, wanted=row.instrument.id)

    def read(self) -> None:
        """Show all of the questionnaire of the row, line by line."""
        if (row := self.row) is None:
            return
        title, headers = self._title(row), (self.tr("Where"), self.tr("What it says"))

        def found(lines: tuple[tuple[str, str], ...]) -> None:
            Outcome(self.tr("Questionnaires"), title, headers, lines, (), self.window()).show()

        self.context.jobs.run("queries.content.lines", "instruments", row.instrument.id, owner=self, done=found)
