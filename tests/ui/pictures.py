"""Pictures of every state of the window: `python -m tests.ui.pictures FOLDER [theme language points]`."""

from __future__ import annotations

import itertools
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from ui.session_keeper import SessionKeeper
from ui.theme import Theme, ThemeName

THEMES = (ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST)
LANGUAGES = ("en", "es")
SIZES = (10, 20)
SECONDS = 60


def wait(condition: Callable[[], object]) -> None:
    """Let the window work until the condition holds."""
    end = time.monotonic() + SECONDS
    while not condition():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to rest")
        time.sleep(0.01)


class Album:
    """Numbered pictures in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._number = folder, 0
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, widget: QWidget, name: str) -> None:
        """Take a picture."""
        for _ in range(3):
            QApplication.processEvents()
        self._number += 1
        widget.grab().save(str(self._folder / f"{self._number:02d}-{name}.png"))


def photograph(folder: Path, theme: ThemeName, language: str, points: int) -> None:
    """Walk through the window once in this look."""
    from icm_desktop import paths
    from ui import app
    from ui.preferences import Preferences

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    keeper = app.prepare(application, Preferences(paths.settings_file()))
    keeper.language.use(language)
    Theme.current().apply(theme, points)
    album = Album(folder)
    keeper.start(database=paths.data_folder() / "new.icm")
    assert keeper.door is not None
    assert keeper.door.wizard is not None
    for place in range(5):
        keeper.door.wizard._show(place)
        album.take(keeper.door, f"first-run-{place + 1}")
    keeper.door.ask(paths.default_database(), "rosa")
    album.take(keeper.door, "sign-in")
    keeper.open_sample()
    wait(lambda: keeper.workplace is not None)
    assert keeper.workplace is not None
    window = keeper.workplace.window
    window.resize(1280, 720)
    for name, page in window.pages.items():
        if page.order:
            window.context.navigation.open(name)
            wait(lambda: not keeper.workers.waiting)
            album.take(window, name)
    window.find_patient()
    window.top.search.setText("ma")
    window.top.search._search("ma")
    wait(lambda: window.top.search.results() > 0)
    album.take(window, "find-patient")
    row = window.top.search._found.row(0)
    window.top.search._close()
    assert row is not None
    if "chart" in window.pages:
        window.context.navigation.open_chart(row.head.id)
        wait(lambda: not keeper.workers.waiting)
        album.take(window, "chart")
    for command in ("help.palette", "help.shortcuts", "help.about"):
        window.context.actions.trigger(command)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        album.take(dialog, command)
        dialog.close()
    _photograph_lock(keeper, album)


def _photograph_lock(keeper: SessionKeeper, album: Album) -> None:
    assert keeper.workplace is not None
    window = keeper.workplace.window
    keeper.lock()
    assert keeper.lock_screen is not None
    album.take(window, "covered")
    keeper.lock_screen.form.password.setText("sample practice only")
    album.take(keeper.lock_screen, "locked")
    keeper.end()
    window.hide()
    window.deleteLater()


def main() -> None:
    """Every look, or the one that was asked for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["ICM_HOME"] = tempfile.mkdtemp(prefix="icm-pictures-")
    out = Path(sys.argv[1])
    looks = [(ThemeName(sys.argv[2]), sys.argv[3], int(sys.argv[4]))] if len(sys.argv) > 4 else []
    for theme, language, points in looks or itertools.product(THEMES, LANGUAGES, SIZES):
        photograph(out / f"{theme}-{language}-{points}", theme, language, points)


if __name__ == "__main__":
    main()
