"""The line above Summary leads to the Timeline of what is new, and goes with the patient."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.models.clinical import Encounter
from icm_desktop.permissions import Role
from tests.ui.chart.conftest import chart_of
from tests.ui.clock import StillPracticeForTests, get_up, make_still_practice
from tests.ui.desk import Desk, sit_down
from ui.pages.chart import ChartPage
from ui.pages.chart_summary import SummaryTab
from ui.pages.chart_tabs.timeline import TimelineTab
from ui.pages.patients import PatientsPage


@pytest.fixture
def later(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[Desk, StillPracticeForTests, int]]:
    """A desk a week after its chart was opened; a visit from elsewhere was recorded meanwhile by somebody else."""
    practice = make_still_practice(tmp_path)
    made = sit_down(tmp_path, (PatientsPage, ChartPage), practice=practice)
    qtbot.addWidget(made.window, before_close_func=get_up)
    made.window.resize(1280, 720)
    patient = made.register("Lopez", "Maria", "1958-03-04")
    practice.open().run("services.charts.open_chart", patient)
    practice.clock.now += dt.timedelta(days=7)
    with practice.open(Role.CLINICIAN).write("test") as uow:
        uow.session.add(Encounter(patient_id=patient, text="ED visit", class_code="EMER", starts_when="2026-05-01"))
    with practice.open().write("test") as uow:
        uow.session.add(Encounter(patient_id=patient, text="Mine", class_code="AMB", starts_when="2026-06-01"))
    yield made, practice, patient
    assert made.crashes == []


def test_one_press_shows_what_is_new_and_the_filter_can_be_taken_off(
    later: tuple[Desk, StillPracticeForTests, int],
) -> None:
    desk, _, patient = later
    desk.context.navigation.open_chart(patient)
    line = chart_of(desk).tab_of(SummaryTab).since_looked
    assert line.words.text() == "Since you last looked (Fri 20-Nov-2026 8:00 AM). Visits: 1 new"
    assert line.button in chart_of(desk).panes()
    line.button.click()
    tab = chart_of(desk).tab_of(TimelineTab)
    assert chart_of(desk).tab is tab and [tab.words.line(row) for row in tab.table.rows()] == ["ED visit"]
    assert "New since I last looked" in tab.filter_words()
    tab.news.set_on(())
    tab.refresh()
    assert len(tab.table.rows()) == 2


def test_who_never_looked_reads_nothing_and_a_second_look_says_that_nothing_is_new(
    later: tuple[Desk, StillPracticeForTests, int],
) -> None:
    desk, practice, patient = later
    other = desk.register("Chen", "Wei", "1960-01-01")
    desk.context.navigation.open_chart(patient)
    line = chart_of(desk).tab_of(SummaryTab).since_looked
    desk.context.navigation.open_chart(other)
    assert line.isHidden()
    practice.clock.now += dt.timedelta(hours=1)
    desk.context.navigation.open_chart(patient)
    assert line.words.text() == "Nothing new since you last looked (Fri 27-Nov-2026 8:00 AM)."
    assert line.button.isHidden()
