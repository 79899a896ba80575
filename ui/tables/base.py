"""The table every list uses: frozen rows, columns declared as data, one sentence per row for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from ui.feedback import Level
from ui.theme import Theme

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
CHIP = int(Qt.ItemDataRole.UserRole) + 1
TREND = int(Qt.ItemDataRole.UserRole) + 4
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_SPEAK = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Chip:
    """A status as shape, word and colour."""

    level: Level
    word: str


@dataclass(frozen=True)  # without slots, so that Column[Row](...) can be written
class Column(Generic[R]):
    """One column.

    key: stable name, also the server's sort name. title: translated. text: the cell's words. sort: value to sort by
    (default the text); None values sort last. width: in average characters. stretch: takes the room left over.
    chip: paints a status chip instead of the text. number: right aligned with tabular figures. tip: tooltip.
    least: sample text there is always room for; in a narrow window the column shows no more than that.
    trend: values of a small line painted in the cell, oldest first.
    copy: the value for the clipboard and CSV when it differs from the text (ISO dates).
    """

    key: str
    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    width: int = 14
    stretch: bool = False
    chip: Callable[[R], Chip | None] | None = None
    number: bool = False
    tip: Callable[[R], str] | None = None
    copy: Callable[[R], str] | None = None
    sortable: bool = True
    hidden: bool = False
    least: str = ""
    trend: Callable[[R], Sequence[float]] | None = None


class RowsModel(QAbstractTableModel, Generic[R]):
    """Shows frozen rows. Sorting and filtering happen on the rows themselves; ids survive both."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        row_id: Callable[[R], Hashable],
        sentence: Callable[[R], str],
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.row_id = row_id
        self._sentence = sentence
        self._all: list[R] = []
        self._shown: list[R] = []
        self._keep: Callable[[R], bool] | None = None
        self._sort_key: str | None = None
        self._descending = False
        self.sorted_elsewhere = False
        self.struck: Callable[[R], bool] = lambda _row: False  # entered in error: the words are struck through
        self.line_between: Callable[[R, R], bool] = lambda _above, _row: False  # such as where today lies
        self.line_words = ""
        self._answers: dict[int, Callable[[R, Column[R]], object]] = {
            _DISPLAY: self.words,
            _ALIGN: lambda row, column: _RIGHT if column.number else _LEFT,
            _SPEAK: self._speak,
            _TIP: lambda row, column: column.tip(row) if column.tip else self.words(row, column),
            CHIP: lambda row, column: column.chip(row) if column.chip else None,
            TREND: lambda row, column: tuple(column.trend(row)) if column.trend else None,
            _FONT: lambda row, _column: _struck_font() if self.struck(row) else None,
        }

    def rows(self) -> tuple[R, ...]:
        """The rows as shown."""
        return tuple(self._shown)

    def all_rows(self) -> tuple[R, ...]:
        """The rows before the filter."""
        return tuple(self._all)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Replace every row."""
        self._all = list(rows)
        self._rebuild()

    def append_rows(self, rows: Sequence[R]) -> None:
        """Add the next page of a long list."""
        if self._keep is not None or (self._sort_key and not self.sorted_elsewhere):
            self.set_rows([*self._all, *rows])
            return
        first = len(self._shown)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._all.extend(rows)
        self._shown.extend(rows)
        self.endInsertRows()

    def set_filter(self, keep: Callable[[R], bool] | None) -> None:
        """Show only rows for which `keep` is true; None shows all."""
        self._keep = keep
        self._rebuild()

    def sentence(self, row: R) -> str:
        """The whole row in words, as a screen reader says it."""
        return self._sentence(row)

    def row(self, index: Index) -> R | None:
        """The row of an index."""
        return self._shown[index.row()] if index.isValid() else None

    def line_above(self, place: int) -> bool:
        """Whether a line stands between a row and the one above it."""
        return 0 < place < len(self._shown) and self.line_between(self._shown[place - 1], self._shown[place])

    def place_of(self, row_id: Hashable) -> int:
        """Row number of an id, or -1."""
        return next((at for at, row in enumerate(self._shown) if self.row_id(row) == row_id), -1)

    def sort_rows(self, key: str | None, descending: bool = False) -> None:
        """Sort by a column's key; None is the order the rows came in."""
        self._sort_key, self._descending = key, descending
        self._rebuild()

    @property
    def sorting(self) -> tuple[str | None, bool]:
        """Sort column and whether descending."""
        return self._sort_key, self._descending

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._all if self._keep is None or self._keep(row)]
        column = next((c for c in self.columns if c.key == self._sort_key), None)
        if column is not None and not self.sorted_elsewhere:
            value = column.sort or column.text
            empty = [row for row in self._shown if value(row) is None]
            full = [row for row in self._shown if value(row) is not None]
            self._shown = [*sorted(full, key=value, reverse=self._descending), *empty]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        answer = self._answers.get(role)  # a paint asks 1,200 times: unknown roles leave at once
        if answer is None or not index.isValid():
            return None
        return answer(self._shown[index.row()], self.columns[index.column()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return (
                f"{column.title} {'▼' if self._descending else '▲'}" if column.key == self._sort_key else column.title
            )
        if role == _ALIGN:
            return _RIGHT if column.number else _LEFT
        if role == _FONT and column.key == self._sort_key:
            font = Theme.current().font()
            font.setBold(True)
            return font
        return None

    def words(self, row: R, column: Column[R]) -> str:
        """The words of a cell."""
        if column.chip is not None and not (shown := column.text(row)):
            chip = column.chip(row)
            return chip.word if chip else shown
        return column.text(row)

    def _speak(self, row: R, column: Column[R]) -> str:
        """The first cell says the whole row as a sentence; the others their title and text."""
        if column is self.columns[0]:
            return self._sentence(row)
        return f"{column.title}: {self.words(row, column)}"

    def copied(self, row: R, columns: Sequence[Column[R]]) -> list[str]:
        """The row's values for the clipboard or a file."""
        return [column.copy(row) if column.copy else self.words(row, column) for column in columns]


def _struck_font() -> QFont:
    font = Theme.current().font()
    font.setStrikeOut(True)
    return font
