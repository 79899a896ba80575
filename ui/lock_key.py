"""The chord that locks, in every window of ours: an open dialog keeps the main window's own shortcuts from working."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

CHORD = "Ctrl+Shift+L"


class LockKey(QObject):
    """Hears the chord in each window that had the keyboard: after the menu's command, before a dialog or an open menu.

    It asks for no widgets: the keyboard moves while a dialog is being destroyed too, and to ask for all windows then
    ends the program.
    """

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chord = QKeySequence(CHORD)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def stop(self) -> None:
        """Nobody is signed in any more: hear nothing."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._watch)
        self.blockSignals(True)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # once only, however often it is asked for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that is nobody's shortcut reaches the window's handle before any field, list or menu of it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_chord(event):
            self.wanted.emit()
            return True
        return False

    def _is_chord(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) == self._chord
