"""A coordinator on Today, Referrals and the chart; patients whose documents have every form."""

from __future__ import annotations

import pytest

from icm_desktop.contracts.documents import AddDocument
from icm_desktop.permissions import Role
from tests.ui.conftest import register_two
from ui.pages.chart import ChartPage
from ui.pages.referrals import ReferralsPage
from ui.pages.today import TodayPage

PAGES = (TodayPage, ReferralsPage, ChartPage)


@pytest.fixture
def sit(sit_at):
    def sit(role=Role.COORDINATOR, practice=None):
        return sit_at(PAGES, role, practice)

    return sit


@pytest.fixture
def desk(sit):
    return register_two(sit())


def put(desk, data, name, title, kind="consult_note", patient=None, **more):
    """A document of the patient, added beside the window."""
    request = AddDocument(patient or desk.ana, title, kind, data, name, **more)
    return desk.practice.open(Role.COORDINATOR).run("services.documents.add", request).ids[0]
