"""A button for a registered command: same words, icon, shortcut and state as its menu entry."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context import AppContext


class ActionButton(QPushButton):
    """Runs the command; its face names the shortcut, so that people learn it."""

    def __init__(self, context: AppContext, action_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._qaction = context.actions.qaction(action_id)
        self.setMinimumHeight(context.theme.px(32))
        self.clicked.connect(self._qaction.trigger)
        self._qaction.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        key = self._qaction.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = self._qaction.text().replace("&", "")
        self.setText(f"{words}  {key}" if key else words)
        self.setAccessibleName(words)
        self.setIcon(self._qaction.icon())
        self.setEnabled(self._qaction.isEnabled())
