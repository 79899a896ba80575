"""Nothing flashes up: a part that is shown before it has a parent is a window of its own, and takes the keyboard."""

from __future__ import annotations

from icm_desktop.permissions import Role
from tests.ui.conftest import register_two
from ui.pages import page_classes
from ui.pages.admin import AdminPage
from ui.pages.chart_tabs import chart_tab_classes


def test_pages_sections_and_tabs_come_up_in_the_one_window(windows_shown, sit_at):
    desk = register_two(sit_at(page_classes(), Role.ADMINISTRATOR))
    for name in desk.window.pages:
        desk.context.navigation.open(name)
    admin = desk.window.pages["admin"]
    assert isinstance(admin, AdminPage)
    for name in admin.sections:
        admin.choose(name)
    for tab in chart_tab_classes():
        desk.context.navigation.open_chart(desk.ana, tab=tab.name)
    assert set(windows_shown) == {"MainWindow"}
