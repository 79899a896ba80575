"""A square a telephone reads (QR code), painted from its rows; black on white in every look, or none reads it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme

_QUIET = 4  # white squares around it (ISO/IEC 18004)


class SquareCode(QWidget):
    """As large as whole pixels allow for each small square.

    Args:
        rows: Strings of 0 (white) and 1 (black), as many as each is long.
        side: At the usual text size, in pixels.
        name: What it is, for who cannot see it.
    """

    def __init__(self, rows: Sequence[str], side: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setAccessibleName(name)
        squares = len(rows) + 2 * _QUIET
        self._each = max(2, Theme.current().px(side) // squares)
        self.setFixedSize(self._each * squares, self._each * squares)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, each = QPainter(self), self._each
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        for row, line in enumerate(self._rows):
            for column, black in enumerate(line):
                if black == "1":
                    place = QRect((column + _QUIET) * each, (row + _QUIET) * each, each, each)
                    painter.fillRect(place, QColor(Qt.GlobalColor.black))
