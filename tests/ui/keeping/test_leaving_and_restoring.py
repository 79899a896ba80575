"""Backups at quit and restoring in the window, with real worker processes, on a computer of the test's own."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from db.backup import check_backup
from db.models.practice import Practice
from icm_desktop import bootstrap, paths
from icm_desktop.contracts.access import NewPractice, SignIn
from icm_desktop.contracts.emergency import PrintEmergency
from icm_desktop.contracts.keeping import BackupSettings
from icm_desktop.contracts.patients import PatientDetails, RegisterPatient
from tests.windows import close_all
from ui import app
from ui.preferences import Preferences
from ui.session_keeper import SessionKeeper
from ui.theme import Theme, ThemeName

PASSWORD, NEW = "slow brown rivers bend", "nine small paper boats"
Until = Callable[[Callable[[], object]], None]
pytestmark = pytest.mark.story


@pytest.fixture
def until(qtbot) -> Until:
    return lambda condition: qtbot.waitUntil(lambda: bool(condition()), timeout=60_000)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The home of a practice with one patient at the usual place, made once; its recovery code."""
    home = tmp_path_factory.mktemp("original") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ICM_HOME", str(home))
        request = NewPractice(str(paths.default_database()), "Larkspur", "America/New_York", "ada", PASSWORD)
        made = bootstrap.make_practice(request)
        practice = bootstrap.sign_in(SignIn(made.database, "ada", PASSWORD))
        details = PatientDetails(family="Peña", given="Ana", birth_date="1950-03-04")
        practice.run("services.registration.register", RegisterPatient(details, not_duplicate=True))
        practice.run("services.access.confirm_recovery", made.recovery_code)
        practice.close()
    return home, made.recovery_code


@pytest.fixture
def code(original: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """That practice on a computer of this test's own; its recovery code."""
    home, recovery_code = original
    shutil.copytree(home, tmp_path / "home")
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "home"))
    return recovery_code


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Callable[[], SessionKeeper]]:
    keepers: list[SessionKeeper] = []

    def started() -> SessionKeeper:
        keeper = app.prepare(qapp, Preferences(paths.settings_file()))
        keeper.language.use("en")
        keepers.append(keeper)
        keeper.start()
        return keeper

    yield started
    for keeper in keepers:
        keeper.end()
    close_all()
    Theme.current().apply(ThemeName.LIGHT, 10)


def _sign_in(keeper: SessionKeeper, until: Until) -> None:
    assert keeper.door is not None and keeper.door.form is not None
    keeper.door.form.user.setText("ada")
    keeper.door.form.password.setText(PASSWORD)
    keeper.door.form.submit()
    until(lambda: keeper.workplace is not None)
    assert keeper.workplace is not None
    workplace = keeper.workplace
    until(lambda: workplace.window.watches.backup.state is not None)


def _make_overdue() -> None:
    practice = bootstrap.sign_in(SignIn(str(paths.default_database()), "ada", PASSWORD))
    with practice.write("tests") as uow:
        uow.session.scalars(select(Practice)).one().created_at = uow.now - dt.timedelta(hours=30)
    practice.close()


def _backups() -> list[Path]:
    return sorted((paths.data_folder() / "backups").glob("*.icm"))


@pytest.mark.usefixtures("code")
def test_an_overdue_backup_is_made_beside_the_work_of_who_signs_in(
    start: Callable[[], SessionKeeper], until: Until
) -> None:
    _make_overdue()
    keeper = start()
    _sign_in(keeper, until)
    until(lambda: len(_backups()) == 1)
    keeper.lock()
    assert len(multiprocessing.active_children()) <= 1  # the fresh one that waits for the password, without a key


def _hold_up_long_work(keeper: SessionKeeper) -> None:
    """The disk hangs, so that long work does not come to its next step."""
    assert keeper.workers._long is not None
    for process in keeper.workers._long._executor._processes:
        os.kill(process, signal.SIGSTOP)


