"""Leaving the program: the day's work is backed up first, never for long and never against a person's wish."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from icm_desktop.contracts.keeping import AutomaticBackup
from icm_desktop.errors import JobCancelled, UserError
from ui import messages
from ui.dialogs.closing import ClosingDialog
from ui.workers import Workers
from ui.workplace import Workplace

AUTOMATIC = "services.backups.automatic"


class Leaving(QObject):
    """One backup on the way out; `then` ends the program, whatever came of it."""

    def __init__(self, workplace: Workplace, workers: Workers, then: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._workers, self._then = workplace, workers, then
        self._over = False
        self.dialog = ClosingDialog()
        self.dialog.leave.connect(self.finish)
        self.dialog.again.connect(self._back_up)

    def begin(self) -> None:
        """Hide the windows and start; long work that still runs is stopped, as it would be without a backup."""
        self._workplace.hide()
        self._workers.stop_long()
        self.dialog.begin()
        self._back_up()

    def _back_up(self) -> None:
        jobs, label = self._workplace.jobs, self.dialog.title.text()
        jobs.run(
            AUTOMATIC, "at_quit", owner=self.dialog, done=self._made, failed=self._refused,
            progress=self.dialog.tell, lane="long", label=label,
        )  # fmt: skip

    def _made(self, _: AutomaticBackup) -> None:
        self.finish()

    def _refused(self, error: UserError) -> None:
        if self._over:
            return
        if isinstance(error, JobCancelled):
            self.finish()
        else:
            self.dialog.refuse(messages.sentence(error))

    def finish(self) -> None:
        """End now; a backup that is not whole yet is stopped and leaves nothing."""
        if not self._over:
            self._over = True
            self.dialog.over()
            self._then()
