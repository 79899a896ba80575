"""Questionnaires by keyboard: digits answer and move on, the total runs along, alerts show at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from icm_desktop.permissions import Role
from tests.ui.audit import settle
from tests.ui.desk import Desk, sit_down
from ui.dialogs.safety_assessment import SafetyAssessmentDialog
from ui.dialogs.screening_form import ScreeningFormDialog
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.screening import ScreeningTab
from ui.pages.patients import PatientsPage
from ui.pages.today import TodayPage


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = sit_down(tmp_path, (TodayPage, PatientsPage, ChartPage), Role.CLINICIAN)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    yield made
    assert made.crashes == []


def open_tab(desk: Desk) -> ScreeningTab:
    desk.ana = desk.register("Lopez", "Maria", "1961-03-04", sex="female")
    desk.context.navigation.open_chart(desk.ana, tab="screening")
    settle()
    page = desk.page("chart")
    assert isinstance(page, ChartPage)
    return page.tab_of(ScreeningTab)


def form(tab: ScreeningTab, wanted: str = "phq-9") -> ScreeningFormDialog:
    tab.context.actions.trigger("screening.ask")
    settle()
    (dialog,) = (
        one for one in QApplication.topLevelWidgets() if isinstance(one, ScreeningFormDialog) and one.isVisible()
    )
    dialog.which.setCurrentIndex(dialog.which.findData(wanted))
    settle()
    return dialog


def type_keys(dialog: QWidget, keys: str) -> None:
    for key in keys:
        focus = QApplication.focusWidget() or dialog
        if key == "\n":
            QTest.keyClick(focus, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(focus, key)


def test_a_phq9_takes_fourteen_keys(desk: Desk) -> None:
    tab = open_tab(desk)
    dialog = form(tab)
    dialog.which.setFocus()
    keys = 2  # Ctrl+N, S
    type_keys(dialog, "\n")  # to the questions
    type_keys(dialog, "2221111101")
    assert "11, moderate, positive" in dialog.total.text()
    assert QApplication.focusWidget() is dialog.note
    QTest.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keys += 1 + 10 + 1
    settle()
    (row,) = tab.table.rows()
    assert (row.scores[0].value, row.by is not None, keys) == (11, True, 14)
    assert "11, moderate" in tab.row_sentence(row)


def test_a_skipped_question_is_counted_and_item_nine_shows_the_protocol_at_once(desk: Desk) -> None:
    dialog = form(open_tab(desk))
    dialog.questions[0].focus_here()
    type_keys(dialog, "3\n3")
    assert "6 so far" in dialog.total.text() and "7 question" in dialog.total.text()
    assert not dialog.alert.isVisible()
    dialog.questions[8].focus_here()
    type_keys(dialog, "1")
    assert dialog.alert.isVisible() and "assess safety" in dialog.alert.text
    assert "911" in dialog.protocol.text()
    QTest.keyClick(dialog.questions[8]._first(), Qt.Key.Key_Backspace)
    assert not dialog.alert.isVisible()


def test_questions_behind_a_gate_appear_with_its_answer(desk: Desk) -> None:
    dialog = form(open_tab(desk), "audit-c")
    assert [one.isVisible() for one in dialog.questions] == [True, True, True]
    dialog.questions[0].focus_here()
    type_keys(dialog, "0")
    assert [one.isVisible() for one in dialog.questions] == [True, False, False]
    assert "0, negative" in dialog.total.text()
    dialog.questions[0].focus_here()
    type_keys(dialog, "211")
    assert "4, positive" in dialog.total.text()


def test_several_answers_are_ticked_and_none_of_these_stands_alone(desk: Desk) -> None:
    dialog = form(open_tab(desk), "ahc-hrsn")
    home = dialog.questions[1]
    home.focus_here()
    type_keys(dialog, "27")
    assert home.answer() == (2, 7)
    type_keys(dialog, "0")
    assert home.answer() == (0,)
    type_keys(dialog, "1")
    assert home.answer() == (1,)


def test_a_number_that_is_none_is_a_sentence_and_nothing_is_saved(desk: Desk) -> None:
    tab = open_tab(desk)
    dialog = form(tab, "confidence")
    dialog.questions[0].focus_here()
    type_keys(dialog, "ab")
    assert "whole number" in dialog.total.text()
    dialog.submit()
    settle()
    assert dialog.isVisible() and "whole number" in dialog.summary.text
    typed = dialog.questions[0].number
    assert typed is not None
    typed.setText("8")
    dialog.submit()
    settle()
    assert [row.scores[0].value for row in tab.table.rows()] == [8]


def test_done_on_a_safety_answer_asks_for_the_assessment(desk: Desk) -> None:
    tab = open_tab(desk)
    dialog = form(tab)
    dialog.questions[8].focus_here()
    type_keys(dialog, "2")
    dialog.submit()
    settle()
    desk.context.navigation.open("today")
    settle()
    page = desk.page("today")
    assert isinstance(page, TodayPage)
    page.scope.set_on(["everyone"])
    page.refresh()
    settle()
    page.focus_first()
    page.finish()
    settle()
    (found,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, SafetyAssessmentDialog))
    found.submit()
    assert found.isVisible()
    found.risk.setCurrentIndex(2)
    found.found.setPlainText("Passive thoughts, no plan; daughter told.")
    found.submit()
    settle()
    assert page.work is not None and dict(page.work.counts).get("critical", 0) == 0