@pytest.mark.skipif(sys.platform == "win32", reason="a process is stopped as on Unix")
@pytest.mark.usefixtures("code")
def test_locked_while_the_overdue_backup_runs_it_is_made_at_the_next_sign_in(
    start: Callable[[], SessionKeeper], until: Until
) -> None:
    _make_overdue()
    keeper = start()
    _sign_in(keeper, until)
    _hold_up_long_work(keeper)
    keeper.lock()
    assert len(multiprocessing.active_children()) <= 1
    assert keeper.lock_screen is not None
    keeper.lock_screen.form.password.setText(PASSWORD)
    keeper.lock_screen.form.submit()
    until(lambda: len(_backups()) == 1)
    assert [path.name for path in _backups()[0].parent.iterdir() if ".part" in path.name] == []


@pytest.mark.skipif(sys.platform == "win32", reason="a process is stopped as on Unix")
@pytest.mark.usefixtures("code")
def test_locked_on_the_way_out_the_program_ends_at_once(start: Callable[[], SessionKeeper], until: Until) -> None:
    keeper = start()
    _sign_in(keeper, until)
    _hold_up_long_work(keeper)
    ended: list[bool] = []
    keeper.ended.connect(lambda: ended.append(True))
    keeper.quit()
    assert not ended
    keeper.lock()
    assert ended
    assert keeper.lock_screen is None
    assert multiprocessing.active_children() == []
    assert _backups() == []


@pytest.mark.usefixtures("code")
def test_closing_the_window_ends_with_a_good_backup(start: Callable[[], SessionKeeper], until: Until) -> None:
    keeper = start()
    _sign_in(keeper, until)
    assert keeper.workplace is not None
    assert keeper.workplace.window.status.backup_text == "No backup yet"
    ended: list[bool] = []
    keeper.ended.connect(lambda: ended.append(True))
    keeper.workplace.window.close()
    assert not ended
    assert not keeper.workplace.window.isVisible()
    until(lambda: ended)
    assert multiprocessing.active_children() == []
    made = _backups()
    assert len(made) == 1
    practice = bootstrap.sign_in(SignIn(str(paths.default_database()), "ada", PASSWORD))
    assert check_backup(made[0], practice.database.key).counts["patient"] == 1
    assert practice.run("queries.backups.backups").rows[0].how == "at_quit"
    practice.close()


