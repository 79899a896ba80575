"""Admin, Backups: a second place is named in the dialog, stands in the section, and is told when it is not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from icm_desktop.contracts.keeping import AutomaticBackup, BackupMade
from icm_desktop.permissions import Role
from tests.ui.desk import Desk, sit_down
from ui.backup_watch import BackupWatch
from ui.dialogs.set_up.backup_settings import BackupSettingsDialog
from ui.pages.admin_sections.backups import BackupsSection
from ui.pages.patients import PatientsPage


@pytest.fixture
def desk(qtbot, tmp_path: Path):
    found = sit_down(tmp_path, (PatientsPage,), Role.ADMINISTRATOR)
    yield found
    assert found.crashes == []


def _dialog(desk: Desk) -> BackupSettingsDialog:
    return BackupSettingsDialog(desk.context, desk.run("queries.backups.backups"), desk.window)


def test_a_second_place_is_named_and_stands_in_the_section(desk: Desk, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    dialog = _dialog(desk)
    dialog.second.setText(str(disk / "nowhere"))
    dialog.submit()
    assert "nowhere" in dialog.fields["second"]._message.text
    dialog.second.setText(str(disk))
    dialog.show()
    if folder := os.environ.get("ICM_TEST_PICTURES"):
        dialog.grab().save(f"{folder}/second-place.png")
    dialog.submit()
    assert desk.run("queries.backups.backups").settings.second == str(disk)
    section = BackupsSection(desk.context, desk.window)
    section.refresh()
    assert str(disk) in section.tile.text
    said: list[str] = []
    desk.context.feedback.said.connect(lambda _level, text: said.append(text))
    disk.rmdir()
    section._made(AutomaticBackup(BackupMade("x", 1, 1), 0, second_problem="db.second_folder_gone"))
    assert str(disk) in said[-1]


def test_the_next_sign_in_hears_that_there_was_no_copy(desk: Desk, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    dialog = _dialog(desk)
    dialog.second.setText(str(disk))
    dialog.submit()
    disk.rmdir()
    offered: list[str] = []
    desk.context.feedback.offered.connect(lambda _level, text, _command: offered.append(text))
    watch = BackupWatch(desk.context, desk.window.status, desk.window)
    watch.begin()
    assert offered == []
    state = desk.run("queries.backups.state")
    assert state.second_path == str(disk)
    watch._tell(type(state)(**{**_plain(state), "second_problem": "db.second_folder_gone"}))
    assert str(disk) in offered[-1]


def _plain(state: object) -> dict[str, object]:
    return {name: getattr(state, name) for name in state.__slots__}  # type: ignore[attr-defined]
