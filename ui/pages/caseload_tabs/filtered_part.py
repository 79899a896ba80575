"""What parts of the Caseload page share that have chips and a search field above their table."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.context import AppContext
from ui.pages.caseload_tabs.part import CaseloadPart, R
from ui.widgets.filter_chips import FilterChips
from ui.widgets.flow import FlowLayout


class PartFilters(QWidget):
    """Chips, then what else there is, then words that are typed; `asked_anew` when the question changed."""

    asked_anew = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.groups: Mapping[str, FilterChips] = {}
        self.search = QLineEdit()

    def lay_out(
        self, groups: Mapping[str, FilterChips], words: str, *others: QWidget, told: str = "", width: int = 200
    ) -> None:
        """Put them beside each other.

        Args:
            groups: Chips by the name their state is kept under.
            words: What stands in the empty search field.
            others: Between the chips and the search field.
            told: The field's name for a screen reader; else `words`.
            width: The least of the search field, in pixels of the usual letter size.
        """
        self.groups = groups
        self.search.setPlaceholderText(words)
        self.search.setAccessibleName(told or words)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(self.context.theme.px(width))
        row = FlowLayout(self, gap=self.context.theme.px(8))
        for part in (*groups.values(), *others, self.search):
            row.addWidget(part)
        for chips in groups.values():
            chips.changed.connect(lambda _on: self.asked_anew.emit())
        self.search.textChanged.connect(lambda _text: self.asked_anew.emit())

    def typed(self) -> str:
        """The words that are typed."""
        return self.search.text().strip()

    def chosen(self) -> Sequence[str | None]:
        """The words of what else is chosen."""
        return ()

    def words_on(self) -> str:
        """What is on, for the status bar."""
        parts = (*(chips.words_on() for chips in self.groups.values()), *self.chosen(), self.typed())
        return ", ".join(part for part in parts if part)

    def state(self) -> Mapping[str, object]:
        """What is on, for back and forward."""
        return {name: sorted(chips.on()) for name, chips in self.groups.items()} | {"search": self.search.text()}

    def restore(self, state: Mapping[str, object]) -> None:
        """Put back what `state` gave."""
        for name, chips in self.groups.items():
            if isinstance(on := state.get(name), list):
                chips.set_on(on)
        if isinstance(text := state.get("search"), str) and text != self.search.text():
            self.search.setText(text)


class FilteredPart(CaseloadPart[R]):
    """A part whose `filters` are `PartFilters`; `build` makes them and ends with `lay_out_filtered`."""

    filters: PartFilters
    go_to: Hashable | None = None  # the row to stand on once the answer is there

    def lay_out_filtered(self, pane: QWidget, *below: QWidget) -> None:
        """Filters and what stands below them, the table, the pane; asked again when a filter changes."""
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.filters, *below):
            column.addWidget(part)
        self.lay_out(top, pane)
        self.filters.asked_anew.connect(self.refresh)
        self.filters.search.returnPressed.connect(self.focus_first)
        self.table.opened.connect(lambda _row: self.open_chart())

    def fits(self) -> Callable[[R], bool] | None:
        """Which rows of the answer show; None: all of them."""
        return None

    @abstractmethod
    def say_empty(self) -> None:
        """Say why there is no row."""

    def fill(self, rows: Sequence[R]) -> None:
        """Show the rows of an answer, on the row that was asked for."""
        self.table.set_rows(rows)
        self.stack.setCurrentWidget(self.splitter if rows else self.empty)
        if not rows:
            self.say_empty()
        if (fits := self.fits()) is not None:
            self.table.set_filter(fits)
        if (row_id := self.go_to) is not None:
            self.go_to = None
            self.stand_on(row_id)
        self.row_changed()
        self.context.feedback.count(self.status())

    def stand_on(self, row_id: Hashable) -> None:
        """Put the keyboard on a row."""
        self.table.go_to(row_id)

    def shown_of_all(self) -> str:
        """How many rows show of how many, and by which filter, for the status bar."""
        shown, every = self.table.counts()
        words = QCoreApplication.translate("FilteredPart", "{shown} of {all}").format(shown=shown, all=every)
        return self.with_filter(words) if self.filters.words_on() else words

    def with_filter(self, count: str) -> str:
        """A count and what is on."""
        words = QCoreApplication.translate("FilteredPart", "{count} · Filter: {filter}")
        return words.format(count=count, filter=self.filters.words_on())

    def filter_bar(self) -> QWidget:
        return self.filters.search

    def to_filter(self) -> None:
        """Put the keyboard in the search field."""
        self.filters.search.setFocus()

    def walk(self, step: int, wanted: Callable[[R], bool], nobody: str) -> None:
        """Go to the next row that is wanted, round again; `nobody` is said when there is none."""
        rows = self.table.rows()
        if not any(wanted(row) for row in rows):
            self.context.feedback.say(nobody)
            return
        at = self.table.currentIndex().row()
        for _ in rows:
            at = (at + step) % len(rows)
            if wanted(rows[at]):
                break
        self.table.go_to(self.table.rows_model.row_id(rows[at]))
        self.table.setFocus()

    # place

    def state(self) -> Mapping[str, object]:
        return {"row": self.table.view_state()["row"] if self.built else None, **self.filters.state()}

    def restore(self, state: Mapping[str, object]) -> None:
        self.prepare()
        self.filters.restore(state)
        if isinstance(row := state.get("row"), (int, str)):
            self.go_to = row
        self.stale = True
