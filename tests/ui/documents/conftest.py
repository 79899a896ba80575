"""A coordinator on Today, Referrals and the chart; patients whose documents have every form."""

from __future__ import annotations

import pytest

from icm_desktop.contracts.documents import AddDocument
from icm_desktop.permissions import Role
from tests.ui.clock import get_up, make_still_practice
from tests.ui.desk import sit_down
from ui.pages.chart import ChartPage
from ui.pages.referrals import ReferralsPage
from ui.pages.today import TodayPage

PAGES = (TodayPage, ReferralsPage, ChartPage)


@pytest.fixture
def sit(tmp_path, qtbot):
    opened = []

    def sit(role=Role.COORDINATOR, practice=None):
        desk = sit_down(tmp_path, PAGES, role, practice=practice or make_still_practice(tmp_path))
        opened.append(desk)
        return desk

    yield sit
    for desk in opened:
        get_up(desk.window)
        assert desk.crashes == []
    opened[0].practice.database.close()


@pytest.fixture
def desk(sit):
    desk = sit()
    desk.ana = desk.register("Lopez", "Maria", "1958-03-04", sex="female", phone="555-010-0142")
    desk.ben = desk.register("Ruiz", "Ben", "1970-01-02", sex="male")
    return desk


def put(desk, data, name, title, kind="consult_note", patient=None, **more):
    """A document of the patient, added beside the window."""
    request = AddDocument(patient or desk.ana, title, kind, data, name, **more)
    return desk.practice.open(Role.COORDINATOR).run("services.documents.add", request).ids[0]
