"""A past day asked for again gives what the screen showed at the end of that day, whatever happened since."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from db.models.patient import Patient
from icm_desktop.contracts.content import SetPolicy
from icm_desktop.contracts.referrals import AdvanceReferral, NewReferral, ReferralFilter
from icm_desktop.contracts.scheduling import BookAppointment, MoveAppointment, SetAppointmentStatus
from icm_desktop.contracts.wait_list import PutOnWaitList
from icm_desktop.contracts.worklist import QUEUES, FinishWork, HoldWork, LogContact, WorkFilter
from icm_desktop.domain.timeslots import day_span
from tests.scheduling.conftest import local
from tests.support import NEW_YORK

MONDAY = dt.date(2026, 11, 2)
NOVEMBER = (MONDAY, dt.date(2026, 11, 30))
SECOND = dt.timedelta(seconds=1)


def screens(desk, on=None):
    """Every list of the front desk, the board and the calendar: as they are now, or of an evening gone by."""
    found = {
        name: desk.run(
            "queries.today.worklist", WorkFilter(everyone=True, queue=name, on=on, limit=500), role="clinician"
        )
        for name in ("", *QUEUES)
    }
    lists = {name: (work.day, work.rows, work.counts) for name, work in found.items()}
    board = desk.run("queries.referrals.rows", ReferralFilter(on=on), role="clinician")
    visits = desk.run("queries.appointments.known_between", *NOVEMBER, on, role="clinician")
    return {**lists, "referrals": board, "appointments": visits}


def version(desk, visit):
    return desk.run("queries.appointments.appointment", visit).version


def book(desk, patient, start):
    made = desk.run("services.scheduling.book", BookAppointment(patient, desk.kim, local(start), 30, desk.visit))
    return made.appointment.id


def set_status(desk, visit, status, reason=None):
    change = SetAppointmentStatus(visit, version(desk, visit), status, reason)
    return desk.run("services.scheduling.set_status", change).changes.action_id


@pytest.fixture
def lived(desk):
    """A week of the desk; every screen as it was at the end of each day."""
    evenings = {}

    def at(text):
        new = local(text)
        while desk.now.astimezone(NEW_YORK).date() < new.astimezone(NEW_YORK).date():
            day = desk.now.astimezone(NEW_YORK).date()
            desk.now = day_span(day, NEW_YORK).ends_at - SECOND
            evenings[day] = screens(desk)
            desk.now = day_span(day, NEW_YORK).ends_at
        desk.now = new

    desk.now = local("2026-11-02T08:00")
    first = book(desk, desk.ana, "2026-11-02T09:00")
    second, third = book(desk, desk.ben, "2026-11-03T09:00"), book(desk, desk.ana, "2026-11-04T10:00")
    at("2026-11-02T09:00")
    mistake = set_status(desk, first, "noshow")
    at("2026-11-03T09:00")
    desk.run("services.history.undo", mistake)
    set_status(desk, first, "fulfilled")
    set_status(desk, second, "noshow")
    call = LogContact(desk.ben, "phone", "no_answer", key=f"appointment:{second}:missed")
    desk.run("services.follow_up.log_contact", dataclasses.replace(call, next_try_on=dt.date(2026, 11, 5)))
    waits = desk.run("services.wait_list.put", PutOnWaitList(desk.ben, type_id=desk.visit)).id
    referral = desk.run(
        "services.referrals.create",
        NewReferral(desk.ana, "Cardiology", to_name="Dr Petrov", reason="Murmur", ordered_on=MONDAY), role="clinician",
    ).referral  # fmt: skip
    at("2026-11-04T09:00")
    set_status(desk, third, "cancelled", "sick")
    desk.run("services.follow_up.hold", HoldWork(f"appointment:{third}:cancelled", dt.date(2026, 11, 6)))
    desk.run(
        "services.referrals.advance",
        AdvanceReferral(referral.id, referral.version, "sent", dt.date(2026, 11, 4)), role="clinician",
    )  # fmt: skip
    at("2026-11-05T09:00")
    change = MoveAppointment(book(desk, desk.ana, "2026-11-06T10:00"), 1, local("2026-11-09T10:00"))
    moved = desk.run("services.scheduling.move", change).appointment.id
    desk.run("services.content.set_policy", SetPolicy("contact.attempts.most", 2), role="administrator")
    desk.add(Patient(record_number="000003", family="New", given="Cy"))
    at("2026-11-06T09:00")
    desk.run("services.follow_up.log_contact", call)
    desk.run("services.follow_up.finish", FinishWork(f"wait_list:{waits}", 1))
    desk.run(
        "services.follow_up.log_contact", LogContact(desk.ana, "phone", "reached", key=f"appointment:{moved}:confirm")
    )
    at("2026-11-09T09:00")
    set_status(desk, moved, "arrived")
    at("2026-11-10T09:00")
    return evenings


def test_every_evening_is_as_it_was(desk, lived):
    assert len(lived) == 8
    now = screens(desk)
    for day, evening in lived.items():
        again = screens(desk, day)
        for name, shown in evening.items():
            assert again[name] == shown, (day, name)
    filled = {name for evening in lived.values() for name in QUEUES if evening[name][1]}
    assert filled == set(QUEUES) - {"quiet"}
    assert screens(desk) == now, "asking for a past day changed something"
    assert desk.practice.database.path.exists()


def test_a_past_day_leaves_no_trace_in_the_file(desk, lived):
    with desk.open("administrator").read() as uow:
        before = uow.session.connection().exec_driver_sql("SELECT max(seq), count(*) FROM audit_event").one()
    screens(desk, min(lived))
    with desk.open("administrator").read() as uow:
        assert uow.session.connection().exec_driver_sql("SELECT max(seq), count(*) FROM audit_event").one() == before
    assert desk.run("queries.appointments.known_between", *NOVEMBER, None) != ()
