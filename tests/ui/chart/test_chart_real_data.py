"""Real imported patients on the chart, the list and Today."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.permissions import Role
from tests.support import make_practice
from tests.ui.chart.conftest import chart_of
from tests.ui.desk import TODAY, Desk, sit_down
from ui.pages.care_plan import CarePlanTab
from ui.pages.chart import ChartPage
from ui.pages.chart_summary import SummaryTab
from ui.pages.patients import PatientsPage
from ui.pages.today import TodayPage


def _sit_down_with(folder: Path, qtbot: QtBot, source: Path) -> Desk:
    practice = make_practice(folder, today=TODAY)
    practice.open(Role.ADMINISTRATOR).run("services.exchange.import_files", ImportRequest((str(source),)))
    desk = sit_down(folder, (TodayPage, PatientsPage, ChartPage), practice=practice)
    qtbot.addWidget(desk.window)
    return desk


def test_the_golden_patient_is_found_opened_and_told_by_keyboard(
    tmp_path: Path, qtbot: QtBot, golden_dir: Path
) -> None:
    desk = _sit_down_with(tmp_path, qtbot, golden_dir / "a.json")
    desk.press("Ctrl+2", "Ctrl+Shift+F", "'nunez'", "Return")
    page = chart_of(desk)
    assert page.chart is not None
    assert page.chart.banner.head.family.startswith("Núñez")
    shown = [fact.text for fact in page.tab_of(SummaryTab).problems.list.facts()]
    assert "Heart failure with reduced ejection fraction" in shown
    goals = page.tab_of(SummaryTab).goals.list.facts()
    assert any("9 %" in line and "target A1c" in line for fact in goals for line in fact.detail)
    desk.press("Ctrl+Tab")
    lines = page.tab_of(CarePlanTab).table.tree_model
    keys = [node.key for index in lines.indexes() if (node := lines.node(index)) is not None]
    assert any(str(key).startswith("outside:") for key in keys)
    assert desk.crashes == []


def test_a_plan_of_another_organisation_is_read_but_not_changed(tmp_path: Path, qtbot: QtBot, golden_dir: Path) -> None:
    desk = _sit_down_with(tmp_path, qtbot, golden_dir / "a.json")
    desk.context.navigation.open("patients", state={"view": ["all"]})
    patients = desk.page("patients")
    assert isinstance(patients, PatientsPage)
    desk.context.navigation.open_chart(patients.table.rows()[0].head.id, tab="care_plan")
    tab = chart_of(desk).tab_of(CarePlanTab)
    assert tab.view is not None
    outside = tab.view.outside[0].actions[0]
    assert tab.table.go_to(f"plan_action:{outside.id}")
    assert not desk.context.actions.is_enabled("plan.done")
    desk.press("F2")
    assert "read here" in desk.window.messages.text
    assert desk.crashes == []


def test_a_very_long_record_shows_its_first_facts_and_a_button_for_all(
    tmp_path: Path, qtbot: QtBot, data_dir: Path
) -> None:
    folder = data_dir / "synthea-fhir" / "exf-california"
    biggest = max(
        (one for one in folder.glob("*.json") if "Information" not in one.name), key=lambda one: one.stat().st_size
    )
    desk = _sit_down_with(tmp_path, qtbot, biggest)
    desk.context.navigation.open("patients", state={"view": ["all"]})
    patients = desk.page("patients")
    assert isinstance(patients, PatientsPage)
    desk.context.navigation.open_chart(patients.table.rows()[0].head.id)
    section = chart_of(desk).tab_of(SummaryTab).problems
    few = len(section.list.facts())
    assert section.more.isVisible()
    section.more.setFocus()
    desk.press("Space")
    assert len(section.list.facts()) > few
    assert not section.more.isVisible()
    assert section.list.hasFocus()
    assert desk.crashes == []
