"""A field for a time of day typed as people say it; on leaving, the full time stands in it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import AppContext
from ui.times_input import read_time


class TimeEdit(QLineEdit):
    """Accepts `9`, `9:30`, `14:00`, `2 pm`."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setPlaceholderText(self.tr("for example 9:30 or 2 pm"))
        self.editingFinished.connect(self._settle)

    @property
    def time(self) -> dt.time | None:
        """The time, or None when the field is empty or not understood."""
        return read_time(self.text())

    def set_time(self, time: dt.time | None) -> None:
        """Show a time."""
        self.setText("" if time is None else self._context.formatting.time(time))

    def _settle(self) -> None:
        if (time := self.time) is not None:
            self.set_time(time)
