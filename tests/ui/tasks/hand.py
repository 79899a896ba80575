"""A hand that counts: keys as pressed, clicks as made, letters of free text apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QMenu, QWidget

from tests.ui.desk import Desk
from ui.dialogs.print_preview_paper import Paper

T = TypeVar("T")


@dataclass
class Hand:
    """Somebody at a desk; `keys` and `clicks` say what the task has cost so far."""

    desk: Desk
    family: str
    patient_id: int
    visit_id: int
    visit_at: dt.datetime
    referral_id: int
    paper: Paper | None = None
    keys: int = 0
    clicks: int = 0

    def press(self, *keys: str) -> None:
        """Press keys; a text in quotes is free data and costs nothing."""
        for key in keys:
            self.keys += not key.startswith("'")
            self.desk.press(key)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on what can be seen of a widget."""
        seen = widget.visibleRegion().boundingRect()
        assert widget.isVisible() and not seen.isEmpty(), f"{widget} cannot be seen"
        assert widget.isEnabled()
        assert at is None or seen.contains(at), f"{at} of {widget} cannot be seen"
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or seen.center())
        QApplication.processEvents()

    def click_button(self, words: str, within: QWidget | None = None) -> None:
        """Click on the button that says this."""
        where = within or QApplication.activeModalWidget() or self.desk.window
        button = one([each for each in where.findChildren(QAbstractButton) if _says(each, words)], words)
        self.click(button, QPoint(button.height() // 2, button.height() // 2))  # a round one is as small as its words

    def click_row(self, view: QAbstractItemView, row: int = 0) -> None:
        """Click on a row of a list."""
        index: QModelIndex = view.model().index(row, 0)
        self.click(view.viewport(), view.visualRect(index).center())

    def choose(self, box: QComboBox, words: str) -> None:
        """Two clicks: open the list of choices, take one."""
        usual = QApplication.doubleClickInterval()
        QApplication.setDoubleClickInterval(0)  # so long Qt takes a second click for part of the first
        try:
            self.click(box)
            self.click_row(box.view(), box.findText(words))
        finally:
            QApplication.setDoubleClickInterval(usual)

    def click_in_menu(self, words: str) -> None:
        """Click on an entry of the open menu."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        entry = one([each for each in menu.actions() if each.text().replace("&", "").startswith(words)], words)
        self.click(menu, menu.actionGeometry(entry).center())

    def menu_at(self, view: QAbstractItemView, at: QPoint) -> None:
        """Click with the right button on a place of a list."""
        self.clicks += 1
        QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at)
        view.customContextMenuRequested.emit(
            at
        )  # what the system makes of the right button; not in a window off screen
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type free data where the keyboard is."""
        self.desk.press(f"'{text}'")


def one(found: list[T], what: str) -> T:
    """The only one."""
    assert len(found) == 1, f"{len(found)} of {what!r}"
    return found[0]


def _says(button: QAbstractButton, words: str) -> bool:
    return button.isVisible() and button.text().replace("&", "").startswith(words)


Act = Callable[[Hand], None]
