"""A practice with real key slots on a computer of its own, and the backup of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from icm_desktop import bootstrap
from icm_desktop.contracts.access import NewPractice, NewUser, SignIn
from icm_desktop.contracts.keeping import AutomaticBackup, BackupState
from icm_desktop.contracts.patients import PatientDetails, RegisterPatient
from icm_desktop.practice import OpenPractice

PASSWORD, OTHERS = "slow brown rivers bend", "green kettle on tuesday"


@dataclass
class Home:
    """Where the practice of a test lives."""

    folder: Path
    database: Path
    code: str

    def open(self, user: str = "ada", password: str = PASSWORD, **more: object) -> OpenPractice:
        """Sign in."""
        return bootstrap.sign_in(SignIn(str(self.database), user, password, **more))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Made once, because passwords are slow: a practice with two patients, its backup on a stick, a third patient."""
    folder = tmp_path_factory.mktemp("original")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ICM_HOME", str(folder / "home"))
        request = NewPractice(str(folder / "live" / "p.icm"), "Larkspur", "America/New_York", "ada", PASSWORD)
        made = bootstrap.make_practice(request)
        home = Home(folder, Path(made.database), made.recovery_code)
        practice = home.open()
        for family in ("Lopez", "Baker"):
            register(practice, family)
        (folder / "stick").mkdir()
        practice.run("services.backups.backup", str(folder / "stick" / "b.icm"))
        register(practice, "Afterwards")
        practice.close()
    return home


@pytest.fixture
def home(original: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """That practice on a computer of this test's own."""
    shutil.copytree(original.folder, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "home"))
    return Home(tmp_path, tmp_path / "live" / "p.icm", original.code)


@pytest.fixture
def stick(home: Home) -> Path:
    """Its backup."""
    return home.folder / "stick" / "b.icm"


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup is called by its second; the tests make several in one."""
    numbers = iter(range(1, 1000))
    monkeypatch.setattr("icm_desktop.services.backups.stamp", lambda _local: f"2026-11-29-{next(numbers):06}")


@pytest.fixture
def ada(home: Home) -> Iterator[OpenPractice]:
    """Its administrator, signed in."""
    practice = home.open()
    yield practice
    practice.close()


def at_quit(practice: OpenPractice) -> AutomaticBackup:
    """The backup that is made when the program is closed."""
    made = practice.run("services.backups.automatic", "at_quit")
    assert isinstance(made, AutomaticBackup)
    return made


def state_of(practice: OpenPractice) -> BackupState:
    """How its backups are."""
    found = practice.run("queries.backups.state")
    assert isinstance(found, BackupState)
    return found


def register(practice: OpenPractice, family: str) -> int:
    """A patient; the id."""
    details = PatientDetails(family=family, given="Ana", birth_date="1950-03-04")
    return int(practice.run("services.registration.register", RegisterPatient(details, not_duplicate=True)).head.id)


def add_user(practice: OpenPractice, name: str, role: str = "front_desk") -> None:
    """A colleague."""
    practice.run("services.access.add_user", NewUser(name, name.title(), role, OTHERS))
