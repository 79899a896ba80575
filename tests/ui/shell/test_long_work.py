"""Long work in the real worker process: one after the other, and what nobody waits for gives way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from icm_desktop.contracts.access import KeyChanged, SignIn
from icm_desktop.errors import UserError
from tests.cli.conftest import PASSWORD, USER, make_shell
from ui.worker_jobs import WorkerJobs
from ui.workers import Workers

PATIENCE = 60_000  # milliseconds; a loaded machine is slow, not wrong

pytestmark = pytest.mark.story


@pytest.fixture
def workers(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    """Two processes in which the administrator of a new practice signed in."""
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "home"))
    shell = make_shell(tmp_path)
    made, there = Workers(), list[object]()
    made.sign_in(SignIn(str(shell.database), USER, PASSWORD), there.append, there.append)
    qtbot.waitUntil(lambda: bool(there), timeout=PATIENCE)
    yield made
    made.end()


def test_the_weekly_check_gives_way_to_long_work_and_is_done_after_it(workers: Workers, qtbot: QtBot) -> None:
    jobs, ended = WorkerJobs(workers), list[str]()
    check, other = "services.backups.weekly_check", "services.backups.verify"
    jobs.run(check, owner=None, lane="behind", done=lambda _found: ended.append(check))
    jobs.run(other, owner=None, lane="long", done=lambda _found: ended.append(other))
    qtbot.waitUntil(lambda: len(ended) == 2, timeout=PATIENCE)
    assert ended == [other, check]
    assert not workers.busy


def test_the_lock_before_the_others_have_closed_ends_a_key_change_and_a_later_one_succeeds(
    workers: Workers, qtbot: QtBot, tmp_path: Path
) -> None:
    jobs, told, crashed = WorkerJobs(workers), list[object](), list[object]()
    jobs.crashed.connect(crashed.append)
    jobs.change_key(told.append, told.append, lambda _done, _total: None)
    workers.end()
    qtbot.waitUntil(lambda: bool(told) and not workers.waiting, timeout=PATIENCE)
    assert isinstance(told[0], UserError)
    assert (told[0].code, len(told), crashed) == ("job.locked_first", 1, [])
    there = list[object]()
    workers.sign_in(SignIn(str(tmp_path / "practice.icm"), USER, PASSWORD), there.append, there.append)
    qtbot.waitUntil(lambda: bool(there), timeout=PATIENCE)
    jobs.change_key(told.append, told.append, lambda _done, _total: None)
    jobs.run("services.backups.verify", owner=None, lane="long", done=told.append)
    qtbot.waitUntil(lambda: len(told) == 3, timeout=PATIENCE)
    assert isinstance(told[1], KeyChanged)
    assert crashed == []
