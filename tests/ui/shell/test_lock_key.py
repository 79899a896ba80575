"""The chord that locks works wherever the keyboard is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QMenu, QVBoxLayout

from ui.lock_key import LockKey

_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def key(qapp: QApplication) -> Iterator[LockKey]:
    made = LockKey()
    yield made
    made.stop()


@pytest.fixture
def window(qtbot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.show()
    QTest.qWaitForWindowActive(made)
    return made


def _typed_into(dialog: QDialog, qtbot) -> QLineEdit:
    edit = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(edit)
    dialog.setModal(True)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is dialog.windowHandle())
    edit.setFocus()
    QTest.keyClicks(edit, "half")
    return edit


def _press(dialog: QDialog, modifiers: Qt.KeyboardModifier = _CHORD) -> None:
    """As a keyboard does it: to the window, which passes it on."""
    handle = dialog.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_L, modifiers)


def test_a_dialog_over_a_dialog_does_not_keep_the_chord_away(key: LockKey, window: QMainWindow, qtbot) -> None:
    heard: list[str] = []
    key.wanted.connect(lambda: heard.append("lock"))
    first = QDialog(window)
    edit = _typed_into(first, qtbot)
    _press(first)
    assert heard == ["lock"]
    second = QDialog(first)
    inner = _typed_into(second, qtbot)
    _press(second)
    assert heard == ["lock", "lock"]
    assert (edit.text(), inner.text()) == ("half", "half")


def test_the_chord_is_heard_once_as_the_keyboard_sends_it_and_behind_an_open_menu(
    key: LockKey, window: QMainWindow, qtbot
) -> None:
    heard: list[str] = []
    key.wanted.connect(lambda: heard.append("lock"))
    dialog = QDialog(window)
    _typed_into(dialog, qtbot)
    _press(dialog)
    assert heard == ["lock"]
    _press(dialog, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["lock"]
    menu = QMenu(dialog)
    menu.addAction("Something")
    menu.popup(dialog.mapToGlobal(dialog.rect().center()))
    _press(dialog)
    assert heard == ["lock", "lock"]
    menu.close()
