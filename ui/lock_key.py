"""The chord that locks, in every window of ours: an open dialog keeps the main window's own shortcuts from working."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

CHORD = "Ctrl+Shift+L"


class LockKey(QObject):
    """Gives the chord to each window as it gets the keyboard, and hears it behind open menus too."""

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chord = QKeySequence(CHORD)
        self._action = QAction(self)
        self._action.setShortcut(self._chord)
        self._action.triggered.connect(self._trigger)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)

    def stop(self) -> None:
        """Nobody is signed in any more: hear nothing."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.disconnect(self._watch)
        self._action.deleteLater()
        self.blockSignals(True)

    def _trigger(self) -> None:
        self.wanted.emit()

    def _watch(self, window: QWindow | None) -> None:
        """The keyboard may move because a window is being destroyed: asking for all windows then ends the program."""
        if window is not None:
            window.installEventFilter(self)  # once only, however often it is asked for
            QTimer.singleShot(0, self, self._give)

    def _give(self) -> None:
        window = QGuiApplication.focusWindow()
        if self.signalsBlocked() or window is None:
            return
        for widget in QApplication.topLevelWidgets():
            if widget.windowHandle() is window and not _has_its_own(widget):
                widget.addAction(self._action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A menu takes every key before the shortcuts do, but the window's handle sees it first."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_chord(event):
            self.wanted.emit()
            return True
        return False

    def _is_chord(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()) == self._chord


def _has_its_own(window: QWidget) -> bool:
    return isinstance(window, QMainWindow | QMenu)  # its menu has the command; a menu would show it as an empty line
