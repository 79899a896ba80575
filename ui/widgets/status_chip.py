"""A status as shape, word and colour: as a widget, and painted by tables."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.feedback import Level
from ui.shapes import paint_shape
from ui.theme import Theme


def chip_size(word: str, metrics: QFontMetrics) -> QSize:
    """Room a chip takes with this word."""
    theme = Theme.current()
    height = max(metrics.height() + theme.px(4), theme.px(20))
    return QSize(metrics.horizontalAdvance(word) + metrics.ascent() + theme.px(20), height)


def paint_chip(painter: QPainter, box: QRect, level: Level, word: str, *, plain: QColor | None = None) -> None:
    """Paint a chip; `plain` paints everything in that one colour (a selected row in high contrast)."""
    theme = Theme.current()
    ink, ground = theme.chip_colours(level.value)
    if plain is not None:
        ink, ground = plain, theme.colour("selection")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(ground)
    radius = theme.px(4)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    side = float(painter.fontMetrics().ascent())
    left = box.left() + theme.px(6)
    paint_shape(painter, level, _square(left, box, side), ink, ground)
    painter.setPen(ink)
    start = int(left + side + theme.px(5))
    room = QRect(start, box.top(), box.right() - start - theme.px(4), box.height())
    text = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, room.width() + 2)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
    painter.restore()


def _square(left: float, box: QRect, side: float) -> QRectF:
    return QRectF(left, box.top() + (box.height() - side) / 2, side, side)


class StatusChip(QWidget):
    """A chip on a page; give it `clickable` and it is a button that opens its source."""

    clicked = Signal()

    def __init__(self, level: Level, word: str, parent: QWidget | None = None, *, clickable: bool = False) -> None:
        super().__init__(parent)
        self._clickable = clickable
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if clickable else Qt.FocusPolicy.NoFocus)
        self.show_status(level, word)

    def show_status(self, level: Level, word: str) -> None:
        """Change what the chip says."""
        self.level, self.word = level, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size = chip_size(self.word, self.fontMetrics())
        return size.expandedTo(QSize(0, Theme.current().px(28))) if self._clickable else size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = chip_size(self.word, self.fontMetrics()).height()
        box = QRect(0, (self.height() - height) // 2, self.width(), height)
        paint_chip(painter, box, self.level, self.word)
        if self.hasFocus():
            painter.setPen(QPen(Theme.current().colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._clickable and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
