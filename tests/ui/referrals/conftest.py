"""A coordinator with two patients; the clock stands on Friday 20 November 2026, 08:00."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.referrals import AdvanceReferral, NewReferral
from icm_desktop.permissions import Role
from tests.ui.conftest import register_two
from ui.pages.calendar import CalendarPage
from ui.pages.patients import PatientsPage
from ui.pages.referrals import ReferralsPage

PAGES = (PatientsPage, CalendarPage, ReferralsPage)


def refer(desk, patient, service="Cardiology", ordered="2026-11-02", **more):
    """A referral, sent on the day it was ordered when it says to whom."""
    day = dt.date.fromisoformat(ordered)
    open_ = desk.practice.open(Role.COORDINATOR)
    made = open_.run(
        "services.referrals.create",
        NewReferral(
            patient, service, reason="Shortness of breath", question="Is it the heart?", ordered_on=day, **more
        ),
    ).referral
    if not more.get("to_name"):
        return made
    sent = AdvanceReferral(made.id, made.version, "sent", day, how="fax")
    return open_.run("services.referrals.advance", sent).referral


def advance(desk, row, state, day="2026-11-20", role=Role.CLINICIAN, **more):
    """One more fact."""
    step = AdvanceReferral(row.id, row.version, state, dt.date.fromisoformat(day), **more)
    return desk.practice.open(role).run("services.referrals.advance", step).referral


@pytest.fixture
def sit(sit_at):
    def sit(role=Role.COORDINATOR, practice=None):
        desk = sit_at(PAGES, role, practice)
        desk.referrals = desk.page("referrals")
        return desk

    return sit


@pytest.fixture
def desk(sit):
    return register_two(sit())
