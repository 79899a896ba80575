"""The real program with an empty home, and practices made by the commands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop import bootstrap, paths
from icm_desktop.contracts.access import SignIn
from tests.cli.conftest import PASSWORD, Shell, copy_shell
from tests.stories.person import Person
from tests.windows import close_all
from ui import app
from ui.preferences import Preferences
from ui.theme import Theme, ThemeName

PASSWORDS = {
    "ada": PASSWORD,
    "rosa": "quiet green rivers sing",
    "fred": "tall yellow houses lean",
    "kim": "warm silver kettles hum",
}
GIVEN = "seven blue kites over the bay"  # by the administrator
ROLES = {"rosa": "coordinator", "fred": "front_desk", "kim": "clinician"}


def morning_zone() -> str:
    """A time zone in which it is between nine and ten in the morning now, so that today still has free times."""
    ahead = (9 - dt.datetime.now(dt.UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer on which the program never ran."""
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def practice(home: Path) -> Shell:
    """A practice with a user of each role, at the place where the program looks."""
    return copy_shell(paths.default_database().parent, "Larkspur Family Practice", morning_zone(), _add_everybody)


def _add_everybody(shell: Shell) -> None:
    for user, role in ROLES.items():
        add_user(shell, user, role)


def add_user(shell: Shell, user: str, role: str) -> None:
    """Add a user as the administrator does, by command; who signed in once, with a password of their own since."""
    file = shell.folder / f"{user}.password"
    file.write_text(GIVEN)
    shell.json("user", "add", user, "--role", role, "--display-name", user.title(), "--new-password-file", file)
    practice = bootstrap.sign_in(SignIn(str(shell.database), user, GIVEN))
    practice.run("services.access.change_password", PASSWORDS[user])
    practice.close()


@pytest.fixture
def start(qapp: QApplication, home: Path) -> Iterator[Callable[[], Person]]:
    """Start the program; several may run."""
    people: list[Person] = []
    close_all()  # what tests of single screens left open in this process

    def started() -> Person:
        keeper = app.prepare(qapp, Preferences(paths.settings_file()))
        keeper.language.use("en")
        people.append(Person(keeper, home))
        return people[-1]

    yield started
    for person in people:
        person.keeper.end()
    close_all()
    Theme.current().apply(ThemeName.LIGHT, 10)


@pytest.fixture
def person(start: Callable[[], Person]) -> Person:
    """Somebody in front of the started program."""
    return start()
