"""Facts of one patient of which an outside source says something else: side by side, decided one by one."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import Page, PatientHead
from icm_desktop.contracts.differences import DifferenceFilter, DifferenceRow
from icm_desktop.domain.differences import BOTH, MINE, SOME, THEIRS
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.pane_window import PaneWindow
from ui.difference_acts import DifferenceActs
from ui.feedback import Level
from ui.messages import sentence
from ui.pages.difference_view import DifferenceView
from ui.pages.exchange_words import ExchangeWords
from ui.tables.export import export_table
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.scroll import VerticalScroll
from ui.widgets.shape_label import ShapeLabel

_SIZE = (900, 560)
KEYS = ((MINE, "Ctrl+O"), (THEIRS, "Ctrl+T"), (BOTH, "Ctrl+B"), (SOME, "Ctrl+Return"))


class DifferencesDialog(PaneWindow):
    """The next fact comes by itself; decided ones leave the list."""

    def __init__(self, context: AppContext, head: PatientHead, parent: QWidget | None = None) -> None:
        super().__init__(context, head, _SIZE, parent)
        self._context, self._patient_id = context, head.id
        self.words, self._acts = ExchangeWords(context), DifferenceActs(context, self)
        self.setWindowTitle(self.tr("Compare with what came from outside"))
        self.table: RowsTable[DifferenceRow] = RowsTable(
            context, "patient_differences", self.words.difference_columns()[1:], lambda row: row.id,
            self.words.difference_sentence,
        )  # fmt: skip
        self.table.setAccessibleName(self.tr("Facts that differ"))
        self.view = DifferenceView(context, self.words)
        self._scroll = VerticalScroll(self.view)  # large text in a low window
        self._scroll.follow(self.view.table)
        self.problem = ShapeLabel(Level.HIGH, "", self)
        self.none = Text("body", self.tr("Nothing that came from outside differs from this record."), wrap=True)
        self.buttons = {
            MINE: Button(self.tr("Keep &ours"), "check"),
            THEIRS: Button(self.tr("Take &theirs"), "import"),
            BOTH: Button(self.tr("&Both"), "split"),
            SOME: Button(self.tr("As &chosen below"), "list"),
        }
        self._lay_out()
        self._wire()
        self.refresh()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        side = self._context.theme.px(16)
        column.setContentsMargins(side, 0, side, 0)
        column.setSpacing(self._context.theme.px(8))
        column.addWidget(self.none)
        column.addWidget(self.table, 1)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.problem)
        foot = QHBoxLayout()
        for answer, keys in KEYS:
            self.buttons[answer].setToolTip(keys)
            foot.addWidget(self.buttons[answer])
        foot.addStretch(1)
        column.addLayout(foot)
        self.problem.hide()
        self.hold(inside)

    def _wire(self) -> None:
        self.table.row_changed.connect(self._show_row)
        for answer, keys in KEYS:
            self.buttons[answer].clicked.connect(partial(self._clicked, answer))
            QShortcut(keys, self, partial(self.decide, answer))
        QShortcut("Ctrl+Shift+E", self, lambda: export_table(self._context, self))
        self._context.notifier.changed.connect(self._follow)

    def refresh(self) -> None:
        """Read what waits."""
        self._context.jobs.run(
            "queries.differences.differences", DifferenceFilter(self._patient_id, limit=500), owner=self,
            done=self._show, failed=self._refused,
        )  # fmt: skip

    def _follow(self, changes: Changes) -> None:
        if {"difference", "import"} & changes.kinds and self.isVisible():
            self.refresh()

    def _show(self, found: Page[DifferenceRow]) -> None:
        self.table.set_rows(found.rows)
        self.none.setVisible(not found.rows)
        self.table.setVisible(bool(found.rows))
        self._scroll.setVisible(bool(found.rows))
        if found.rows and self.table.current_row() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
        self._show_row(self.table.current_row())

    def _show_row(self, row: DifferenceRow | None) -> None:
        self.problem.hide()
        self.view.show_row(row)
        may = row is not None and row.decided_at is None
        for answer, button in self.buttons.items():
            fits = {BOTH: row is not None and row.both, SOME: self.view.can_choose()}.get(answer, True)
            button.setEnabled(may and fits)

    def _clicked(self, answer: str, _on: bool = False) -> None:
        self.decide(answer)

    def decide(self, answer: str) -> None:
        """Decide about the fact the keyboard is on."""
        if not self.buttons[answer].isEnabled():
            return
        answer, fields = self.view.answer() if answer == SOME else (answer, ())
        self._acts.decide(self.table.current_row(), answer, self._refused, fields)

    def _refused(self, error: UserError) -> None:
        self.problem.say(Level.HIGH.value, sentence(error, self._context.formatting))
        self.problem.show()
