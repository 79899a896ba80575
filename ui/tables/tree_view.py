"""TreeTable: the tree table widget of Today and of the care plan."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from ui.clipboard import copy_text
from ui.context import AppContext
from ui.tables.base import Column
from ui.tables.fitting import shared_out, words_width
from ui.tables.header import FlatHeader
from ui.tables.row_menu import open_row_menu
from ui.tables.tree import Heading, Node, TreeModel
from ui.tables.tree_delegate import LineDelegate

_STRETCH_LETTERS, _LEAST_LETTERS = 24, 16  # what the column that stretches should have, and has at least
_LARGE_POINTS = 16  # from here on the room is for words


class TreeTable(QTreeView):
    """Shows nodes in columns; keeps the keyboard's line and what was opened by key over refreshes.

    Args:
        sentence: One sentence that says a whole row to a screen reader.
        menu: Ids of registered actions for the row's context menu, "" for a line.
        keep: Keys of the columns that stay when there is no room for all; empty keeps every one.
    """

    opened = Signal(object)  # row: Enter or double click
    row_changed = Signal(object)  # current row or None
    ticked = Signal(object)  # row: Space, or a click on its tick
    shifted = Signal(int)  # -1 for Alt+Up, 1 for Alt+Down

    def __init__(
        self,
        context: AppContext,
        columns: Sequence[Column[Any]],
        sentence: Callable[[Any], str],
        *,
        menu: Sequence[str] = (),
        keep: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._menu, self._keep = context, tuple(menu), keep
        self._open: dict[Hashable, bool] = {}
        self._filling = False
        self._words = [-1] * len(columns)
        self.tree_model = TreeModel(columns, sentence)
        self.setHeader(FlatHeader(self))
        self.setModel(self.tree_model)
        self.setItemDelegate(LineDelegate(self))
        self._dress()
        self._wire()

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAllColumnsShowFocus(False)
        self.setAlternatingRowColors(True)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        self.setWordWrap(True)
        large = self._context.theme.points >= _LARGE_POINTS
        self.setIndentation(self._context.theme.px(8 if large else 14))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumHeight(max(self._context.theme.px(28), self.fontMetrics().height() + 10))
        self._size_columns()

    def _wire(self) -> None:
        self.customContextMenuRequested.connect(self._open_menu)
        self.doubleClicked.connect(self._open_index)
        self.clicked.connect(self._clicked)
        self.expanded.connect(lambda index: self._keep_open(index, True))
        self.collapsed.connect(lambda index: self._keep_open(index, False))
        self.selectionModel().currentRowChanged.connect(self._moved)
        self._context.theme.theme_changed.connect(self._theme_changed)

    def _theme_changed(self) -> None:
        self._dress()
        self.scheduleDelayedItemsLayout()

    def _size_columns(self) -> None:
        """As wide as the words, no wider than designed; in a narrow window empty and less needed columns go first."""
        letter, model = self.fontMetrics().averageCharWidth(), self.tree_model
        wanted = list(map(self._wide, range(len(model.columns))))
        room = self.viewport().width()
        shown = self._columns_for(room - letter * _STRETCH_LETTERS, wanted)
        fixed = [at for at in shown if not model.columns[at].stretch]
        least = [self._least(at) for at in fixed]
        widths = shared_out(least, [wanted[at] for at in fixed], int(room - letter * _LEAST_LETTERS))
        for place, column in enumerate(model.columns):
            self.header().setSectionHidden(place, place not in shown)
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            self.header().setSectionResizeMode(place, mode)
        for place, wide in zip(fixed, widths, strict=True):
            self.header().resizeSection(place, wide)
        self.scheduleDelayedItemsLayout()  # other widths break lines elsewhere

    def _measure(self) -> None:
        """Room for the words of each column among the first lines; -1 where something else is drawn."""
        model, metrics = self.tree_model, self.fontMetrics()
        rows = model.rows()
        first = rows[0] if rows else None
        drawn = [column.trend or (rows and model.tick(first, column) is not None) for column in model.columns]
        words = [words_width(column, rows, model.shown, metrics) for column in model.columns]
        self._words = [-1 if other or not rows else wide for other, wide in zip(drawn, words, strict=True)]

    def _wide(self, place: int) -> int:
        column, words, pad = self.tree_model.columns[place], self._words[place], self._context.theme.px(18)
        designed = self.fontMetrics().averageCharWidth() * column.width
        before = 2 * self.indentation() if place == 0 else 0
        needed = designed if words < 0 else min(words + before - pad, designed)
        return max(self.fontMetrics().horizontalAdvance(column.title), needed) + pad

    def _least(self, place: int) -> int:
        """Room for its title, and for the sample there always is room for."""
        column, before = self.tree_model.columns[place], 2 * self.indentation() if place == 0 else 0
        sample = self.fontMetrics().horizontalAdvance(column.least) + before if column.least else 0
        return max(self.fontMetrics().horizontalAdvance(column.title), sample) + self._context.theme.px(18)

    def _columns_for(self, room: float, wanted: Sequence[int]) -> list[int]:
        """Places of the columns to show beside the one that stretches."""
        columns = self.tree_model.columns
        shown = list(range(len(columns)))
        spare = [at for at in reversed(shown) if columns[at].hidden]
        spare += [at for at in reversed(shown) if at not in spare and not self._words[at] and not columns[at].stretch]
        spare += [at for at in reversed(shown) if self._keep and columns[at].key not in self._keep and at not in spare]
        while spare and sum(wanted[at] for at in shown if not columns[at].stretch) > room:
            going = [at for at in spare if columns[at].hidden] or spare[:1]
            shown = [at for at in shown if at not in going]
            spare = [at for at in spare if at not in going]
        return shown

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs other widths, once the font is there."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "tree_model"):
            self._measure()
            self._size_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._size_columns()

    # lines

    def set_nodes(self, nodes: Sequence[Node]) -> None:
        """Replace the lines; the keyboard stays on its line, or on the one that took its place."""
        scroll = self.verticalScrollBar().value()
        order = [node.key for node in self._visible_rows()]
        # A line that went to another section is done with here: the keyboard stays and does not follow it.
        before = self.current_key() if self.tree_model.has_rows() else None
        section = self._section_of(self.currentIndex())
        self._filling = True
        self.tree_model.set_nodes(nodes)
        self._measure()
        self._size_columns()
        for index in self.tree_model.indexes():
            node = self.tree_model.node(index)
            if node is not None:
                self.setExpanded(index, self._open.get(node.key, node.opened))
                self.setFirstColumnSpanned(index.row(), index.parent(), isinstance(node.row, Heading))
        self._filling = False
        self._put_back(before, order, section)
        self.verticalScrollBar().setValue(scroll)
        self.row_changed.emit(self.current_row())

    def _section_of(self, index: QModelIndex) -> Hashable:
        """Key of the heading a line stands under; None when it stands under none."""
        node = self.tree_model.node(index.parent())
        return node.key if node is not None and isinstance(node.row, Heading) else None

    def _put_back(self, key: Hashable, order: list[Hashable], section: Hashable = None) -> None:
        stayed = self._section_of(self.tree_model.index_of(key)) == section
        if key is not None and stayed and not self._is_cleared(key) and self.go_to(key):
            return
        after = order[order.index(key) + 1 :] if key in order else []
        rows = self._visible_rows(headings=False)
        shown = {node.key for node in rows}
        if any(self.go_to(other) for other in after if other in shown):
            return
        if rows:
            self.go_to(rows[-1].key if key in order else rows[0].key)

    def _is_cleared(self, key: Hashable) -> bool:
        """Whether it is a heading with nothing left beneath it."""
        node = self.tree_model.node(self.tree_model.index_of(key))
        return node is not None and isinstance(node.row, Heading) and not node.children

    def _visible_rows(self, *, headings: bool = True) -> list[Node]:
        found: list[Node] = []
        for index in self.tree_model.indexes():
            node = self.tree_model.node(index)
            if node is not None and self._is_unfolded(index) and (headings or not isinstance(node.row, Heading)):
                found.append(node)
        return found

    def _is_unfolded(self, index: QModelIndex) -> bool:
        """Whether everything a line hangs beneath is open."""
        parent = index.parent()
        while parent.isValid():
            if not self.isExpanded(parent):
                return False
            parent = parent.parent()
        return True

    def current_row(self) -> Any:
        """The row the keyboard is on; None on a heading."""
        node = self.tree_model.node(self.currentIndex())
        return None if node is None or isinstance(node.row, Heading) else node.row

    def current_key(self) -> Hashable:
        """Key of the line the keyboard is on."""
        node = self.tree_model.node(self.currentIndex())
        return None if node is None else node.key

    def go_to(self, key: Hashable) -> bool:
        """Put the keyboard on the line with this key; False when it is not shown."""
        index = self.tree_model.index_of(key)
        if not index.isValid():
            return False
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def _keep_open(self, index: QModelIndex, is_open: bool) -> None:
        node = self.tree_model.node(index)
        if node is not None and not self._filling:
            self._open[node.key] = is_open

    def _moved(self) -> None:
        if not self._filling:
            self.row_changed.emit(self.current_row())

    # keyboard, mouse, clipboard

    def event(self, event: QEvent) -> bool:
        """Alt+Up and Alt+Down move lines here, whatever they mean elsewhere in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _shift_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if by := _shift_of(event):
            self.shifted.emit(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open_index(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._tick(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            copy_text("\t".join(self.tree_model.copied(self.currentIndex())))
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._open_menu(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.current_key() is None:  # before Qt puts the keyboard on the first heading
            self._put_back(None, [])
        super().focusInEvent(event)

    def _open_index(self, index: QModelIndex) -> None:
        node = self.tree_model.node(index)
        if node is None:
            return
        if isinstance(node.row, Heading):
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))
        else:
            self.opened.emit(node.row)

    def _tick(self, index: QModelIndex) -> None:
        node = self.tree_model.node(index)
        if node is None:
            return
        if isinstance(node.row, Heading):
            self._open_index(index)
        elif any(self.tree_model.tick(node.row, column) is not None for column in self.tree_model.columns):
            self.ticked.emit(node.row)

    def _clicked(self, index: QModelIndex) -> None:
        node = self.tree_model.node(index)
        if node is None:
            return
        if isinstance(node.row, Heading):
            self._open_index(index)
        elif self.tree_model.tick(node.row, self.tree_model.columns[index.column()]) is not None:
            self.ticked.emit(node.row)

    def _open_menu(self, at: QPoint) -> None:
        open_row_menu(self, self._context.actions, self._menu, at)

    # back and forward

    def place(self) -> Mapping[str, object]:
        """Line and what is open, to put in the page's state."""
        return {"row": self.current_key(), "scroll": self.verticalScrollBar().value(), "open": dict(self._open)}

    def put_back(self, state: Mapping[str, object]) -> None:
        """Put back what `place` gave, once the lines are there."""
        opened = state.get("open")
        if isinstance(opened, dict):
            self._open = dict(opened)
            for index in self.tree_model.indexes():
                node = self.tree_model.node(index)
                if node is not None:
                    self.setExpanded(index, self._open.get(node.key, node.opened))
        key = state.get("row")
        if isinstance(key, str):
            self.go_to(key)
        if isinstance(scroll := state.get("scroll"), int):
            self.verticalScrollBar().setValue(scroll)


def _shift_of(event: QKeyEvent) -> int:
    """-1 for Alt+Up, 1 for Alt+Down, else 0."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
