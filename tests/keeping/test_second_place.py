"""Each automatic backup lies on a second place too: read through there, told when it is not, never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from db.backup import check_backup
from db.backup_copy import copy_backup
from db.errors import DatabaseProblem
from icm_desktop import restoring
from icm_desktop.contracts.keeping import AutomaticBackup, BackupSettings, BackupState, RestoreRequest
from icm_desktop.errors import Invalid, UserError
from icm_desktop.practice import OpenPractice
from tests.keeping.conftest import PASSWORD, Home, register


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup is called by its second; the tests make several in one."""
    seconds = iter(range(1, 1000))
    monkeypatch.setattr("icm_desktop.services.backups.stamp", lambda _local: f"2026-11-29-{next(seconds):06}")


@pytest.fixture
def disk(ada: OpenPractice, home: Home) -> Path:
    """The second place, which the practice named."""
    folder = home.folder / "disk"
    folder.mkdir()
    ada.run("services.backups.save_settings", BackupSettings(None, 2, at_quit=True, second=str(folder)))
    return folder


def _at_quit(practice: OpenPractice) -> AutomaticBackup:
    made = practice.run("services.backups.automatic", "at_quit")
    assert isinstance(made, AutomaticBackup)
    return made


def _state(practice: OpenPractice) -> BackupState:
    found = practice.run("queries.backups.state")
    assert isinstance(found, BackupState)
    return found


def test_the_copy_is_whole_noted_and_can_be_restored(ada: OpenPractice, home: Home, disk: Path) -> None:
    made = _at_quit(ada)
    assert made.made is not None
    copy = disk / Path(made.made.out).name
    assert made.second_problem is None
    assert copy.read_bytes() == Path(made.made.out).read_bytes()
    assert check_backup(copy, ada.database.key).counts["patient"] == 3
    assert {path.stat().st_mode & 0o777 for path in disk.iterdir()} == {0o600}
    rows = ada.run("queries.backups.backups").rows[:2]  # the one after them was made by hand
    assert [(row.how, row.problem, row.there, row.verified_at is not None) for row in rows] == [
        ("second", None, True, True), ("at_quit", None, True, True),
    ]  # fmt: skip
    request = RestoreRequest(str(copy), str(home.folder / "new" / "p.icm"), user="ada", password=PASSWORD)
    (home.folder / "new").mkdir()
    assert restoring.restore(request).patients == 3


def test_a_place_that_is_gone_is_told_and_the_first_backup_is_good(ada: OpenPractice, disk: Path) -> None:
    disk.rmdir()
    made = _at_quit(ada)
    assert made.made is not None and Path(made.made.out).exists()
    assert made.second_problem == "db.second_folder_gone"
    state = _state(ada)
    assert (state.second_problem, state.second_path) == ("db.second_folder_gone", str(disk))
    assert (state.overdue, state.last_problem) == (False, None)
    assert ada.run("queries.backups.changed") is False  # no reason to make another
    disk.mkdir()
    register(ada, "Later")
    assert _at_quit(ada).second_problem is None
    assert _state(ada).second_problem is None


def test_the_oldest_copies_go_and_foreign_files_stay(ada: OpenPractice, disk: Path) -> None:
    (disk / "p-2020-01-01-000000.icm").write_bytes(b"somebody's")
    for number in range(4):
        register(ada, f"Number {number}")
        _at_quit(ada)
    names = sorted(path.name for path in disk.iterdir() if path.suffix == ".icm")
    assert len(names) == 1 + 2
    assert names[0] == "p-2020-01-01-000000.icm"


def test_a_copy_that_does_not_read_back_is_not_kept(
    ada: OpenPractice, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _at_quit(ada).made
    assert made is not None
    os.truncate(made.out, Path(made.out).stat().st_size - 4096)
    with pytest.raises(DatabaseProblem) as refused:
        copy_backup(Path(made.out), disk / "again.icm", ada.database.key)
    assert refused.value.code in ("db.backup_bad", "db.damaged")
    assert not [path.name for path in disk.iterdir() if path.name.startswith("again")]


def test_the_place_must_be_there_and_another_one(ada: OpenPractice, home: Home) -> None:
    folder = home.folder / "one"
    for first, second, code in (
        (None, str(folder), "backup.no_folder"),
        (str(folder), str(folder), "backup.same_folder"),
    ):
        with pytest.raises((Invalid, UserError)) as refused:
            ada.run("services.backups.save_settings", BackupSettings(first, 3, at_quit=True, second=second))
        assert (refused.value.code, refused.value.field) == (code, "second")
        folder.mkdir(exist_ok=True)
    ada.run("services.backups.save_settings", BackupSettings(None, 3, at_quit=True))
    assert _at_quit(ada).second_problem is None
    assert {row.how for row in ada.run("queries.backups.backups").rows} == {"at_quit", "by_hand"}
