"""A small trend without axes; the words beside it and the accessible text say what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme


class Sparkline(QWidget):
    """Draws values oldest first; the last one has a dot."""

    def __init__(self, values: Sequence[float] = (), spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        Theme.current().theme_changed.connect(self.update)
        self.show_values(values, spoken)

    def show_values(self, values: Sequence[float], spoken: str) -> None:
        """Change the line.

        Args:
            values: Oldest first.
            spoken: The trend in words: "A1c from 8.6 to 8.1 in five values".
        """
        self._values = tuple(values)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        return QSize(height * 4, height + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        paint_trend(QPainter(self), box, self._values, Theme.current().colour("accent"))


def trend_points(values: Sequence[float], box: QRectF) -> list[QPointF]:
    """Where the values lie in the box: oldest left, highest on top, a flat line in the middle."""
    if not values:
        return []
    low, high = min(values), max(values)
    step = box.width() / max(len(values) - 1, 1)
    flat = box.center().y()
    return [
        QPointF(
            box.left() + at * step, flat if high == low else box.bottom() - box.height() * (value - low) / (high - low)
        )
        for at, value in enumerate(values)
    ]


def paint_trend(painter: QPainter, box: QRectF, values: Sequence[float], colour: QColor) -> None:
    """Paint the line of the values with a dot on the last."""
    points = trend_points(values, box)
    if not points:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.5))
    painter.drawPolyline(QPolygonF(points))
    painter.setBrush(colour)
    painter.drawEllipse(points[-1], 2.5, 2.5)
    painter.restore()
