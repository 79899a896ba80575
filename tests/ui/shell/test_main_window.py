"""The window's shell over a real practice, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QVBoxLayout

from icm_desktop import __version__
from icm_desktop.changes import Changes
from icm_desktop.contracts.patients import PatientDetails, PatientFilter, PatientRow, RegisterPatient
from icm_desktop.permissions import Privilege, Role
from tests.ui.audit import audit
from tests.ui.desk import Desk, sit_down
from ui.actions import Action
from ui.clipboard import clear_ours
from ui.context import AppContext
from ui.dialogs.notice import Notice
from ui.dialogs.palette import Palette
from ui.dialogs.shortcuts import ShortcutSheet
from ui.feedback import Level
from ui.page import Page, PatientPage
from ui.tables.base import Chip, Column
from ui.tables.view import RowsTable
from ui.theme import Theme, ThemeName


class ListPage(Page):
    """A small list of the practice's patients."""

    name, icon, order, shows = "list", "users", 1, frozenset({"patient"})

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.refreshed = 0
        self.filter = QLineEdit(self)
        self.filter.setAccessibleName("Filter")
        columns = [
            Column[PatientRow]("name", "Name", lambda row: context.formatting.name(row.head), stretch=True),
            Column[PatientRow](
                "born", "Born", lambda row: row.head.birth_date or "", sort=lambda row: row.head.birth_date
            ),
            Column[PatientRow]("state", "State", lambda row: "", chip=lambda row: Chip(Level.GOOD, "Active")),
        ]
        self.table: RowsTable[PatientRow] = RowsTable(
            context, "list", columns, lambda row: row.head.id, lambda row: f"{row.head.family}, active",
            menu=("list.open", "", "unknown.action"),
        )  # fmt: skip
        self.table.setAccessibleName("Patients")
        self.table.opened.connect(lambda row: context.navigation.open_chart(row.head.id))
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.table)

    def title(self) -> str:
        return "List"

    def refresh(self) -> None:
        self.refreshed += 1
        self.context.jobs.run("queries.patients.patients", PatientFilter(), owner=self, done=self._show)

    def _show(self, page) -> None:
        self.table.set_rows(page.rows, page.total)
        self.badge_changed.emit(page.total)
        self.context.feedback.count(f"{len(page.rows)} of {page.total}")

    def actions_offered(self):
        return (
            Action("list.open", "&Open chart", lambda: None, "Ctrl+B", menu="patient", context="list"),
            Action("new.patient", "&Patient", lambda: None, None, menu="new", synonyms=("register",)),
        )

    def primary_action(self) -> str:
        return "new.patient"

    def state(self):
        return self.table.view_state()

    def restore(self, state) -> None:
        self.table.restore_view(state)

    def focus_first(self) -> None:
        self.table.setFocus()


class OtherPage(Page):
    """A second screen."""

    name, icon, order = "other", "sun", 2

    def title(self) -> str:
        return "Other"

    def refresh(self) -> None:
        return


