"""The small window that stays while the work of the day is backed up, with a way to leave at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

SECONDS_TO_ANSWER = 120  # nobody is at the keyboard any more: the next sign-in tells what went wrong
_PATIENCE_MS = 300


class ClosingDialog(QDialog):
    """Nothing typed is at stake here: everything was saved before this came up."""

    leave = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ICM Desktop")
        theme, margin = Theme.current(), Theme.current().px(24)
        self.title = Text("title", self.tr("Backing up before closing"), wrap=True, parent=self)
        self.sentence = Text("body", tone="text_2", wrap=True, parent=self)
        self.problem = ShapeLabel(parent=self)
        self.problem.hide()
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(self.title.text())
        self.again_button = Button(self.tr("&Try again"), parent=self, primary=True)
        self.again_button.hide()
        self.leave_button = Button(self.tr("&Quit without backup"), parent=self)
        self.sentence.setText(self.tr("Everything is saved. The copy is encrypted and read through before it counts."))
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(12))
        for widget in (self.title, self.sentence, self.problem, self.bar):
            column.addWidget(widget)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        buttons.addWidget(self.again_button)
        column.addLayout(buttons)
        self.resize(theme.px(480), theme.px(200))
        self.again_button.clicked.connect(self._try_again)
        self.leave_button.clicked.connect(self.leave)
        self._show_later = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._show_later.timeout.connect(self.show)
        self._answer = QTimer(self, singleShot=True, interval=SECONDS_TO_ANSWER * 1000)
        self._answer.timeout.connect(self.leave)

    def begin(self) -> None:
        """Come up, unless it is over in a moment."""
        self._show_later.start()

    def say_key(self) -> None:
        """The records get their new key first; stopped, they keep the one they have and it stays due."""
        self.title.setText(self.tr("A new key for the records"))

    def say_backup(self) -> None:
        """Now the copy is made."""
        self.title.setText(self.tr("Backing up before closing"))
        self.bar.setRange(0, 0)

    def tell(self, done: int, total: int) -> None:
        """How far the copy is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def refuse(self, sentence: str) -> None:
        """Say why there is no backup."""
        self._show_later.stop()
        self.title.setText(self.tr("The backup could not be made"))
        self.sentence.setText(self.tr("Everything is saved. Only the copy is missing."))
        self.problem.say("high", sentence)
        self.problem.show()
        self.bar.hide()
        self.again_button.show()
        self.show()
        self.again_button.setFocus()
        self._answer.start()

    def over(self) -> None:
        """It is done, or nobody wants it."""
        self._show_later.stop()
        self._answer.stop()
        self.hide()
        self.deleteLater()

    def _try_again(self) -> None:
        self._answer.stop()
        self.title.setText(self.tr("Backing up before closing"))
        self.problem.hide()
        self.again_button.hide()
        self.bar.setRange(0, 0)
        self.bar.show()
        self.again.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.leave.emit()
