"""Start-up: the window first, the worker processes behind it, then sign-in or the first run."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from icm_desktop import paths
from ui.crash import CrashReports
from ui.language import Language, system_language
from ui.preferences import Preferences
from ui.session_keeper import SessionKeeper
from ui.theme import USUAL_POINTS, Theme, ThemeName

if TYPE_CHECKING:
    import argparse

    from ui.system_lock import SystemLock


def main(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it is closed.

    Args:
        arguments: `database` and `user` when the command line named them, `demo` for the sample practice.

    Returns:
        The exit code.
    """
    os.umask(0o077)
    application = QApplication.instance() or QApplication([sys.argv[0]])
    if not isinstance(application, QApplication):
        raise TypeError("an application without windows runs already")
    keeper = prepare(application, Preferences(paths.settings_file()))
    keeper.start(
        database=getattr(arguments, "database", None),
        user=getattr(arguments, "user", None) or "",
        sample=bool(getattr(arguments, "demo", False)),
    )
    if keeper.door is not None:
        FirstPaint(keeper.door, lambda: _after_first_paint(keeper))
    else:
        lock_with_the_system(keeper)
    code = application.exec()
    keeper.end()
    return code


def prepare(application: QApplication, preferences: Preferences) -> SessionKeeper:
    """Give the application its look and language, and make what keeps the sessions."""
    application.setApplicationName("ICM Desktop")
    application.setQuitOnLastWindowClosed(False)
    language = Language(application)
    language.use(preferences.text("look/language", system_language()))
    chosen = preferences.text("look/theme", ThemeName.SYSTEM.value)
    known = ThemeName(chosen) if chosen in set(ThemeName) else ThemeName.SYSTEM
    Theme.current().apply(known, preferences.number("look/points", USUAL_POINTS))
    crashes = CrashReports(application)
    crashes.install()
    keeper = SessionKeeper(application, preferences, language, crashes)
    keeper.ended.connect(application.quit)
    return keeper


class FirstPaint(QObject):
    """Calls back once when a window has been painted, so that nothing is loaded before a person sees it."""

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._window, self._then = window, then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The timer runs after the event that is about to be handled."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def _after_first_paint(keeper: SessionKeeper) -> None:
    """While the person types: start the log and the worker, load the pages."""
    import threading

    from icm_desktop import logs

    logs.start_log(paths.state_folder(), "window")
    keeper.workers.warm()
    lock_with_the_system(keeper)
    threading.Thread(target=_load_pages, name="load pages", daemon=True).start()


def lock_with_the_system(keeper: SessionKeeper) -> SystemLock:
    """Lock the records when the screen is locked or this computer goes to sleep."""
    from ui.system_lock import SystemLock

    heard = SystemLock(keeper)
    heard.wanted.connect(keeper.lock)
    heard.start()
    return heard


def _load_pages() -> None:
    importlib.import_module("ui.workplace")
    importlib.import_module("ui.pages").page_classes()
