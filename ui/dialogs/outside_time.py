"""The new day and time of a visit elsewhere that is moved."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.domain.timeslots import Fit, local_to_utc
from ui.context import AppContext
from ui.widgets.buttons import Button
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.time_edit import TimeEdit


class OutsideTime(QWidget):
    """Day, time, and a button; Enter does the same."""

    decided = Signal(object)  # aware UTC

    def __init__(self, context: AppContext, visit: AppointmentRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.day, self.time = DateEdit(context), TimeEdit(context)
        self.day.set_day(context.formatting.local(visit.starts_at).date())
        self.time.set_time(context.formatting.local(visit.starts_at).time())
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
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(self.day)

    def _decide(self) -> None:
        day, time = self.day.day, self.time.time
        self._day_field.show_problem("" if day else self.tr("Enter a day, for example fri, +2w or 14 jul."))
        self._time_field.show_problem("" if time else self.tr("Enter a time, for example 9:30 or 2 pm."))
        if day is None or time is None:
            return
        local = local_to_utc(dt.datetime.combine(day, time), self._context.formatting.zone)
        if local.fit is Fit.GAP:
            self._time_field.show_problem(self.tr("The clocks go forward then: this time does not exist on that day."))
            return
        self.decided.emit(local.choices[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._decide()
        else:
            super().keyPressEvent(event)
