"""How long the last good backup is ago: in the status bar always, as a sentence at sign-in when something is wrong.

Where nobody quits for days the backup at quit never comes: an overdue one is made beside the work, and only while
somebody is signed in, for at the lock the processes with the key end.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from icm_desktop.changes import Changes
from icm_desktop.contracts.keeping import BackupState, Checked, Tidied
from icm_desktop.errors import JobCancelled, UserError
from ui import messages
from ui.context import AppContext
from ui.feedback import Level
from ui.widgets.status_strip import StatusStrip


class BackupWatch(QObject):
    """Asks at sign-in and whenever a backup was made; starts the weekly check when it is due."""

    def __init__(self, context: AppContext, strip: StatusStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._strip = context, strip
        self.state: BackupState | None = None
        context.notifier.changed.connect(self._follow)

    def begin(self) -> None:
        """Somebody signed in: show how things are, and say what is wrong."""
        jobs = self._context.jobs
        jobs.run("queries.backups.state", owner=self, done=self._tell)
        jobs.run("services.half_backups.tidy", owner=self, done=self._tidied, failed=_not_now)

    def _tidied(self, tidied: Tidied) -> None:
        if tidied.stopped:
            told = self.tr("The last backup could not be made. {why}")
            why = messages.sentence(UserError("db.backup_interrupted"))
            self._context.feedback.offer(told.format(why=why), "file.backup_now", Level.HIGH)

    def take_over(self, state: BackupState | None) -> None:
        """The window was made anew, in another language: show what is known."""
        if state is not None:
            self._show(state)

    def _follow(self, changes: Changes) -> None:
        if changes.kinds & {"backup", "practice"}:
            self._context.jobs.run("queries.backups.state", owner=self, done=self._show)

    def _show(self, state: BackupState) -> None:
        self.state = state
        if self._context.session.is_practice_data:
            return
        if state.last_good_at is None:
            words = self.tr("No backup yet")
        else:
            words = self.tr("Backup {when}").format(when=self._context.formatting.date_time(state.last_good_at))
        bad = state.overdue or state.last_problem is not None
        self._strip.show_backup(words, Level.CAUTION if bad else Level.NEUTRAL)

    def _tell(self, state: BackupState) -> None:
        self._show(state)
        feedback = self._context.feedback
        if state.last_check_ok is False:
            wrong = self.tr("The weekly check of the records found something wrong.")
            feedback.offer(wrong, "tools.check", Level.CRITICAL)
        elif state.last_problem is not None:
            told = self.tr("The last backup could not be made. {why}").format(why=_why(state))
            feedback.offer(told, "file.backup_now", Level.HIGH)
        elif state.overdue and state.at_quit:
            feedback.say(" ".join((self._overdue(state), self.tr("A new one is being made."))), Level.CAUTION)
            self._back_up()
        elif state.overdue:
            feedback.offer(self._overdue(state), "file.backup_now", Level.CAUTION)
        elif state.unchecked_since is not None:
            when = self._context.formatting.date(state.unchecked_since)
            told = self.tr("The records were last checked on {day}. A check begins now; let it finish.")
            feedback.say(told.format(day=when), Level.CAUTION)
        if state.second_problem is not None:
            why = messages.sentence(UserError(state.second_problem, path=state.second_path or ""))
            told = self.tr("There is no copy of the last backup at the second place. {why}").format(why=why)
            feedback.offer(told, "file.backup_now", Level.HIGH)
        if state.check_due:
            name = "services.backups.weekly_check"
            label = self.tr("Weekly check")
            jobs = self._context.jobs
            jobs.run(name, owner=self, done=self._checked, failed=_not_now, lane="behind", label=label)

    def _back_up(self) -> None:
        jobs, label = self._context.jobs, self.tr("Backup")
        jobs.run("services.backups.automatic", "scheduled", owner=self, failed=self._not_made, lane="long", label=label)

    def _not_made(self, error: UserError) -> None:
        if not isinstance(error, JobCancelled):  # stopped by the lock: still overdue at the next sign-in
            told = self.tr("The last backup could not be made. {why}").format(why=messages.sentence(error))
            self._context.feedback.offer(told, "file.backup_now", Level.HIGH)

    def _overdue(self, state: BackupState) -> str:
        if state.last_good_at is None:
            return self.tr("There is no backup of these records yet.")
        when = self._context.formatting.date_time(state.last_good_at)
        return self.tr("The last good backup is from {when}.").format(when=when)

    def _checked(self, checked: Checked) -> None:
        if checked.ok is False:
            wrong = self.tr("The weekly check of the records found something wrong.")
            self._context.feedback.offer(wrong, "tools.check", Level.CRITICAL)
        else:
            self._context.feedback.say(self.tr("The weekly check of the records found nothing wrong."), Level.GOOD)


def _why(state: BackupState) -> str:
    return messages.sentence(UserError(state.last_problem or "", path=state.last_path or ""))


def _not_now(error: UserError) -> None:
    """Stopped by the lock or by somebody in a hurry: it is still due at the next sign-in."""
