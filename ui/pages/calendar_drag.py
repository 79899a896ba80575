"""The grid of the calendar with the mouse: a visit is dragged to another time, a row of the tray is dropped on one."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.domain.appointment_states import COMING
from ui.pages.calendar_grid import DayGrid
from ui.pages.calendar_tray import DUE

VISIT = "application/x-icm-visit"  # what a dragged visit says: nothing but that it is one


class DragGrid(DayGrid):
    """Nothing about a patient travels with the pointer: the grid knows which visit it is."""

    _pressed: QPoint | None = None
    _dragged: AppointmentRow | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.setAcceptDrops(True)
        cell = self.current_cell()
        self._dragged = cell.block.visit if cell is not None and cell.block is not None else None
        movable = self._dragged is not None and self._dragged.status in COMING
        self._pressed = event.position().toPoint() if movable and event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        drag, data = QDrag(self), QMimeData()
        data.setData(VISIT, b"1")
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._take(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._take(event)
        index = self.row_index(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)

    def _take(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(DUE) or event.mimeData().hasFormat(VISIT):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        cell, plan = self.day_model.cell(self.row_index(event.position().toPoint())), self.day_model.plan
        if cell is None or plan is None:
            return
        visit = self._dragged if event.mimeData().hasFormat(VISIT) else None
        event.acceptProposedAction()
        self.put_down.emit(visit, plan.start_of(cell.row, cell.column), cell.column)