class ChartPage(PatientPage):
    """A chart without anything in it."""

    name, icon = "chart", "user"

    def title(self) -> str:
        return f"Chart {self.patient_id}"

    def refresh(self) -> None:
        return


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A coordinator at a window with three patients."""
    Theme.current().apply(ThemeName.LIGHT, 10)
    made = sit_down(tmp_path, (ListPage, OtherPage, ChartPage))
    for family, born in (("Lopez", "1958-03-04"), ("Adams", "1990-01-02"), ("Chen", None)):
        made.register(family, "Maria", born)
    made.window.refresh()
    yield made
    made.window.deleteLater()
    made.practice.database.close()


def _table(desk: Desk) -> RowsTable[PatientRow]:
    page = desk.page("list")
    assert isinstance(page, ListPage)
    return page.table


def test_find_patient_opens_a_chart_and_esc_returns_to_the_row(desk: Desk) -> None:
    _table(desk).go_to(_table(desk).rows()[1].head.id)
    desk.press("Ctrl+F", "'lop'", "Return")
    assert desk.context.navigation.place is not None
    assert desk.context.navigation.place.page == "chart"
    found = desk.run("queries.patients.find", "Lopez")
    assert desk.page("chart").patient_id == found[0].head.id  # type: ignore[attr-defined]
    desk.press("Escape")
    assert desk.window.page is desk.page("list")
    row = _table(desk).current_row()
    assert row is not None
    assert row.head.id == _table(desk).rows()[1].head.id


def test_find_patient_says_everything_that_tells_two_people_apart(desk: Desk) -> None:
    desk.press("Ctrl+F", "'lop'")
    assert desk.window.top.search.results() == 1
    spoken = desk.window.top.search._found.index(0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert "LOPEZ, Maria" in spoken
    assert "04-Mar-1958" in spoken
    desk.press("Escape")
    assert desk.window.top.search.results() == 0
    assert desk.window.top.search.text() == ""


def test_the_palette_runs_a_command_and_lists_it_first_next_time(desk: Desk) -> None:
    desk.press("Ctrl+K")
    palette = desk.dialog()
    assert isinstance(palette, Palette)
    assert palette.found()[0] == "list.open"  # the commands of this screen stand first
    QTest.keyClicks(palette.edit, "other")
    assert palette.found()[0] == "go.other"
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert desk.window.page is desk.page("other")
    desk.press("Ctrl+K")
    again = desk.dialog()
    assert isinstance(again, Palette)
    assert again.found()[0] == "go.other"
    again.reject()


def test_the_palette_knows_plain_words_and_says_when_nothing_fits(desk: Desk) -> None:
    desk.press("Ctrl+K")
    palette = desk.dialog()
    assert isinstance(palette, Palette)
    palette.edit.setText("register")
    assert palette.found() == ["new.patient"]
    palette.edit.setText("zzzz")
    assert palette.found() == []
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_screens_open_by_number_and_back_and_forward_walk(desk: Desk) -> None:
    desk.press("Ctrl+2")
    assert desk.window.page is desk.page("other")
    assert desk.window.windowTitle() == "Other · Test Practice · ICM Desktop"
    desk.press("Alt+Left")
    assert desk.window.page is desk.page("list")
    desk.press("Alt+Right")
    assert desk.window.page is desk.page("other")


def test_a_page_refreshes_when_its_kind_changed_and_later_when_hidden(desk: Desk) -> None:
    page = desk.page("list")
    assert isinstance(page, ListPage)
    before = page.refreshed
    desk.context.notifier.tell(Changes.of("patient"))
    assert page.refreshed == before + 1
    desk.context.notifier.tell(Changes.of("appointment"))
    assert page.refreshed == before + 1
    desk.press("Ctrl+2")
    desk.context.notifier.tell(Changes.of("patient"))
    assert page.refreshed == before + 1
    desk.press("Ctrl+1")
    assert page.refreshed == before + 2


def test_the_status_bar_keeps_each_screens_count(desk: Desk) -> None:
    assert desk.window.status.count_text == "3 of 3"
    desk.press("Ctrl+2")
    assert desk.window.status.count_text == ""
    desk.press("Ctrl+1")
    assert desk.window.status.count_text == "3 of 3"


def test_undo_in_the_menu_names_the_act_and_the_toast_offers_it(desk: Desk) -> None:
    request = RegisterPatient(PatientDetails(family="Toast"), not_duplicate=True)
    desk.context.jobs.run(
        "services.registration.register",
        request,
        owner=desk.window,
        done=lambda made: desk.context.feedback.done("Registered", "register, TOAST", made.changes),
    )
    assert desk.window.toast.isVisible()
    assert desk.context.actions.qaction("edit.undo").text() == "&Undo: register, TOAST"
    desk.press("F6")
    assert desk.window.toast.button.hasFocus()
    assert not desk.window.toast.timer.isActive()
    desk.press("Space")
    assert not desk.run("queries.patients.find", "Toast")
    assert desk.window.toast.text == "Undone: register, TOAST"
    desk.press("Ctrl+Shift+Z")
    assert desk.run("queries.patients.find", "Toast")


def test_an_error_nobody_waits_for_stands_in_the_message_bar(desk: Desk) -> None:
    desk.context.jobs.run("services.access.disable_user", "fred", owner=desk.window)
    assert desk.window.messages.isVisible()
    assert "may not" in desk.window.messages.text


def test_ctrl_n_offers_what_can_be_made_here(desk: Desk) -> None:
    desk.press("Ctrl+N")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.objectName() for action in menu.actions()] == ["new.patient"]
    menu.close()


def test_only_menus_with_working_commands_are_shown(desk: Desk) -> None:
    shown = desk.window.menus.shown()
    assert set(shown) == {"file", "edit", "view", "patient", "tools", "help"}
    assert "list.open" in shown["patient"]
    assert shown["tools"] == ["tools.requests", "tools.second_step"]
    desk.press("Ctrl+2")
    assert "patient" not in desk.window.menus.shown()


def test_the_table_sorts_copies_and_keeps_its_columns(desk: Desk) -> None:
    table = _table(desk)
    table.go_to(table.rows()[0].head.id)
    chosen = table.current_row()
    table.sort_by("born", True)
    assert [row.head.family for row in table.rows()] == ["Adams", "Lopez", "Chen"]  # unknown comes last either way
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "Born ▼"
    assert table.current_row() == chosen
    table.selectAll()
    table.copy_selection()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Name\tBorn")
    assert lines[1] == "ADAMS, Maria\t1990-01-02\tActive"
    clear_ours()
    assert QGuiApplication.clipboard().text() == ""
    desk.context.actions.trigger("view.reset_columns")
    again: RowsTable[PatientRow] = RowsTable(
        desk.context, "list", table.rows_model.columns, lambda row: row.head.id, lambda row: ""
    )
    assert again.rows_model.sorting == ("born", True)
    again.deleteLater()


def test_first_cells_are_sentences(desk: Desk) -> None:
    index = _table(desk).model().index(0, 0)
    assert str(index.data(int(Qt.ItemDataRole.AccessibleTextRole))).endswith(", active")
    assert _table(desk).model().index(0, 2).data(int(Qt.ItemDataRole.AccessibleTextRole)) == "State: Active"


def test_text_grows_and_shrinks_by_keyboard_and_is_remembered(desk: Desk) -> None:
    desk.press("Ctrl++")
    assert Theme.current().points == 11
    desk.press("Ctrl+-", "Ctrl+-")
    assert Theme.current().points == 9
    assert desk.context.preferences.number("look/points", 0) == 9
    desk.press("Ctrl+0")
    assert Theme.current().points == 10


def test_a_typed_undo_belongs_to_the_field(desk: Desk) -> None:
    page = desk.page("list")
    assert isinstance(page, ListPage)
    desk.context.undo.push("something else", 1)
    page.filter.setFocus()
    desk.press("'ab'")
    desk.press("Ctrl+Z")
    assert desk.context.undo.undo_name() == "something else"
    assert page.filter.text() != "ab"


@pytest.mark.parametrize(
    "keys", ["Ctrl+F", "Ctrl+K", "Ctrl+/", "Ctrl+1", "Ctrl+2", "Alt+Down", "F5", "F6", "Ctrl+Shift+L"]
)
def test_shortcuts_work_while_typing(desk: Desk, keys: str) -> None:
    page = desk.page("list")
    assert isinstance(page, ListPage)
    ran: list[str] = []
    desk.context.actions.triggered.connect(ran.append)
    page.filter.setFocus()
    desk.press(keys)
    wanted = [action.id for action in desk.context.actions.all() if keys in action.all_keys()]
    assert ran == wanted
    for dialog in desk.window.findChildren(QDialog):
        dialog.reject()


def test_every_command_has_a_shortcut_or_stands_in_the_palette(desk: Desk) -> None:
    for action in desk.context.actions.all():
        assert action.shortcut or action.palette, action.id
        assert QKeySequence(action.shortcut or "Ctrl+1").toString()


def test_about_says_which_version_this_is(desk: Desk) -> None:
    desk.context.actions.trigger("help.about")
    about = desk.dialog()
    assert isinstance(about, Notice)
    assert __version__ in about.text
    about.reject()


def test_the_shortcut_sheet_lists_every_shortcut(desk: Desk) -> None:
    desk.press("Ctrl+/")
    sheet = desk.dialog()
    assert isinstance(sheet, ShortcutSheet)
    assert sheet.table.rowCount() == sum(1 for action in desk.context.actions.all() if action.shortcut)
    sheet.reject()


def test_a_front_desk_window_has_no_page_it_may_not_see(qapp: QApplication, tmp_path: Path) -> None:
    class Clinical(OtherPage):
        name = "clinical"
        privilege = Privilege.CLINICAL_READ

    made = sit_down(tmp_path, (ListPage, Clinical), Role.FRONT_DESK)
    assert set(made.window.pages) == {"list"}
    assert "go.clinical" not in made.context.actions
    made.window.deleteLater()
    made.practice.database.close()


@pytest.mark.parametrize("points", [10, 20])
@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.CONTRAST])
def test_the_shell_passes_the_audit_also_at_double_text(desk: Desk, theme: ThemeName, points: int) -> None:
    Theme.current().apply(theme, points)
    try:
        desk.window.resize(1280, 720)
        QApplication.processEvents()
        assert audit(desk.window) == []
    finally:
        Theme.current().apply(ThemeName.LIGHT, 10)
