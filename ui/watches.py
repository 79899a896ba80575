"""What a window watches while somebody works: due work, exchange partners, the backup, and the time that is spent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ui.backup_watch import BackupWatch
from ui.context import AppContext
from ui.due_work import DueWork
from ui.partner_watch import PartnerWatch
from ui.time_keeper import TimeKeeper
from ui.widgets.status_strip import StatusStrip


class Watches(QObject):
    """All of them, begun and stopped together; a backup that is looked at stays as it was, so nothing is watched."""

    def __init__(self, context: AppContext, strip: StatusStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._works = context, not context.session.read_only
        self.backup = BackupWatch(context, strip, self)
        self._time = TimeKeeper(context, parent=self)

    def start(self) -> None:
        """The window is there: what must be reckoned, and whether partners are to be asked."""
        if self._works:
            DueWork(self._context, self).start()
            PartnerWatch(self._context, self).start()

    def signed_in(self) -> None:
        """Somebody signed in: how the backups are."""
        if self._works:
            self.backup.begin()

    def work_begins(self, quiet: Callable[[], float]) -> None:
        """Somebody sits down at the window. `quiet` gives the seconds since the last input."""
        if self._works:
            self._time.start(quiet)

    def work_ends(self) -> None:
        """The window is locked or closed."""
        self._time.stop()
