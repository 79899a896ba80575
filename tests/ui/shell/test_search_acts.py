"""Whom the search list stands on is booked, called or printed for at once, by key or by the menu of the row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QMenu

from icm_desktop.permissions import Role
from tests.ui.conftest import Sit, register_two
from tests.ui.desk import Desk
from ui.dialogs.log_contact import LogContactDialog
from ui.dialogs.print_preview import PrintPreview
from ui.page import Page
from ui.pages.chart import ChartPage
from ui.pages.patients import PatientsPage
from ui.pages.today import TodayPage

PAGES: tuple[type[Page], ...] = (TodayPage, PatientsPage, ChartPage)


@pytest.fixture
def desk(sit_at: Sit) -> Desk:
    """A coordinator and two patients."""
    return register_two(sit_at(PAGES))


@pytest.mark.parametrize(("key", "opens"), [("Ctrl+L", LogContactDialog), ("Ctrl+P", PrintPreview), ("Ctrl+B", None)])
def test_one_key_acts_on_the_row_the_list_stands_on(desk: Desk, key: str, opens: type | None) -> None:
    desk.press("Ctrl+F", "'ruiz'", key)
    place = desk.context.navigation.place
    assert place is not None and (place.page, place.patient_id) == ("chart", desk.ben)
    dialog = desk.dialog()
    assert opens is None or isinstance(dialog, opens)
    dialog.reject()
    assert not desk.window.top.search.results() and desk.window.top.search.text() == ""


def test_without_results_the_keys_are_those_of_the_page(desk: Desk) -> None:
    desk.press("Ctrl+2", "Ctrl+F", "'nobody-of-that-name'", "Ctrl+L")
    place = desk.context.navigation.place
    assert place is not None and place.page == "patients"


def test_the_row_menu_offers_the_same(desk: Desk) -> None:
    desk.press("Ctrl+F", "'lopez'")
    found = next(one for one in desk.window.findChildren(QListView) if one.accessibleName() == "Patients found")
    at = found.visualRect(found.model().index(0, 0)).center()
    found.customContextMenuRequested.emit(at)
    (menu,) = desk.window.top.search.findChildren(QMenu)
    words = [act.text() for act in menu.actions()]
    assert words == ["Open chart", "Book\tCtrl+B", "Log contact\tCtrl+L", "Print next steps\tCtrl+P"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    menu.actions()[2].trigger()
    menu.close()
    QApplication.processEvents()
    assert isinstance(desk.dialog(), LogContactDialog)
    desk.dialog().reject()


def test_nobody_is_offered_what_their_role_may_not(sit_at: Sit) -> None:
    desk = register_two(sit_at((*PAGES,), Role.FRONT_DESK))
    desk.press("Ctrl+F", "'lopez'")
    hint = desk.window.top.search.hint()
    assert hint.startswith("Enter Open chart") and "Ctrl+B Book" in hint
