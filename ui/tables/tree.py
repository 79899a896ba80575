"""A table as a tree: frozen rows under headings or under other rows, with the columns every table declares."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from ui.tables.base import CHIP, TREND, Column
from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
HEADING = int(Qt.ItemDataRole.UserRole) + 2
_ROLE = Qt.ItemDataRole
_TEXT_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Heading:
    """A line across the whole table that opens and closes what is under it."""

    title: str
    count: int | None = None
    level: str = "neutral"

    @property
    def text(self) -> str:
        """ "Overdue (5)"."""
        return self.title if self.count is None else f"{self.title} ({self.count})"


@dataclass(frozen=True, slots=True)
class Node:
    """One line: a Heading or a row, with the lines under it. `key` is stable over refreshes."""

    key: Hashable
    row: Any
    children: tuple[Node, ...] = ()
    opened: bool = True


@dataclass(slots=True)
class _Place:
    """A node with where it hangs; Qt finds it again by its number."""

    node: Node
    parent: int | None
    line: int
    children: list[int] = field(default_factory=list)


class TreeModel(QAbstractItemModel):
    """Shows nodes; the first cell of a row says the whole row as a sentence to a screen reader."""

    def __init__(self, columns: Sequence[Column[Any]], sentence: Callable[[Any], str]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.tick: Callable[[Any, Column[Any]], bool | None] = lambda _row, _column: None
        self.muted: Callable[[Any], bool] = lambda _row: False
        self.strong: Callable[[Any], bool] = lambda _row: False
        self._sentence = sentence
        self._places: list[_Place] = []
        self._roots: list[int] = []

    def set_nodes(self, nodes: Sequence[Node]) -> None:
        """Replace every line."""
        self.beginResetModel()
        self._places, self._roots = [], []
        for node in nodes:
            self._add(node, None, self._roots)
        self.endResetModel()

    def _add(self, node: Node, parent: int | None, siblings: list[int]) -> None:
        number = len(self._places)
        place = _Place(node, parent, len(siblings))
        self._places.append(place)
        siblings.append(number)
        for child in node.children:
            self._add(child, number, place.children)

    def node(self, index: Index) -> Node | None:
        """The node of an index."""
        return self._places[int(index.internalId())].node if index.isValid() else None

    def has_rows(self) -> bool:
        """Whether there is any line that is no heading."""
        return any(not isinstance(place.node.row, Heading) for place in self._places)

    def index_of(self, key: Hashable) -> QModelIndex:
        """Where the node with this key is; an invalid index when it is not shown."""
        for number, place in enumerate(self._places):
            if place.node.key == key:
                return self.createIndex(place.line, 0, number)
        return QModelIndex()

    def indexes(self) -> list[QModelIndex]:
        """The first cell of every line, top to bottom."""
        return [self.createIndex(place.line, 0, number) for number, place in enumerate(self._places)]

    def _children(self, parent: Index) -> list[int]:
        return self._places[int(parent.internalId())].children if parent.isValid() else self._roots

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  Qt's default
        children = self._children(parent)
        if not (0 <= row < len(children) and 0 <= column < len(self.columns)):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt overloads it with QObject.parent
        number = self._places[int(index.internalId())].parent if index.isValid() else None
        return QModelIndex() if number is None else self.createIndex(self._places[number].line, 0, number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() and parent.column() else len(self._children(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _TEXT_FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        if isinstance(node.row, Heading):
            return self._heading(node.row, index.column(), role)
        return self._cell(node.row, self.columns[index.column()], role)

    def _heading(self, heading: Heading, column: int, role: int) -> Any:
        if column == 0 and role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return heading.text
        if role == HEADING:
            return heading
        return Theme.current().font("section") if role == _ROLE.FontRole else None

    def _cell(self, row: Any, column: Column[Any], role: int) -> Any:
        if role == _ROLE.DisplayRole:
            return self.shown(row, column)
        if role in (CHIP, TREND):
            return self._painted(row, column, role)
        if role == _ROLE.AccessibleTextRole:
            return self._sentence(row) if column is self.columns[0] else f"{column.title}: {self.shown(row, column)}"
        if role == _ROLE.ToolTipRole:
            return column.tip(row) if column.tip else self.shown(row, column)
        if role == _ROLE.CheckStateRole:
            ticked = self.tick(row, column)
            return None if ticked is None else (Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        return self._dressed(row, role)

    def _dressed(self, row: Any, role: int) -> Any:
        """Colour and weight that set a line apart."""
        if role == _ROLE.ForegroundRole and self.muted(row):
            return Theme.current().colour("text_2")
        if role == _ROLE.FontRole and self.strong(row):
            font = Theme.current().font("body")
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    @staticmethod
    def _painted(row: Any, column: Column[Any], role: int) -> Any:
        if role == CHIP:
            return column.chip(row) if column.chip else None
        return tuple(column.trend(row)) if column.trend else None

    def rows(self) -> list[Any]:
        """What the lines show, without the headings."""
        return [place.node.row for place in self._places if not isinstance(place.node.row, Heading)]

    def shown(self, row: Any, column: Column[Any]) -> str:
        """The words of a cell."""
        text = column.text(row)
        chip = column.chip(row) if column.chip and not text else None
        return chip.word if chip else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _ROLE.DisplayRole:
            return self.columns[section].title
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT if self.columns[section].number else _LEFT
        return None

    def copied(self, index: Index) -> list[str]:
        """The line's values for the clipboard."""
        node = self.node(index)
        if node is None or isinstance(node.row, Heading):
            return [node.row.text] if node else []
        return [column.copy(node.row) if column.copy else self.shown(node.row, column) for column in self.columns]
