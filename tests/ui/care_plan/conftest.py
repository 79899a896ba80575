"""Somebody at the care plan of a patient; each file says whose plan it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, sit_down
from ui.pages.care_plan import CarePlanTab
from ui.pages.chart import ChartPage
from ui.pages.patients import PatientsPage


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = sit_down(tmp_path, (PatientsPage, ChartPage))
    qtbot.addWidget(made.window)
    yield made
    assert made.crashes == []


@pytest.fixture
def tab(desk: Desk, patient_id: int) -> CarePlanTab:
    desk.context.navigation.open_chart(patient_id, tab="care_plan")
    page = desk.page("chart")
    assert isinstance(page, ChartPage)
    return page.tab_of(CarePlanTab)
