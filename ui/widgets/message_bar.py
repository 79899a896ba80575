"""The bar under the top strip: one sentence with shape and colour, and a button that closes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.feedback import Level
from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.shape_label import ShapeLabel


class MessageBar(QWidget):
    """Shows the newest message until it is closed or replaced.

    A critical one goes to the `alarm` bar, if there is one: what is said afterwards does not take its place.
    """

    def __init__(self, parent: QWidget | None = None, alarm: MessageBar | None = None) -> None:
        super().__init__(parent)
        self._alarm = alarm
        theme = Theme.current()
        self._level = Level.INFO
        self._sentence = ShapeLabel(parent=self)
        self._close = Button(self.tr("Close message"), "x", self)
        self._close.clicked.connect(self.hide)
        self.button = Button(parent=self)
        self.button.hide()
        self._help: Callable[[], object] = self.hide
        self.button.clicked.connect(self._follow)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(12), theme.px(6))
        row.addWidget(self._sentence, 1)
        row.addWidget(self.button)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._sentence.text

    def say(self, level: str, sentence: str, verb: str = "", follow: Callable[[], object] | None = None) -> None:
        """Show a sentence and announce it; with `verb` also a button that does what helps, `follow`."""
        if level == Level.CRITICAL and self._alarm is not None:
            self._alarm.say(level, sentence, verb, follow)
            return
        self.button.setText(verb)
        self.button.setVisible(bool(verb))
        self._help = follow or self.hide
        self._level = Level(level)
        self._sentence.say(level, sentence)
        self.setAccessibleName(sentence)
        self.show()
        announce(self, sentence)

    def _follow(self) -> None:
        self.hide()
        self._help()

    def paintEvent(self, event: QPaintEvent) -> None:
        ink, ground = Theme.current().chip_colours(self._level.value)
        painter = QPainter(self)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(ink, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say the sentence."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
