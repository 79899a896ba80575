"""The computer is gone: with a backup and the printed code every row comes back, by command and through the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db import keys
from icm_desktop import paths
from tests.cli.conftest import PASSWORD, USER, bare, make_shell
from tests.db.compare import Differences, compare
from tests.windows import close_all
from ui import app
from ui.preferences import Preferences
from ui.session_keeper import SessionKeeper

pytestmark = pytest.mark.fault
NEW = "nine small paper boats"
# What signing in (to make the backup, and to look at the restored file) and restoring write by themselves. Everything
# else is as it was when the backup was made.
SIGNING_IN = {f"user_account.{column}" for column in ("last_signed_in_at", "updated_at", "version")}
RESTORING = {f"practice.{column}" for column in ("lineage", "updated_at", "updated_by_id", "version")}
RESTORING |= {"table_change.changes"}  # counts of changes, these too
RECORDED = ["access.signed_in", "updated user_account", "backup.started", "database.restored", "updated practice"]
BEGINNING_WORK = {"referral.late service_request"}  # noted beside the work, as far as the window stayed open for it


@dataclass
class Rescued:
    """What is left of a practice: its backup on a stick, the printed code; and how its file was, to compare with."""

    folder: Path
    as_it_was: Path
    stick: Path
    code: str

    def words(self, way_in: str) -> tuple[str | Path, ...]:
        """What opens the backup, as options of `restore`."""
        secret = self.folder / way_in
        secret.write_text(self.code if way_in == "code" else PASSWORD, encoding="utf-8")
        return ("--recovery-code-file", secret) if way_in == "code" else ("--user", USER, "--password-file", secret)

    def differences(self, restored: Path) -> Differences:
        return compare(self.as_it_was, restored, keys.unlock_with_recovery(self.stick, self.code))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Rescued:
    """A sample practice, backed up by command; then the computer is gone."""
    folder = tmp_path_factory.mktemp("rescued")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ICM_HOME", str(folder / "home"))
        (folder / "live").mkdir()
        (folder / "stick").mkdir()
        shell = make_shell(folder / "live")
        shell.json("demo", "--patients", "12", "--seed", "7")
        shutil.copy(shell.database, folder / "as-it-was.icm")
        shell.json("backup", "--out", folder / "stick" / "b.icm")
    for gone in ("live", "home"):
        shutil.rmtree(folder / gone)
    return Rescued(folder, folder / "as-it-was.icm", folder / "stick" / "b.icm", shell.code)


@pytest.fixture
def rescued(made: Rescued, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rescued:
    """The next computer, on which the program never ran."""
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "new-home"))
    shutil.copytree(made.stick.parent, tmp_path / "stick")
    return Rescued(tmp_path, made.as_it_was, tmp_path / "stick" / "b.icm", made.code)


@pytest.fixture
def keeper(qapp: QApplication, rescued: Rescued) -> Iterator[SessionKeeper]:
    started = app.prepare(qapp, Preferences(paths.settings_file()))
    started.language.use("en")
    yield started
    started.end()
    close_all()


def _as_it_was(found: Differences, *then: str) -> None:
    """Nothing but what is named above differs, and `then` what the record says of afterwards."""
    assert {"practice.lineage", "user_account.version"} <= found.changed <= SIGNING_IN | RESTORING
    assert found.gone == {}
    assert set(found.added) == {"action", "audit_event"}
    events = [" ".join(filter(None, (row["event"], row["object_kind"]))) for row in found.added["audit_event"]]
    assert [event for event in events if event not in BEGINNING_WORK] == [*RECORDED, *then]
    assert found.tables > 60  # every table there is, the search index and what is not audited too
    assert found.rows > 2000


@pytest.mark.parametrize("way_in", ["password", "code"])
def test_by_command_every_table_is_as_it_was_when_the_backup_was_made(way_in: str, rescued: Rescued) -> None:
    new = paths.default_database()
    ran = bare("--database", new, "restore", rescued.stick, *rescued.words(way_in))
    assert ran.code == 0, ran.err
    found = rescued.differences(new)
    _as_it_was(found)


def test_through_the_window_every_table_is_as_it_was(rescued: Rescued, keeper: SessionKeeper, qtbot) -> None:
    keeper.start()
    assert keeper.door is not None
    assert keeper.door.wizard is not None  # nothing is here: the first run
    keeper.door.wizard.existing_chosen.emit(str(rescued.stick))
    form = keeper.door.restoring
    assert form is not None
    form.use_code(on=True)
    form.code.setText(rescued.code.lower())
    form.user.setText(USER)
    form.password.setText(NEW)
    form.submit()
    qtbot.waitUntil(lambda: keeper.workplace is not None, timeout=60_000)
    keeper.end()  # closes the file
    found = rescued.differences(paths.default_database())
    _as_it_was(found, "access.recovery_code_used", "keys.changed", "updated user_account", "access.signed_out")
