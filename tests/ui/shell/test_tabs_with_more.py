"""Tabs of a narrow window: in the row or in the menu at its end, each of them reachable."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from ui.widgets.tabs_with_more import TabsWithMore

NAMES = ["Summary", "Care plan", "Details", "Timeline", "Results", "Visits", "Record", "History", "Documents", "Team"]


@pytest.fixture
def tabs(qtbot) -> TabsWithMore:
    made = TabsWithMore()
    qtbot.addWidget(made)
    for name in NAMES:
        made.addTab(QWidget(), name)
    made.show()
    return made


def in_row(tabs: TabsWithMore) -> list[str]:
    return [tabs.tabText(place) for place in range(tabs.count()) if tabs.isTabVisible(place)]


def in_menu(tabs: TabsWithMore) -> list[str]:
    return [action.text() for action in tabs.menu.actions()]


@pytest.mark.parametrize("width", [200, 420, 640, 2400])
def test_every_tab_is_in_the_row_or_in_the_menu_and_none_is_cut_off(tabs, width):
    tabs.resize(width, 300)
    tabs.arrange()

    assert sorted(in_row(tabs) + in_menu(tabs)) == sorted(NAMES)
    assert tabs.more.isVisible() == bool(in_menu(tabs))
    room = tabs.width() - (tabs.more.width() if in_menu(tabs) else 0)
    right = max(tabs.tabBar().tabRect(place).right() for place in range(tabs.count()) if tabs.isTabVisible(place))
    assert right <= room or in_row(tabs) == ["Summary"]
    assert (width == 2400) == (in_menu(tabs) == [])


def test_a_tab_of_the_menu_comes_into_the_row_when_it_is_chosen(tabs):
    tabs.resize(420, 300)
    tabs.arrange()
    last = tabs.menu.actions()[-1]

    last.trigger()

    assert tabs.tabText(tabs.currentIndex()) == NAMES[-1]
    assert NAMES[-1] in in_row(tabs)
    assert NAMES[-1] not in in_menu(tabs)


def test_walking_on_passes_every_tab_once(tabs):
    tabs.resize(420, 300)
    passed = []
    for _ in NAMES:
        passed.append(tabs.tabText(tabs.currentIndex()))
        tabs.setCurrentIndex((tabs.currentIndex() + 1) % tabs.count())

    assert passed == NAMES
    assert tabs.currentIndex() == 0
