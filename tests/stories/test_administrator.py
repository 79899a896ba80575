"""The administrator's day: first run, colleagues, the lock with half-typed text, another user, a second window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop import paths
from tests.cli.conftest import Shell
from tests.stories.conftest import PASSWORDS, add_user, morning_zone
from tests.stories.paper import read_page
from ui.dialogs.action import ActionDialog
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.register_patient import RegisterPatientDialog
from ui.wizard.recovery import groups

pytestmark = pytest.mark.story


def test_from_the_first_run_to_a_printed_page_with_the_lock_in_between(person, start, home):
    first_run(person)
    shell = commands(home)
    add_user(shell, "rosa", "coordinator")
    register(person)
    half_typed_behind_the_lock(person)
    a_second_window_is_told(start)
    words = print_page(person, home / "page.pdf")
    assert "Amparo" in words
    assert shell.json("verify")["ok"] is True


def first_run(person):
    """A new practice; the recovery code is read from the screen and typed back."""
    person.keeper.start()
    person.press("Return", "Return")
    person.write("Larkspur Family Practice")
    person.press("Alt+H")
    person.write("555-010-0100")
    person.press("Alt+T", "Ctrl+A")
    person.write(morning_zone())
    person.press("Return")
    person.write("ada")
    person.press("Tab")
    person.write(PASSWORDS["ada"])
    person.press("Tab")
    person.write(PASSWORDS["ada"])
    person.press("Return")
    wizard = person.keeper.door.wizard
    person.until(lambda: wizard.step is wizard.recovery, "the recovery code")
    person.write(" ".join(groups(wizard.recovery.code.text())[-4:]))
    person.press("Return")
    person.until(lambda: person.keeper.workplace is not None, "the main window")
    person.show_main_window()
    assert "Larkspur Family Practice" in person.main.windowTitle()


def commands(home):
    """The same practice on the command line, beside the open window."""
    password = home / "ada.password"
    password.write_text(PASSWORDS["ada"])
    database = paths.default_database()
    words = ["--database", str(database), "--user", "ada", "--password-file", str(password)]
    return Shell(home, database, password, words)


def register(person):
    person.press("Ctrl+N", "P")
    person.sees("First find the patient")
    person.write("peña")
    person.sees("No patient matches")
    person.press("Return")
    person.dialog(RegisterPatientDialog)
    for text in ("Peña", "Amparo", "3/4/1958"):
        person.write(text)
        person.press("Tab")
    person.press("Ctrl+Return")
    person.no_dialog()
    person.find("peña")
    person.sees("PEÑA, Amparo")


def half_typed_behind_the_lock(person):
    """Ada is called away while typing; Rosa works meanwhile; Ada goes on where she was."""
    person.press("Ctrl+N", "T")
    form = person.dialog(ActionDialog)
    person.write("Bring the blood pressure list")
    ada = person.keeper.workplace
    person.press("Ctrl+Shift+L")
    person.until(lambda: person.keeper.lock_screen is not None, "the lock")
    person.write("not the password")
    person.press("Return")
    person.until(lambda: bool(person.keeper.lock_screen.form.message.text), "the refusal")
    assert person.keeper.lock_screen.windowTitle() == ada.window.windowTitle() == "ICM Desktop"

    person.unlock("rosa", PASSWORDS["rosa"])
    assert person.keeper.workplace is not ada
    assert not ada.window.isVisible()
    assert not form.isVisible()
    assert "Bring the blood pressure list" not in person.screen()

    person.press("Ctrl+Shift+L")
    person.until(lambda: person.keeper.lock_screen is not None, "the lock")
    person.unlock("ada", PASSWORDS["ada"])
    assert person.keeper.workplace is ada
    person.until(form.isVisible, "the form as it was")
    assert "Bring the blood pressure list" in person.screen()
    person.press("Ctrl+Return")
    person.no_dialog()
    person.press("Ctrl+Tab")
    person.sees("Bring the blood pressure list")


def a_second_window_is_told(start):
    """Whoever starts the program again is told who has the practice."""
    second = start()
    second.keeper.start()
    second.settle()
    form = second.keeper.door.form
    second.keeper.door.activateWindow()
    second.until(lambda: QApplication.activeWindow() is second.keeper.door, "the second window in front")
    second.press("Alt+P")
    second.write(PASSWORDS["ada"])
    second.press("Return")
    second.until(lambda: "open in another window" in form.message.text, "who has the practice")
    assert second.keeper.workplace is None
    second.keeper.end()
    second.keeper.door.close()


def print_page(person, file):
    person.main.activateWindow()
    person.until(lambda: QApplication.activeWindow() is person.main, "the first window in front")
    person.press("Ctrl+P")
    preview = person.dialog(PrintPreview)
    person.until(lambda: preview.made is not None, "the page")
    person.in_file_dialog("Ctrl+S", file)
    person.no_dialog()
    return read_page(file)
