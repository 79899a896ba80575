"""One person's windows: the main window with its jobs, hidden while somebody else works, never lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from icm_desktop.contracts.access import SignedIn
from ui.actions import ActionRegistry
from ui.context import AppContext, Session
from ui.crash import CrashReports
from ui.feedback import Feedback
from ui.formatting import Formatting
from ui.main_window import MainWindow
from ui.navigation import Navigation
from ui.notifier import Notifier
from ui.pages import page_classes
from ui.preferences import Preferences
from ui.theme import Theme
from ui.undo import UndoHistory
from ui.worker_jobs import WorkerJobs
from ui.workers import Workers

_SIGN_OUT = "services.access.signed_out"


class Workplace(QObject):
    """Keeps a main window and its dialogs together."""

    lock_wanted = Signal()
    quit_wanted = Signal()
    language_wanted = Signal(str)

    def __init__(
        self,
        signed_in: SignedIn,
        workers: Workers,
        preferences: Preferences,
        crashes: CrashReports,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self._preferences = signed_in, preferences
        self.jobs = WorkerJobs(workers, self)
        self.jobs.crashed.connect(crashes.report)
        self._hidden: list[QWidget] = []
        self.quiet: Callable[[], float] = lambda: 0.0  # seconds since the last input
        self.window = self._build()
        self.window.start()

    @property
    def key(self) -> tuple[str, int]:
        """Which practice and who."""
        return self.session.database, self.session.user_id

    def belongs_to(self, session: SignedIn) -> bool:
        """Whether this is the place of the one who just signed in."""
        return self.key == (session.database, session.user_id) and self.session.role == session.role

    def _build(self) -> MainWindow:
        who = self.session
        shown = Formatting(who.time_zone, clock_24_hours=who.clock_24_hours)
        session = Session(
            user_id=who.user_id,
            user_name=who.user,
            display_name=who.display_name,
            role=who.role,
            practice_name=who.practice,
            database_label=who.database,
            time_zone=who.time_zone,
            is_practice_data=who.is_sample,
            read_only=shown.date_time(who.backup_made_at) if who.read_only else "",
        )
        context = AppContext(
            jobs=self.jobs,
            notifier=Notifier(),
            actions=ActionRegistry(session.may),
            theme=Theme.current(),
            navigation=Navigation(),
            feedback=Feedback(),
            undo=UndoHistory(self.jobs),
            formatting=shown,
            preferences=self._preferences,
            session=session,
        )
        window = MainWindow(context, page_classes())
        window.lock_wanted.connect(self.lock_wanted)
        window.quit_wanted.connect(self.quit_wanted)
        window.language_wanted.connect(self.language_wanted)
        return window

    @property
    def backs_up_at_quit(self) -> bool:
        """Whether the practice wants a backup, or a new key, before the program ends."""
        state = self.window.watches.backup.state
        return state is not None and (state.at_quit or state.key_at_close)

    def rebuild(self) -> None:
        """Make the window anew in another language, at the same place."""
        self.window.watches.work_ends()
        old, places = self.window, self.window.context.navigation.places()
        self.window = self._build()
        self.window.watches.backup.take_over(old.watches.backup.state)
        self.window.restoreGeometry(old.saveGeometry())
        self.window.resize(old.size())
        self.window.context.undo.take_over(old.context.undo)
        self.window.context.navigation.resume(places)
        self.window.watches.start()
        old.quit_wanted.disconnect(self.quit_wanted)
        old.hide()
        old.deleteLater()
        self.window.watches.work_begins(self.quiet)

    def show(self) -> None:
        """Show the window and the dialogs that were open."""
        self.window.show()
        for window in self._hidden:
            if window is not self.window:
                window.show()
        self._hidden = []

    def hide(self) -> None:
        """Hide every window of this person; what was typed stays in them."""
        mine = [window for window in QApplication.topLevelWidgets() if window.isVisible() and self._is_mine(window)]
        self._hidden = mine
        for window in mine:
            window.hide()

    def _is_mine(self, window: QWidget) -> bool:
        above: QWidget | None = window
        while above is not None:
            if above is self.window:
                return True
            above = above.parentWidget()
        return False

    def pause(self, how: str) -> None:
        """Tell the audit record and hold back what pages ask for from now on."""
        self.window.watches.work_ends()
        if not self.session.read_only:
            self.jobs.run(_SIGN_OUT, how, owner=None)
        self.jobs.pause()

    def resume(self) -> None:
        """The person is back."""
        self.jobs.resume()
        self.window.watches.work_begins(self.quiet)
