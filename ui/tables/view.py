"""RowsTable: the table widget of every list page."""

from __future__ import annotations

import base64
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from icm_desktop.permissions import Privilege
from ui.clipboard import copy_text
from ui.context import AppContext
from ui.tables.base import Column, RowsModel
from ui.tables.delegate import CellDelegate
from ui.tables.fitting import shared_out, title_width, words_width
from ui.tables.header import FlatHeader
from ui.tables.row_menu import open_row_menu

R = TypeVar("R")
LAYOUT_VERSION = 2
_STRETCH_LETTERS = 20  # what the column that stretches keeps while others grow


class RowsTable(QTableView, Generic[R]):
    """Shows frozen rows with declared columns.

    Args:
        view: Name under which column widths, order and sorting are remembered for this person ("patients").
        row_id: The stable id of a row; selection survives refresh, sorting and filtering by it.
        sentence: One sentence that says the whole row to a screen reader.
        menu: Ids of registered actions for the row's context menu, "" for a line.
        sorted_elsewhere: The query sorts (long lists); `sort_wanted` asks for it, `more_wanted` for the next page.
        privilege: What writing the list to a file needs.
    """

    opened = Signal(object)  # row: Enter or double click
    row_changed = Signal(object)  # current row or None
    sort_wanted = Signal(str, bool)
    more_wanted = Signal(int)  # how many rows are there already
    filled = Signal()  # rows came, all or the next page of them

    def __init__(  # noqa: PLR0913  a table is declared in one call
        self,
        context: AppContext,
        view: str,
        columns: Sequence[Column[R]],
        row_id: Callable[[R], Hashable],
        sentence: Callable[[R], str],
        *,
        menu: Sequence[str] = (),
        sorted_elsewhere: bool = False,
        privilege: Privilege = Privilege.EXPORT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._menu = tuple(menu)
        self.view, self.privilege = view, privilege
        self._key = f"tables/{context.session.user_id}/{view}/v{LAYOUT_VERSION}"
        self._total: int | None = None
        self.written: Sequence[Column[R]] = ()  # what the clipboard and a file get instead of the columns shown
        self._asked = -1
        self.rows_model: RowsModel[R] = RowsModel(columns, row_id, sentence)
        self.rows_model.sorted_elsewhere = sorted_elsewhere
        self.setModel(self.rows_model)
        self.setItemDelegate(CellDelegate(self))
        self._dress()
        self._wire()
        self.reset_columns(forget=False)
        self._restore_layout()
        context.theme.theme_changed.connect(self._resize_rows)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(FlatHeader(self))
        self._points = self._context.theme.points
        self._resize_rows()

    def _wire(self) -> None:
        header = self.horizontalHeader()
        header.sectionClicked.connect(self._header_clicked)
        header.sectionResized.connect(self._keep_layout)
        header.sectionMoved.connect(self._keep_layout)
        self.customContextMenuRequested.connect(self._open_menu)
        self.doubleClicked.connect(self._open_index)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.row_changed.emit(self.current_row()))
        self.verticalScrollBar().valueChanged.connect(self._ask_for_more)

    # rows

    def set_rows(self, rows: Sequence[R], total: int | None = None) -> None:
        """Replace the rows; `total` is how many match in all when only a first page came."""
        self._total, self._asked = total, -1
        self._keeping_place(lambda: self.rows_model.set_rows(rows))
        self._fit_columns()
        self.filled.emit()

    def append_rows(self, rows: Sequence[R]) -> None:
        """Add the page that `more_wanted` asked for."""
        self.rows_model.append_rows(rows)
        self.filled.emit()

    def set_filter(self, keep: Callable[[R], bool] | None) -> None:
        """Show only some of the rows."""
        self._keeping_place(lambda: self.rows_model.set_filter(keep))

    def rows(self) -> tuple[R, ...]:
        """The rows as shown."""
        return self.rows_model.rows()

    def counts(self) -> tuple[int, int]:
        """Shown and total, for "18 of 214"."""
        return len(self.rows_model.rows()), self._total or len(self.rows_model.all_rows())

    def current_row(self) -> R | None:
        """The row the keyboard is on."""
        return self.rows_model.row(self.currentIndex())

    def selected_rows(self) -> tuple[R, ...]:
        """Every selected row, top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows_model.rows()[place] for place in places)

    def go_to(self, row_id: Hashable) -> bool:
        """Put the keyboard on the row with this id; False when it is not shown."""
        place = self.rows_model.place_of(row_id)
        if place >= 0:
            self.setCurrentIndex(self.rows_model.index(place, 0))
            self.scrollTo(self.currentIndex())
        return place >= 0

    def _keeping_place(self, change: Callable[[], None]) -> None:
        current, before = self.current_row(), self.currentIndex().row()
        scroll = self.verticalScrollBar().value()
        change()
        self.verticalScrollBar().setValue(scroll)
        found = current is not None and self.go_to(self.rows_model.row_id(current))
        if not found and self.rows_model.rowCount():
            place = min(max(before, 0), self.rows_model.rowCount() - 1)
            self.setCurrentIndex(self.rows_model.index(place, 0))
        elif not found:
            self.row_changed.emit(None)

    # sorting and columns

    def sort_by(self, key: str, descending: bool = False) -> None:
        """Sort by a column and say so in its header."""
        self._keeping_place(lambda: self.rows_model.sort_rows(key, descending))
        place = next(at for at, column in enumerate(self.rows_model.columns) if column.key == key)
        self.horizontalHeader().headerDataChanged(Qt.Orientation.Horizontal, place, place)
        self._context.preferences.keep(f"{self._key}/sort", f"{key}:{'desc' if descending else 'asc'}")
        if self.rows_model.sorted_elsewhere:
            self.sort_wanted.emit(key, descending)

    def _header_clicked(self, section: int) -> None:
        column = self.rows_model.columns[section]
        if column.sortable:
            key, descending = self.rows_model.sorting
            self.sort_by(column.key, key == column.key and not descending)

    def reset_columns(self, *, forget: bool = True) -> None:
        """Go back to the designed widths, order and visibility."""
        header, em = self.horizontalHeader(), QFontMetrics(self._context.theme.font()).averageCharWidth()
        for place, column in enumerate(self.rows_model.columns):
            header.moveSection(header.visualIndex(place), place)
            header.setSectionHidden(place, column.hidden)
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, mode)
            header.resizeSection(place, em * column.width + 16)
        if forget:
            self._context.preferences.forget(self._widths_key())
        self._fit_columns()

    def _fit_columns(self) -> None:
        """As wide as the words of the first rows; empty columns make way. Widths that somebody chose stay."""
        rows, header, columns = self.rows_model.rows(), self.horizontalHeader(), self.rows_model.columns
        if not rows or self._context.preferences.text(self._widths_key()):
            return
        metrics = QFontMetrics(self._context.theme.font())
        letter, shown = metrics.averageCharWidth(), [at for at in range(len(columns)) if not header.isSectionHidden(at)]
        fixed = [at for at in shown if not columns[at].stretch]
        least, wanted = [], []
        for column in (columns[at] for at in fixed):
            designed, title = letter * column.width + 16, title_width(column, metrics)
            words = designed if column.trend else words_width(column, rows, self.rows_model.words, metrics)
            sample = metrics.horizontalAdvance(column.least) + 16 if column.least else designed
            least.append(max(title, min(words, designed, sample)))
            wanted.append(max(title, min(words, 2 * designed)))
        room = self.viewport().width() - (len(shown) - len(fixed)) * letter * _STRETCH_LETTERS
        for at, wide in zip(fixed, shared_out(least, wanted, room), strict=True):
            header.resizeSection(at, wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()

    def _keep_layout(self, *_: int) -> None:
        """What somebody drags; what the program or the window's size does is no choice."""
        if self.isVisible() and QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            state = base64.b64encode(self.horizontalHeader().saveState().data()).decode()
            self._context.preferences.keep(self._widths_key(), state)

    def _widths_key(self) -> str:
        """Widths are kept for each text size."""
        return f"{self._key}/header{self._points}"

    def _restore_widths(self) -> None:
        saved = self._context.preferences.text(self._widths_key())
        if saved:
            self.horizontalHeader().restoreState(QByteArray.fromBase64(saved.encode()))

    def _restore_layout(self) -> None:
        self._restore_widths()
        key, _, order = self._context.preferences.text(f"{self._key}/sort").partition(":")
        if key in {column.key for column in self.rows_model.columns if column.sortable}:
            self.sort_by(key, order == "desc")

    def _resize_rows(self) -> None:
        """Rows and columns grow and shrink with the text."""
        points = self._context.theme.points
        if points != self._points:
            self._points = points
            self.reset_columns(forget=False)
            self._restore_widths()
        self.verticalHeader().setDefaultSectionSize(
            max(self._context.theme.px(28), QFontMetrics(self._context.theme.font()).height() + 10)
        )
        self.horizontalHeader().setMinimumHeight(
            max(self._context.theme.px(28), QFontMetrics(self._context.theme.font()).height() + 10)
        )
        self.viewport().update()

    # keyboard, mouse, clipboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open_index(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._open_menu(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows_model.rowCount():
            self.setCurrentIndex(self.rows_model.index(0, 0))

    def as_texts(self, rows: Sequence[R]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Titles and cells for the clipboard or a file: of `written`, or of the columns shown, in their order."""
        header = self.horizontalHeader()
        order = [header.logicalIndex(place) for place in range(header.count())]
        shown = [self.rows_model.columns[at] for at in order if not header.isSectionHidden(at)]
        columns = self.written or shown
        cells = tuple(tuple(self.rows_model.copied(row, columns)) for row in rows)
        return tuple(column.title for column in columns), cells

    def copy_selection(self) -> None:
        """Copy the selected rows with the header, tab separated."""
        titles, cells = self.as_texts(self.selected_rows())
        lines = [titles, *cells]
        copy_text("\n".join("\t".join(cell.replace("\t", " ") for cell in line) for line in lines))

    def _open_index(self, index: QModelIndex) -> None:
        row = self.rows_model.row(index)
        if row is not None:
            self.opened.emit(row)

    def _open_menu(self, at: QPoint) -> None:
        open_row_menu(self, self._context.actions, self._menu, at)

    def _ask_for_more(self, value: int) -> None:
        there = len(self.rows_model.all_rows())
        if value >= self.verticalScrollBar().maximum() - 5 and self._asked != there:
            self.ask_for_next()

    def ask_for_next(self) -> bool:
        """Ask for the next page of a long list; False when every row is there."""
        there = len(self.rows_model.all_rows())
        if self._total is None or there >= self._total:
            return False
        self._asked = there
        self.more_wanted.emit(there)
        return True

    # back and forward

    def view_state(self) -> Mapping[str, object]:
        """Row and scroll place, to put in the page's state."""
        row = self.current_row()
        return {
            "row": self.rows_model.row_id(row) if row is not None else None,
            "scroll": self.verticalScrollBar().value(),
        }

    def restore_view(self, state: Mapping[str, object]) -> None:
        """Put back what `view_state` gave, once the rows are there."""
        row_id, scroll = state.get("row"), state.get("scroll")
        if row_id is not None and isinstance(row_id, Hashable):
            self.go_to(row_id)
        if isinstance(scroll, int):
            self.verticalScrollBar().setValue(scroll)
