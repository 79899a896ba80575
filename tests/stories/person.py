"""A person at the keyboard of the real program: only keys act, only what is on the screen is read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.main_window import MainWindow
from ui.session_keeper import SessionKeeper
from ui.tour.driver import Driver, TourStuck

W = TypeVar("W", bound=QWidget)
PATIENCE = 60.0  # seconds; a loaded machine is slow, not wrong
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class Person(Driver):
    """Types, presses and reads; waits for the program, never for the clock."""

    def __init__(self, keeper: SessionKeeper, folder: Path) -> None:
        super().__init__(keeper, folder)

    def until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for the condition; a story that gets stuck leaves pictures beside its practice."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                for number, window in enumerate(one for one in QApplication.topLevelWidgets() if one.isVisible()):
                    window.grab().save(str(self.out / f"stuck-{number}.png"))
                raise TourStuck(what)
            self._turn()

    @property
    def window(self) -> QWidget:
        """The window in front; without a window manager nobody gives the keyboard back to a dialog beneath."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if self.keeper.lock_screen is None and front is None:
            dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
            front = dialogs[-1] if dialogs else None
        if front is None:
            return super().window
        if not isinstance(front, QMenu) and front.isWindow() and not front.isActiveWindow():
            front.activateWindow()
        return front.window()

    # coming and going

    def sign_in(self, user: str, password: str) -> None:
        """Start the program and type the name and the password."""
        self.keeper.start()
        self.settle()
        self.press("Alt+U", "Ctrl+A")
        self.write(user)
        self.press("Alt+P", "Ctrl+A")
        self.write(password)
        self.press("Return")
        self.until(lambda: self.keeper.workplace is not None, "the main window")
        self.show_main_window()

    def unlock(self, user: str, password: str) -> None:
        """Type a name and a password on the lock."""
        self.press("Alt+U", "Ctrl+A")
        self.write(user)
        self.press("Alt+P", "Ctrl+A")
        self.write(password)
        self.press("Return")
        self.until(lambda: self.keeper.lock_screen is None, "the window behind the lock")
        self.settle()

    # what the screen says

    @property
    def main(self) -> MainWindow:
        """The main window."""
        if self.keeper.workplace is None:
            raise TourStuck("nobody is signed in")
        return self.keeper.workplace.window

    def screen(self) -> str:
        """Every text of every visible window, line by line."""
        lines: dict[str, None] = {}
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                lines |= dict.fromkeys(line for widget in _tree(window) for line in _said(widget) if line)
        return "\n".join(lines)

    def toast(self) -> str:
        """What the program said it did last."""
        return self.main.toast.text

    def sees(self, *words: str) -> None:
        """Wait until every one of these words is on the screen."""
        for word in words:
            self.until(lambda word=word: word in self.screen(), f"{word!r} on the screen")  # type: ignore[misc]  # at once

    def dialog(self, kind: type[W]) -> W:
        """The open dialog of this kind, with the keyboard in it."""
        return self.front(kind)

    def no_dialog(self) -> None:
        """Wait until no dialog is open."""
        self.until(
            lambda: not any(isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets()),
            "the dialog to close",
        )

    # longer gestures

    def command(self, words: str) -> None:
        """Run a command from the palette by its name."""
        self.press("Ctrl+K")
        self.write(words)
        self.press("Return")

    def find(self, words: str) -> None:
        """Open the chart of the first patient found."""
        self.press("Ctrl+F")
        self.write(words)
        self.press("Return")

    def in_file_dialog(self, keys: str, file: Path) -> None:
        """Press keys that open a file dialog, and type the file's name into it."""
        typed: list[Path] = []
        self._when(_active_file_dialog, lambda: typed.append(self._type_file(file)))
        self.press(keys)
        self.until(lambda: bool(typed) and _file_dialog() is None, "the file dialog to open and close")
        self.settle()

    def _type_file(self, file: Path) -> Path:
        dialog = _file_dialog()
        if dialog is None:
            raise TourStuck("the file dialog closed too early")
        self.write(str(file))
        self.press("Return")
        return file

    @staticmethod
    def _when(condition: Callable[[], object], act: Callable[[], None]) -> None:
        """Act as soon as the condition holds, also within a dialog that holds the program."""

        def look() -> None:
            if condition():
                act()
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(0, look)


def _file_dialog() -> QFileDialog | None:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()]
    return found[-1] if found else None


def _active_file_dialog() -> bool:
    dialog = _file_dialog()
    return dialog is not None and dialog.isActiveWindow() and isinstance(QApplication.focusWidget(), QLineEdit)


def _tree(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    yield from (child for child in widget.findChildren(QWidget) if child.isVisible())


def _said(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text().replace("&", "")
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QAbstractItemView):
        yield from _cells(widget, QModelIndex())


def _cells(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    columns = 1 if isinstance(view, QListView) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(text) for role in _ROLES if (text := index.data(role)))
        yield from _cells(view, model.index(row, 0, parent))
