"""Icons: Lucide drawings in the colours of the theme, redrawn when it changes."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.assets import asset
from ui.theme import Theme


@lru_cache(maxsize=512)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    """The drawing in one colour; Qt would paint `currentColor` black."""
    path = asset("icons", f"{name}.svg")
    svg = path.read_text(encoding="utf-8") if path.exists() else _MISSING
    return QSvgRenderer(QByteArray(re.sub("currentColor", colour, svg).encode()))


_MISSING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"></svg>'


class _ThemedIcon(QIconEngine):
    """Paints the drawing with the theme's colour of the moment."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        tone = "disabled" if mode == QIcon.Mode.Disabled else self._tone
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        _drawing(self._name, Theme.current().colour(tone).name()).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    def clone(self) -> QIconEngine:
        return _ThemedIcon(self._name, self._tone)


def icon(name: str, tone: str = "text") -> QIcon:
    """The icon in the colour of a theme tone; it follows the theme."""
    return QIcon(_ThemedIcon(name, tone))


def pixmap(name: str, side: int, tone: str = "text", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `side` logical pixels."""
    made = icon(name, tone).pixmap(QSize(side, side), ratio)
    made.setDevicePixelRatio(ratio)
    return made


def none() -> QIcon:
    """No icon."""
    return QIcon()