@pytest.mark.usefixtures("code")
def test_a_backup_that_fails_is_told_and_never_keeps_anybody(
    start: Callable[[], SessionKeeper], until: Until, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    practice = bootstrap.sign_in(SignIn(str(paths.default_database()), "ada", PASSWORD))
    practice.run("services.backups.save_settings", BackupSettings(str(stick), 14, at_quit=True))
    practice.close()
    stick.rmdir()
    keeper = start()
    _sign_in(keeper, until)
    assert keeper.workplace is not None
    ended: list[bool] = []
    keeper.ended.connect(lambda: ended.append(True))
    keeper.quit()
    assert keeper._leaving is not None
    dialog = keeper._leaving.dialog
    until(lambda: not dialog.problem.isHidden())
    assert str(stick) in dialog.problem.text
    stick.mkdir()
    dialog.again_button.click()
    until(lambda: ended)
    assert len(list(stick.glob("*.icm"))) == 1


@pytest.mark.usefixtures("code")
def test_quit_without_backup_goes_at_once_and_the_next_one_hears_of_a_failure(
    start: Callable[[], SessionKeeper], until: Until, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    practice = bootstrap.sign_in(SignIn(str(paths.default_database()), "ada", PASSWORD))
    practice.run("services.backups.save_settings", BackupSettings(str(stick), 14, at_quit=True))
    practice.close()
    stick.rmdir()
    keeper = start()
    _sign_in(keeper, until)
    keeper.quit()
    assert keeper._leaving is not None
    dialog = keeper._leaving.dialog
    until(lambda: not dialog.problem.isHidden())
    ended: list[bool] = []
    keeper.ended.connect(lambda: ended.append(True))
    dialog.leave_button.click()
    assert ended
    again = start()
    _sign_in(again, until)
    assert again.workplace is not None
    workplace = again.workplace
    until(lambda: str(stick) in workplace.window.messages.text)
    assert again.workplace.window.messages.button.isVisible()


def test_on_an_empty_computer_the_window_restores_with_backup_and_printed_code(
    code: str, start: Callable[[], SessionKeeper], until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice = bootstrap.sign_in(SignIn(str(paths.default_database()), "ada", PASSWORD))
    stick = tmp_path / "stick" / "b.icm"
    stick.parent.mkdir()
    practice.run("services.backups.backup", str(stick))
    practice.close()
    shutil.rmtree(tmp_path / "home")
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "new-home"))
    keeper = start()
    assert keeper.door is not None and keeper.door.wizard is not None  # nothing is here: the first run
    keeper.door.wizard.existing_chosen.emit(str(stick))
    form = keeper.door.restoring
    assert form is not None
    form.use_code(on=True)
    form.code.setText(code.lower())
    form.user.setText("ada")
    form.password.setText("short")
    form.submit()
    until(lambda: "characters" in form.message.text)  # the records are back, only the new password is too weak
    assert form.made is not None
    form.password.setText(NEW)
    form.submit()
    until(lambda: keeper.workplace is not None)
    assert keeper.workplace is not None
    assert keeper.workplace.session.database == str(paths.default_database())
    assert keeper.workplace.session.new_recovery_code not in (None, code)
    found: list[tuple[object, ...]] = []
    keeper.workplace.jobs.run("queries.patients.find", "pena", owner=None, done=found.append)
    until(lambda: found)
    assert len(found[0]) == 1


@pytest.mark.usefixtures("code")
def test_restore_from_the_menu_goes_into_a_new_file_and_says_so(
    start: Callable[[], SessionKeeper], until: Until, tmp_path: Path
) -> None:
    practice = bootstrap.sign_in(SignIn(str(paths.default_database()), "ada", PASSWORD))
    stick = tmp_path / "b.icm"
    practice.run("services.backups.backup", str(stick))
    practice.close()
    keeper = start()
    _sign_in(keeper, until)
    assert keeper.workplace is not None
    window = keeper.workplace.window
    keeping = next(child for child in window.children() if type(child).__name__ == "Keeping")
    keeping.restore_from(str(stick))  # type: ignore[attr-defined]
    dialog = QApplication.activeModalWidget()
    form = dialog.form  # type: ignore[union-attr]
    assert form.path() == paths.default_database().with_name("practice-2.icm")
    form.user.setText("ada")
    form.password.setText(PASSWORD)
    form.submit()
    until(lambda: "practice-2.icm" in window.messages.text)
    assert paths.default_database().with_name("practice-2.icm").exists()


def test_a_backup_chosen_at_the_door_is_looked_at_and_never_changed(
    code: str, start: Callable[[], SessionKeeper], until: Until, tmp_path: Path
) -> None:
    """The computer died: the file manager has a stick, the drawer has the printed code, and patients are coming."""
    stick = tmp_path / "stick" / "b.icm"
    stick.parent.mkdir()
    practice = bootstrap.sign_in(SignIn(str(paths.default_database()), "ada", PASSWORD))
    practice.run("services.backups.backup", str(stick))
    practice.close()
    before = {path.name: path.read_bytes() for path in stick.parent.iterdir()}
    keeper = start()
    assert keeper.door is not None
    keeper.door.database_chosen.emit(str(stick))
    form = keeper.door.restoring
    assert form is not None
    form.use_code(on=True)
    form.look.click()
    assert "user name" in form.message.text
    form.user.setText("ada")
    form.code.setText(code)
    form.look.click()
    until(lambda: keeper.workplace is not None)
    assert keeper.workplace is not None
    window = keeper.workplace.window
    assert "READ ONLY" in window.windowTitle()
    assert "file.emergency_day" in window.context.actions
    if pictures := os.environ.get("ICM_TEST_PICTURES"):
        window.grab().save(str(Path(pictures) / "read-only.png"))
    refused: list[str] = []
    window.context.jobs.run(
        "services.registration.register", RegisterPatient(PatientDetails(family="New"), not_duplicate=True), owner=None,
        failed=lambda error: refused.append(error.code),
    )  # fmt: skip
    until(lambda: refused)
    assert refused == ["access.read_only"]
    shown: list[int] = []
    window.context.jobs.run("reports.emergency.render", PrintEmergency(), owner=None, done=lambda made: shown.append(1))
    until(lambda: shown)
    keeper.lock()  # nothing is kept, so the program ends
    assert {path.name: path.read_bytes() for path in stick.parent.iterdir()} == before
    until(lambda: not [path for path in paths.state_folder().iterdir() if path.name.startswith("looking-")])
