"""With each copy at the second place lies a receipt of the audit record: an old file put back does not fit it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from icm_desktop.contracts.keeping import BackupSettings
from icm_desktop.practice import OpenPractice
from tests.keeping.conftest import Home, at_quit, register

pytestmark = pytest.mark.usefixtures("seconds")


@pytest.fixture
def disk(home: Home) -> Path:
    """The second place. `old.icm`: the file at the first backup there; a person and a second backup came since."""
    folder = home.folder / "disk"
    folder.mkdir()
    practice = home.open()
    practice.run("services.backups.save_settings", BackupSettings(None, 9, at_quit=True, second=str(folder)))
    at_quit(practice)
    practice.close()
    shutil.copy(home.database, home.folder / "old.icm")
    practice = home.open()
    register(practice, "Newest")
    at_quit(practice)
    practice.close()
    return folder


def _place(practice: OpenPractice) -> tuple[bool | None, str]:
    checks = practice.run("services.backups.verify").checks
    return next((check.ok, check.detail) for check in checks if check.name == "audit_anchor")


def _put_old_file_back(home: Home) -> None:
    shutil.copy(home.folder / "old.icm", home.database)


def _forget_what_was_seen(home: Home) -> None:
    for anchor in (home.folder / "home").rglob("*.anchor.json"):
        anchor.unlink()


def test_the_receipts_fit_the_file_and_hold_numbers_only(home: Home, disk: Path) -> None:
    practice = home.open()
    ok, detail = _place(practice)
    assert (ok, detail.partition("; ")[2]) == (True, "2 receipts at the second place")
    practice.close()
    lines = [json.loads(line) for line in (disk / "p-audit-receipts.jsonl").read_text().splitlines()]
    assert [sorted(line) for line in lines] == [["at", "chain", "mac", "seq"]] * 2
    assert lines[0]["seq"] < lines[1]["seq"]


def test_an_old_file_and_the_anchor_put_back_together_are_reported(home: Home, disk: Path) -> None:
    _put_old_file_back(home)
    _forget_what_was_seen(home)
    practice = home.open()  # nothing on this computer knows better
    ok, detail = _place(practice)
    assert ok is False
    assert "second place has a receipt" in detail
    practice.close()


def test_what_an_administrator_went_back_to_is_no_alarm_for_ever(home: Home, disk: Path) -> None:
    _put_old_file_back(home)
    practice = home.open(accept_older=True)
    assert _place(practice)[0] is True
    register(practice, "Since")
    at_quit(practice)
    assert _place(practice)[0] is True
    assert len((disk / "p-audit-receipts.jsonl").read_text().splitlines()) == 3
    practice.close()


def test_a_second_place_that_is_out_is_no_alarm(home: Home, disk: Path) -> None:
    shutil.rmtree(disk)
    practice = home.open()
    assert _place(practice)[0] is True
    practice.close()
