"""The six status shapes, painted as vectors: they differ in silhouette, so colour never carries meaning alone."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ui.feedback import Level

SHAPES = {
    Level.CRITICAL: "octagon",
    Level.HIGH: "triangle",
    Level.CAUTION: "diamond",
    Level.GOOD: "tick",
    Level.INFO: "dot",
    Level.NEUTRAL: "ring",
}


def paint_shape(painter: QPainter, level: Level, box: QRectF, ink: QColor, ground: QColor) -> None:
    """Paint the level's shape into `box` in `ink`; marks inside filled shapes use `ground`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    side = box.width()
    if level is Level.CRITICAL:
        painter.drawPolygon(_polygon(box, 8, math.pi / 8))
        _mark(painter, box, ground)
    elif level is Level.HIGH:
        painter.drawPolygon(QPolygonF([QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()]))
        _mark(painter, box.adjusted(0, side * 0.18, 0, 0), ground)
    elif level is Level.CAUTION:
        painter.drawPolygon(_polygon(box, 4, 0))
    elif level is Level.INFO:
        painter.drawEllipse(box.adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2))
    else:
        _ring(painter, level, box, ink)
    painter.restore()


def _polygon(box: QRectF, corners: int, turn: float) -> QPolygonF:
    centre, radius = box.center(), box.width() / 2
    angles = (turn + 2 * math.pi * corner / corners for corner in range(corners))
    return QPolygonF([QPointF(centre.x() + radius * math.cos(a), centre.y() + radius * math.sin(a)) for a in angles])


def _mark(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """An exclamation mark inside a filled shape."""
    side, x = box.width(), box.center().x()
    painter.setPen(QPen(colour, side * 0.12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    top = box.top() + side * 0.27
    painter.drawLine(QPointF(x, top), QPointF(x, top + side * 0.24))
    painter.drawPoint(QPointF(x, top + side * 0.44))


def _ring(painter: QPainter, level: Level, box: QRectF, ink: QColor) -> None:
    side = box.width()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, side * 0.11, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    inset = side * 0.08 if level is Level.GOOD else side * 0.18
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    if level is Level.GOOD:
        tick = QPainterPath(QPointF(box.left() + side * 0.30, box.top() + side * 0.52))
        tick.lineTo(box.left() + side * 0.45, box.top() + side * 0.66)
        tick.lineTo(box.left() + side * 0.71, box.top() + side * 0.36)
        painter.drawPath(tick)
