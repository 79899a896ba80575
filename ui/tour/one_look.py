"""`python -m ui.tour.one_look FILE OUT NAME`: one walk through every screen of a practice in one look."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from icm_desktop import paths
from ui import app
from ui.preferences import Preferences
from ui.sample import SAMPLE_PASSWORD
from ui.theme import Theme, ThemeName
from ui.tour import look_sheets, looks
from ui.tour.driver import Driver, TourStuck
from ui.tour.look_screens import Screens

SIZE = (1280, 800)


def main(file: Path, out: Path, name: str) -> int:
    """Sign in, dress the window, take every picture, then the sheet of all of them. 1: it got stuck."""
    application = QApplication([sys.argv[0]])
    driver = Driver(app.prepare(application, Preferences(paths.settings_file())), out)
    try:
        _sign_in(driver, file)
        _dress(driver, looks.names()[name]).walk()
    except TourStuck as stuck:
        print(stuck, file=sys.stderr)  # noqa: T201  why, for the process that started this one
        return 1
    finally:
        driver.keeper.end()
        application.processEvents()
    look_sheets.of_look([Path(picture) for picture in driver.pictures]).save(str(out / looks.SHEET))
    return 0


def _sign_in(driver: Driver, file: Path) -> None:
    driver.keeper.language.use("en")  # the keys of the door are those of its words
    driver.keeper.start(file, looks.USER)
    driver.press("Alt+P")
    driver.write(SAMPLE_PASSWORD)
    driver.press("Return")
    driver.until(lambda: driver.keeper.workplace is not None, "the main window")
    driver.settle()


def _dress(driver: Driver, look: looks.Look) -> Screens:
    """The window in this look."""
    workplace = driver.keeper.workplace
    if workplace is None:
        raise TourStuck("nobody is signed in")
    Theme.current().apply(ThemeName(look.theme), look.points)
    workplace.language_wanted.emit(look.language)
    driver.settle()
    workplace.window.resize(*SIZE)
    driver.settle()
    return Screens(driver, workplace.window)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
