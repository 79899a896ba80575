"""The screens of the day in every look: three practices, three themes, two languages, two sizes of text."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from icm_desktop import paths
from ui.sample import SAMPLE_PASSWORD
from ui.session_keeper import SessionKeeper
from ui.theme import Theme, ThemeName
from ui.tour.driver import Driver, TourStuck
from ui.tour.look_screens import Screens

USER = "ada"
PRACTICES = {"empty": 0, "typical": 60, "many": 2500}  # patients
THEMES = (ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST)
LANGUAGES, SIZES = ("en", "es"), (10, 20)
SIZE = (1280, 800)


def names() -> dict[str, tuple[str, ThemeName, str, int]]:
    """Every look by its name ("typical-dark-es-20"): practice, theme, language and size of text in points."""
    every = itertools.product(PRACTICES, THEMES, LANGUAGES, SIZES)
    return {"-".join((look[0], look[1].value, look[2], str(look[3]))): look for look in every}


def chosen(wanted: str) -> dict[str, tuple[str, ThemeName, str, int]]:
    """Every look for "all", else those whose name begins with these words ("typical-dark")."""
    return {name: look for name, look in names().items() if wanted == "all" or f"{name}-".startswith(f"{wanted}-")}


def walk(driver: Driver, prepare: Callable[[], SessionKeeper], wanted: str) -> None:
    """Take every look that is wanted; each has a folder of its own.

    Raises:
        TourStuck: no look has this name.
    """
    looks, out = chosen(wanted), driver.out
    if not looks:
        raise TourStuck(f"no look is called {wanted}")
    for practice, group in itertools.groupby(looks.items(), lambda each: each[1][0]):
        driver.keeper = prepare()
        _sign_in(driver, _make(practice))
        for name, look in group:
            driver.out = out / name
            driver.out.mkdir(exist_ok=True)
            _dress(driver, *look[1:]).walk()
        driver.keeper.language.use("en")  # its words stay with the application, and the keys of the door with them
        driver.keeper.end()
        QApplication.closeAllWindows()
        QApplication.processEvents()


def _make(practice: str) -> Path:
    """A practice of so many invented patients, made by the commands; the largest on its busiest day."""
    file = paths.data_folder() / f"{practice}.icm"
    environment = {**os.environ, "ICM_PASSWORD": SAMPLE_PASSWORD}
    everywhere = ["--database", str(file), "--user", USER, "--json"]
    orders = [["init", "--practice", "Larkspur Family Practice", "--time-zone", "America/New_York"]]
    if PRACTICES[practice]:
        crowded = ["--crowded"] if practice == "many" else []
        orders.append(["demo", "--patients", str(PRACTICES[practice]), "--seed", "7", *crowded])
    for order in orders:
        command = [sys.executable, "-m", "icm_desktop", *everywhere, *order]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment, cwd=paths.RESOURCES.parent)  # noqa: S603  our own words
    return file


def _sign_in(driver: Driver, file: Path) -> None:
    driver.keeper.language.use("en")
    driver.keeper.start(file, USER)
    driver.press("Alt+P")
    driver.write(SAMPLE_PASSWORD)
    driver.press("Return")
    driver.until(lambda: driver.keeper.workplace is not None, "the main window")
    driver.settle()


def _dress(driver: Driver, theme: ThemeName, language: str, points: int) -> Screens:
    """The window in this look."""
    workplace = driver.keeper.workplace
    if workplace is None:
        raise TourStuck("nobody is signed in")
    Theme.current().apply(theme, points)
    workplace.language_wanted.emit(language)
    driver.settle()
    workplace.window.resize(*SIZE)
    driver.settle()
    return Screens(driver, workplace.window)
