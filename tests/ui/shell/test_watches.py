"""What a window asks for by itself while somebody works, and that it asks for nothing in a backup."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from icm_desktop.permissions import Role
from tests.support import make_practice
from tests.ui.desk import TODAY, make_context
from ui.jobs import InlineJobs, Job
from ui.watches import Watches
from ui.widgets.status_strip import StatusStrip


class Noting(InlineJobs):
    """Remembers what was asked for."""

    names: list[str]

    def _submit(self, job: Job, args: tuple[object, ...]) -> None:
        self.names.append(job.name)
        super()._submit(job, args)


@pytest.mark.parametrize(("backup", "asks"), [("", True), ("November 1, 2026", False)], ids=["practice", "backup"])
def test_nothing_is_watched_in_a_backup(tmp_path: Path, qtbot: QtBot, backup: str, asks: bool) -> None:
    practice = make_practice(tmp_path, today=TODAY)
    jobs = Noting(practice.open(Role.COORDINATOR))
    jobs.names = []
    made = make_context(tmp_path, practice, Role.COORDINATOR, jobs)
    context = replace(made, session=replace(made.session, read_only=backup))
    window = QObject()
    strip = StatusStrip(context)
    qtbot.addWidget(strip)
    watches = Watches(context, strip, window)
    watches.start()
    watches.signed_in()
    watches.work_begins(lambda: 0.0)
    assert ("queries.partner_polling.anybody" in jobs.names, "queries.backups.state" in jobs.names) == (asks, asks)
    assert bool(jobs.names) is asks
    watches.work_ends()
    practice.database.close()
