"""The end of a month: who meets what in which program, what is missing, what does not go together. Never a claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.programs import AskMonth, MonthEndRow
from icm_desktop.domain.programs import BY_MINUTES, Month
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.list_sheet import show_list
from ui.feedback import Level
from ui.pages.caseload_tabs.part import CaseloadPart
from ui.pages.program_words import ProgramWords
from ui.pages.referrals_filters import KnownChoices
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.detail_pane import DetailPane
from ui.widgets.filter_chips import FilterChips
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

_ROW = ("month_end.programs", "month_end.chart")


class MonthDetailPane(DetailPane):
    """What is behind a row: every gate and conflict with its source."""

    def __init__(self, context: AppContext, words: ProgramWords) -> None:
        super().__init__(context, self.tr("Choose a row to see what is behind it."))
        self._words = words
        self.clear()

    def show_row(self, row: MonthEndRow) -> None:
        """Show one row."""
        body, column = self._body()
        at = row.standing
        column.addWidget(
            Text("section", f"{self._context.formatting.name(row.head)} · {self._words.title(at.program)}", wrap=True)
        )
        reaches = self._words.codes(at) or self.tr("nothing yet")
        timed = at.program.counts == BY_MINUTES
        line = self.tr("%n minutes counted", "", at.minutes) if timed else ""
        told = self.tr("reaches: {codes}").format(codes=reaches)
        self._line(column, " · ".join(part for part in (line, told, self._words.to_next(at)) if part))
        for gate in at.missing:
            words = self.tr("Missing: {what} ({source})")
            self._line(column, words.format(what=self._words.title(gate), source=self._words.source(gate)))
        for rule in at.clashes:
            words = self.tr("Conflict: {what} ({source})").format(
                what=self._words.clashes(at), source=self._words.source(rule)
            )
            self._line(column, words)
        if at.owed or row.unassigned:
            self._line(column, self.tr("Missing: {what}").format(what=self._words.missing(at, row.unassigned)))
        source = self.tr("{program}: {source}, {year}").format(
            program=self._words.title(at.program), source=self._words.source(at.program), year=at.program.year
        )
        self._line(column, source, tone="text_2")
        self._put(body, column)


class MonthFilters(QWidget):
    """The month, the program, the standings."""

    changed = Signal()
    narrowed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.month = Month.of(context.formatting.today())
        self.before, self.after = Button("", "chevron-left"), Button("", "chevron-right")
        self.before.setAccessibleName(self.tr("Month before"))
        self.after.setAccessibleName(self.tr("Month after"))
        self.name = Text("section", "")
        self.states = FilterChips(
            [("meets", self.tr("Met")), ("incomplete", self.tr("Something missing")), ("conflict", self.tr("Conflict")),
             ("short", self.tr("Below the threshold"))]
        )  # fmt: skip
        self.program = KnownChoices(self.tr("Program"), self.tr("All programs"))
        month = QWidget()
        line = QHBoxLayout(month)
        line.setContentsMargins(0, 0, 0, 0)
        for part in (self.before, self.name, self.after):
            line.addWidget(part)
        row = FlowLayout(self, gap=context.theme.px(8))
        for widget in (month, self.states, self.program):
            row.addWidget(widget)
        self.before.clicked.connect(lambda _on=False: self.turn(-1))
        self.after.clicked.connect(lambda _on=False: self.turn(1))
        self.states.changed.connect(lambda _on: self.narrowed.emit())
        self.program.activated.connect(lambda _at: self.narrowed.emit())
        self._say()

    def turn(self, step: int) -> None:
        """Another month."""
        today = Month.of(self._context.formatting.today())
        other = self.month.before() if step < 0 else self.month.after()
        if other.first <= today.first:
            self.month = other
            self._say()
            self.changed.emit()

    def show_month(self, month: Month) -> None:
        """Show a month without telling."""
        self.month = month
        self._say()

    def _say(self) -> None:
        names = self._context.formatting.month_names()
        self.name.setText(f"{names[self.month.month - 1]} {self.month.year}")
        self.after.setEnabled(self.month != Month.of(self._context.formatting.today()))

    def fits(self, row: MonthEndRow, program: str) -> bool:
        """Whether a row shows; `program` is its program's name."""
        on = self.states.on()
        return (not on or row.standing.state in on) and self.program.chosen in (None, program)


