"""A key reaches the dialog that has just opened, however soon it is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from icm_desktop import paths
from tests.stories.person import Person
from tests.windows import close_all
from ui import app
from ui.preferences import Preferences
from ui.widgets.buttons import Button

pytestmark = pytest.mark.story


@pytest.fixture
def person(qapp: QApplication, home: Path) -> Iterator[Person]:
    """Somebody before a program that was not started yet."""
    close_all()
    keeper = app.prepare(qapp, Preferences(paths.settings_file()))
    yield Person(keeper, home)
    keeper.end()
    close_all()


class Asking(QWidget):
    """A window with one button that opens a dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.saved = 0
        self.dialog = QDialog(self)
        self.dialog.setModal(True)
        self.line = QLineEdit(self.dialog)
        QShortcut(QKeySequence("Ctrl+Return"), self.dialog, self._save)
        button = Button("Record &answer…")
        button.clicked.connect(self.dialog.open)
        QVBoxLayout(self).addWidget(button)

    def _save(self) -> None:
        self.saved += 1
        self.dialog.accept()


@pytest.fixture
def asking(person: Person) -> Asking:
    """The window in front, with the keyboard in it."""
    window = Asking()
    window.show()
    window.activateWindow()
    person.until(window.isActiveWindow, "the window in front")
    return window


def test_a_chord_is_kept_until_the_dialog_has_the_keyboard(person: Person, asking: Asking) -> None:
    asking.dialog.open()
    person.press("Ctrl+Return")
    assert asking.saved == 1
    asking.dialog.open()
    person.write("yes")
    assert asking.line.text() == "yes"


def test_a_mnemonic_opens_its_dialog_at_once(person: Person, asking: Asking) -> None:
    """Qt would show the button pressed for a tenth of a second first, and what is typed meanwhile is lost."""
    QTest.keySequence(asking, QKeySequence("Alt+A"))
    assert asking.dialog.isVisible()
    person.press("Ctrl+Return")
    assert asking.saved == 1
