"""A section that is a list: search, filters, sorting, count, an empty state, and commands for the current row."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from ui.context import AppContext
from ui.latest import Latest
from ui.pages.admin_sections.section import ADD, CHANGE, HISTORY, REMOVE, Section
from ui.tables.base import Column
from ui.tables.view import RowsTable
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_chips import FilterChips

R = TypeVar("R")
FEW = 8  # below this many rows nobody needs a search


class ListSection(Section, Generic[R]):
    """Rows come from one query; search and filters work on them here."""

    paged: ClassVar[bool] = False  # the query searches, sorts and pages

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.asked = Latest(context.jobs, self)
        self.loaded = False
        self._wanted: Hashable = None
        self._columns = tuple(self.columns())
        menu = [CHANGE, REMOVE, HISTORY, *(self.action_id(each.key) for each in self.commands())]
        self.table: RowsTable[R] = RowsTable(
            context, f"admin_{self.name}", self._columns, self.row_id, self.sentence,
            menu=menu, sorted_elsewhere=self.paged,
        )  # fmt: skip
        self.search = QLineEdit(self)
        self.chips = FilterChips(self.filters())
        title, told = self.nothing()
        self.empty = EmptyState(title, told, *self.empty_buttons())
        self.stack = QStackedWidget()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.search.setPlaceholderText(QCoreApplication.translate("ListSection", "Search this list"))
        self.search.setAccessibleName(QCoreApplication.translate("ListSection", "Search this list"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(theme.px(32))
        self.search.setVisible(self.paged)
        self.table.setAccessibleName(self.title())
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.search)
        self.body.addWidget(self.chips)
        self.chips.setVisible(bool(self.filters()))
        self.body.addWidget(self.stack, 1)

    def _wire(self) -> None:
        self.search.textChanged.connect(lambda _text: self.search_changed())
        self.chips.changed.connect(lambda _on: self.search_changed())
        self.table.opened.connect(lambda _row: self.change() if self.can(CHANGE) else None)
        self.table.row_changed.connect(lambda _row: self.commands_changed.emit())
        self.empty.chosen.connect(self.empty_chosen)

    # what a list says of itself

    @abstractmethod
    def columns(self) -> Sequence[Column[R]]:
        """The columns."""

    @abstractmethod
    def row_id(self, row: R) -> Hashable:
        """The stable id of a row."""

    def sentence(self, row: R) -> str:
        """One sentence that says the row."""
        return ", ".join(part for column in self._columns if (part := column.text(row)))

    @abstractmethod
    def nothing(self) -> tuple[str, str]:
        """Title and sentence when there are no rows at all."""

    def empty_buttons(self) -> tuple[str, ...]:
        """Buttons of the empty state, for who may change something."""
        word = self.words().get(ADD, "")
        return (word.replace("&", "").rstrip("…"),) if word and self.may_change else ()

    def empty_chosen(self, _place: int) -> None:
        """A button of the empty state was pressed."""
        if self.can(ADD):
            self.add()

    def filters(self) -> Sequence[tuple[str, str]]:
        """Filter chips: key and translated words."""
        return ()

    def record(self, row: R) -> tuple[str, int] | None:
        """The record behind a row, by its table and id, for its history."""
        return None

    def keeps(self, row: R, on: frozenset[str]) -> bool:
        """Whether the filters that are on show a row."""
        return True

    # showing

    def show_rows(self, rows: Sequence[R], total: int | None = None) -> None:
        """Show what the query answered."""
        self.loaded = True
        self.table.set_rows(rows, total)
        self.search.setVisible(self.paged or len(rows) >= FEW or bool(self.search.text()))
        if not self.paged:
            self._filter()
        self._show_stack()
        if self._wanted is not None and self.table.go_to(self._wanted):
            self._wanted = None

    def search_changed(self) -> None:
        """Search or filters changed: filter what is here; a paged list asks again."""
        if self.paged:
            self.refresh()
        else:
            self._filter()
            self._show_stack()

    def _filter(self) -> None:
        words, on = self.search.text().casefold().split(), self.chips.on()
        columns = self._columns

        def keep(row: R) -> bool:
            text = " ".join(column.text(row) for column in columns).casefold()
            return self.keeps(row, on) and all(word in text for word in words)

        self.table.set_filter(keep)

    def _show_stack(self) -> None:
        rows = self.table.rows()
        self.stack.setCurrentWidget(self.table if rows else self.empty)
        if not rows:
            narrowed = bool(self.search.text().strip() or self.chips.on())
            title = QCoreApplication.translate("ListSection", "Nothing fits this search.")
            told = QCoreApplication.translate("ListSection", "Clear the search to see everything.")
            self.empty.say(*((title, told) if narrowed else self.nothing()))
        self.commands_changed.emit()
        if self.isVisible():
            self.context.feedback.count(self.status())

    def status(self) -> str:
        if not self.loaded:
            return ""
        shown, total = self.table.counts()
        told = QCoreApplication.translate("ListSection", "{shown} of {total}")
        return told.format(shown=shown, total=total)

    # commands

    @property
    def row(self) -> R | None:
        """The row the keyboard is on."""
        return self.table.current_row() if self.table.rows() else None

    def can(self, action_id: str) -> bool:
        if not self.may_change:
            return False
        return action_id == ADD or (self.row is not None and self.fits(action_id, self.row))

    def fits(self, action_id: str, row: R) -> bool:
        """Whether a command makes sense for this row."""
        return True

    def run(self, name: str, request: object, done: Callable[[object], object]) -> None:
        """Run a use case for the row; a refusal is told in the message bar."""
        self.context.jobs.run(name, request, owner=self, done=done)

    def go_to(self, row_id: Hashable) -> None:
        """Put the keyboard on a row as soon as it is there."""
        self._wanted = row_id

    # place and keyboard

    def take(self, state: Mapping[str, object]) -> None:
        if isinstance(row_id := state.get("row"), Hashable):
            self.go_to(row_id)
            if self.loaded and self.table.go_to(row_id):
                self._wanted = None
        if isinstance(text := state.get("search"), str):
            self.search.setText(text)

    def state(self) -> Mapping[str, object]:
        return {**self.table.view_state(), "search": self.search.text()}

    def panes(self) -> Sequence[QWidget]:
        shown = self.stack.currentWidget() or self
        return (self.search, shown) if self.search.isVisible() else (shown,)

    def focus_first(self) -> None:
        (self.stack.currentWidget() or self).setFocus()
        if self.stack.currentWidget() is self.empty:
            self.empty.focus_first()

    def focus_search(self) -> None:
        self.search.setVisible(True)
        self.search.setFocus()
