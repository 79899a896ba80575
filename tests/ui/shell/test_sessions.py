"""From the first run to the lock and back, with real worker processes and a real password."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout

from db import keys
from db.engine import SCHEMA_VERSION, keyed_connection
from icm_desktop import bootstrap, paths
from icm_desktop.contracts.access import KeyState, NewPractice, NewUser
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.patients import PatientFilter
from icm_desktop.errors import JobCancelled
from tests.ui.audit import audit, settle
from ui import app
from ui.dialogs.key_change import KeyChangeDialog
from ui.dialogs.practice_details import PracticeDialog
from ui.dialogs.set_up.user import PasswordDialog
from ui.lock_key import CHORD
from ui.preferences import Preferences
from ui.session_keeper import SessionKeeper
from ui.theme import Theme, ThemeName
from ui.wizard.choice import Choice
from ui.wizard.recovery import groups, is_end_of

PASSWORD = "correct horse battery staple"
OTHER_PASSWORD = "nine purple elephants waltzing"
Until = Callable[[Callable[[], bool]], None]

pytestmark = pytest.mark.story


@pytest.fixture
def until(qtbot) -> Until:
    """Wait for a condition."""
    return lambda condition: qtbot.waitUntil(condition, timeout=60_000)


@pytest.fixture
def keeper(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionKeeper]:
    """The program with an empty home."""
    monkeypatch.setenv("ICM_HOME", str(tmp_path / "home"))
    made = app.prepare(qapp, Preferences(paths.settings_file()))
    made.language.use("en")
    yield made
    made.language.use("en")
    made.end()
    for window in (made.door, made.workplace.window if made.workplace else None):
        if window is not None:
            window.hide()
    Theme.current().apply(ThemeName.LIGHT, 10)


def _first_run(keeper: SessionKeeper, until: Until) -> None:
    keeper.start()
    assert keeper.door is not None
    wizard = keeper.door.wizard
    assert wizard is not None
    wizard.next()
    wizard.next()
    wizard.place.name.setText("Riverside Clinic")
    wizard.place.zone.setCurrentText("America/New_York")
    wizard.next()
    wizard.first_user.user.setText("rosa")
    wizard.first_user.password.setText(PASSWORD)
    wizard.first_user.again.setText(PASSWORD)
    wizard.next()
    until(lambda: wizard.step is wizard.recovery)
    assert not wizard.next_button.isEnabled()
    assert not wizard.back_button.isVisible()
    wizard.recovery.typed.setText(" ".join(groups(wizard.recovery.code.text())[-4:]).lower())
    assert wizard.next_button.isEnabled()
    wizard.next()
    until(lambda: keeper.workplace is not None)


def test_a_new_practice_from_the_first_run_to_the_lock_and_back(keeper: SessionKeeper, until: Until, qtbot) -> None:
    _first_run(keeper, until)
    assert keeper.workplace is not None
    window = keeper.workplace.window
    assert keeper.door is None
    assert window.isVisible()
    assert "Riverside Clinic" in window.windowTitle()
    results: list[object] = []
    window.context.jobs.run("queries.patients.find", "lop", owner=window, done=results.append)
    until(lambda: bool(results))

    half = QDialog(window)
    edit = QLineEdit(half)
    QVBoxLayout(half).addWidget(edit)
    half.open()
    QTest.keyClicks(edit, "half typed")
    title = window.windowTitle()
    keeper.lock()
    screen = keeper.lock_screen
    assert screen is not None
    assert window.windowTitle() == "ICM Desktop"
    with_key = [process for process in multiprocessing.active_children() if process.is_alive()]
    assert len(with_key) <= 1  # at most the fresh one that waits for a password; the two that held the key are gone

    late: list[object] = []
    window.context.jobs.run("queries.patients.find", "late", owner=window, done=late.append)
    QTest.keyClicks(screen.form.password, "not the right password")
    QTest.keyClick(screen.form.password, Qt.Key.Key_Return)
    until(lambda: bool(screen.form.message.text))
    assert "not right" in screen.form.message.text
    assert late == []
    screen.form.password.clear()
    QTest.keyClicks(screen.form.password, PASSWORD)
    QTest.keyClick(screen.form.password, Qt.Key.Key_Return)
    until(lambda: keeper.lock_screen is None)
    assert window.windowTitle() == title
    assert edit.text() == "half typed"
    until(lambda: late == [()])
    half.reject()


def test_another_person_can_take_over_and_the_first_finds_everything_again(keeper: SessionKeeper, until: Until) -> None:
    _first_run(keeper, until)
    assert keeper.workplace is not None
    rosa = keeper.workplace
    added: list[object] = []
    request = NewUser("fred", "Fred Desk", "front_desk", OTHER_PASSWORD)
    rosa.window.context.jobs.run("services.access.add_user", request, owner=None, done=added.append)
    until(lambda: bool(added))
    rosa.window.top.search.setText("half typed")
    keeper.lock()
    assert keeper.lock_screen is not None
    form = keeper.lock_screen.form
    form.user.setText("fred")
    form.password.setText(OTHER_PASSWORD)
    form.submit()
    until(lambda: keeper.lock_screen is None)
    fred = keeper.workplace
    assert fred is not None
    assert fred is not rosa
    assert fred.session.role == "front_desk"
    assert not rosa.window.isVisible()
    assert fred.window.isVisible()
    own = QApplication.activeModalWidget()
    assert isinstance(own, PasswordDialog)  # a password of his own comes before anything else
    own.reject()
    assert keeper.lock_screen is not None
    form = keeper.lock_screen.form
    form.user.setText("rosa")
    form.password.setText(PASSWORD)
    form.submit()
    until(lambda: keeper.lock_screen is None)
    assert keeper.workplace is rosa
    assert rosa.window.isVisible()
    assert rosa.window.top.search.text() == "half typed"
    fred.window.deleteLater()


def test_a_second_window_is_told_who_has_the_practice(keeper: SessionKeeper, until: Until, qapp: QApplication) -> None:
    _first_run(keeper, until)
    second = app.prepare(qapp, Preferences(paths.settings_file()))
    second.language.use("en")
    second.start()
    assert second.door is not None
    form = second.door.form
    assert form is not None
    assert form.user.text() == "rosa"
    form.password.setText(PASSWORD)
    form.submit()
    until(lambda: bool(form.message.text))
    assert "open in another window" in form.message.text
    assert second.workplace is None
    second.end()
    second.door.hide()


def test_changing_the_language_keeps_the_place(keeper: SessionKeeper, until: Until) -> None:
    _first_run(keeper, until)
    assert keeper.workplace is not None
    before = keeper.workplace.window
    before.context.actions.trigger("view.language.es")
    settle()
    after = keeper.workplace.window
    assert after is not before
    assert after.context.actions.qaction("file.lock").text() != before.context.actions.qaction("file.lock").text()
    assert after.context.navigation.place is not None
    assert before.context.navigation.place is not None
    assert after.context.navigation.place.page == before.context.navigation.place.page


def test_every_step_of_the_first_run_passes_the_audit(keeper: SessionKeeper, until: Until) -> None:
    keeper.start()
    assert keeper.door is not None
    wizard = keeper.door.wizard
    assert wizard is not None
    for language, points in (("en", 10), ("en", 20), ("es", 20)):
        keeper.language.use(language)
        Theme.current().apply(points=points)
        keeper.door.resize(1280, 720)
        for place in range(len(wizard.steps)):
            wizard._show(place)
            settle()
            assert audit(keeper.door) == [], (language, points, place)
    keeper.language.use("en")
    wizard._show(1)
    wizard.choice.buttons[Choice.NEW].setChecked(True)
    wizard.next()
    wizard.next()
    assert wizard.stack.currentIndex() == 2  # nothing typed: it says what is missing and stays
    wizard.back()
    assert wizard.stack.currentIndex() == 1


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("ffff gggg hhhh 1234", True),
        ("FFFF-GGGG-HHHH-1234", True),
        ("FFFFGGGGHHHHI234", True),
        ("GGGG HHHH 1234", False),
    ],
)
def test_the_end_of_the_code_is_read_however_it_is_spaced(typed: str, right: bool) -> None:
    assert is_end_of(typed, "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH-1234") is right


def test_when_a_worker_dies_the_window_asks_for_the_password_and_goes_on(keeper: SessionKeeper, until: Until) -> None:
    _first_run(keeper, until)
    assert keeper.workplace is not None
    window = keeper.workplace.window
    window.top.search.setText("half typed")
    for process in multiprocessing.active_children():
        process.kill()
    window.context.jobs.run("queries.patients.find", "lop", owner=window)
    until(lambda: keeper.lock_screen is not None)
    assert keeper.lock_screen is not None
    form = keeper.lock_screen.form
    assert "stopped" in form.message.text
    form.password.setText(PASSWORD)
    form.submit()
    until(lambda: keeper.lock_screen is None)
    assert window.top.search.text() == "half typed"
    results: list[object] = []
    window.context.jobs.run("queries.patients.find", "lop", owner=window, done=results.append)
    until(lambda: results == [()])


def _unlock(keeper: SessionKeeper, until: Until) -> None:
    assert keeper.lock_screen is not None
    keeper.lock_screen.form.password.setText(PASSWORD)
    keeper.lock_screen.form.submit()
    until(lambda: keeper.lock_screen is None)


def test_the_chord_locks_from_a_dialog_which_is_there_again_afterwards(keeper: SessionKeeper, until: Until) -> None:
    _first_run(keeper, until)
    assert keeper.workplace is not None
    window = keeper.workplace.window
    window.context.actions.trigger("tools.practice")
    until(lambda: bool(window.findChildren(PracticeDialog)))
    dialog = window.findChildren(PracticeDialog)[0]
    until(lambda: QApplication.focusWindow() is dialog.windowHandle())
    QTest.keyClicks(dialog.phone, "555-010-2")
    QTest.keySequence(dialog.windowHandle(), QKeySequence(CHORD))
    until(lambda: keeper.lock_screen is not None)
    assert dialog.windowTitle() == "ICM Desktop"
    _unlock(keeper, until)
    until(lambda: QApplication.focusWindow() is dialog.windowHandle())
    QTest.keyClicks(dialog.phone, "345")
    assert dialog.phone.text() == "555-010-2345"
    dialog.submit()
    facts: list[object] = []
    until(lambda: "change the practice details" in window.context.actions.qaction("edit.undo").text())
    window.context.jobs.run("queries.people.practice", owner=window, done=facts.append)
    until(lambda: bool(facts))
    assert getattr(facts[0], "phone", None) == "555-010-2345"
    app.lock_with_the_system(keeper).told(True)  # the computer goes to sleep
    assert keeper.lock_screen is not None


def test_locking_stops_an_import_and_says_so_afterwards(keeper: SessionKeeper, until: Until, tmp_path: Path) -> None:
    _first_run(keeper, until)
    assert keeper.workplace is not None
    window = keeper.workplace.window
    file = tmp_path / "many.ndjson"
    lines = (
        json.dumps({"resourceType": "Patient", "id": f"p{n}", "name": [{"family": f"F{n}", "given": ["A"]}]})
        for n in range(40_000)  # more than any computer imports before the lock is down
    )
    file.write_text("\n".join(lines))
    errors: list[object] = []
    far: list[int] = []
    window.context.jobs.run(
        "services.exchange.import_files", ImportRequest((str(file),), False), owner=window, failed=errors.append,
        progress=lambda done, total: far.append(done), lane="long", label="Import",
    )  # fmt: skip
    until(lambda: bool(far) and far[-1] > 0)
    keeper.lock()
    assert errors == []
    _unlock(keeper, until)
    until(lambda: bool(errors))
    assert isinstance(errors[0], JobCancelled)
    assert "Import" in window.messages.text
    assert "locked" in window.messages.text
    found: list[object] = []
    window.context.jobs.run("queries.patients.patients", PatientFilter(), owner=window, done=found.append)
    until(lambda: bool(found))
    assert getattr(found[0], "total", None) == 0


def test_an_older_practice_is_brought_up_to_date_while_the_sign_in_says_so(
    keeper: SessionKeeper, until: Until, tmp_path: Path
) -> None:
    made = bootstrap.make_practice(NewPractice(str(tmp_path / "old.icm"), "Oldfield", "UTC", "rosa", PASSWORD))
    path = Path(made.database)
    connection = keyed_connection(path, keys.unlock_with_password(path, "rosa", PASSWORD))
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    connection.close()
    keeper.start(path, "rosa")
    assert keeper.door is not None
    form = keeper.door.form
    assert form is not None
    form.password.setText(PASSWORD)
    form.submit()
    until(lambda: "older version" in form.message.text)
    until(lambda: keeper.workplace is not None)
    assert keeper.workplace is not None
    bar = keeper.workplace.window.messages
    assert "brought up to date" in bar.text


def test_who_leaves_is_disabled_and_the_records_get_a_new_key_while_the_window_stays(
    keeper: SessionKeeper, until: Until, qtbot
) -> None:
    _first_run(keeper, until)
    assert keeper.workplace is not None
    window, file = keeper.workplace.window, Path(keeper.workplace.session.database)
    jobs = window.context.jobs
    told: list[object] = []
    jobs.run("services.access.add_user", NewUser("ben", "Ben", "clinician", OTHER_PASSWORD), owner=window)
    jobs.run("services.access.disable_user", "ben", owner=window, done=told.append)
    until(lambda: bool(told))
    before = keys.unlock_with_password(file, "rosa", PASSWORD)
    window.context.actions.trigger("tools.new_key")
    until(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeyChangeDialog)
    qtbot.mouseClick(dialog.now, Qt.MouseButton.LeftButton)
    assert dialog.bar.isVisible() and not dialog.later.isVisible()
    until(dialog.done_button.isVisible)
    assert "have a new key" in dialog.status.text
    assert keys.unlock_with_password(file, "rosa", PASSWORD).earlier == (before.data,)
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)

    found: list[object] = []  # both processes go on with the new key
    jobs.run("queries.key_state.state", owner=window, done=found.append)
    jobs.run("services.backups.back_up_now", owner=window, done=found.append, lane="long")
    until(lambda: len(found) == 2)
    states = [one for one in found if isinstance(one, KeyState)]
    assert states[0].due_since is None and states[0].changed_at is not None
    keeper.lock()
    assert keeper.lock_screen is not None
    QTest.keyClicks(keeper.lock_screen.form.password, PASSWORD)
    QTest.keyClick(keeper.lock_screen.form.password, Qt.Key.Key_Return)
    until(lambda: keeper.lock_screen is None)
