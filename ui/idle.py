"""Watches whether somebody is at the keyboard: warns a minute before locking, and any key or click cancels."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

MINUTES = 10
WARNING_SECONDS = 60
_TICK_MS = 1000
_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class IdleWatch(QObject):
    """Counts the seconds without input. Waking from sleep counts the time asleep too."""

    warned = Signal(int)  # seconds left; 0 takes the warning back
    expired = Signal()

    def __init__(
        self,
        seconds: int = MINUTES * 60,
        warning: int = WARNING_SECONDS,
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._seconds, self._warning, self._clock = seconds, warning, clock
        self._last = clock()
        self._warned = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)

    def quiet_seconds(self) -> float:
        """Seconds since the last input."""
        return max(0.0, self._clock() - self._last)

    def use(self, seconds: int) -> None:
        """Lock after this many seconds without input."""
        self._seconds = seconds

    def start(self) -> None:
        """Begin counting."""
        self.note()
        self._timer.start()
        self.watch(QGuiApplication.focusWindow())

    def stop(self) -> None:
        """Stop counting (the window is locked)."""
        self._timer.stop()

    def watch(self, window: QWindow | None) -> None:
        """See the input of this window; a filter on the windows costs nothing while tables are painted."""
        if window is not None:
            window.installEventFilter(self)  # once only, however often it is asked for

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.note()
        return False

    def note(self) -> None:
        """Somebody is there."""
        self._last = self._clock()
        if self._warned:
            self._warned = False
            self.warned.emit(0)

    def tick(self) -> None:
        """Look at the clock."""
        idle = self._clock() - self._last
        if idle < 0:  # the clock was set back
            self._last = self._clock()
            return
        left = self._seconds - idle
        if left <= 0:
            self._timer.stop()
            self.expired.emit()
        elif left <= self._warning:
            self._warned = True
            self.warned.emit(max(int(left), 1))
