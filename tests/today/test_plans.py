"""Every question of calendar, booking, referrals and Today is answered through an index."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import event

from db import unit_of_work
from db.engine import driver_connection
from icm_desktop.catalogue import use_case
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.scheduling import BookAppointment, FindSlots
from icm_desktop.contracts.worklist import WorkFilter
from tests.scheduling.conftest import local

BIG = (
    "appointment",
    "patient",
    "plan_action",
    "task",
    "observation",
    "encounter",
    "questionnaire_response",
    "service_request",
    "referral_event",
    "contact_log",
)


def plans(desk, name, *args):
    """The query plan of every SELECT a use case runs."""
    practice = desk.open("coordinator")
    asked = []
    engine = practice.database.engine
    with unit_of_work.write(practice.database, practice.actor, "x", now=desk.now, zone=practice.zone) as uow:

        def note(_connection, _cursor, statement, parameters, *_):
            if statement.lstrip().upper().startswith("SELECT"):
                asked.append((statement, parameters))

        event.listen(engine, "before_cursor_execute", note)
        try:
            use_case(name)(uow, *args)
        finally:
            event.remove(engine, "before_cursor_execute", note)
        raw = driver_connection(uow.session.connection())
        return [
            (detail, statement)
            for statement, parameters in asked
            for *_, detail in raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


@pytest.mark.parametrize(
    ("name", "argument"),
    [
        ("services.scheduling.book", None),
        ("queries.slots.free_slots", FindSlots(30, dt.date(2026, 11, 23), patient_id=1)),
        ("queries.calendar.day_view", dt.date(2026, 11, 20)),
        ("queries.referrals.rows", ReferralFilter()),
        ("queries.referrals.rows", ReferralFilter(patient_id=1)),
        ("queries.today.worklist", WorkFilter(everyone=True)),
        ("queries.today.worklist", WorkFilter()),
        ("queries.today.worklist", WorkFilter(on=dt.date(2026, 11, 10))),
        ("queries.today.work_detail", 1),
    ],
)
def test_no_big_table_is_read_from_end_to_end(desk, name, argument):
    argument = argument or BookAppointment(desk.ana, desk.kim, local("2026-11-24T09:00"), 30)
    found = plans(desk, name, argument)
    assert found
    for detail, statement in found:
        words = detail.split()
        assert not (words[0] == "SCAN" and words[1] in BIG), f"{detail}\n{statement}"


def test_booking_looks_at_the_clinicians_day_and_the_patients_day(desk):
    found = plans(desk, "services.scheduling.book", BookAppointment(desk.ana, desk.kim, local("2026-11-24T09:00"), 30))
    used = " ".join(detail for detail, _ in found)
    assert "ix_appointment_practitioner_id_starts_at" in used
    assert "ix_appointment_patient_id_starts_at" in used
