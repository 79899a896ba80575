"""Everybody's week: how full each clinician's days are; Enter opens the day with the clinician in view."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from icm_desktop.contracts.calendar import DayLoad, WeekLoad
from ui.context import AppContext
from ui.tables.header import FlatHeader

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
LOAD = int(_ROLE.UserRole) + 5
_WEEKEND = (5, 6)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class LoadModel(QAbstractTableModel):
    """A row per clinician, a column per day."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self.load: WeekLoad | None = None

    def set_load(self, load: WeekLoad) -> None:
        """Show a week."""
        self.beginResetModel()
        self.load = load
        self.endResetModel()

    def day(self, column: int) -> dt.date:
        """The day of a column."""
        return (self.load.first if self.load else dt.date.min) + dt.timedelta(days=column)

    def cell(self, index: Index) -> DayLoad | None:
        """How full the day at an index is."""
        return self.load.rows[index.row()].days[index.column()] if self.load and index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() or self.load is None else len(self.load.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() or self.load is None else 7

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        cell = self.cell(index)
        if cell is None or self.load is None:
            return None
        if role == LOAD:
            return cell
        if role == _ROLE.DisplayRole:
            return self.words(cell)
        if role in (_ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            who, day = self.load.rows[index.row()].clinician.name, self._context.formatting.weekday_date
            return f"{who}, {day(self.day(index.column()))}: {self.sentence(cell, self.load.closed[index.column()])}"
        return None

    def words(self, cell: DayLoad) -> str:
        """The day in a few letters; empty when the clinician is not there and nobody is booked."""
        return str(cell.visits) if cell.visits else "" if not cell.open_minutes else "0"

    def sentence(self, cell: DayLoad, closed: str | None) -> str:
        """The day in words."""
        hours = self._context.formatting.hours
        if not cell.open_minutes:
            here = self.tr("closed") if closed else self.tr("not here")
            return self.tr("visits: {count}, {here}").format(count=cell.visits, here=here) if cell.visits else here
        return self.tr("visits: {count}, {booked} of {open} booked").format(
            count=cell.visits, booked=hours(cell.booked_minutes), open=hours(cell.open_minutes)
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if self.load is None or role not in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.load.rows[section].clinician.name if section < len(self.load.rows) else None
        if not 0 <= section < 7:
            return None
        day, shown = self.day(section), self._context.formatting
        name = f"{shown.weekday_names()[day.weekday()]} {day.day:02d}-{shown.month_names()[day.month - 1]}"
        return self.tr("{day}, closed").format(day=name) if self.load.closed[section] else name


class LoadDelegate(QStyledItemDelegate):
    """A bar as long as the share of the hours that is booked, with the visits and the hours in words over it."""

    def __init__(self, context: AppContext, model: LoadModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._model = context, model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(LOAD)
        if not isinstance(cell, DayLoad):
            return
        theme, box = self._context.theme, option.rect
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.fillRect(box, theme.colour("base" if cell.open_minutes else "window"))
        if not cell.open_minutes:
            hatch = theme.colour("divider")
            hatch.setAlpha(255 if theme.tokens.monochrome_selection else 110)
            painter.fillRect(box, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        self._bar(painter, box, cell)
        self._words(painter, box, cell)
        painter.setPen(QPen(theme.colour("divider"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomRight())
        if current:
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _bar(self, painter: QPainter, box: QRect, cell: DayLoad) -> None:
        theme = self._context.theme
        if not cell.open_minutes or not cell.booked_minutes:
            return
        high = theme.px(6)
        room = QRect(box.left() + theme.px(8), box.bottom() - high - theme.px(4), box.width() - theme.px(16), high)
        share = min(cell.booked_minutes / cell.open_minutes, 1.0)
        painter.setPen(QPen(theme.colour("text_2"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(room)
        painter.fillRect(QRect(room.left(), room.top(), round(room.width() * share), high), theme.colour("accent"))

    def _words(self, painter: QPainter, box: QRect, cell: DayLoad) -> None:
        theme, shown = self._context.theme, self._context.formatting
        if not cell.visits and not cell.open_minutes:
            return
        painter.setFont(theme.font("body", tabular=True))
        painter.setPen(theme.colour("text"))
        inner = box.adjusted(theme.px(8), theme.px(2), -theme.px(4), -theme.px(12))
        hours = f" · {shown.hours(cell.booked_minutes)} / {shown.hours(cell.open_minutes)}" if cell.open_minutes else ""
        words = painter.fontMetrics().elidedText(
            f"{self._model.words(cell)}{hours}", Qt.TextElideMode.ElideRight, inner.width()
        )
        if not cell.open_minutes:  # nobody reads a number on a hatch
            wide = painter.fontMetrics().horizontalAdvance(words) + theme.px(8)
            painter.fillRect(
                QRect(inner.left() - theme.px(4), inner.top(), wide, inner.height()), theme.colour("window")
            )
        painter.drawText(inner, _LEFT, words)


class LoadGrid(QTableView):
    """Arrows walk clinicians and days."""

    day_chosen = Signal(object, int, int)  # the day, the clinician's id and place among all of them

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.load_model = LoadModel(context)
        self.setModel(self.load_model)
        self.setItemDelegate(LoadDelegate(context, self.load_model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(FlatHeader(self))
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(lambda _index: self.open_current())
        context.theme.theme_changed.connect(self._size)

    def set_load(self, load: WeekLoad, day: dt.date) -> None:
        """Show a week; the keyboard stays on its clinician, else goes to the first, on the day."""
        before, old = self.currentIndex(), self.load_model.load
        kept = old.rows[before.row()].clinician.id if old is not None and before.isValid() else None
        self.load_model.set_load(load)
        row = next((at for at, each in enumerate(load.rows) if each.clinician.id == kept), 0)
        for at in range(7):  # a weekend on which nobody works and nobody is booked is left out
            busy = any(each.days[at].visits or each.days[at].open_minutes for each in load.rows)
            self.setColumnHidden(at, at in _WEEKEND and not busy and load.first + dt.timedelta(days=at) != day)
        self.setCurrentIndex(self.load_model.index(row, (day - load.first).days))
        self._size()

    def _size(self) -> None:
        theme = self._context.theme
        metrics = QFontMetrics(theme.font())
        self.verticalHeader().setDefaultSectionSize(metrics.height() + theme.px(16))
        names = [each.clinician.name for each in self.load_model.load.rows] if self.load_model.load else []
        wide = max((metrics.horizontalAdvance(name) for name in names), default=0) + theme.px(16)
        self.verticalHeader().setFixedWidth(min(wide, max(self.width() // 3, theme.px(80))))
        room = self.width() - self.verticalHeader().width() - self.verticalScrollBar().sizeHint().width()
        least = metrics.horizontalAdvance("00 · 0 h 00 / 0 h") + theme.px(12)
        shown = 7 - sum(self.isColumnHidden(at) for at in range(7))
        self.horizontalHeader().setDefaultSectionSize(max(room // shown, least))
        self.horizontalHeader().setMinimumHeight(max(theme.px(30), metrics.height() + theme.px(12)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def open_current(self) -> None:
        """Open the day the keyboard is on."""
        index, load = self.currentIndex(), self.load_model.load
        if load is not None and index.isValid():
            self.day_chosen.emit(self.load_model.day(index.column()), load.rows[index.row()].clinician.id, index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_current()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters go to a clinician's name."""
        load = self.load_model.load
        rows = load.rows if load else ()
        found = next((at for at, each in enumerate(rows) if search.casefold() in each.clinician.name.casefold()), None)
        if found is not None:
            self.setCurrentIndex(self.load_model.index(found, max(self.currentIndex().column(), 0)))
