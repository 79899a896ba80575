"""Room: large text in the design size, a toast in front of the page that opens, answers that come late or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget

from tests.ui.desk import Desk, sit_down
from tests.ui.late import LateJobs, late_answers
from ui.pages.chart import ChartPage
from ui.pages.patients import PatientsPage
from ui.theme import Theme, ThemeName
from ui.widgets.search_box import SearchBox
from ui.widgets.toast import Toast


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A coordinator with two patients of one family."""
    Theme.current().apply(ThemeName.LIGHT, 10)
    made = sit_down(tmp_path, (PatientsPage, ChartPage))
    made.register("Lopez", "Maria", "1958-03-04")
    made.register("Lopez", "Ana", "1990-01-02")
    made.register("Chen", "Wei", "1970-01-02")
    made.window.refresh()
    yield made
    Theme.current().apply(ThemeName.LIGHT, 10)
    made.window.deleteLater()
    made.practice.database.close()


@pytest.mark.parametrize("points", [10, 14, 20])
def test_the_window_keeps_the_design_size_at_every_text_size(desk: Desk, points: int) -> None:
    Theme.current().apply(ThemeName.LIGHT, points)
    QApplication.processEvents()
    desk.window.resize(1280, 720)
    QApplication.processEvents()
    assert (desk.window.width(), desk.window.height()) == (1280, 720)
    top = desk.window.top
    shown = [child for child in top.findChildren(QWidget) if child.isVisible() and child.parentWidget() is top]
    assert max(child.geometry().right() for child in shown) <= top.width()
    assert all(child.width() >= child.minimumSizeHint().width() for child in shown if isinstance(child, QLabel))


def test_find_patient_says_that_nobody_matches_and_what_to_do(desk: Desk) -> None:
    desk.press("Ctrl+F", "'zzqx'")
    told = [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    assert any("zzqx" in words and "press Enter" in words for words in told)
    desk.press("Escape")
    assert not any("zzqx" in label.text() for label in desk.window.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def late(desk: Desk) -> Iterator[tuple[SearchBox, LateJobs, list[int]]]:
    """A search field whose answers wait, and the charts it opened."""
    with late_answers(desk.context) as jobs:
        holder = QWidget()
        box = SearchBox(desk.context, holder)
        opened: list[int] = []
        box.opened.connect(lambda who, _then: opened.append(who))
        holder.show()
        yield box, jobs, opened
        holder.deleteLater()


def test_enter_before_the_answer_opens_the_only_patient_it_brings(late: tuple[SearchBox, LateJobs, list[int]]) -> None:
    box, jobs, opened = late
    QTest.keyClicks(box, "chen")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert opened == []
    jobs.answer()
    assert len(opened) == 1


def test_enter_never_opens_an_answer_to_what_was_typed_before(late: tuple[SearchBox, LateJobs, list[int]]) -> None:
    box, jobs, opened = late
    QTest.keyClicks(box, "lop")
    jobs.answer()
    QTest.keyClicks(box, "ez")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert opened == []
    jobs.answer()
    assert opened == []  # two people: who is meant must be seen
    assert box.results() == 2


def test_a_toast_stays_in_front_of_a_page_that_opens(qtbot) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    for _ in range(2):
        stack.addWidget(QWidget())
    stack.resize(700, 400)
    stack.show()
    toast = Toast(stack)
    toast.tell("Registered", 1)
    stack.setCurrentIndex(1)
    assert stack.childAt(toast.geometry().center()) in (toast, *toast.findChildren(QWidget))


def test_a_long_toast_stays_inside_the_window(qtbot) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.resize(500, 400)
    stack.show()
    toast = Toast(stack)
    toast.tell("Registered " + "Wolfe-Smythe " * 12, 1)
    assert stack.rect().contains(toast.geometry())
