"""Results: everything measured with its last value and trend, and all values of the one the keyboard is on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.chart import Chart
from icm_desktop.contracts.results import ResultLine
from icm_desktop.domain.names import folded
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.series import SeriesDialog
from ui.pages.chart_list_tab import LEAST_HEIGHT
from ui.pages.chart_tab import ChartTab
from ui.pages.result_words import ResultWords
from ui.tables.tree_view import TreeTable
from ui.widgets.beside import beside
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips
from ui.widgets.scroll import scrolling
from ui.widgets.series_pane import SeriesPane

_ROOM_FOR_PANE = 820
_PANE = 40  # percent of the width
_ODD, _OUR_KEYS = "odd", frozenset({"name", "latest", "flag", "trend"})


class ResultsTab(ChartTab):
    """Measurements under their groups and panels; parts are folded under the panel they came in."""

    name = "results"
    number = 4
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"observation", "diagnostic_report", "import", "patient"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.words = ResultWords(context)
        self.lines: tuple[ResultLine, ...] | None = None
        self._wanted: str | None = None

    def title(self) -> str:
        return self.tr("Results")

    def build(self) -> None:
        theme = self.context.theme
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search measurements"))
        self.search.setAccessibleName(self.tr("Search measurements"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(theme.px(200))
        self.search.setMinimumHeight(theme.px(28))
        self.chips = FilterChips([(_ODD, self.tr("Outside the range"))])
        self.table = TreeTable(self.context, self.words.columns(), self.words.sentence, keep=_OUR_KEYS)
        self.table.setAccessibleName(self.title())
        self.pane = SeriesPane(self.context, self.words)
        self.pane.head = self.head
        self.empty = EmptyState("", "")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.splitter = beside(self.stack, self.pane, _PANE, 240)
        bar = QHBoxLayout()
        bar.addWidget(self.search)
        bar.addWidget(self.chips)
        bar.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(4))
        column.setSpacing(theme.px(6))
        column.addLayout(bar)
        column.addWidget(self.splitter, 1)
        self.splitter.setMinimumHeight(theme.px(LEAST_HEIGHT))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scrolling(inside, sideways=True))
        self._wire()

    def _wire(self) -> None:
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.returnPressed.connect(self.focus_first)
        self.chips.changed.connect(lambda _on: self._fill())
        self.table.row_changed.connect(self._row_changed)
        self.table.opened.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.built:
            self._fit_pane()

    def _fit_pane(self) -> None:
        self.pane.setVisible(self.width() >= self.context.theme.px(_ROOM_FOR_PANE) and bool(self.lines))

    # what is asked and shown

    def clear(self) -> None:
        self.lines = None
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.chips.set_on(())
        self.table.set_nodes([])
        self.pane.clear()

    def show_chart(self, chart: Chart) -> None:
        super().show_chart(chart)
        if self.built:
            self.pane.head = self.head

    def refresh(self) -> None:
        self.asked.ask("queries.results.results", self.patient_id, done=self._show)

    def _show(self, lines: tuple[ResultLine, ...]) -> None:
        self.lines = lines
        self._fill()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.stand_on(wanted)

    def _fill(self) -> None:
        shown = list(self._shown())
        self.table.set_nodes(self.words.nodes(shown))
        self.stack.setCurrentIndex(0 if shown else 1)
        if not shown and self.lines:
            self.empty.say(self.tr("No measurement fits."), self.tr("Search for less, or show all."))
        elif not shown:
            self.empty.say(
                self.tr("No results yet."), self.tr("Imported laboratory values and vital signs stand here.")
            )
        self._fit_pane()
        self._row_changed(self.table.current_row())
        self.tell_status()

    def _shown(self) -> Iterator[ResultLine]:
        typed, odd = folded(self.search.text()), _ODD in self.chips.on()
        for line in self.lines or ():
            names = folded(f"{line.name} {line.panel or ''} {' '.join(part.name for part in line.parts)}")
            if typed in names and (not odd or line.latest.flag in ("low", "high") or line.latest.disagrees):
                yield line

    def _row_changed(self, row: object) -> None:
        if isinstance(row, ResultLine) and self.patient_id is not None:
            self.pane.show_line(self.patient_id, row)
        else:
            self.pane.clear()

    def _open(self, row: object) -> None:
        if self.pane.isVisible():
            self.pane.table.setFocus()
        elif isinstance(row, ResultLine) and self.head is not None:
            SeriesDialog(self.context, self.words, self.head, row, self).open()

    def stand_on(self, item: str) -> None:
        """Put the keyboard on the measurement with this key or code, now or when it is there."""
        found = next((line.key for line in self.lines or () if _is(line, item)), None)
        if found is None or not self.table.go_to(found):
            self._wanted = item if self.lines is None else None

    def status(self) -> str:
        if self.lines is None:
            return ""
        shown = sum(1 for _ in self._shown())
        filters = ", ".join(part for part in (self.search.text().strip(), self.chips.words_on()) if part)
        return self.words.records.counted(shown, len(self.lines), filters)

    def search_here(self) -> None:
        self.search.setFocus()

    def panes(self) -> Sequence[QWidget]:
        return (self.search, self.table, self.pane.table)

    def focus_first(self) -> None:
        self.table.setFocus()

    def state(self) -> Mapping[str, object]:
        return dict(self.table.place())

    def restore(self, state: Mapping[str, object]) -> None:
        if self.built and state:
            self.table.put_back(state)


def _is(line: ResultLine, item: str) -> bool:
    return item in (line.key, line.key.partition("|")[0])
