"""The new day and time of a visit elsewhere that is moved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.scheduling import AppointmentRow
from ui.context import AppContext
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.visit_time import VisitTime


class OutsideTime(QWidget):
    """Day, time, and a button; Enter does the same."""

    decided = Signal(object)  # aware UTC

    def __init__(self, context: AppContext, visit: AppointmentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.when = VisitTime(context)
        self.day, self.time = self.when.day, self.when.time
        self.when.show(visit.starts_at)
        self._day_field = FormField(self.tr("New &day"), self.day)
        self._time_field = FormField(self.tr("New &time"), self.time)
        row = QHBoxLayout()
        row.addWidget(self._day_field)
        row.addWidget(self._time_field)
        button = Button(self.tr("Move &visit"))
        button.clicked.connect(self._decide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.when.later)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.day)

    def _decide(self) -> None:
        problems = self.when.day_problem(), self.when.time_problem()
        for field, told in zip((self._day_field, self._time_field), problems, strict=True):
            field.show_problem(told)
        if not any(problems):
            self.decided.emit(self.when.starts_at())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._decide()
        else:
            super().keyPressEvent(event)
