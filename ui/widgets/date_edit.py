"""A field for a date typed as people say it; it echoes the weekday and the full date before anything is saved."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.context import AppContext
from ui.dates_input import Lean, names_no_day, read_date
from ui.widgets.labels import Text


class DateEdit(QWidget):
    """Accepts `7/14`, `14 jul`, `fri`, `+2w`, `3m` in English and Spanish."""

    day_changed = Signal(object)  # datetime.date or None

    def __init__(self, context: AppContext, *, lean: Lean = Lean.FUTURE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._lean = context, lean
        self._day: dt.date | None = None
        self.edit = QLineEdit(self)
        self.edit.setPlaceholderText(self.tr("for example fri, +2w or 14 jul"))
        self._echo = Text("small", tone="text_2", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self._echo)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self._read)
        self.edit.editingFinished.connect(self._settle)

    @property
    def day(self) -> dt.date | None:
        """The day, or None when the field is empty or not understood."""
        return self._day

    @property
    def understood(self) -> bool:
        """False when something is typed that is no date."""
        return self._day is not None or not self.edit.text().strip()

    def set_day(self, day: dt.date | None) -> None:
        """Show a day."""
        self.edit.setText(self._context.formatting.date(day))

    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def setAccessibleName(self, name: str) -> None:
        """The field itself carries the name."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def _read(self, text: str) -> None:
        shown = self._context.formatting
        self._day = read_date(self._day_part(text), shown.today(), lean=self._lean)
        if self._day is not None:
            far = shown.since if self._lean is Lean.PAST and self._day <= shown.today() else shown.relative
            self._echo.setText(f"{shown.weekday_date(self._day)} · {far(self._day)}")
        else:
            wrong = self.tr("There is no such day") if names_no_day(text) else self.tr("Not a date yet")
            self._echo.setText(wrong if text.strip() else "")
        self.edit.setAccessibleDescription(self._echo.text())
        self.day_changed.emit(self._day)

    def _day_part(self, text: str) -> str:
        """What of the text is the day."""
        return text

    def _settle(self) -> None:
        """Leave the full date in the field."""
        if self._day is not None:
            day = self._day
            self.edit.setText(self._context.formatting.date(day))
