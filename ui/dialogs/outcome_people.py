"""The people behind a figure: those above the line, and the rest of those under it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.outcomes import HITS, REST, AskBehindFigure, BehindFigure, FigureRow, PeopleBehind
from ui.context import AppContext
from ui.dialogs.list_sheet import show_list
from ui.latest import Latest
from ui.pages.outcomes_words import OutcomeWords
from ui.room import room_for
from ui.tables.base import Column
from ui.tables.export import TableExport
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Text


class OutcomePeopleDialog(QDialog):
    """A list to open charts from, to print and to save."""

    def __init__(
        self, context: AppContext, words: OutcomeWords, row: FigureRow, asked: AskBehindFigure,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.context, self._words, self._row, self._question = context, words, row, asked
        self._asked = Latest(context.jobs, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Names behind the figure"))
        self.view = FilterChips([(HITS, self.tr("Counted above the line")), (REST, self.tr("The rest"))],
                                exclusive=True, parent=self)  # fmt: skip
        self.view.set_on([HITS])
        self.view.setVisible(row.unit == "percent")
        self.about = Text("small", tone="text_2", wrap=True)
        self.table: RowsTable[BehindFigure] = RowsTable(
            context, "outcome_people", self._columns(), lambda one: (one.head.id, str(one.day), words.pick(one.what)),
            self._spoken,
        )  # fmt: skip
        self.table.setAccessibleName(self.windowTitle())
        self._lay_out()
        self.view.changed.connect(lambda _on: self.ask())
        self.table.opened.connect(self._open)
        self.resize(room_for(self).boundedTo(QSize(context.theme.px(820), context.theme.px(560))))
        self.ask()
        self.table.setFocus()

    def _lay_out(self) -> None:
        paper, save, close = Button(self.tr("P&rint…"), "printer"), Button(self.tr("Save as &CSV…")), Button(
            self.tr("Close")
        )  # fmt: skip
        paper.clicked.connect(lambda _on=False: self.print_it())
        save.clicked.connect(lambda _on=False: TableExport(self.context, self.table).start())
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (paper, save, close):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(Text("section", self._words.pick(self._row.title), wrap=True))
        column.addWidget(Text("body", self._words.sentence(self._row), wrap=True))
        column.addWidget(self.view)
        column.addWidget(self.table, 1)
        column.addWidget(self.about)
        column.addLayout(foot)

    def ask(self) -> None:
        """Ask for the part that is chosen."""
        part = next(iter(self.view.on()), HITS)
        self._asked.ask("queries.outcomes.board.behind", replace(self._question, part=part), done=self._show)

    def _show(self, found: PeopleBehind) -> None:
        self.table.set_rows(found.rows, found.total)
        words = [self.tr("{shown} of {total}").format(shown=len(found.rows), total=found.total)]
        if found.nameless:
            words.append(self.tr("%n without a name", "", found.nameless))
        if found.amount is not None:
            words.append(self.tr("together {amount}").format(amount=self._shown(found.amount)))
        self.about.setText(" · ".join(words))

    def _columns(self) -> tuple[Column[BehindFigure], ...]:
        shown, money = self.context.formatting, self._row.unit == "money"
        return (
            Column("patient", self.tr("Patient"), lambda one: shown.name(one.head), width=28),
            Column("day", self.tr("Day"), lambda one: shown.date(one.day), lambda one: one.day, 13,
                   copy=lambda one: one.day.isoformat() if one.day else ""),
            Column("what", self.tr("What"), lambda one: self._words.pick(one.what), stretch=True,
                   tip=lambda one: self._words.pick(one.what)),
            Column("amount", self.tr("Amount") if money else self.tr("Share"), self._amount, lambda one: one.amount, 12,
                   number=True, hidden=not money and self._row.id != "emergency-avoidable"),
        )  # fmt: skip

    def _amount(self, one: BehindFigure) -> str:
        return "" if one.amount is None else self._shown(one.amount)

    def _shown(self, amount: float) -> str:
        shown = self.context.formatting
        return shown.cents(amount) if self._row.unit == "money" else shown.number(amount, 2)

    def _spoken(self, one: BehindFigure) -> str:
        shown = self.context.formatting
        words = (self._words.pick(one.what), self._amount(one))
        return f"{shown.name(one.head)}, {shown.date(one.day)}: {', '.join(filter(None, words))}"

    def print_it(self) -> None:
        """The list on paper."""
        title = self._words.pick(self._row.title)
        show_list(self.context, self, self.table, title, (self._words.sentence(self._row),))

    def _open(self, one: BehindFigure) -> None:
        self.accept()
        self.context.navigation.open_chart(one.head.id)
