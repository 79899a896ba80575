"""The day view: arrows walk visits and free starts, digits take a numbered free start, Enter opens or books."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.context import AppContext
from ui.pages.calendar_grid_model import DayCell, DayModel
from ui.pages.calendar_layout import Block, DayPlan
from ui.pages.calendar_paint import DayDelegate
from ui.pages.calendar_what import ROOM_FOR_ALL
from ui.pages.calendar_words import VisitWords
from ui.tables.header import FlatHeader
from ui.tables.row_menu import open_row_menu
from ui.theme import Theme
from ui.widgets.slot_list import digit_of

_NARROWEST = 132
_QUARTER = 27  # a visit of 20 minutes has room for two lines
_SMALLEST = 20
_EVERY_MINUTE = 60_000


class TimeHeader(QHeaderView):
    """The hours at the left; quarters have no line of their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        Theme.current().theme_changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = Theme.current()
        words = self.model().headerData(section, Qt.Orientation.Vertical, int(Qt.ItemDataRole.DisplayRole))
        painter.save()
        painter.fillRect(rect, theme.colour("window"))
        painter.setPen(QPen(theme.colour("divider"), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if words:
            painter.drawLine(rect.right() - theme.px(6), rect.top(), rect.right(), rect.top())
            painter.setPen(theme.colour("text_2"))
            painter.setFont(theme.font("small", tabular=True))
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            painter.drawText(rect.adjusted(0, theme.px(2), -theme.px(8), theme.px(8)), flags, str(words))
        painter.restore()


class DayGrid(QTableView):
    """Shows a `DayPlan`; `now` tells the time for the line that marks it, `menu` the commands of a visit."""

    visit_opened = Signal(object)  # AppointmentRow
    start_chosen = Signal(object, object)  # aware UTC, DayColumn
    put_down = Signal(object, object, object)  # a dragged AppointmentRow, or None for a row of the tray; as above
    slot_chosen = Signal(object)  # Slot
    moved = Signal(object)  # DayCell the keyboard is on, or None

    def __init__(
        self,
        context: AppContext,
        words: VisitWords,
        now: Callable[[], dt.datetime],
        menu: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._now, self._menu = context, now, tuple(menu)
        self._column_wanted: int | str | None = None
        self.day_model = DayModel(context, words)
        self.setModel(self.day_model)
        self._delegate = DayDelegate(context, words, self)
        self.setItemDelegate(self._delegate)
        self._dress()
        self.selectionModel().currentChanged.connect(self._current_moved)
        self.doubleClicked.connect(lambda _index: self.open_current())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        context.theme.theme_changed.connect(self._size)
        self._minute = QTimer(self)
        self._minute.setInterval(_EVERY_MINUTE)
        self._minute.timeout.connect(self.viewport().update)
        self._minute.start()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(FlatHeader(self))
        self.setVerticalHeader(TimeHeader(self))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setSectionsMovable(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._size()

    def _size(self) -> None:
        theme = self._context.theme
        height = QFontMetrics(theme.font()).height()  # a hidden widget learns of its new font later
        self.verticalHeader().setMinimumSectionSize(1)
        # Large text: a quarter is one line high, so that more of the day is in view.
        high = theme.px(_QUARTER) if theme.points <= ROOM_FOR_ALL else 0
        self.verticalHeader().setDefaultSectionSize(max(high, height + theme.px(3)))
        self.horizontalHeader().setMinimumHeight(max(theme.px(30), height + theme.px(12)))
        columns = max(self.day_model.columnCount(), 1)
        width = max(self.viewport().width() // columns, theme.px(_NARROWEST))
        self.horizontalHeader().setDefaultSectionSize(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def _current_moved(self) -> None:
        self.viewport().update()  # a visit may be drawn beyond its rows
        self.moved.emit(self.current_cell())

    # where visits are drawn

    def block_box(self, block: Block, column: int) -> QRect:
        """Where a visit is drawn: from its start to its end, and never smaller than a line of text."""
        row, origin = self.verticalHeader().defaultSectionSize(), self.rowViewportPosition(0)
        top = origin + round(max(block.top, 0.0) * row)
        high = max(round(block.high * row), self._context.theme.px(_SMALLEST))
        return QRect(self.columnViewportPosition(column), top, self.columnWidth(column), high)

    def _block_boxes(self) -> list[tuple[QRect, Block, int]]:
        lanes = self.day_model.plan.columns if self.day_model.plan else ()
        return [(self.block_box(each, at), each, at) for at, lane in enumerate(lanes) for each in lane.blocks]

    def indexAt(self, pos: QPoint) -> QModelIndex:
        """What is drawn there: a visit is hit where it is seen, also where it ends within a row."""
        for box, block, column in reversed(self._block_boxes()):  # the later visit is drawn over the one before
            if box.contains(pos):
                return self.day_model.index(block.first, column)
        return super().indexAt(pos)

    def row_index(self, pos: QPoint) -> QModelIndex:
        """The quarter of an hour there, whatever is drawn over it."""
        return self.day_model.index(self.rowAt(pos.y()), self.columnAt(pos.x()))

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        cell = self.day_model.cell(index)
        return self.block_box(cell.block, index.column()) if cell and cell.block else super().visualRect(index)

    def _paint_visits(self, painter: QPainter) -> None:
        here = self.currentIndex()
        for box, block, column in self._block_boxes():
            if box.intersects(self.viewport().rect()):
                cell = self.day_model.cell(self.day_model.index(block.first, column))
                current = here.column() == column and cell is not None and cell == self.current_cell()
                self._delegate.paint_visit(painter, box, block.visit, current=current, active=self.isActiveWindow())

    # what is shown

    def set_plan(self, plan: DayPlan) -> None:
        """Show a day; the keyboard stays on its visit, or at its place."""
        before, scroll = self.current_cell(), self.verticalScrollBar().value()
        old = self.day_model.plan
        same_day = old is not None and old.day == plan.day and len(old.columns) > 1
        at = self._same_place(before, plan) if same_day else None
        self.clearSpans()
        self.day_model.set_plan(plan)
        for column, lane in enumerate(plan.columns):
            for block in lane.blocks:
                if block.rows > 1:
                    self.setSpan(block.first, column, block.rows, 1)
        self._size()
        if same_day:
            self.verticalScrollBar().setValue(scroll)
        row, column = at or self._first_place(plan)
        wanted, self._column_wanted = self._column_wanted, None
        self.go_to(row, next((at for at, lane in enumerate(plan.columns) if lane.key == wanted), column))

    def _same_place(self, before: DayCell | None, plan: DayPlan) -> tuple[int, int] | None:
        old = self.day_model.plan
        if before is None or old is None:
            return None
        if before.block is not None and (found := plan.place_of(before.block.visit.id)):
            return found
        row = plan.row_of(old.start_of(before.row, before.column), before.column)
        column = next((at for at, lane in enumerate(plan.columns) if lane.key == before.column.key), 0)
        return (min(max(row, 0), plan.rows - 1), column)

    def _first_place(self, plan: DayPlan) -> tuple[int, int]:
        """Today the next visit from now; on another day the first free start, else the first visit, else the top."""
        now = self._now()
        visits = [
            (block.first, at)
            for at, lane in enumerate(plan.columns)
            for block in lane.blocks
            if block.visit.starts_at + dt.timedelta(minutes=block.visit.minutes or 0) > now
        ]
        if plan.holds(now) and visits:
            return min(visits)
        return plan.place_of_slot(1) or (min(visits) if visits else (0, 0))

    def go_to(self, row: int, column: int) -> None:
        """Put the keyboard on a place and show an hour before it."""
        index = self.day_model.index(row, column)
        if index.isValid():
            self.scrollTo(self.day_model.index(max(row - 4, 0), column))
            self.setCurrentIndex(index)

    def go_to_column(self, key: int | str) -> None:
        """Put the keyboard into a column when the next day is shown."""
        self._column_wanted = key

    def go_to_visit(self, appointment_id: int) -> bool:
        """Put the keyboard on a visit; False when it is not on this day."""
        place = self.day_model.plan.place_of(appointment_id) if self.day_model.plan else None
        if place is not None:
            self.go_to(*place)
        return place is not None

    def current_cell(self) -> DayCell | None:
        """What the keyboard is on."""
        return self.day_model.cell(self.currentIndex())

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_current()
        elif digit_of(event):
            self.take_slot(digit_of(event))
        elif event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self._open_menu(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            super().keyPressEvent(event)

    def _open_menu(self, at: QPoint) -> None:
        cell = self.current_cell()
        if cell is not None and cell.block is not None:
            open_row_menu(self, self._context.actions, self._menu, at)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: nothing jumps away by itself."""

    def open_current(self) -> None:
        """Open the visit, or book at the start the keyboard is on."""
        cell, plan = self.current_cell(), self.day_model.plan
        if cell is None or plan is None:
            return
        if cell.block is not None:
            self.visit_opened.emit(cell.block.visit)
        elif cell.slot is not None:
            self.slot_chosen.emit(cell.slot)
        else:
            self.start_chosen.emit(plan.start_of(cell.row, cell.column), cell.column)

    def take_slot(self, number: int) -> None:
        """Choose a numbered free start."""
        place = self.day_model.plan.place_of_slot(number) if self.day_model.plan else None
        if place is not None:
            self.go_to(*place)
            self.open_current()

    # the line that marks the time

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._paint_visits(painter)
        self._paint_now(painter)
        painter.end()

    def _paint_now(self, painter: QPainter) -> None:
        plan, now = self.day_model.plan, self._now()
        columns = plan.holds(now) if plan is not None else []
        if plan is None or not columns:
            return
        height, first = self.verticalHeader().defaultSectionSize(), plan.columns[columns[0]]
        row = plan.row_of(now, first)
        passed = (now - plan.start_of(row, first)) / dt.timedelta(minutes=15)
        top = self.rowViewportPosition(row) + int(passed * height)
        theme = self._context.theme
        painter.setPen(QPen(theme.colour("accent"), 2))
        for column in columns:
            cell = self.day_model.cell(self.day_model.index(row, column))
            words_there = cell is not None and (cell.block is not None or cell.number is not None)
            left, wide = self.columnViewportPosition(column), self.columnWidth(column)
            painter.drawLine(left, top, left + (theme.px(5) if words_there else wide), top)
        painter.setFont(theme.font("small", tabular=True))
        words = self._context.formatting.time(now)
        wide, high = painter.fontMetrics().horizontalAdvance(words) + theme.px(8), painter.fontMetrics().height()
        label = QRect(self.viewport().width() - wide, top - high, wide, high)
        painter.fillRect(label, theme.colour("accent"))
        painter.setPen(theme.colour("on_accent"))
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), words)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """A long visit is one step: the keyboard rests on its first row and leaves it upwards from there."""
        cell, column = self.current_cell(), self.currentIndex().column()
        if action == QAbstractItemView.CursorAction.MoveUp and cell is not None and cell.block is not None:
            index = self.day_model.index(max(cell.block.first - 1, 0), column)
        else:
            index = super().moveCursor(action, modifiers)
        there = self.day_model.cell(index)
        return self.day_model.index(there.block.first, index.column()) if there and there.block else index
