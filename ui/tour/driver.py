"""Hands and eyes of the tour: keys to whatever has the keyboard, waiting for answers, pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QWidget,
)

from ui.dialogs.notice import Notice
from ui.lock_key import CHORD
from ui.session_keeper import SessionKeeper

_PATIENCE = 600.0  # seconds; a tour on a loaded machine is slow, not wrong
_QUIET_ROUNDS = 6  # turns of the event loop without work before a picture is taken


_CLICKED: tuple[type[QAbstractButton], ...] = (QPushButton, QCheckBox, QRadioButton)
W = TypeVar("W", bound=QWidget)
SIZE = (1280, 720)


class TourStuck(Exception):
    """Something the tour waited for did not come."""


class Driver:
    """One person at the keyboard."""

    def __init__(self, keeper: SessionKeeper, out: Path) -> None:
        self.keeper, self.out = keeper, out
        self.pictures: list[str] = []
        self.pdfs: list[str] = []

    @property
    def window(self) -> QWidget:
        """The window in front: a dialog, the lock, the main window or the door."""
        if self.keeper.lock_screen is not None:
            return self.keeper.lock_screen
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
        if front is not None and front.isVisible():
            return front.window()
        if self.keeper.workplace is not None:
            return self.keeper.workplace.window
        if self.keeper.door is not None:
            return self.keeper.door
        raise TourStuck("no window is open")

    def press(self, *keys: str) -> None:
        """Press chords such as "Ctrl+F", "Return" or "A", waiting for the answer to each.

        The one that locks goes to the window, as from a keyboard: a dialog has no command that would hear it.
        """
        for chord in keys:
            target = self._target()
            to = target.window().windowHandle() if chord == CHORD else target
            QTest.keySequence(to, QKeySequence.fromString(chord))
            self.settle()

    def write(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._target(), letter)
            else:
                self._send_letter(letter)
        self.settle()

    def _send_letter(self, letter: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self._target(), event)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Let the program work until the condition holds.

        Raises:
            TourStuck: it does not hold after ten minutes.
        """
        end = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise TourStuck(what)
            self._turn()

    def settle(self) -> None:
        """Let every question somebody waits for be answered and every paint be done."""
        quiet = 0
        end = time.monotonic() + _PATIENCE
        while quiet < _QUIET_ROUNDS:
            self._turn()
            quiet = 0 if self.keeper.workers.awaited or self._is_clicking() else quiet + 1
            if time.monotonic() > end:
                raise TourStuck("the program is still busy")

    @staticmethod
    def _is_clicking() -> bool:
        """Whether a tick or a button shows that it is pressed, before it does what it is for.

        Tool buttons stay down to show what is chosen.
        """
        window = QApplication.activeWindow()
        if window is None or QApplication.activePopupWidget() is not None:  # the button of an open menu stays down
            return False
        return any(one.isDown() for kind in _CLICKED for one in window.findChildren(kind))

    def front(self, kind: type[W]) -> W:
        """The dialog of this kind, as soon as it is open and has all it asked for.

        Raises:
            TourStuck: none opens.
        """
        self.until(lambda: self._open(kind) is not None, f"a {kind.__name__}")
        self.settle()
        found = self._open(kind)
        if found is None:
            raise TourStuck(f"the {kind.__name__} closed again")
        return found

    @staticmethod
    def _open(kind: type[W]) -> W | None:
        found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
        return found[-1] if found else None

    def stay(self) -> None:
        """A key that does nothing: somebody is there, and the window does not lock.

        Raises:
            TourStuck: it is locked all the same, or the program tells of a fault.
        """
        handle = self.window.windowHandle()
        if handle is not None:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(handle, QKeyEvent(kind, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier))
        if self.keeper.lock_screen is not None:
            raise TourStuck("the window is locked")
        if isinstance(QApplication.activeModalWidget(), Notice):
            raise TourStuck("the program tells of a fault")

    def show_main_window(self) -> None:
        """Give the main window the size it was designed for."""
        self.settle()
        self.window.resize(*SIZE)
        self.settle()

    def picture(self, name: str, number: int | None = None) -> None:
        """Take a picture of the window in front; numbered on unless told."""
        self.settle()
        file = self.out / f"{number or len(self.pictures) + 1:02d}-{name}.png"
        window = self.window
        if isinstance(window, QAbstractItemView):  # suggestions under a field: the form is what matters
            window = QApplication.activeWindow() or window
        if not window.grab().save(str(file)):
            raise TourStuck(f"{file} cannot be written")
        self.pictures.append(str(file))

    def pdf(self, name: str, content: bytes) -> None:
        """Keep a page."""
        file = self.out / f"{len(self.pdfs) + 1:02d}-{name}.pdf"
        file.write_bytes(content)
        self.pdfs.append(str(file))

    def _target(self) -> QWidget:
        if not self.window.isActiveWindow():
            # A dialog that has just opened gets the keyboard some turns of the event loop later, and without a window
            # manager nobody hands it back to the window beneath one that closed. A chord sent before that is lost.
            self.window.activateWindow()
            self.until(self._has_keyboard, "a window with the keyboard")
            self.settle()
        focus = QApplication.focusWidget()
        return focus if focus is not None and focus.window() is self.window else self.window

    def _has_keyboard(self) -> bool:
        return self.window.isActiveWindow()

    @staticmethod
    def _turn() -> None:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QTest.qWait(10)
