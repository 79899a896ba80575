"""Who is signed in: opens windows, locks and unlocks them, switches between people, ends the program."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from icm_desktop import paths
from icm_desktop.changes import Changes
from icm_desktop.errors import Conflict, UserError
from ui import clipboard
from ui.crash import CrashReports
from ui.door import Door
from ui.feedback import Level
from ui.idle import MINUTES, IdleWatch
from ui.language import Language
from ui.preferences import Preferences
from ui.sample import SAMPLE_PASSWORD, SAMPLE_USER, SAMPLE_USERS
from ui.sign_in_notices import SignInNotices
from ui.theme import Theme
from ui.workers import Workers

if TYPE_CHECKING:
    from icm_desktop.contracts.access import SignedIn, SignIn
    from ui.holder import WindowHold
    from ui.leaving import Leaving
    from ui.lock import LockScreen
    from ui.lock_key import LockKey
    from ui.widgets.lock_warning import LockWarning
    from ui.wizard.wizard import Finished
    from ui.workplace import Workplace


class SessionKeeper(QObject):
    """One at a time: the door, or one person's workplace, covered or not. Others' workplaces wait hidden."""

    ended = Signal()

    def __init__(
        self, application: QApplication, preferences: Preferences, language: Language, crashes: CrashReports
    ) -> None:
        super().__init__(application)
        self.preferences, self.language, self.crashes = preferences, language, crashes
        self.workers = Workers(self)
        self.idle = IdleWatch(parent=self)
        self.door: Door | None = None
        self.workplace: Workplace | None = None
        self.lock_screen: LockScreen | None = None
        self._held: WindowHold | None = None
        self._parked: dict[tuple[str, int], Workplace] = {}
        self._to_confirm = ""
        self._over = False
        self._leaving: Leaving | None = None
        self._warning: LockWarning | None = None
        self._notices = SignInNotices(self)
        self.idle.expired.connect(self.lock)
        self._lock_key: LockKey | None = None
        self.idle.warned.connect(self._warn)
        self.workers.lost.connect(self._worker_lost)

    # the way in

    def start(self, database: Path | None = None, user: str = "", *, sample: bool = False) -> None:
        """Show the door: signing in when the practice's file is there, else the first run."""
        self.door = Door(self.workers)
        self.door.signed_in.connect(self.enter)
        self.door.finished.connect(self._first_run_done)
        self.door.sample_wanted.connect(self.open_sample)
        self.door.language_chosen.connect(self._use_language)
        self.door.database_chosen.connect(self._database_chosen)
        self.door.restore_done.connect(self._restored)
        self.door.closed.connect(self.end)
        kept = self.preferences.text("recent/database")
        file = database or (Path(kept) if kept else paths.default_database())
        if sample:
            form = self.door.ask(paths.sample_database(), SAMPLE_USER, self._hint(paths.sample_database()))
            form.tell_busy(self.tr("Making the sample practice…"))
            self.open_sample()
        elif file.exists():
            self.door.ask(file, user or self.preferences.text("recent/user"), self._hint(file))
        else:
            self.door.begin(file, self.language.code, can_leave=False)
        self.door.show()

    def _hold(self) -> WindowHold:
        from ui.holder import WindowHold

        self._held = self._held or WindowHold(paths.state_folder())
        return self._held

    def _database_chosen(self, file: str) -> None:
        if self.door is not None and file and paths.is_backup(Path(file)):
            form = self.door.restore(Path(file), paths.free_name(paths.default_database()))
            form.left.connect(lambda: self._database_chosen(str(paths.default_database())))
        elif self.door is not None and file:
            self.door.ask(Path(file), hint=self._hint(Path(file)))
        elif self.door is not None:
            wizard = self.door.begin(paths.free_name(paths.default_database()), self.language.code, can_leave=True)
            wizard.left.connect(lambda: self._database_chosen(str(paths.default_database())))

    def _hint(self, file: Path) -> str:
        if file != paths.sample_database():
            return ""
        words = self.tr("Sample practice. Users: {users}. Password of all: {password}")
        return words.format(users=", ".join(SAMPLE_USERS), password=SAMPLE_PASSWORD)

    def _first_run_done(self, finished: Finished) -> None:
        self._to_confirm = finished.recovery_code
        self._sign_in(finished.database, finished.user, finished.password)

    def open_sample(self) -> None:
        """Make a fresh sample practice and open it."""
        file = paths.sample_database()
        try:
            self._hold().take(str(file))
        except Conflict as held:
            self._refused(held)
            return
        self.workers.make_sample(self._sample_made, self._refused)

    def _sample_made(self, file: str) -> None:
        self._sign_in(Path(file), SAMPLE_USER, SAMPLE_PASSWORD)

    def _sign_in(self, database: Path, user: str, password: str) -> None:
        from icm_desktop.contracts.access import SignIn

        self.workers.sign_in(SignIn(str(database), user, password), self.enter, self._refused)

    def _restored(self, request: SignIn) -> None:
        """A backup became a practice on this computer, or is only looked at: go in with what opened it."""
        self.workers.sign_in(request, self.enter, self._refused)

    def _refused(self, error: UserError) -> None:
        if self.lock_screen is not None:
            self.lock_screen.form.tell_error(error)
        elif self.door is not None and self.door.wizard is not None:
            self.door.wizard.tell(error)
        elif self.door is not None and self.door.form is not None:
            self.door.form.tell_error(error)
        elif self.door is not None and self.door.restoring is not None:
            self.door.restoring.refuse(error)

    def enter(self, session: SignedIn) -> None:
        """Somebody's password was right: back to their place, or a new window."""
        try:
            self._hold().take(session.database)
        except Conflict as held:
            self.workers.end()
            self._refused(held)
            return
        self._remember(session)
        came_back = self.workplace is not None and self.workplace.belongs_to(session)
        if not came_back:
            self._change_workplace(session)
        self._uncover()
        self._close_door()
        if self.workplace is not None:
            self.workplace.resume()
            self.idle.use((session.lock_minutes or MINUTES) * 60, session.session_hours)
            self.idle.start()
            self._welcome(session)

    def _change_workplace(self, session: SignedIn) -> None:
        if self.workplace is not None:
            self.workplace.hide()
            self._parked[self.workplace.key] = self.workplace
        key = (session.database, session.user_id)
        self.workplace = self._parked.pop(key, None) or self._new_workplace(session)
        self.workplace.show()

    def _new_workplace(self, session: SignedIn) -> Workplace:
        from ui.lock_key import LockKey
        from ui.workplace import Workplace

        if self._lock_key is None:
            self._lock_key = LockKey(self)
            self._lock_key.wanted.connect(self.lock)
        made = Workplace(session, self.workers, self.preferences, self.crashes, parent=self)
        made.quiet = self.idle.quiet_seconds
        made.lock_wanted.connect(self.lock)
        made.quit_wanted.connect(self.quit)
        made.language_wanted.connect(self._use_language)
        made.window.context.notifier.changed.connect(partial(self._use_lock_minutes, made))
        return made

    def _remember(self, session: SignedIn) -> None:
        if not session.is_sample and not session.read_only:
            self.preferences.keep("recent/database", session.database)
            self.preferences.keep("recent/user", session.user)

    def _welcome(self, session: SignedIn) -> None:
        """What has to be said or done right after signing in."""
        if (workplace := self.workplace) is None:
            return
        jobs, feedback = workplace.jobs, workplace.window.context.feedback
        if session.new_recovery_code is not None:
            from ui.dialogs.recovery_sheet import RecoverySheet

            code = session.new_recovery_code
            sheet = RecoverySheet(jobs, code, session.practice, session.database, workplace.window)
            sheet.accepted.connect(lambda: jobs.run("services.access.confirm_recovery", code, owner=None))
            sheet.open()
        elif self._to_confirm:
            jobs.run("services.access.confirm_recovery", self._to_confirm, owner=None)
        elif session.recovery_unconfirmed:
            words = self.tr("Nobody has confirmed yet that the recovery code is on paper.")
            feedback.offer(words, "tools.recovery", Level.CAUTION)
        elif session.recovery_due:
            words = self.tr("Nobody has looked at the recovery sheet for a year. Is it still there?")
            feedback.offer(words, "tools.recovery", Level.CAUTION)
        self._to_confirm = ""
        if session.must_change_password:
            self._ask_own_password(workplace)
        workplace.window.watches.signed_in()
        self._notices.tell(session, workplace.window.context)

    def _ask_own_password(self, workplace: Workplace) -> None:
        """An administrator set the password: the person chooses their own before anything else, or it is locked."""
        from ui.dialogs.set_up.user import PasswordDialog

        if any(one.isVisible() for one in workplace.window.findChildren(PasswordDialog)):
            return  # asked before the lock
        why = self.tr("An administrator set your password. Choose one of your own that nobody else knows.")
        dialog = PasswordDialog(workplace.window.context, None, workplace.window, why=why)
        told = self.tr("Your new password counts from now on.")
        dialog.rejected.connect(self.lock)
        dialog.saved.connect(lambda _changes: workplace.window.context.feedback.say(told, Level.GOOD))
        dialog.open()

    def _use_lock_minutes(self, workplace: Workplace, changes: Changes) -> None:
        """The practice chose other minutes or hours."""
        if "practice" in changes.kinds:
            workplace.jobs.run("queries.people.practice", owner=self, done=self.idle.follow)

    def _close_door(self) -> None:
        if self.door is not None:
            self.door.closed.disconnect(self.end)
            self.door.close()
            self.door.deleteLater()
            self.door = None

    # the lock

    def lock(self) -> None:
        """Cover everything, end the workers, ask for a password."""
        if self._leaving is not None:  # everything is hidden already, and what locks now shall not wait for a backup
            self._leaving.finish()
            return
        if self.workplace is None or self.lock_screen is not None:
            return
        if self.workplace.session.read_only:
            self.end()  # nothing is kept, so there is nothing to come back to
            return
        self.idle.stop()
        self._warn(0)
        from ui.lock import LockScreen

        session = self.workplace.session
        screen = LockScreen(self.workers, Path(session.database), session.user, self._hint(Path(session.database)))
        screen.signed_in.connect(self.enter)
        screen.quit_wanted.connect(self.end)
        self.lock_screen = screen
        screen.cover()
        QApplication.sendPostedEvents()  # forms that lose the keyboard keep their drafts before the worker ends
        self.workplace.pause("locked")
        self.workers.end()
        QTimer.singleShot(0, self.workers.warm)

    def _uncover(self) -> None:
        screen, self.lock_screen = self.lock_screen, None
        if screen is not None:
            screen.lift()

    def _worker_lost(self) -> None:
        """Without its worker the window can do nothing: sign in again, everything typed is still there."""
        self.lock()
        if self.lock_screen is not None:
            self.lock_screen.form.tell(
                self.tr(
                    "The part of the program that keeps the records stopped. What was saved is safe. Sign in again."
                )
            )
        elif self.door is not None and self.door.form is not None:
            self.door.form.tell(self.tr("The part of the program that keeps the records stopped. Please try again."))

    def _warn(self, seconds: int) -> None:
        from ui.widgets.lock_warning import LockWarning

        window = QApplication.activeWindow() or (self.workplace.window if self.workplace else None)
        if self._warning is not None and (seconds == 0 or self._warning.window() is not window):
            self._warning.hide()
            self._warning.deleteLater()
            self._warning = None
        if seconds and window is not None:
            self._warning = self._warning or LockWarning(window)
            self._warning.tell(seconds)

    # language and end

    def _use_language(self, code: str) -> None:
        self.language.use(code)
        self.preferences.keep("look/language", self.language.code)
        self.preferences.keep("look/theme", Theme.current().name.value)
        self.preferences.keep("look/points", Theme.current().points)
        if self.workplace is not None:
            self.workplace.rebuild()
            self.workplace.show()

    def quit(self) -> None:
        """The window was closed: back up what was done, then end; locked, there is no key to do it with."""
        if self._over or self._leaving is not None:
            return
        if self.workplace is None or self.lock_screen is not None or not self.workplace.backs_up_at_quit:
            self.end()
            return
        from ui.leaving import Leaving

        self.idle.stop()
        self._leaving = Leaving(self.workplace, self.workers, self.end, self)
        self._leaving.begin()

    def end(self) -> None:
        """Close the practice and let the program end."""
        if self._over:
            return
        self._over = True
        self.idle.stop()
        if self._lock_key is not None:
            self._lock_key.stop()
        clipboard.clear_ours()
        self.preferences.keep("look/theme", Theme.current().name.value)
        self.preferences.keep("look/points", Theme.current().points)
        if self.workplace is not None and self.lock_screen is None:
            self.workplace.pause("closed")
        self.workers.end()
        self._hold().release()
        self.preferences.sync()
        self.ended.emit()
