"""A sentence with its status shape in front: messages under fields, in bars and in dialogs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.feedback import Level
from ui.theme import Theme
from ui.widgets.labels import Text


class Shape(QWidget):
    """The bare status shape, as tall as the text beside it."""

    def __init__(self, level: Level = Level.INFO, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.level = level
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        ink, ground = Theme.current().chip_colours(self.level.value)
        side = float(self.fontMetrics().ascent())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        from ui.shapes import paint_shape  # not before the first one is shown

        paint_shape(QPainter(self), self.level, box, ink, ground)


class ShapeLabel(QWidget):
    """Shape and wrapped sentence in one row."""

    def __init__(self, level: Level = Level.INFO, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = Shape(level, self)
        self._text = Text("body", text, tone=level.value, wrap=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().px(6))
        row.addWidget(self._shape)
        row.addWidget(self._text, 1)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, level: str, text: str) -> None:
        """Change level and sentence."""
        self._shape.level = Level(level)
        self._text.set_tone(level)
        self._text.setText(text)
        self._shape.update()
