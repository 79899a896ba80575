"""The chart driven by keyboard over the real encrypted database."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from icm_desktop.changes import Changes
from icm_desktop.contracts.plans import AddGoal, GoalDraft
from icm_desktop.permissions import Role
from tests.ui.chart.conftest import chart_of
from tests.ui.desk import Desk, sit_down
from ui.dialogs.log_contact import LogContactDialog
from ui.pages.care_plan import CarePlanTab
from ui.pages.chart import ChartPage
from ui.pages.chart_summary import SummaryTab
from ui.pages.patients import PatientsPage

PAGES = (PatientsPage, ChartPage)


def test_enter_opens_the_chart_and_esc_returns_to_the_row(desk: Desk) -> None:
    for number in range(5):
        desk.register(f"Family{number}", "Given", "1950-01-01")
    page = desk.page("patients")
    assert isinstance(page, PatientsPage)
    page.view.set_on(["all"])
    page.refresh()
    page.table.setFocus()
    desk.press("Down", "Down", "Return")
    chart = chart_of(desk).chart
    assert chart is not None
    assert chart.banner.head.family == "Family2"
    desk.press("Esc")
    row = page.table.current_row()
    assert page.isVisible()
    assert row is not None
    assert row.head.family == "Family2"


def test_opening_a_chart_is_recorded_once(desk: Desk) -> None:
    patient_id = desk.register("Lopez", "Maria", "1958-03-04")
    desk.context.navigation.open_chart(patient_id)
    desk.press("F5", "F5")
    with desk.practice.open(Role.ADMINISTRATOR).read() as uow:
        opened = uow.session.connection().exec_driver_sql(
            "select count(*) from audit_event where patient_id = ? and event like '%chart%'", (patient_id,)
        )
        assert opened.scalar_one() == 1


def test_control_tab_walks_the_tabs_and_the_title_names_patient_and_tab(desk: Desk) -> None:
    desk.context.navigation.open_chart(desk.register("Lopez", "Maria", "1958-03-04"))
    page = chart_of(desk)
    desk.press("Ctrl+Tab")
    assert page.current_tab() == "care_plan"
    assert page.title() == "LOPEZ, Maria · 04-Mar-1958 · Care plan"
    assert desk.window.windowTitle().startswith(page.title())
    desk.press("Ctrl+Shift+1")
    assert page.current_tab() == "summary"


def test_nothing_of_the_patient_before_stays_when_another_chart_opens(desk: Desk) -> None:
    first = desk.register("Lopez", "Maria", "1958-03-04")
    second = desk.register("Chen", "Wei", "1950-01-01")
    desk.run("services.care_plans.add_goal", AddGoal(first, GoalDraft("Walk to church", None)))
    desk.context.navigation.open_chart(first)
    page = chart_of(desk)
    assert [fact.text for fact in page.tab_of(SummaryTab).goals.list.facts()] == ["1 “Walk to church”"]
    desk.context.navigation.open_chart(second)
    assert page.tab_of(SummaryTab).goals.list.facts() == ()
    assert page.title().startswith("CHEN, Wei")


def test_front_desk_sees_dates_and_team_but_nothing_clinical(tmp_path: Path, qtbot: QtBot) -> None:
    desk = sit_down(tmp_path, PAGES, Role.FRONT_DESK)
    qtbot.addWidget(desk.window)
    desk.context.navigation.open_chart(desk.register("Lopez", "Maria", "1958-03-04"))
    page = chart_of(desk)
    assert "care_plan" not in [tab.name for tab in page._tabs]
    assert not page.tab_of(SummaryTab).columns[0].isVisible()
    assert page.tab_of(SummaryTab).columns[2].isVisible()
    assert "plan.new_goal" not in desk.context.actions
    assert desk.crashes == []


def test_a_contact_is_logged_from_the_chart_in_three_keys(desk: Desk) -> None:
    desk.context.navigation.open_chart(desk.register("Lopez", "Maria", "1958-03-04"))
    desk.press("Ctrl+L")
    assert isinstance(desk.dialog(), LogContactDialog)
    desk.press("L", "Return")
    assert "Contact logged" in desk.window.toast.text


def test_a_goal_on_summary_opens_the_care_plan_on_it(desk: Desk) -> None:
    patient_id = desk.register("Lopez", "Maria", "1958-03-04")
    desk.run("services.care_plans.add_goal", AddGoal(patient_id, GoalDraft("Walk to church", None)))
    desk.context.navigation.open_chart(patient_id)
    desk.press("Return")
    page = chart_of(desk)
    assert page.current_tab() == "care_plan"
    assert page.tab_of(CarePlanTab).table.current_row().draft.words == "Walk to church"


def test_a_patient_who_is_not_there_gets_a_sentence_and_a_way_back(desk: Desk) -> None:
    desk.context.navigation.open_chart(987654)
    page = chart_of(desk)
    assert page.stack.currentWidget() is page.empty


def test_what_was_to_follow_a_chart_that_cannot_be_opened_never_comes_up(desk: Desk) -> None:
    there = desk.register("Lopez", "Maria", "1958-03-04")
    desk.context.navigation.open_chart(there + 1, then="chart.log_contact")
    page = chart_of(desk)
    assert page.chart is None
    assert desk.register("Ruiz", "Ben", "1970-01-02") == there + 1
    page.changed(Changes(frozenset({"patient"}), there + 1))
    assert page.chart is not None
    assert [one for one in desk.window.findChildren(LogContactDialog) if one.isVisible()] == []
    desk.context.navigation.open_chart(there, then="chart.log_contact")
    assert isinstance(desk.dialog(), LogContactDialog)
    desk.dialog().reject()
