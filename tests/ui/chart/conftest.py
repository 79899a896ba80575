"""A coordinator, or a clinician, at the list of patients and the chart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icm_desktop.permissions import Role
from tests.ui.desk import Desk, sit_down
from ui.pages.chart import ChartPage
from ui.pages.patients import PatientsPage


def _sitting(tmp_path: Path, qtbot: QtBot, role: Role) -> Iterator[Desk]:
    made = sit_down(tmp_path, (PatientsPage, ChartPage), role)
    qtbot.addWidget(made.window)
    made.window.resize(1280, 720)
    yield made
    assert made.crashes == []


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    yield from _sitting(tmp_path, qtbot, Role.COORDINATOR)


@pytest.fixture
def clinician(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    yield from _sitting(tmp_path, qtbot, Role.CLINICIAN)


def chart_of(desk: Desk) -> ChartPage:
    """The chart page of a window."""
    page = desk.page("chart")
    assert isinstance(page, ChartPage)
    return page
