"""Watches whether somebody is at the keyboard: warns a minute before locking, and any key or click cancels.

After so many hours the password is asked again anyway: at the first pause in typing, at the latest ten minutes later.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

if TYPE_CHECKING:
    from icm_desktop.contracts.people import PracticeFacts

MINUTES = 10
HOURS = 12  # since the password was typed, however busy somebody is; NIST SP 800-63B-4 asks for 24 at most (AAL2)
PAUSE_SECONDS = 20  # nobody is interrupted in the middle of a word
GRACE_SECONDS = 10 * 60
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
        self._last = self._begun = clock()
        self._limit = HOURS * 3600
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

    def use(self, seconds: int, hours: int | None = None) -> None:
        """Lock after this many seconds without input, and after so many hours anyway."""
        self._seconds, self._limit = seconds, (hours or HOURS) * 3600

    def follow(self, facts: PracticeFacts) -> None:
        """Use what the practice chose."""
        self.use(facts.lock_minutes * 60, facts.session_hours)

    def start(self) -> None:
        """Begin counting: somebody typed a password."""
        self.note()
        self._begun = self._clock()
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
            self._begun += idle
            self._last = self._clock()
            return
        left = self._seconds - idle
        if left <= 0 or self._is_over(idle):
            self._timer.stop()
            self.expired.emit()
        elif left <= self._warning:
            self._warned = True
            self.warned.emit(max(int(left), 1))

    def _is_over(self, idle: float) -> bool:
        """Whether the hours are over, and nobody is just typing."""
        beyond = self._clock() - self._begun - self._limit
        return beyond >= 0 and (idle >= PAUSE_SECONDS or beyond >= GRACE_SECONDS)
