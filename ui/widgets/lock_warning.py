"""A minute before the lock: how long is left, over everything; any key or click takes it away."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.feedback import Level
from ui.theme import Theme
from ui.widgets.message_bar import announce
from ui.widgets.shape_label import ShapeLabel


class LockWarning(QWidget):
    """Lies over the top of its window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._words = ShapeLabel(Level.CAUTION, parent=self)
        margin = Theme.current().px(12)
        row = QHBoxLayout(self)
        row.setContentsMargins(margin, margin, margin, margin)
        row.addWidget(self._words)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text

    def tell(self, seconds: int) -> None:
        """Show how many seconds are left; 0 hides."""
        if seconds == 0:
            self.hide()
            return
        self._words.say("caution", self.tr("This window locks in %n second(s). Press any key to go on.", "", seconds))
        width = min(Theme.current().px(480), self._over.width())
        self.setGeometry((self._over.width() - width) // 2, Theme.current().px(16), width, self.sizeHint().height())
        if not self.isVisible():
            announce(self, self.text)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        ink, ground = Theme.current().chip_colours("caution")
        painter = QPainter(self)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
