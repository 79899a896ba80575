"""The way tabs are added to the chart: asked only when shown, once until stale, jumps, contexts, state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from icm_desktop.contracts.plans import AddGoal, GoalDraft
from icm_desktop.permissions import Privilege, Role
from tests.ui.chart.conftest import chart_of
from tests.ui.desk import Desk, sit_down
from ui.actions import Action
from ui.pages import chart as chart_module
from ui.pages.care_plan import CarePlanTab
from ui.pages.chart import ChartPage
from ui.pages.chart_summary import SummaryTab
from ui.pages.chart_tab import ChartTab
from ui.pages.chart_tabs import chart_tab_classes
from ui.pages.patients import PatientsPage


class NotesTab(ChartTab):
    """A tab as another part would write it."""

    name = "notes"
    number = 3
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"goal"})

    def title(self) -> str:
        return "Notes"

    def build(self) -> None:
        self.questions: list[int] = []
        self.tried = 0
        self.button = QPushButton("Try", self)
        QVBoxLayout(self).addWidget(self.button)

    def refresh(self) -> None:
        assert self.patient_id is not None
        self.questions.append(self.patient_id)

    def actions_offered(self, here: str) -> Iterable[Action]:
        return (Action("notes.try", "Try", self._try, "Ctrl+D", menu="work", context=here),)

    def _try(self) -> None:
        self.tried += 1

    def focus_first(self) -> None:
        self.button.setFocus()

    def state(self) -> Mapping[str, object]:
        return {"questions": len(self.questions)}


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(chart_module, "chart_tab_classes", lambda: (NotesTab, SummaryTab))
    made = sit_down(tmp_path, (PatientsPage, ChartPage))
    qtbot.addWidget(made.window)
    yield made
    assert made.crashes == []


def test_a_tab_is_built_and_asks_only_when_it_is_shown_and_once_until_stale(desk: Desk) -> None:
    patient_id = desk.register("Lopez", "Maria", "1958-03-04")
    desk.context.navigation.open_chart(patient_id)
    page, notes = chart_of(desk), chart_of(desk).tab_of(NotesTab)
    assert (page.current_tab(), notes.built) == ("summary", False)
    desk.press("Ctrl+Shift+3")
    assert notes.questions == [patient_id]
    desk.press("Ctrl+Shift+1", "Ctrl+Shift+3", "Ctrl+Tab", "Ctrl+Tab")
    assert notes.questions == [patient_id]
    saved = desk.run("services.care_plans.add_goal", AddGoal(patient_id, GoalDraft("Walk to church", None)))
    desk.context.notifier.tell(saved.changes)
    assert notes.questions == [patient_id] * 2
    desk.press("F5")
    assert notes.questions == [patient_id] * 3


def test_changes_a_tab_does_not_show_leave_it_alone(desk: Desk) -> None:
    patient_id = desk.register("Lopez", "Maria", "1958-03-04")
    desk.context.navigation.open_chart(patient_id, tab="notes")
    notes = chart_of(desk).tab_of(NotesTab)
    desk.press("Ctrl+L", "L", "Return")
    assert notes.questions == [patient_id]


def test_the_next_patient_is_asked_for_anew(desk: Desk) -> None:
    first = desk.register("Lopez", "Maria", "1958-03-04")
    second = desk.register("Chen", "Wei", "1950-01-01")
    desk.context.navigation.open_chart(first, tab="notes")
    desk.context.navigation.open_chart(second, tab="notes")
    assert chart_of(desk).tab_of(NotesTab).questions == [first, second]


def test_a_tabs_own_keys_work_on_that_tab_only(desk: Desk) -> None:
    desk.context.navigation.open_chart(desk.register("Lopez", "Maria", "1958-03-04"), tab="notes")
    notes = chart_of(desk).tab_of(NotesTab)
    desk.press("Ctrl+D")
    assert notes.tried == 1
    assert desk.context.actions.is_enabled("notes.try")
    desk.press("Ctrl+Shift+1", "Ctrl+D")
    assert notes.tried == 1
    assert not desk.context.actions.is_enabled("notes.try")


def test_the_place_on_a_tab_is_kept_for_back(desk: Desk) -> None:
    desk.context.navigation.open_chart(desk.register("Lopez", "Maria", "1958-03-04"), tab="notes")
    page = chart_of(desk)
    assert page.state() == {"tab": "notes", "tabs": {"notes": {"questions": 1}}}
    desk.press("Esc", "Alt+Left")
    assert page.current_tab() == "notes"


def test_numbers_and_names_of_tabs_are_their_own() -> None:
    classes = chart_tab_classes()
    assert len({made.name for made in classes}) == len(classes)
    numbers = [made.number for made in classes if made.number]
    assert len(set(numbers)) == len(numbers)
    assert CarePlanTab in classes


def test_front_desk_has_no_tab_with_clinical_facts(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chart_module, "chart_tab_classes", lambda: (NotesTab, SummaryTab))
    made = sit_down(tmp_path, (ChartPage,), Role.FRONT_DESK)
    qtbot.addWidget(made.window)
    assert [tab.name for tab in chart_of(made)._tabs] == ["summary"]
