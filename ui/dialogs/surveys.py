"""What coordination surveys say, question by question; a survey that came back, and blank ones on paper."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.outcomes import AskOutcomes, OutcomeSaved
from icm_desktop.contracts.screening import InstrumentRow
from icm_desktop.contracts.surveys import AskSurveys, SurveyItem, Surveys
from icm_desktop.domain.statistics import FEW_TO_COMPARE
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.print_form import print_forms
from ui.latest import Latest
from ui.messages import say
from ui.pages.outcomes_words import OutcomeWords
from ui.room import room_for
from ui.tables.base import Column
from ui.tables.export import TableExport
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.labels import Text

SURVEY = "coordination-survey"


class SurveysWindow(QDialog):
    """The questions with their top box, the overall rating, and associations that are called so."""

    def __init__(self, context: AppContext, asked: AskOutcomes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self._period = context, asked
        self._words = OutcomeWords(context)
        self._asked = Latest(context.jobs, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Coordination surveys"))
        self.told, self.rating = Text("body", wrap=True), Text("body", wrap=True)
        self.together = Text("small", wrap=True)
        self.table: RowsTable[SurveyItem] = RowsTable(
            context, "survey_items", self._columns(), lambda one: one.id, self._spoken, sorted_elsewhere=True
        )
        self.table.setAccessibleName(self.windowTitle())
        self._lay_out()
        self.resize(room_for(self).boundedTo(QSize(context.theme.px(820), context.theme.px(560))))
        self.ask()

    def _lay_out(self) -> None:
        px = self.context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        for part in (self.told, self.table, self.rating, self.together):
            column.addWidget(part, 1 if part is self.table else 0)
        foot = QHBoxLayout()
        if self.context.may(Privilege.CLINICAL_WRITE):
            new = Button(self.tr("&Enter a survey…"), "plus", primary=True)
            new.clicked.connect(lambda _on=False: self.enter())
            foot.addWidget(new)
        paper, save, close = Button(self.tr("&Blank forms…"), "printer"), Button(self.tr("Save as &CSV…")), Button(
            self.tr("Close")
        )  # fmt: skip
        paper.clicked.connect(lambda _on=False: print_forms(self.context, self, wanted=SURVEY))
        save.clicked.connect(lambda _on=False: TableExport(self.context, self.table).start())
        close.clicked.connect(self.accept)
        foot.addWidget(paper)
        foot.addWidget(save)
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)

    def _columns(self) -> tuple[Column[SurveyItem], ...]:
        return (
            Column("question", self.tr("Question"), lambda one: self._words.pick(one.words), stretch=True,
                   tip=lambda one: self._words.pick(one.words), least="How often did somebody"),
            Column("always", self.tr("Always"), self._always, lambda one: one.percent, 10, number=True),
            Column("counted", self.tr("Counted"), lambda one: f"{one.yes:n} / {one.of:n}", lambda one: one.of, 10,
                   number=True),
            Column("interval", self.tr("95 % interval"), self._interval, width=13),
        )  # fmt: skip

    def _always(self, one: SurveyItem) -> str:
        if one.percent is None:
            return self.tr("no answer")
        return self.tr("{value} %").format(value=self.context.formatting.number(one.percent, 0))

    def _interval(self, one: SurveyItem) -> str:
        shown = self.context.formatting
        return "" if one.low is None or one.high is None else f"{shown.number(one.low, 0)}–{shown.number(one.high, 0)}"

    def _spoken(self, one: SurveyItem) -> str:
        return f"{self._words.pick(one.words)}: {self._always(one)}, {one.yes} / {one.of}"

    def ask(self) -> None:
        """Ask for the period the page shows."""
        request = AskSurveys(self._period.start, self._period.end)
        self._asked.ask("queries.outcomes.surveys.summary", request, done=self.show_found)

    def show_found(self, found: Surveys) -> None:
        """Show what they say."""
        shown = self.context.formatting
        words = self.tr("{number} from {first} to {last}, {nameless} of them without a name.")
        parts = [words.format(number=self.tr("%n survey(s)", "", found.total), first=shown.date(self._period.start),
                              last=shown.date(self._period.end), nameless=found.nameless)]  # fmt: skip
        if 0 < found.total < FEW_TO_COMPARE:
            parts.append(say("outcomes.few_to_compare", shown))
        self.told.setText(" ".join(parts))
        self.table.set_rows(found.items)
        self.rating.setText(self._rating(found))
        self.together.setText(self._together(found))

    def _rating(self, found: Surveys) -> str:
        if found.mean is None:
            return self.tr("Nobody gave an overall rating.")
        counts = ", ".join(f"{number}: {count}" for number, count in enumerate(found.ratings) if count)
        words = self.tr("Overall rating 0 to 10: mean {mean}. How many gave each number: {counts}.")
        return words.format(mean=self.context.formatting.number(found.mean, 1), counts=counts)

    def _together(self, found: Surveys) -> str:
        names = {
            "adherence": self.tr("medicines taken as directed"), "kept": self.tr("visits kept"),
            "contacts": self.tr("times reached in a year"),
        }  # fmt: skip
        lines = [self.tr("How the rating goes together with what people do, of surveys with a name:")]
        for one in found.associations:
            if one.rho is None or one.p is None:
                words = self.tr("{what}: not enough data ({n} people, needs 10)")
                lines.append(words.format(what=names[one.what], n=one.n))
                continue
            words = self.tr("{what}: rank correlation {rho}, p {p}, {n} people")
            chance = "< 0.001" if one.p < 0.001 else f"= {one.p:.3f}"
            lines.append(words.format(what=names[one.what], rho=f"{one.rho:.2f}", p=chance, n=one.n))
        lines.append(say("outcomes.association", self.context.formatting))
        return "\n".join(lines)

    def enter(self) -> None:
        """A survey that came back."""

        def show(rows: tuple[InstrumentRow, ...]) -> None:
            from ui.dialogs.enter_survey import EnterSurveyDialog

            instrument = next(row.instrument for row in rows if row.instrument.id == SURVEY)
            dialog = EnterSurveyDialog(self.context, instrument, self)
            dialog.saved.connect(self._entered)
            dialog.open()

        self.context.jobs.run("queries.screening.shipped", owner=self, done=show, failed=self.context.feedback.refuse)

    def _entered(self, saved: OutcomeSaved) -> None:
        self.context.feedback.done(self.tr("Survey kept"), self.tr("enter a survey"), saved.changes)
        self.ask()
