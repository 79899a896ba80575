"""What others recorded since one looked at a chart the last time: how much, and which entries of the timeline."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import Condition, Encounter, Observation
from db.models.documents import Document
from db.models.patient import Patient
from db.models.plan import PlanAction
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from icm_desktop.contracts.timeline import SinceLooked, TimelineFilter
from icm_desktop.permissions import Role
from tests.ui.clock import NOW, make_still_practice

WEEK = dt.timedelta(days=7)


@pytest.fixture
def still(tmp_path):
    """A practice with one patient and a booked visit; its clock is moved by hand."""
    practice = make_still_practice(tmp_path)
    with practice.open().write("test") as uow:
        patient = Patient(record_number="000001", family="Lopez", given="Maria")
        uow.session.add(patient)
        uow.session.flush()
        uow.session.add(
            Appointment(patient_id=patient.id, status="booked", outside=False, starts_at=NOW + WEEK, ends_at=NOW + WEEK)
        )
        found = patient.id
    return practice, found


def looked(practice, patient, role=Role.COORDINATOR):
    return practice.open(role).run("services.charts.open_chart", patient).last_looked_at


def record(practice, patient, role=Role.CLINICIAN):
    """Two values of one day, a letter and a problem; the visit is moved."""
    of = {"patient_id": patient}
    value = {"status": "final", "category": "laboratory", "effective_when": "2026-11-10", "value_number": 5.0}
    with practice.open(role).write("test") as uow:
        uow.session.add_all([
            Observation(text="Potassium", code="k", **value, **of),
            Observation(text="Sodium", code="na", **value, **of),
            Document(text="Letter", created_when="2010-02-01", status="current", **of),
            Condition(text="Asthma", status="active", onset_when="2015", abated_when="2020", **of),
        ])  # fmt: skip
        uow.session.query(Appointment).one().starts_at += dt.timedelta(days=1)


def test_going_away_and_back_is_one_look_and_everybody_has_a_look_of_their_own(still):
    practice, patient = still
    assert looked(practice, patient) is None
    practice.clock.now += dt.timedelta(minutes=10)
    assert looked(practice, patient) is None
    practice.clock.now += WEEK
    assert looked(practice, patient) == NOW + dt.timedelta(minutes=10)
    assert looked(practice, patient, Role.CLINICIAN) is None


def test_what_others_recorded_is_counted_and_listed_whatever_day_it_is_about(still):
    practice, patient = still
    practice.clock.now += dt.timedelta(hours=1)
    since = practice.clock.now
    practice.clock.now += WEEK
    record(practice, patient)
    mine = practice.open()
    assert mine.run("queries.since_looked.since_looked", patient, since) == (
        SinceLooked("results", 2, 0), SinceLooked("problems", 1, 0), SinceLooked("documents", 1, 0),
        SinceLooked("appointments", 0, 1),
    )  # fmt: skip
    rows = mine.run("queries.timeline.timeline", TimelineFilter(patient, since=since)).rows
    assert [(row.group, row.count) for row in rows] == [
        ("appointments", 1), ("results", 2), ("problems", 1), ("problems", 1), ("documents", 1),
    ]  # fmt: skip
    assert [part.name for row in rows for part in row.parts] == ["Potassium", "Sodium"]
    assert mine.run("queries.since_looked.since_looked", patient, practice.clock.now) == ()


def test_what_one_did_oneself_is_no_news_and_front_desk_learns_nothing_clinical(still):
    practice, patient = still
    practice.clock.now += WEEK
    record(practice, patient)
    assert practice.open(Role.CLINICIAN).run("queries.since_looked.since_looked", patient, NOW) == ()
    assert practice.open(Role.FRONT_DESK).run("queries.since_looked.since_looked", patient, NOW) == (
        SinceLooked("appointments", 0, 1),
    )


def test_steps_of_referrals_visits_and_the_plan_are_news_too(still):
    practice, patient = still
    practice.clock.now += dt.timedelta(hours=1)
    since, of = practice.clock.now, {"patient_id": patient}
    practice.clock.now += WEEK
    with practice.open(Role.CLINICIAN).write("test") as uow:
        referral = ServiceRequest(is_referral=True, status="active", text="Eye exam", ordered_on=NOW.date(), **of)
        uow.session.add_all([
            referral,
            Encounter(text="Seen", class_code="AMB", starts_when="2026-11-20", **of),
            PlanAction(text="Salt diary", status="completed", done_on=NOW.date(), **of),
        ])  # fmt: skip
        uow.session.flush()
        uow.session.add(ReferralEvent(service_request_id=referral.id, state="sent", happened_on=NOW.date(), **of))
    told = practice.open().run("queries.since_looked.since_looked", patient, since)
    assert told == (SinceLooked("visits", 1, 0), SinceLooked("plan", 1, 0), SinceLooked("referrals", 2, 0))
