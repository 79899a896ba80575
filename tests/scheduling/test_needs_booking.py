"""What is due and has no appointment: every source is in the list until a time is found, and back when it is undone."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.plan import PlanAction
from db.models.practice import AppointmentType
from db.models.scheduling import ReferralEvent, ServiceRequest
from icm_desktop.contracts.calendar import AskDay, AskWeek
from icm_desktop.contracts.scheduling import (
    BookAppointment,
    RecordOutsideVisit,
    SetAppointmentStatus,
)
from icm_desktop.contracts.worklist import FinishWork, HoldWork
from icm_desktop.errors import Invalid
from tests.scheduling.conftest import local

TODAY = dt.date(2026, 11, 2)


def due(desk, role="coordinator", now=None):
    found = desk.run("queries.needs_booking.needs_booking", role=role, now=now)
    return {row.key: row for row in found.rows}


def book(desk, at="2026-11-03T09:00", now=None, **more):
    request = BookAppointment(more.pop("whom", desk.ana), desk.kim, local(at), 30, desk.visit, **more)
    return desk.run("services.scheduling.book", request, now=now)


def refer(desk, state="sent", **more):
    (referral,) = desk.add(
        ServiceRequest(patient_id=desk.ana, is_referral=True, status="active", text="Cardiology", urgency="routine",
                       to_text="Heart Group", to_phone="555-010-0177", ordered_on=TODAY, **more)
    )  # fmt: skip
    desk.add(ReferralEvent(service_request_id=referral, patient_id=desk.ana, state=state, happened_on=TODAY))
    return referral


def test_nothing_is_due_in_a_practice_without_work(desk):
    assert due(desk) == {}


def test_a_cancelled_visit_waits_until_it_is_booked_again_and_comes_back_when_that_is_undone(desk):
    row = book(desk).appointment
    desk.run("services.scheduling.set_status", SetAppointmentStatus(row.id, row.version, "cancelled", "Ill"))
    found = due(desk)[f"appointment:{row.id}:cancelled"]
    assert (found.kind, found.due, found.clinician_id, found.type_id, found.replaces_id) == (
        "cancelled", dt.date(2026, 11, 3), desk.kim, desk.visit, row.id,
    )  # fmt: skip
    again = book(desk, "2026-11-05T09:00", replaces_id=row.id)
    assert due(desk) == {}
    desk.run("services.history.undo", again.changes.action_id)
    assert list(due(desk)) == [f"appointment:{row.id}:cancelled"]


def test_a_missed_visit_waits_until_it_is_booked_or_somebody_says_it_is_not_needed(desk):
    row = book(desk).appointment
    later = local("2026-11-03T10:00")
    missed = desk.run("services.scheduling.set_status", SetAppointmentStatus(row.id, row.version, "noshow"), now=later)
    key = f"appointment:{row.id}:missed"
    assert due(desk, now=later)[key].days_late == 0
    version = missed.appointment.version
    done = desk.run("services.follow_up.finish", FinishWork(key, version), now=later)
    assert due(desk, now=later) == {}
    desk.run("services.history.undo", done.changes.action_id, now=later)
    desk.run("services.follow_up.hold", HoldWork(key, dt.date(2026, 11, 20)), now=later)
    assert due(desk, now=later) == {}


def test_a_referral_waits_for_its_date_with_whom_to_call(desk):
    referral = refer(desk)
    found = due(desk)[f"referral:{referral}"]
    assert (found.what, found.with_whom, found.phone, found.elsewhere) == (
        "Cardiology", "Heart Group", "555-010-0177", True,
    )  # fmt: skip
    assert found.due > TODAY
    visit = RecordOutsideVisit(desk.ana, local("2026-11-09T09:00"), 30, "Heart Group", referral_id=referral)
    desk.run("services.scheduling.record_outside", visit)
    assert due(desk) == {}


def test_front_desk_reads_no_service_of_a_sensitive_referral(desk):
    referral = refer(desk, sensitive=True)
    assert due(desk, "front_desk")[f"referral:{referral}"].what == ""
    assert due(desk)[f"referral:{referral}"].what == "Cardiology"


def test_a_plan_action_that_asks_for_a_visit_waits_until_one_is_booked_for_it(desk):
    (kind,) = desk.add(AppointmentType(name="Counseling", minutes=45))
    (action,) = desk.add(
        PlanAction(patient_id=desk.ana, text="See the counselor", status="not-started", appointment_type_id=kind,
                   due_on=dt.date(2026, 11, 10))
    )  # fmt: skip
    key = f"plan_action:{action}"
    found = due(desk)[key]
    assert (found.what, found.type_name, found.minutes, found.due) == (
        "See the counselor", "Counseling", 45, dt.date(2026, 11, 10),
    )  # fmt: skip
    assert due(desk, "front_desk")[key].what == ""
    book(desk, plan_action_id=action)
    assert due(desk) == {}


def test_nobody_books_for_the_action_of_another_patient(desk):
    (action,) = desk.add(PlanAction(patient_id=desk.ben, text="Call", status="not-started"))
    with pytest.raises(Invalid) as caught:
        book(desk, plan_action_id=action)
    assert caught.value.code == "scheduling.other_patient"


def test_rows_come_by_due_day(desk):
    (kind,) = desk.add(AppointmentType(name="Counseling", minutes=45))
    days = [dt.date(2026, 11, day) for day in (20, 4, 12)]
    desk.add(
        *(PlanAction(patient_id=desk.ana, text=str(day), status="not-started", appointment_type_id=kind, due_on=day)
          for day in days)
    )  # fmt: skip
    assert [row.due for row in due(desk).values()] == sorted(days)


def test_a_week_is_its_days_put_side_by_side(desk):
    book(desk)
    book(desk, "2026-11-05T10:00", whom=desk.ben)
    days = desk.run("queries.calendar.week_view", AskWeek(TODAY, desk.kim))
    assert [len(day.appointments) for day in days] == [0, 1, 0, 1, 0, 0, 0]
    single = desk.run("queries.calendar.day_view", AskDay(dt.date(2026, 11, 3)))
    assert days[1].appointments == single.appointments
    assert set(days[1].open_spans) == {span for span in single.open_spans if span[0] == desk.kim}
    other = desk.run("queries.calendar.week_view", AskWeek(TODAY, desk.cole))
    assert [len(day.appointments) for day in other] == [0] * 7
