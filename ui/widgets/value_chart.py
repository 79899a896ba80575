"""Values over time with their reference range; the words and the table beside it say the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Mark:
    """One value on its day; `second` is the lower number of a pair, `odd` one outside its range."""

    day: dt.date
    value: float
    second: float | None = None
    odd: bool = False


class ValueChart(QWidget):
    """Draws marks oldest first, the reference range as a band, first and last day and the ends of the scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._low: float | None = None
        self._high: float | None = None
        self._days: tuple[str, str] = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        Theme.current().theme_changed.connect(self.updateGeometry)

    def show_marks(
        self, marks: Sequence[Mark], low: float | None, high: float | None, days: tuple[str, str], spoken: str
    ) -> None:
        """Change what is drawn.

        Args:
            marks: Oldest first.
            low: Lower end of the reference range of the last value.
            high: Upper end.
            days: First and last day in words.
            spoken: The trend in words, for a screen reader.
        """
        self._marks, self._low, self._high, self._days = tuple(marks), low, high, days
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(Theme.current().px(260), Theme.current().px(130))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(120), Theme.current().px(90))

    def scale(self) -> tuple[float, float]:
        """Lowest and highest value that is drawn, the range included; nothing under 0 where no value is."""
        shown = [mark.value for mark in self._marks] + [m.second for m in self._marks if m.second is not None]
        shown += [end for end in (self._low, self._high) if end is not None]
        low, high = min(shown), max(shown)
        spare = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
        return (max(low - spare, 0.0) if low >= 0 else low - spare), high + spare

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._marks:
            return
        theme, painter = Theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        metrics = painter.fontMetrics()
        low, high = self.scale()
        ends = [_number(low), _number(high)]
        left = max(metrics.horizontalAdvance(end) for end in ends) + theme.px(8)
        box = QRectF(self.rect()).adjusted(left, metrics.height() / 2, -theme.px(8), -metrics.height() - theme.px(4))
        self._paint_frame(painter, box, metrics, ends)
        self._paint_band(painter, box, low, high)
        for which in ("value", "second"):
            self._paint_line(painter, box, (low, high), which)

    def _paint_frame(self, painter: QPainter, box: QRectF, metrics: QFontMetrics, ends: list[str]) -> None:
        theme = Theme.current()
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(box.topLeft(), box.bottomLeft())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(theme.colour("text_2"))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for end, y in zip(ends, (box.bottom(), box.top()), strict=True):
            room = QRectF(0, y - metrics.height() / 2, box.left() - theme.px(4), metrics.height())
            painter.drawText(room, right, end)
        below = box.bottom() + theme.px(2)
        painter.drawText(QPointF(box.left(), below + metrics.ascent()), self._days[0])
        if self._days[1] != self._days[0]:
            wide = metrics.horizontalAdvance(self._days[1])
            painter.drawText(QPointF(box.right() - wide, below + metrics.ascent()), self._days[1])

    def _paint_band(self, painter: QPainter, box: QRectF, low: float, high: float) -> None:
        if self._low is None and self._high is None:
            return
        theme = Theme.current()
        top = _y(self._high, box, low, high) if self._high is not None else box.top()
        bottom = _y(self._low, box, low, high) if self._low is not None else box.bottom()
        ink, ground = theme.chip_colours("good")
        painter.fillRect(QRectF(box.left() + 1, top, box.width() - 1, bottom - top), ground)
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
        for end, y in ((self._high, top), (self._low, bottom)):
            if end is not None:
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _paint_line(self, painter: QPainter, box: QRectF, ends: tuple[float, float], which: str) -> None:
        theme = Theme.current()
        points = [(mark, point) for mark in self._marks if (point := self._point(mark, which, box, ends)) is not None]
        accent, odd = theme.colour("accent"), theme.chip_colours("high")[0]
        painter.setPen(QPen(accent, 1.5))
        painter.drawPolyline(QPolygonF([point for _, point in points]))
        painter.setPen(Qt.PenStyle.NoPen)
        side = theme.px(4)
        for mark, point in points:
            if mark.odd and which == "value":  # told apart by shape, too
                painter.setBrush(odd)
                painter.drawPolygon(
                    QPolygonF([point + QPointF(0, -side), point + QPointF(side, side), point + QPointF(-side, side)])
                )
            else:
                painter.setBrush(accent)
                painter.drawEllipse(point, side * 0.7, side * 0.7)

    def _point(self, mark: Mark, which: str, box: QRectF, ends: tuple[float, float]) -> QPointF | None:
        value = mark.value if which == "value" else mark.second
        if value is None:
            return None
        first, last = self._marks[0].day.toordinal(), self._marks[-1].day.toordinal()
        along = (mark.day.toordinal() - first) / (last - first) if last > first else 0.5
        return QPointF(box.left() + box.width() * along, _y(value, box, *ends))


def _y(value: float, box: QRectF, low: float, high: float) -> float:
    return box.bottom() - box.height() * (value - low) / (high - low)


def _number(value: float) -> str:
    digits = 0 if abs(value) >= 20 else 1 if abs(value) >= 2 else 2
    return f"{value:,.{digits}f}"
