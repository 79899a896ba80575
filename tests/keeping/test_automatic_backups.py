"""Backups that make themselves: where, when, how many are kept, and what is said when one cannot be made."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from db.backup import check_backup
from db.models.practice import Practice
from db.models.set_up import BackupRecord
from icm_desktop.contracts.keeping import BackupSettings
from icm_desktop.errors import Invalid, JobCancelled, UserError
from icm_desktop.practice import OpenPractice
from tests.db.sample import fingerprints
from tests.keeping.conftest import Home, at_quit, register, state_of

pytestmark = pytest.mark.usefixtures("seconds")


def _settings(practice: OpenPractice, folder: Path | None = None, keep: int = 14, at_quit: bool = True) -> None:
    practice.run(
        "services.backups.save_settings", BackupSettings(None if folder is None else str(folder), keep, at_quit)
    )


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix == ".icm")


def _back_date(practice: OpenPractice, hours: int) -> None:
    with practice.write("tests") as uow:
        for record in uow.session.scalars(select(BackupRecord)):
            record.made_at -= dt.timedelta(hours=hours)
        practice_row = uow.session.scalars(select(Practice)).one()
        assert practice_row.created_at is not None
        practice_row.created_at -= dt.timedelta(hours=hours)


def test_work_ends_with_a_checked_backup_beside_the_data(ada: OpenPractice, home: Home) -> None:
    made = at_quit(ada).made
    assert made is not None
    folder = home.database.parent / "backups"
    assert Path(made.out).parent == folder
    assert folder.stat().st_mode & 0o777 == 0o700
    assert check_backup(Path(made.out), ada.database.key).counts["patient"] == 3
    row = ada.run("queries.backups.backups").rows[0]
    assert (row.how, row.path, row.problem, row.there) == ("at_quit", made.out, None, True)
    assert row.verified_at is not None and row.size_bytes == Path(made.out).stat().st_size


def test_nothing_new_is_not_backed_up_again_and_something_new_is(ada: OpenPractice, home: Home) -> None:
    first = at_quit(ada).made
    assert first is not None
    with ada.write("tests.signed_out") as uow:
        uow.record("access.signed_out")
    assert at_quit(ada).made is None
    register(ada, "New")
    assert ada.run("queries.backups.changed") is True
    again = at_quit(ada).made
    assert again is not None
    assert ada.run("queries.backups.changed") is False
    assert at_quit(ada).made is None
    Path(again.out).unlink()
    assert at_quit(ada).made is not None  # the last good one is gone


def test_only_its_own_finished_backups_are_taken_away_oldest_first(ada: OpenPractice, home: Home) -> None:
    by_hand = home.database.parent / "backups" / "by-hand.icm"
    _settings(ada, keep=3)
    first = at_quit(ada).made
    ada.run("services.backups.backup", str(by_hand))
    foreign = by_hand.with_name("p-2020-01-01-000000.icm")
    foreign.write_bytes(b"somebody's")
    for number in range(5):
        register(ada, f"Number {number}")
        assert at_quit(ada).made is not None
    names = _files(by_hand.parent)
    assert first is not None and not Path(first.out).exists()
    assert by_hand.name in names and foreign.name in names
    assert len(names) == 2 + 3
    rows = ada.run("queries.backups.backups").rows
    assert sum(row.how == "at_quit" for row in rows) == 3
    assert {row.how for row in rows} == {"at_quit", "by_hand"}
    assert not [path for path in by_hand.parent.iterdir() if Path(first.out).name in path.name]


def test_a_file_that_is_not_ours_any_more_is_never_deleted(ada: OpenPractice, home: Home) -> None:
    _settings(ada, keep=1)
    first = at_quit(ada).made
    assert first is not None
    Path(f"{first.out}.manifest.json").write_text("{}")
    register(ada, "New")
    assert at_quit(ada).removed == 0
    assert Path(first.out).exists()


def test_a_chosen_folder_that_has_gone_is_said_recorded_and_does_not_become_the_disk(
    ada: OpenPractice, home: Home
) -> None:
    stick = home.folder / "usb"
    stick.mkdir()
    _settings(ada, stick)
    assert at_quit(ada).made is not None
    for path in stick.iterdir():
        path.unlink()
    stick.rmdir()
    with pytest.raises(UserError) as refused:
        at_quit(ada)
    assert (refused.value.code, refused.value.params["path"]) == ("db.backup_folder_gone", str(stick))
    assert not stick.exists()
    assert state_of(ada).last_problem == "db.backup_folder_gone"
    newest = ada.run("queries.backups.backups").rows[0]
    assert (newest.problem, newest.there, newest.verified_at) == ("db.backup_folder_gone", False, None)
    stick.mkdir()
    assert at_quit(ada).made is not None
    assert state_of(ada).last_problem is None


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on file size is of Unix")
def test_a_full_disk_is_said_and_the_last_good_backup_stays(ada: OpenPractice, home: Home) -> None:
    import resource
    import signal

    _settings(ada, keep=1)
    good = at_quit(ada).made
    assert good is not None
    register(ada, "New")
    before = fingerprints(Path(good.out).parent)
    old, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (home.database.stat().st_size - 100_000, old[1]))
    try:
        with pytest.raises(UserError) as refused:
            at_quit(ada)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, handler)
    assert refused.value.code == "db.disk_full"
    assert fingerprints(Path(good.out).parent) == before
    assert state_of(ada).last_problem == "db.disk_full"


def test_quit_without_backup_leaves_no_half_one(ada: OpenPractice, home: Home) -> None:
    class Stop:
        def step(self, done: int, total: int) -> None:
            raise JobCancelled("job.cancelled", done=done, total=total)

    with pytest.raises(JobCancelled):
        ada.run("services.backups.automatic", "at_quit", progress=Stop())
    assert list((home.database.parent / "backups").iterdir()) == []
    assert state_of(ada).last_problem is None


def test_settings_are_checked_and_can_turn_it_off(ada: OpenPractice, home: Home) -> None:
    for folder, keep, field in ((home.folder / "none", 14, "folder"), (None, 0, "keep"), (None, 366, "keep")):
        with pytest.raises(Invalid) as refused:
            _settings(ada, folder, keep)
        assert refused.value.field == field
    _settings(ada, at_quit=False)
    assert at_quit(ada).made is None
    assert ada.run("services.backups.automatic", "scheduled").made is not None
    assert ada.run("services.backups.back_up_now").made is not None
    assert (state_of(ada).at_quit, ada.run("queries.backups.backups").settings.at_quit) == (False, False)


def test_a_day_without_a_good_backup_is_overdue(ada: OpenPractice) -> None:
    assert not state_of(ada).overdue
    _back_date(ada, 25)
    assert state_of(ada).overdue
    at_quit(ada)
    assert not state_of(ada).overdue


def test_one_backup_is_read_through_again_and_a_damaged_one_is_told(ada: OpenPractice) -> None:
    made = at_quit(ada).made
    assert made is not None
    row = ada.run("queries.backups.backups").rows[0]
    assert ada.run("services.backups.check_backup", row.id).ok is True
    content = bytearray(Path(made.out).read_bytes())
    content[len(content) // 2] ^= 1
    Path(made.out).write_bytes(content)
    checked = ada.run("services.backups.check_backup", row.id)
    assert checked.ok is False
    os.unlink(made.out)  # noqa: PTH108
    assert ada.run("services.backups.check_backup", row.id).ok is False


def test_once_a_week_everything_is_checked_and_noted(ada: OpenPractice) -> None:
    assert not state_of(ada).check_due
    _back_date(ada, 24 * 8)
    assert state_of(ada).check_due
    assert ada.run("services.backups.weekly_check").ok is True
    after = state_of(ada)
    assert (after.check_due, after.last_check_ok) == (False, True)
