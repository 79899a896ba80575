"""A figure over time with the interval of each point and its target; the sentence and the table say the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from icm_desktop.domain.statistics import scale_end
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """One point; `value` None: too few that month, so the line is broken there."""

    label: str
    value: float | None
    low: float | None = None
    high: float | None = None


class CourseChart(QWidget):
    """Points from left to right, a band for their intervals, a dashed line for the target."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[CoursePoint, ...] = ()
        self._target: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.current().theme_changed.connect(self.updateGeometry)

    def show_points(self, points: Sequence[CoursePoint], target: float | None, spoken: str) -> None:
        """Change what is drawn; `spoken` says it for a screen reader."""
        self._points, self._target = tuple(points), target
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(Theme.current().px(320), Theme.current().px(170))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(160), Theme.current().px(120))

    def scale(self) -> tuple[float, float]:
        """Lowest and highest that is drawn; from zero to a round number."""
        told = [each for one in self._points for each in (one.value, one.high) if each is not None]
        told += [self._target] if self._target is not None else []
        return 0.0, scale_end(max(told, default=1.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not any(one.value is not None for one in self._points):
            return
        theme, painter = Theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        metrics = painter.fontMetrics()
        low, high = self.scale()
        ends = (f"{low:,.0f}", _short(high))
        left = max(metrics.horizontalAdvance(end) for end in ends) + theme.px(8)
        box = QRectF(self.rect()).adjusted(left, metrics.height() / 2, -theme.px(10), -metrics.height() - theme.px(4))
        self._frame(painter, box, ends)
        self._band(painter, box)
        self._aim(painter, box)
        self._line(painter, box)

    def _frame(self, painter: QPainter, box: QRectF, ends: tuple[str, str]) -> None:
        theme, metrics = Theme.current(), painter.fontMetrics()
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(box.topLeft(), box.bottomLeft())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(theme.colour("text_2"))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for end, y in zip(ends, (box.bottom(), box.top()), strict=True):
            painter.drawText(
                QRectF(0, y - metrics.height() / 2, box.left() - theme.px(4), metrics.height()), right, end
            )
        base = box.bottom() + theme.px(2) + metrics.ascent()
        painter.drawText(QPointF(box.left(), base), self._points[0].label)
        last = self._points[-1].label
        painter.drawText(QPointF(box.right() - metrics.horizontalAdvance(last), base), last)

    def _band(self, painter: QPainter, box: QRectF) -> None:
        told = [(at, one) for at, one in enumerate(self._points) if one.low is not None and one.high is not None]
        if len(told) < 2:
            return
        above = [self._at(at, one.high or 0, box) for at, one in told]
        below = [self._at(at, one.low or 0, box) for at, one in reversed(told)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Theme.current().chip_colours("info")[1])
        painter.drawPolygon(QPolygonF([*above, *below]))

    def _aim(self, painter: QPainter, box: QRectF) -> None:
        if self._target is not None:
            painter.setPen(QPen(Theme.current().chip_colours("good")[0], 1, Qt.PenStyle.DashLine))
            y = self._at(0, self._target, box).y()
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _line(self, painter: QPainter, box: QRectF) -> None:
        accent = Theme.current().colour("accent")
        run: list[QPointF] = []
        dots: list[QPointF] = []
        painter.setPen(QPen(accent, 1.6))
        for at, one in enumerate((*self._points, CoursePoint("", None))):
            if one.value is not None:
                run.append(self._at(at, one.value, box))
                continue
            painter.drawPolyline(QPolygonF(run))
            dots += run
            run = []
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        side = Theme.current().px(3)
        for dot in dots:
            painter.drawEllipse(dot, side, side)

    def _at(self, place: int, value: float, box: QRectF) -> QPointF:
        low, high = self.scale()
        steps = max(len(self._points) - 1, 1)
        along = box.left() + box.width() * place / steps
        return QPointF(along, box.bottom() - box.height() * (value - low) / (high - low))


def _short(number: float) -> str:
    text = f"{number:,.3f}"
    return text.rstrip("0").rstrip(".")
