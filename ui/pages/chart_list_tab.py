"""A tab of the chart that is a long list with its detail beside it: filtered, searched, opened."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.chart import Chart
from icm_desktop.contracts.common import Page as Slice
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.records import FactRef
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.fact import FactDialog
from ui.pages.chart_tab import ChartTab
from ui.pages.record_words import RecordWords
from ui.record_acts import RecordActs
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.beside import beside
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_paint import Fact
from ui.widgets.fact_pane import FactPane
from ui.widgets.flow import FlowLayout
from ui.widgets.scroll import scrolling

_PANE = 34  # percent of the width
_MARGIN = 16  # as the table gives every column
ROOM_FOR_PANE = 680  # narrower than this, or with large text, Enter opens the record in a window of its own
LEAST_HEIGHT = 160
_LEAST_LETTERS = 26  # of the column that stretches


class ListTab(ChartTab):
    """Concrete tabs ask `query` in `refresh`, say how a row reads, and which record it opens."""

    query: ClassVar[str] = ""
    paged: ClassVar[bool] = False  # the query sorts, and gives one slice after the other: see `PagedTab`

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.records = RecordWords(context)
        self.acts = RecordActs(context, self, self.name, self._current)
        self.page: Slice[Any] | None = None
        self._wanted: Mapping[str, object] = {}

    # what a concrete tab says

    @abstractmethod
    def columns(self) -> Sequence[Column[Any]]:
        """The columns of the table."""

    @abstractmethod
    def row_key(self, row: Any) -> Any:
        """The stable id of a row."""

    @abstractmethod
    def row_ref(self, row: Any) -> FactRef | None:
        """The record a row opens."""

    @abstractmethod
    def row_sentence(self, row: Any) -> str:
        """The row as a screen reader says it."""

    def struck(self, row: Any) -> bool:
        """Whether the row was entered in error."""
        return bool(getattr(row, "mistaken", False))

    def above_detail(self, row: Any) -> tuple[Fact, ...]:
        """What the pane shows above the record's own fields."""
        return ()

    def menu(self) -> Sequence[str]:
        """The ids of the commands in a row's menu."""
        return self.acts.ids

    def filters(self) -> Iterable[QWidget]:
        """The widgets above the table; each refreshes the tab by `self.refresh` when it changes."""
        return ()

    def sections(self) -> QWidget | None:
        """What stands above the filters in a row of its own, breaking into several where it must."""
        return None

    def filter_words(self) -> str:
        """What is filtered, for the status bar; empty when nothing is."""
        return ""

    @abstractmethod
    def hint(self) -> str:
        """What the pane says before a row is chosen."""

    @abstractmethod
    def nothing(self) -> tuple[str, str]:
        """Title and sentence when there is no row."""

    # putting together

    def build(self) -> None:
        theme = self.context.theme
        self.table: RowsTable[Any] = _FittedTable(
            self.context, f"chart.{self.name}", self.columns(), self.row_key, self.row_sentence,
            menu=self.menu(), sorted_elsewhere=self.paged,
        )  # fmt: skip
        self.table.rows_model.struck = self.struck
        self.table.setAccessibleName(self.title())
        self.pane = FactPane(self.context, self.hint())
        self.empty = EmptyState("", "")
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(scrolling(self.empty, sideways=True))
        self.splitter = beside(self.stack, self.pane, _PANE, 220)
        bar = FlowLayout(gap=theme.px(8))
        for widget in self.filters():
            bar.addWidget(widget)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(4))
        column.setSpacing(theme.px(6))
        if (sections := self.sections()) is not None:
            column.addWidget(sections)
        column.addLayout(bar)
        column.addWidget(self.splitter, 1)
        self.splitter.setMinimumHeight(theme.px(LEAST_HEIGHT))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scrolling(inside, sideways=True))
        self.table.row_changed.connect(self._row_changed)
        self.table.opened.connect(lambda _row: self.open_current())
        self.pane.head = self.head

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.built:
            self._fit_pane()

    def _fit_pane(self) -> None:
        self.pane.setVisible(self._has_room() and self.page is not None and bool(self.page.rows))

    def _has_room(self) -> bool:
        return self.width() >= self.context.theme.px(ROOM_FOR_PANE)

    # what is asked and shown

    def clear(self) -> None:
        self.page = None
        self.table.set_rows(())
        self.pane.clear()

    def show_chart(self, chart: Chart) -> None:
        super().show_chart(chart)
        if self.built:
            self.pane.head = self.head

    def _show(self, page: Slice[Any]) -> None:
        self.page = page
        self.table.set_rows(page.rows, page.total)
        self.stack.setCurrentIndex(0 if page.rows else 1)
        if not page.rows:
            self.empty.say(*self.nothing())
        self._fit_pane()
        if self._wanted and page.rows:
            wanted, self._wanted = self._wanted, {}
            self.table.restore_view(wanted)
        if not self.table.currentIndex().isValid() and page.rows:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
        self._row_changed(self.table.current_row())
        self.tell_status()

    def _row_changed(self, row: Any) -> None:
        if row is None:
            self.pane.clear()
        elif self.page is not None and self.table.counts()[0]:
            self.show_row(row)
        self.enable_actions(self.isVisible())

    def show_row(self, row: Any) -> None:
        """Show the record of a row in the pane."""
        self.pane.show_fact(self.row_ref(row), self.above_detail(row))

    def status(self) -> str:
        if self.page is None:
            return ""
        return self.records.counted(len(self.table.rows()), self.page.total, self.filter_words())

    # commands

    def _current(self) -> tuple[FactRef, PatientHead | None] | None:
        row = self.table.current_row() if self.built else None
        ref = self.row_ref(row) if row is not None else None
        return (ref, self.head) if ref is not None else None

    def actions_offered(self, here: str) -> Iterable[Action]:
        return self.acts.actions(here, self.privilege)

    def enable_actions(self, on_tab: bool) -> None:
        self.acts.enable(on_tab)

    def open_current(self) -> None:
        """Enter: into the detail beside the table, or the record in a window of its own where there is no room."""
        row = self.table.current_row()
        ref = self.row_ref(row) if row is not None else None
        if self.pane.isVisible():
            self.pane.focus_first()
        elif ref is not None:
            FactDialog(self.context, ref, self.head, self, self.above_detail(row)).open()

    # place

    def search_here(self) -> None:
        self.focus_first()

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.pane)

    def focus_first(self) -> None:
        self.table.setFocus()

    def state(self) -> Mapping[str, object]:
        return dict(self.table.view_state())

    def restore(self, state: Mapping[str, object]) -> None:
        self._wanted = state
        if self.built and self.page is not None:
            self.table.restore_view(state)


class _FittedTable(RowsTable[Any]):
    """In a narrow window the last columns give their room to the one that says what a row is about."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = self.fontMetrics().averageCharWidth()
        room = self.viewport().width() - em * _LEAST_LETTERS
        for place, column in enumerate(self.rows_model.columns):
            if not column.stretch and not column.hidden:
                room -= em * column.width + _MARGIN
                self.setColumnHidden(place, room < 0 and place > 1)
