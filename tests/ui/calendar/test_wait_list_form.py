"""Ctrl+Enter saves the wait-list form wherever the keyboard is, on every desktop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox

from icm_desktop.contracts.worklist import WorkFilter
from ui.dialogs.wait_list import WaitListDialog


class EnterOpensLists(QObject):
    """As GNOME has it: Enter with whatever key held opens the list of a combo box."""

    def eventFilter(self, box: QObject, event: QEvent) -> bool:  # noqa: N802
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(box, QComboBox):
            box.showPopup()
            return True
        return False


@pytest.mark.parametrize(("field", "chord"), [("kind", "Ctrl+Return"), ("part", "Ctrl+Enter"), ("clinician", "Ctrl+S")])
def test_the_form_saves_from_a_list_that_opens_with_enter(desk, field, chord):
    desk.context.navigation.open("calendar")
    desk.calendar.booking.wait(desk.ana)
    QApplication.processEvents()
    dialog = desk.dialog()
    assert isinstance(dialog, WaitListDialog)
    opens = EnterOpensLists()
    box = getattr(dialog, field)
    box.installEventFilter(opens)
    box.setFocus()
    assert QApplication.focusWidget() is box
    desk.press(chord)
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeModalWidget() is None
    queue = desk.run("queries.today.worklist", WorkFilter(everyone=True, queue="wait_list"))
    assert [row.head.id for row in queue.rows] == [desk.ana]
