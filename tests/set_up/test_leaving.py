"""Who leaves keeps their history; what is open is counted and goes to a colleague in one act."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from db.models.plan import PlanAction
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.leaving import HandOver
from icm_desktop.contracts.referrals import NewReferral
from icm_desktop.contracts.scheduling import BookAppointment, SaveClinician
from icm_desktop.errors import Invalid, NotAllowed
from icm_desktop.permissions import Role
from tests.scheduling.conftest import local

LAST_DAY = dt.date(2026, 11, 30)


@pytest.fixture
def leaving(desk, admin):
    """Dr Kim leaves on 30 November: visits on 24 November and 1 and 2 December, a referral and an action."""
    user = desk.practice.users[Role.CLINICIAN]
    kim = SaveClinician(desk.kim, "Kim", None, "Dr", None, None, None, user_id=user)
    admin("services.clinic_setup.save_clinician", kim)
    for day in ("2026-11-24", "2026-12-01", "2026-12-02"):
        booked = BookAppointment(desk.ana, desk.kim, local(f"{day}T10:00"), 30)
        desk.run("services.scheduling.book", booked)
    owner = Owner(OwnerKind.USER, "Kim Lee", user)
    desk.run("services.referrals.create", NewReferral(desk.ana, "Eye exam", owner=owner), role="coordinator")
    desk.add(
        PlanAction(patient_id=desk.ana, text="Call", status="not-started", owner_kind="user", owner_user_id=user),
        PlanAction(patient_id=desk.ana, text="Done", status="completed", owner_kind="user", owner_user_id=user),
    )
    admin("services.clinic_setup.save_clinician", dataclasses.replace(kim, left_on=LAST_DAY, confirmed=True))
    return desk


def work(admin, desk):
    return admin("queries.leaving.open_work", desk.kim)


def test_open_work_is_counted_and_handed_over_and_taken_back(leaving, admin):
    desk = leaving
    found = work(admin, desk)
    assert (len(found.visits), len(found.referrals), len(found.actions), found.owned) == (2, 1, 1, 2)
    booked = BookAppointment(desk.ben, desk.cole, local("2026-12-02T10:00"), 30)
    desk.run("services.scheduling.book", booked)
    rosa = desk.practice.users[Role.COORDINATOR]
    done = admin("services.leaving.hand_over", HandOver(desk.kim, rosa, desk.cole))
    assert (done.owned, done.visits, done.visits_left) == (2, 1, 1)
    left = work(admin, desk)
    assert (len(left.visits), left.owned) == (1, 0)
    past = desk.run("queries.appointments.appointment", found.visits[0] - 1)
    assert past.clinician_id == desk.kim
    admin("services.history.undo", done.changes.action_id)
    assert work(admin, desk) == found


def test_only_an_administrator_hands_over_and_not_to_the_one_who_leaves(leaving, admin):
    rosa = leaving.practice.users[Role.COORDINATOR]
    with pytest.raises(Invalid) as refused:
        admin("services.leaving.hand_over", HandOver(leaving.kim, rosa, leaving.kim))
    assert refused.value.field == "to_clinician_id"
    with pytest.raises(Invalid):
        admin("services.leaving.hand_over", HandOver(leaving.kim, 999))
    with pytest.raises(NotAllowed):
        admin("services.leaving.hand_over", HandOver(leaving.kim, rosa), role="coordinator")
