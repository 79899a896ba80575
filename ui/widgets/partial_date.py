"""A field for a date of which perhaps only the year or the month is known."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import AppContext
from ui.dates_input import Lean, read_date

_YEAR_MONTH = re.compile(r"(\d{4})(?:-(0?[1-9]|1[0-2]))?")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[/.](\d{4})")
_SHOWN = re.compile(r"([^\W\d]{3})-(\d{4})")


def read_partial(text: str, today: dt.date, lean: Lean, months: tuple[str, ...] = ()) -> str | None:
    """A FHIR date of any precision ("2027", "2027-03", "2027-03-19"), or None when the text is no date.

    Args:
        text: As typed: "2027", "3/2027", "Mar-2027", "19 mar 2027", "+1y".
        today: The practice's day.
        lean: Where a missing year falls.
        months: Short month names of the screen's language, as they are shown.
    """
    typed = text.strip()
    if found := _YEAR_MONTH.fullmatch(typed):
        return f"{found[1]}-{int(found[2]):02d}" if found[2] else found[1]
    if found := _MONTH_YEAR.fullmatch(typed):
        return f"{found[2]}-{int(found[1]):02d}"
    if (found := _SHOWN.fullmatch(typed)) and (name := found[1].casefold()) in (
        lower := [m.casefold() for m in months]
    ):
        return f"{found[2]}-{lower.index(name) + 1:02d}"
    day = read_date(typed, today, lean=lean)
    return day.isoformat() if day is not None else None


class PartialDate(QLineEdit):
    """Takes a day, a month or a year; leaves it as the screen writes dates."""

    def __init__(
        self, context: AppContext, value: str | None = None, *, lean: Lean = Lean.PAST, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._lean, self._given = context, lean, value
        self.setPlaceholderText(self.tr("a day, a month or a year"))
        if value:
            self.setText(self._words(value))
        self.editingFinished.connect(self._settle)

    @property
    def value(self) -> str | None:
        """A FHIR date; None when the field is empty or not understood."""
        if self._given and self.text() == self._words(self._given):
            return self._given  # imported and not touched: as it came
        return self._read()

    @property
    def understood(self) -> bool:
        """False when something is typed that is no date."""
        return not self.text().strip() or self.value is not None

    def _read(self) -> str | None:
        shown = self._context.formatting
        return read_partial(self.text(), shown.today(), self._lean, shown.month_names())

    def _words(self, value: str) -> str:
        return self._context.formatting.partial_date(value) if value[:4].isdigit() else value

    def _settle(self) -> None:
        found = self.value
        if found is not None:
            self.setText(self._words(found))
