"""Leaving the program: the day's work is backed up first, never for long and never against a person's wish."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from icm_desktop.contracts.access import KeyState
from icm_desktop.contracts.keeping import AutomaticBackup
from icm_desktop.errors import JobCancelled, UserError
from icm_desktop.permissions import Role
from ui import messages
from ui.dialogs.closing import ClosingDialog
from ui.key_change import STATE
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
        self._workplace.jobs.run(STATE, owner=self.dialog, done=self._first_a_key, failed=lambda _: self._back_up())

    def _first_a_key(self, state: KeyState) -> None:
        """The backup of this day already has the new key; one that cannot be made stays due and is told tomorrow."""
        if not (state.at_close and state.recovery_ready and self._workplace.session.role == Role.ADMINISTRATOR.value):
            self._back_up()
            return
        self.dialog.say_key()
        job = self._workplace.jobs.change_key(lambda _: None, lambda _: None, self.dialog.tell)
        job.ended.connect(self._back_up)  # whatever came of it

    def _back_up(self) -> None:
        if self._over:
            return
        self.dialog.say_backup()
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
