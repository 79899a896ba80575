"""The day as a table: a row per quarter of an hour, a column per clinician, one spoken sentence per cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from icm_desktop.contracts.scheduling import Slot
from ui.context import AppContext
from ui.pages.calendar_layout import OUTSIDE, Block, DayColumn, DayPlan
from ui.pages.calendar_words import VisitWords

Index = QModelIndex | QPersistentModelIndex
CELL = int(Qt.ItemDataRole.UserRole) + 4
_ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class DayCell:
    """What is at one place of the day."""

    column: DayColumn
    row: int
    block: Block | None
    number: int | None
    slot: Slot | None

    @property
    def open(self) -> bool:
        """Whether the clinician sees patients then."""
        return self.row in self.column.open_rows


class DayModel(QAbstractTableModel):
    """Shows a `DayPlan`."""

    def __init__(self, context: AppContext, words: VisitWords) -> None:
        super().__init__()
        self._context, self._words = context, words
        self.plan: DayPlan | None = None

    def set_plan(self, plan: DayPlan) -> None:
        """Show another day, or the same one anew."""
        self.beginResetModel()
        self.plan = plan
        self.endResetModel()

    def cell(self, index: Index) -> DayCell | None:
        """What is at an index."""
        if self.plan is None or not index.isValid():
            return None
        column = self.plan.columns[index.column()]
        number, slot = column.free.get(index.row(), (None, None))
        return DayCell(column, index.row(), column.block_at(index.row()), number, slot)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() or self.plan is None else self.plan.rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() or self.plan is None else len(self.plan.columns)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole, _ROLE.ToolTipRole, CELL):
            return None
        cell = self.cell(index)
        if cell is None or role == CELL:
            return cell
        if role == _ROLE.ToolTipRole:
            return self._words.sentence(cell.block.visit) if cell.block else None
        return self.sentence(cell) if role == _ROLE.AccessibleTextRole else self._short(cell)

    def _short(self, cell: DayCell) -> str:
        if cell.block is not None:
            return self._context.formatting.short_name(cell.block.visit.head)
        return self.tr("free {number}").format(number=cell.number) if cell.number is not None else ""

    def sentence(self, cell: DayCell) -> str:
        """The cell in words."""
        if cell.block is not None:
            return self._words.sentence(cell.block.visit)
        if self.plan is None:
            return ""
        time = self._context.formatting.time(self.plan.start_of(cell.row, cell.column))
        if cell.number is not None:
            return self.tr("{time}, {column}, free, number {number}").format(
                time=time, column=cell.column.name, number=cell.number
            )
        words = self.tr("{time}, {column}, nothing booked") if cell.open else self.tr("{time}, {column}, closed")
        if cell.column.key == OUTSIDE:
            words = self.tr("{time}, {column}, no visit")
        return words.format(time=time, column=cell.column.name)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if self.plan is None or role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            if not 0 <= section < len(self.plan.columns):
                return None
            column = self.plan.columns[section]
            return self.tr("{name}, overlapping").format(name=column.name) if column.place else column.name
        starts_at = self.plan.start_of(section)
        whole = self._context.formatting.local(starts_at).minute == 0
        return self._context.formatting.time(starts_at) if whole or role == _ROLE.AccessibleTextRole else ""
