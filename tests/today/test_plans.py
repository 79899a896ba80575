"""Booking, calendar, referrals and Today of a small clinic look at no large table from end to end."""

from __future__ import annotations

import pytest

from db import unit_of_work
from db.models.clinical import Encounter
from icm_desktop.catalogue import use_case
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.scheduling import BookAppointment
from icm_desktop.contracts.worklist import WorkFilter
from tests.plans import asked, plans, scans
from tests.scheduling.conftest import local


def questions(desk, name, argument):
    """What a use case asks at the desk's moment."""
    practice = desk.open("coordinator")
    with (
        asked(practice) as seen,
        unit_of_work.write(practice.database, practice.actor, "x", now=desk.now, zone=practice.zone) as uow,
    ):
        use_case(name)(uow, argument)
    return practice, seen


@pytest.fixture
def visit(desk):
    return BookAppointment(desk.ana, desk.kim, local("2026-11-24T09:00"), 30)


@pytest.mark.parametrize(
    ("name", "argument"),
    [
        ("queries.referrals.rows", ReferralFilter(patient_id=1)),
        ("queries.today.worklist", WorkFilter(everyone=True)),
        ("queries.today.worklist", WorkFilter()),
    ],
)
def test_no_big_table_is_read_from_end_to_end(desk, name, argument):
    practice, seen = questions(desk, name, argument)
    assert seen
    assert scans(practice, seen) == {}


def test_booking_looks_at_the_clinicians_day_and_the_patients_day(desk, visit):
    practice, seen = questions(desk, "services.scheduling.book", visit)
    used = " ".join(step for _, steps in plans(practice, seen) for step in steps)
    assert "ix_appointment_practitioner_id_starts_at" in used
    assert "ix_appointment_patient_id_starts_at" in used
    assert scans(practice, seen) == {}


def test_what_is_owed_after_stays_is_answered_by_indexes_alone(desk):
    ended = {"status": "finished", "class_code": "IMP", "ends_when": "2026-11-15T19:20:00Z"}
    desk.add(Encounter(patient_id=desk.ana, discharge="Discharged home", **ended))
    practice, seen = questions(desk, "queries.today.worklist", WorkFilter(everyone=True))
    steps = {step for _, plan in plans(practice, seen) for step in plan}
    for index, by in (
        ("contact_log USING COVERING INDEX ix_contact_log_patient_id_at", "patient_id=? AND at>?"),
        ("appointment USING COVERING INDEX ix_appointment_patient_id_starts_at", "patient_id=? AND starts_at>?"),
        ("encounter USING INDEX ix_encounter_patient_id", "patient_id=?"),
    ):
        assert f"SEARCH {index} ({by})" in steps
