"""A backup that is killed leaves parts, and the next one takes away exactly those; one at a time is made."""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from db.backup import check_backup
from icm_desktop.errors import UserError
from icm_desktop.practice import OpenPractice
from icm_desktop.services import half_backups
from tests.db.sample import fingerprints
from tests.keeping.conftest import Home

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of Unix")
FOREIGN = ("p-2026-11-28-090000.icm.part", "thesis.odt.part", "p.icm.keys.json", "p-2026-11-28-090000.icm")


def _back_up_and_die(home: Home, at: int) -> None:
    """Make the backup of the day's end; killed before the file number `at` is opened or renamed in its folder."""
    practice, seen = home.open(), 0

    def die(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if event in ("open", "os.rename") and str(arguments[0]).startswith(str(_folder(home) / "p-")):
            seen += 1
            if seen == at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(die)
    practice.run("services.backups.automatic", "at_quit")
    os._exit(seen)


def _folder(home: Home) -> Path:
    return home.database.parent / "backups"


def test_what_a_killed_backup_left_goes_and_nothing_else_does(home: Home) -> None:
    _folder(home).mkdir()
    for name in FOREIGN:
        (_folder(home) / name).write_bytes(b"somebody's")
    foreign, left, at, killed = fingerprints(_folder(home)), set(), 1, True
    while killed:
        child = get_context("fork").Process(target=_back_up_and_die, args=(home, at))
        child.start()
        child.join(60)
        killed, at = child.exitcode == -signal.SIGKILL, at + 1
        there = fingerprints(_folder(home))
        assert foreign.items() <= there.items()
        mine = sorted(path for path in _folder(home).iterdir() if path.name not in FOREIGN)
        left |= {path.name.split(".icm")[1] for path in mine}
        if killed:
            assert not [path for path in mine if path.suffix == ".icm"]  # none of them looks whole
            # Each try begins by taking away what the one before left, so what is here is of the last one only.
            assert len({path.name.split(".icm")[0] for path in mine}) <= 1
    assert child.exitcode == at - 2  # every file was opened and renamed, and none of the kills was left out
    assert {".part", ".part.keys.json", ".part.manifest.json", ".keys.json", ".manifest.json"} <= left
    practice = home.open()
    told = [row for row in practice.run("queries.backups.backups").rows if row.problem == "db.backup_interrupted"]
    assert len(told) > 5
    assert {row.how for row in told} == {"at_quit"}
    names = sorted(path.name for path in _folder(home).iterdir() if path.name not in FOREIGN)
    assert [name.split(".icm")[1] for name in names] == ["", ".keys.json", ".manifest.json"]
    check_backup(_folder(home) / names[0], practice.database.key)
    practice.close()


def test_two_backups_are_not_made_at_once_and_the_parts_of_a_running_one_stay(ada: OpenPractice, home: Home) -> None:
    with half_backups.alone(ada), pytest.raises(UserError) as refused:
        ada.run("services.backups.back_up_now")
    assert refused.value.code == "db.backup_running"

    seen: list[str] = []

    class Look:
        def step(self, done: int, total: int) -> None:
            assert half_backups.take_away(ada) == 0
            seen.extend(path.name for path in _folder(home).iterdir())

    ada.run("services.backups.back_up_now", progress=Look())
    assert seen
    assert all(name.endswith(".icm.part") for name in seen)
