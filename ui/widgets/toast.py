"""What just happened, with Undo: ten seconds, longer while the pointer or the keyboard is on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.message_bar import announce

_OVER_BUTTONS = 56  # above the row of buttons at the foot of a chart
SECONDS = 10


class Toast(QWidget):
    """Lies over the lower edge of its parent; reachable by F6; never the only way to undo."""

    undo_wanted = Signal(int)  # action id

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self._over = parent
        self._action_id: int | None = None
        self._words = Text("body", parent=self)
        self.button = Button(self.tr("Undo"), "undo-2", self)
        self.button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(16))
        row.addWidget(self._words)
        row.addWidget(self.button)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SECONDS * 1000)
        self.timer.timeout.connect(self.hide)
        self.button.installEventFilter(self)
        parent.installEventFilter(self)
        if isinstance(parent, QStackedWidget):
            parent.currentChanged.connect(lambda _at: self.raise_())  # a page that opens comes to the front
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def tell(self, text: str, action_id: int | None) -> None:
        """Show what happened; without an action id there is no Undo button."""
        self._action_id = action_id
        self._words.setText(text)
        self._words.set_tone("text")
        self.button.setVisible(action_id is not None)
        undo = (
            self.tr("{text}. Undo is in the Edit menu.").format(text=text.rstrip("."))
            if action_id is not None
            else text
        )
        self.setAccessibleName(undo)
        self._place()
        self.show()
        self.raise_()
        self.timer.start()
        announce(self, undo)

    def _undo(self) -> None:
        self.hide()
        if self._action_id is not None:
            self.undo_wanted.emit(self._action_id)

    def _place(self) -> None:
        margin = Theme.current().px(_OVER_BUTTONS)
        room = self._over.width() - 2 * margin - self.button.sizeHint().width()
        needed = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 2
        self._words.setWordWrap(needed > room)
        self._words.setFixedWidth(max(min(needed, room), margin))
        self.adjustSize()
        self.move(QPoint((self._over.width() - self.width()) // 2, self._over.height() - self.height() - margin))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if not self.button.hasFocus():
            self.timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.button and event.type() == QEvent.Type.FocusIn:
            self.timer.stop()
        elif watched is self.button and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.timer.start()
        elif watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("base"))
        painter.setPen(QPen(theme.colour("border"), 1))
        radius = theme.px(4)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
