"""Each automatic backup lies on a second place too: read through there, told when it is not, never in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from db.backup import check_backup
from db.backup_copy import copy_backup
from db.errors import DatabaseProblem
from icm_desktop import restoring
from icm_desktop.contracts.keeping import BackupSettings, RestoreRequest
from icm_desktop.errors import Invalid, UserError
from icm_desktop.practice import OpenPractice
from tests.keeping.conftest import PASSWORD, Home, at_quit, register, state_of

pytestmark = pytest.mark.usefixtures("seconds")


@pytest.fixture
def disk(ada: OpenPractice, home: Home) -> Path:
    """The second place, which the practice named."""
    folder = home.folder / "disk"
    folder.mkdir()
    ada.run("services.backups.save_settings", BackupSettings(None, 2, at_quit=True, second=str(folder)))
    return folder


def test_the_copy_is_whole_noted_and_can_be_restored(ada: OpenPractice, home: Home, disk: Path) -> None:
    made = at_quit(ada)
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
    made = at_quit(ada)
    assert made.made is not None and Path(made.made.out).exists()
    assert made.second_problem == "db.second_folder_gone"
    state = state_of(ada)
    assert (state.second_problem, state.second_path) == ("db.second_folder_gone", str(disk))
    assert (state.overdue, state.last_problem) == (False, None)
    assert ada.run("queries.backups.changed") is False  # no reason to make another
    disk.mkdir()
    register(ada, "Later")
    assert at_quit(ada).second_problem is None
    assert state_of(ada).second_problem is None


def test_the_oldest_copies_go_and_foreign_files_stay(ada: OpenPractice, disk: Path) -> None:
    (disk / "p-2020-01-01-000000.icm").write_bytes(b"somebody's")
    for number in range(4):
        register(ada, f"Number {number}")
        at_quit(ada)
    names = sorted(path.name for path in disk.iterdir() if path.suffix == ".icm")
    assert len(names) == 1 + 2
    assert names[0] == "p-2020-01-01-000000.icm"


def test_a_copy_that_does_not_read_back_is_not_kept(
    ada: OpenPractice, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = at_quit(ada).made
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
    assert at_quit(ada).second_problem is None
    assert {row.how for row in ada.run("queries.backups.backups").rows} == {"at_quit", "by_hand"}
