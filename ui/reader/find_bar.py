"""Find in the document: words, which of how many, the next and the one before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme import Theme
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Text

_PAUSE_MS = 150


class FindBar(QWidget):
    """Looks while one types; Enter and F3 go on, Shift+Enter and Shift+F3 back, Esc leaves the field."""

    wanted = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.edit = _Field(self)
        self.edit.setPlaceholderText(self.tr("Find in document"))
        self.edit.setAccessibleName(self.tr("Find in document"))
        self.edit.setClearButtonEnabled(True)
        self.edit.setMinimumWidth(theme.px(150))
        self.count = Text("small", "", tone="text_2", parent=self)
        self.back = IconButton("chevron-up", self.tr("Match before (Shift+F3)"), self)
        self.on = IconButton("chevron-down", self.tr("Next match (F3)"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        for widget in (self.edit, self.count, self.back, self.on):
            row.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self.edit.textEdited.connect(lambda _text: self._timer.start())
        self.edit.stepped.connect(self._step)
        self.edit.left.connect(self.left)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.show_count(0, 0)

    def look(self) -> None:
        """Look for what is typed, now."""
        self._timer.stop()
        self.wanted.emit(self.edit.text())

    def forget(self) -> None:
        """Empty the field without looking."""
        self._timer.stop()
        self.edit.clear()
        self.show_count(0, 0)

    def show_count(self, at: int, total: int) -> None:
        """Say which match is shown."""
        if self.edit.text().strip():
            found = self.tr("{at} of {total}").format(at=at, total=total)
            self.count.setText(found if total else self.tr("Not found"))
        else:
            self.count.setText("")
        for button in (self.back, self.on):
            button.setEnabled(total > 0)

    def _step(self, by: int) -> None:
        if self._timer.isActive():
            self.look()
        else:
            self.stepped.emit(by)


class _Field(QLineEdit):
    stepped = Signal(int)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the field: it leaves the field, not the chart."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
