"""A coordinator at the list of patients and the chart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, sit_down
from ui.pages.chart import ChartPage
from ui.pages.patients import PatientsPage


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = sit_down(tmp_path, (PatientsPage, ChartPage))
    qtbot.addWidget(made.window)
    made.window.resize(1280, 720)
    yield made
    assert made.crashes == []


def chart_of(desk: Desk) -> ChartPage:
    """The chart page of a window."""
    page = desk.page("chart")
    assert isinstance(page, ChartPage)
    return page
