"""The alerts that are shown while a visit is booked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.demographics import AlertRow
from ui.context import AppContext
from ui.widgets.banner import SEVERITY
from ui.widgets.shape_label import ShapeLabel


class BookingAlerts(QWidget):
    """One sentence each, the most severe first; nothing is shown when there is none."""

    filled = Signal()

    def __init__(self, context: AppContext, patient_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(3))
        self.hide()
        context.jobs.run("queries.alerts.in_force", patient_id, owner=self, done=self._show)

    def _show(self, alerts: tuple[AlertRow, ...]) -> None:
        wanted = [row for row in alerts if row.when_booking]
        for row in wanted:
            self._column.addWidget(ShapeLabel(SEVERITY[row.severity], row.text, self))
        self.shown = tuple(row.text for row in wanted)
        self.setVisible(bool(wanted))
        self.filled.emit()
