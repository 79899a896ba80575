"""The daily screens and their forms: names, targets, clipped words, keyboard traps and mnemonics, also at 200 %."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.plans import ActionDraft, AddAction, AddGoal, GoalDraft, PlanSaved
from tests.ui.audit import audit, settle
from tests.ui.desk import TODAY, Desk, sit_down
from ui.pages.chart import ChartPage
from ui.pages.patients import PatientsPage
from ui.pages.today import TodayPage
from ui.theme import USUAL_POINTS, Theme, ThemeName

PAGES = (TodayPage, PatientsPage, ChartPage)
LONG = "Ask the other office whether the papers about the heart visit have arrived, and when they call"


def _busy(desk: Desk) -> int:
    """A patient with something on every screen."""
    born = {"phone": "555-010-0142", "language": "es", "preferred_name": "Malena"}
    patient_id = desk.register("Delgado Espinoza Villanueva", "María de los Ángeles", "1958-03-04", **born)
    desk.register("Delgado Espinoza", "Maria", "1958-03-05")
    goal = desk.run("services.care_plans.add_goal", AddGoal(patient_id, GoalDraft("Caminar a la iglesia", LONG)))
    assert isinstance(goal, PlanSaved)
    rosa = Owner(OwnerKind.USER, "Rosa Diaz", desk.context.session.user_id)
    for days in (-3, 0, 4):
        draft = ActionDraft(LONG, owner=rosa, due_on=TODAY + dt.timedelta(days=days), urgent=days == 0)
        desk.run("services.care_plans.add_action", AddAction(patient_id, goal.id, draft))
    return patient_id


@pytest.fixture(params=[USUAL_POINTS, 2 * USUAL_POINTS], ids=["usual text", "200 % text"])
def desk(tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Desk]:
    Theme.current().apply(ThemeName.LIGHT, request.param)
    made = sit_down(tmp_path, PAGES)
    qtbot.addWidget(made.window)
    yield made
    Theme.current().apply(ThemeName.LIGHT, USUAL_POINTS)
    assert made.crashes == []


def _today(desk: Desk, _patient_id: int) -> QWidget:
    page = desk.page("today")
    page.refresh()
    page.focus_first()
    return page


def _patients(desk: Desk, _patient_id: int) -> QWidget:
    desk.context.navigation.open("patients", state={"view": ["all"]})
    return desk.page("patients")


def _looking(desk: Desk, patient_id: int) -> QWidget:
    desk.context.finding.look_for("delgado espinoza maria 3/4/1958")
    return _patients(desk, patient_id)


def _summary(desk: Desk, patient_id: int) -> QWidget:
    desk.context.navigation.open_chart(patient_id)
    return desk.page("chart")


def _plan(desk: Desk, patient_id: int) -> QWidget:
    desk.context.navigation.open_chart(patient_id, tab="care_plan")
    return desk.page("chart")


def _about(desk: Desk, patient_id: int) -> QWidget:
    desk.context.navigation.open_chart(patient_id, tab="about")
    return desk.page("chart")


def _form(start: Callable[[Desk, int], QWidget], action_id: str) -> Callable[[Desk, int], QWidget]:
    def opened(desk: Desk, patient_id: int) -> QWidget:
        start(desk, patient_id)
        desk.context.actions.trigger(action_id)
        return desk.dialog()

    return opened


SCREENS: dict[str, Callable[[Desk, int], QWidget]] = {
    "today": _today,
    "patients": _patients,
    "summary": _summary,
    "care plan": _plan,
    "hold": _form(_today, "today.hold"),
    "log contact": _form(_today, "today.log_contact"),
    "close the day": _form(_today, "today.close_day"),
    "new patient": _form(_looking, "patient.new"),
    "correct": _form(_summary, "chart.edit"),
    "new action": _form(_plan, "plan.new_action"),
    "new goal": _form(_plan, "plan.new_goal"),
    "change goal": _form(_plan, "chart.edit"),
    "about": _about,
}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_can_be_read_reached_and_hit_by_everybody(desk: Desk, screen: str) -> None:
    shown = SCREENS[screen](desk, _busy(desk))
    settle()
    settle()
    assert audit(shown) == []
