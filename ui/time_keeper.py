"""Sees on whom somebody works: the chart or form in front, as long as there is input; a pause does not count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.programs import CaptureTime
from icm_desktop.errors import UserError
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.choose_patient import patient_in_view
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.log_contact import LogContactDialog

_TICK_MS = 5000
_LONGEST = dt.timedelta(minutes=15)  # written down then, so that a crash costs no more
_CAPTURE, _PAUSE = "services.time_log.capture", "queries.programs.pause_seconds"
_STRICT = 60  # seconds of pause, until the rules are known


@dataclass(frozen=True, slots=True)
class Attention:
    """Who is in front, and by what: chart, call or task."""

    patient_id: int
    activity: str


class TimeKeeper(QObject):
    """Looks every few seconds who is in front; what was seen is sent when it changes, ends or lasts long.

    Args:
        context: Of the window.
        clock: Aware UTC now.

    A pause longer than the practice's rules allow does not count: the time ends with the last input.
    """

    def __init__(
        self,
        context: AppContext,
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._clock = context, clock
        self._idle, self._asked = _STRICT, False
        self._quiet: Callable[[], float] = lambda: 0.0
        self._seen: Attention | None = None
        self._since = clock()
        self._last = self._since  # until when somebody was there
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self, quiet: Callable[[], float]) -> None:
        """Begin to look. `quiet` gives the seconds since the last input."""
        self._quiet = quiet
        if self._context.may(Privilege.CLINICAL_READ):
            self._timer.start()

    def stop(self) -> None:
        """The window is locked or closed: what was seen is sent."""
        self._timer.stop()
        self._end()

    def tick(self) -> None:
        """Look who is in front now."""
        now, quiet = self._clock(), self._quiet()
        if now < self._last or now - self._last > dt.timedelta(seconds=self._idle):
            self._end()  # the clock was set back, or the computer slept
        there = in_front(self._context) if quiet <= self._idle else None
        if there is not None and not self._asked:
            self._asked = True
            self._context.jobs.run(_PAUSE, owner=self, done=self._use, failed=_nothing)
        if there != self._seen:
            if there is not None and self._seen is not None:
                self._last = now
            self._end()
            self._seen, self._since, self._last = there, now, now
        elif there is not None and quiet * 1000 <= _TICK_MS:
            self._last = now
        if self._seen is not None and self._last - self._since >= _LONGEST:
            self._end(go_on=True)

    def _use(self, seconds: int) -> None:
        self._idle = seconds

    def _end(self, *, go_on: bool = False) -> None:
        seen, since, until = self._seen, self._since, self._last
        self._since, self._seen = until, seen if go_on else None
        if seen is not None and until > since:
            request = CaptureTime(seen.patient_id, since, until, seen.activity)
            self._context.jobs.run(_CAPTURE, request, owner=self, failed=_nothing)


def in_front(context: AppContext) -> Attention | None:
    """Whose form is open over everything, else whose chart is."""
    form = QApplication.activeModalWidget()
    if form is not None:
        if not isinstance(form, FormDialog) or form.head is None:
            return None
        return Attention(form.head.id, "call" if isinstance(form, LogContactDialog) else "task")
    whose = patient_in_view(context)
    return Attention(whose, "chart") if whose is not None else None


def _nothing(_error: UserError) -> None:
    """A piece of time that could not be kept never disturbs the work it was spent on."""