class MonthEndPart(CaseloadPart[MonthEndRow]):
    """The list of a month's end."""

    name = "month_end"
    row_actions = _ROW
    shows = frozenset({"program", "time", "transition", "goal", "care_plan", "patient", "handout", "plan"})

    def title(self) -> str:
        return self.tr("End of month")

    def build(self) -> None:
        self.words = ProgramWords(self.context)
        self._rows: tuple[MonthEndRow, ...] | None = None
        self.filters = MonthFilters(self.context)
        note = ShapeLabel()
        note.say(Level.INFO, self._note())
        self.table: RowsTable[MonthEndRow] = RowsTable(
            self.context, "month_end", self.words.month_columns(),
            lambda row: (row.head.id, row.standing.program.id), self.words.month_sentence, menu=_ROW,
        )  # fmt: skip
        self.table.setAccessibleName(self.title())
        self.detail = MonthDetailPane(self.context, self.words)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filters)
        column.addWidget(note)
        self.lay_out(top, self.detail)
        self.filters.changed.connect(self.refresh)
        self.filters.narrowed.connect(self._narrow)
        self.table.opened.connect(lambda _row: self.open_programs())

    def _note(self) -> str:
        return self.tr("A reminder of what the rules ask for, from secondary sources. It is never a claim by itself.")

    def refresh(self) -> None:
        month = self.filters.month
        self.asked.ask("queries.programs.month_end", AskMonth(month.year, month.month), done=self._show)

    def _show(self, rows: tuple[MonthEndRow, ...]) -> None:
        self._rows = rows
        self.filters.program.offer(self.words.short(row.standing.program) for row in rows)
        self.table.set_rows(rows)
        self.stack.setCurrentWidget(self.splitter if rows else self.empty)
        if not rows:
            words = self.tr("Patients are enrolled on their chart, in the tab Programs.")
            self.empty.say(self.tr("Nobody was in a program in this month."), words)
        self._narrow()

    def _narrow(self) -> None:
        self.table.set_filter(lambda row: self.filters.fits(row, self.words.short(row.standing.program)))
        self.row_changed()
        self.context.feedback.count(self.status())

    def status(self) -> str:
        if self._rows is None:
            return ""
        met = sum(row.standing.state == "meets" for row in self._rows)
        return self.tr("{met} of {all} met").format(met=met, all=len(self._rows))

    def filter_bar(self) -> QWidget:
        return self.filters.before

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        yield Action("month_end.before", self.tr("Month &before"), lambda: self.filters.turn(-1), "Ctrl+PgUp",
                     "chevron-left", "view", here)  # fmt: skip
        yield Action("month_end.after", self.tr("Month &after"), lambda: self.filters.turn(1), "Ctrl+PgDown",
                     "chevron-right", "view", here)  # fmt: skip
        yield Action("month_end.programs", self.tr("Programs and &minutes"), self.open_programs, "Ctrl+.", "timer",
                     "work", here)  # fmt: skip
        yield Action("month_end.chart", self.tr("&Open chart"), self.open_chart, None, "file-text", "work", here)
        yield Action("month_end.print", self.tr("&Print this list…"), self.print_list, "Ctrl+P", "printer", "file",
                     here)  # fmt: skip

    def open_programs(self) -> None:
        """Programs and minutes of the patient."""
        self.on_row(lambda row: self.context.navigation.open_chart(row.head.id, tab="programs"))

    def print_list(self) -> None:
        """The rows that show, to print."""
        if self._rows is not None:
            about = (f"{self.filters.name.text()} · {self.status()}",)
            show_list(self.context, self, self.table, self.title(), about, self._note())

    # place

    def state(self) -> Mapping[str, object]:
        month = self.filters.month
        return {"year": month.year, "month": month.month, "states": sorted(self.filters.states.on())}

    def restore(self, state: Mapping[str, object]) -> None:
        self.prepare()
        if isinstance(on := state.get("states"), list):
            self.filters.states.set_on(on)
        year, month = state.get("year"), state.get("month")
        if isinstance(year, int) and isinstance(month, int):
            self.filters.show_month(Month(year, month))
        self.stale = True
