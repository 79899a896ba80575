"""Booking, moving, and what becomes of a visit."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from db.models.patient import Patient
from db.models.scheduling import ReferralEvent, ServiceRequest
from icm_desktop.contracts.calendar import AskDay
from icm_desktop.contracts.scheduling import (
    BookAppointment,
    FindSlots,
    MoveAppointment,
    RecordOutsideVisit,
    SetAppointmentStatus,
)
from icm_desktop.errors import Conflict, Invalid, NotFound, UserError
from tests.scheduling.conftest import NOW, local


def request(desk, start="2026-11-03T09:00", **changes):
    return replace(BookAppointment(desk.ana, desk.kim, local(start), 30, desk.visit, "Blood pressure"), **changes)


def book(desk, start="2026-11-03T09:00", **changes):
    return desk.run("services.scheduling.book", request(desk, start, **changes)).appointment


def test_a_booking_shows_in_the_day_with_its_clinician(desk):
    saved = desk.run("services.scheduling.book", request(desk))
    day = desk.run("queries.calendar.day_view", AskDay(dt.date(2026, 11, 3)))
    assert [row.id for row in day.appointments] == [saved.appointment.id]
    row = day.appointments[0]
    assert (row.with_whom, row.type_name, row.status, row.first_visit) == ("Dr Kim", "Follow-up", "booked", True)
    assert saved.changes.kinds == {"appointment"}
    assert saved.changes.patient_id == desk.ana
    assert len([span for span in day.open_spans if span[0] == desk.kim]) == 2


def test_a_taken_slot_is_refused_and_nothing_saved(desk):
    book(desk)
    with pytest.raises(Conflict) as caught:
        book(desk, "2026-11-03T09:15", patient_id=desk.ben)
    assert (caught.value.code, caught.value.field) == ("scheduling.slot_taken", "starts_at")
    assert caught.value.params["starts_at"] == local("2026-11-03T09:00")
    assert len(desk.run("queries.calendar.day_view", AskDay(dt.date(2026, 11, 3))).appointments) == 1


def test_visits_that_touch_do_not_overlap(desk):
    book(desk)
    assert book(desk, "2026-11-03T09:30", patient_id=desk.ben).minutes == 30


def test_overbooking_with_a_reason_is_kept_in_the_audit(desk):
    book(desk)
    row = book(desk, patient_id=desk.ben, overbook_reason="urgent wound")
    assert row.starts_at == local("2026-11-03T09:00")


def test_overbooking_never_puts_the_patient_in_two_places(desk):
    book(desk)
    with pytest.raises(Conflict) as caught:
        book(desk, clinician_id=desk.cole, overbook_reason="urgent")
    assert caught.value.code == "scheduling.patient_busy"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"starts_at": local("2026-11-02T07:30")}, "scheduling.past", "starts_at"),
        ({"starts_at": local("2026-11-03T12:15")}, "scheduling.outside_hours", "starts_at"),
        ({"starts_at": local("2026-11-03T11:45")}, "scheduling.outside_hours", "starts_at"),
        ({"starts_at": local("2026-11-07T09:00")}, "scheduling.outside_hours", "starts_at"),
        ({"starts_at": local("2036-11-03T09:00")}, "scheduling.too_far", "starts_at"),
        ({"minutes": 0}, "scheduling.bad_length", "minutes"),
        ({"minutes": 481}, "scheduling.bad_length", "minutes"),
        ({"clinician_id": 999}, "scheduling.no_such_clinician", "clinician_id"),
        ({"type_id": 999}, "scheduling.no_such_type", "type_id"),
        ({"patient_id": 999}, "patients.unknown", "patient_id"),
        ({"referral_id": 999}, "referrals.unknown", "referral_id"),
        ({"reason": "x" * 1001}, "registration.too_long", "reason"),
    ],
)
def test_bad_input_is_a_sentence_at_its_field(desk, changes, code, field):
    with pytest.raises(UserError) as caught:
        book(desk, **changes)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert desk.run("queries.appointments.of_patient", desk.ana) == ()


def test_a_clinician_without_hours_says_so(desk):
    with pytest.raises(Invalid) as caught:
        book(desk, clinician_id=desk.nobody)
    assert caught.value.code == "scheduling.no_hours"
    assert caught.value.params["clinician"] == "Dr Away"


def test_nobody_books_a_patient_who_died(desk):
    (gone,) = desk.add(Patient(record_number="000003", family="Gone", deceased=True))
    with pytest.raises(Invalid) as caught:
        book(desk, patient_id=gone)
    assert caught.value.code == "scheduling.patient_deceased"
    assert desk.run("queries.slots.free_slots", FindSlots(30, dt.date(2026, 11, 3), patient_id=gone)).slots == ()


def test_a_visit_elsewhere_blocks_the_patient_but_no_clinician(desk):
    outside = RecordOutsideVisit(desk.ana, local("2026-11-03T09:00"), None, "Lakeshore Heart Group", "12 Lake Rd")
    saved = desk.run("services.scheduling.record_outside", outside).appointment
    assert (saved.outside, saved.minutes, saved.with_whom) == (True, None, "Lakeshore Heart Group")
    with pytest.raises(Conflict) as caught:
        book(desk)
    assert caught.value.code == "scheduling.patient_busy"
    assert book(desk, patient_id=desk.ben).clinician_id == desk.kim


def test_a_visit_elsewhere_in_the_past_took_place(desk):
    past = RecordOutsideVisit(desk.ana, local("2026-10-03T09:00"), 30, "Eye Clinic")
    assert desk.run("services.scheduling.record_outside", past).appointment.status == "fulfilled"
    with pytest.raises(Invalid) as caught:
        desk.run("services.scheduling.record_outside", replace(past, with_whom="  "))
    assert (caught.value.code, caught.value.field) == ("scheduling.place_missing", "with_whom")


def test_moving_frees_the_old_start_and_takes_the_new(desk):
    row = book(desk)
    moved = desk.run("services.scheduling.move", MoveAppointment(row.id, row.version, local("2026-11-03T09:15")))
    assert moved.appointment.starts_at == local("2026-11-03T09:15")
    with pytest.raises(Conflict) as caught:
        desk.run("services.scheduling.move", MoveAppointment(row.id, row.version, local("2026-11-03T10:00")))
    assert caught.value.code == "scheduling.changed_meanwhile"
    other = book(desk, "2026-11-03T10:00", patient_id=desk.ben)
    with pytest.raises(Conflict) as caught:
        desk.run("services.scheduling.move", MoveAppointment(other.id, other.version, local("2026-11-03T09:30")))
    assert caught.value.code == "scheduling.slot_taken"


def test_moving_to_another_clinician_checks_their_hours(desk):
    row = book(desk)
    with pytest.raises(Invalid) as caught:
        desk.run("services.scheduling.move", MoveAppointment(row.id, row.version, local("2026-11-03T09:00"), desk.cole))
    assert caught.value.code == "scheduling.outside_hours"


def set_status(desk, row, status, reason=None, now=None):
    request = SetAppointmentStatus(row.id, row.version, status, reason)
    return desk.run("services.scheduling.set_status", request, now=now).appointment


def test_a_visit_arrives_and_is_fulfilled_on_its_day(desk):
    row = book(desk)
    with pytest.raises(Invalid) as caught:
        set_status(desk, row, "arrived")
    assert caught.value.code == "scheduling.too_early"
    on_the_day = local("2026-11-03T08:50")
    row = set_status(desk, row, "arrived", now=on_the_day)
    assert set_status(desk, row, "fulfilled", now=on_the_day).status == "fulfilled"


def test_no_show_waits_for_the_start_and_frees_the_time(desk):
    row = book(desk)
    with pytest.raises(Invalid):
        set_status(desk, row, "noshow", now=local("2026-11-03T08:59"))
    assert set_status(desk, row, "noshow", now=local("2026-11-03T09:10")).status == "noshow"
    assert desk.run("services.scheduling.book", request(desk, patient_id=desk.ben)).appointment.status == "booked"


def test_cancelling_needs_a_reason_and_ends_the_visit(desk):
    row = book(desk)
    with pytest.raises(Invalid) as caught:
        set_status(desk, row, "cancelled", " ")
    assert (caught.value.code, caught.value.field) == ("scheduling.reason_missing", "reason")
    row = set_status(desk, row, "cancelled", "In hospital")
    assert row.cancel_reason == "In hospital"
    with pytest.raises(Invalid) as caught:
        set_status(desk, row, "arrived", now=local("2026-11-03T09:00"))
    assert caught.value.code == "scheduling.not_possible"
    with pytest.raises(Invalid) as caught:
        desk.run("services.scheduling.move", MoveAppointment(row.id, row.version, local("2026-11-04T09:00")))
    assert caught.value.code == "scheduling.not_movable"


def test_an_unknown_visit_is_not_found(desk):
    with pytest.raises(NotFound):
        desk.run("services.scheduling.set_status", SetAppointmentStatus(999, 1, "arrived"))
    with pytest.raises(NotFound):
        desk.run("queries.appointments.appointment", 999)


def test_front_desk_reads_no_reason_of_a_sensitive_visit(desk):
    row = book(desk, sensitive=True)
    assert row.reason is None
    seen = desk.run("queries.appointments.appointment", row.id, role="coordinator")
    assert seen.reason == "Blood pressure"


def test_a_walk_in_is_booked_into_the_quarter_that_has_begun(desk):
    row = desk.run("services.scheduling.book", request(desk), now=local("2026-11-03T09:10")).appointment
    assert row.starts_at == local("2026-11-03T09:00")
    assert row.starts_at > NOW


def undo(desk, action_id):
    return desk.run("services.history.undo", action_id).changes.action_id


def test_redo_never_puts_a_booking_into_a_slot_that_was_given_away(desk):
    saved = desk.run("services.scheduling.book", request(desk))
    undone = undo(desk, saved.changes.action_id)
    assert desk.run("queries.appointments.of_patient", desk.ana) == ()
    booked_again = undo(desk, undone)
    assert len(desk.run("queries.appointments.of_patient", desk.ana)) == 1
    undone = undo(desk, booked_again)
    book(desk, patient_id=desk.ben)
    with pytest.raises(Conflict) as caught:
        undo(desk, undone)
    assert caught.value.code == "scheduling.slot_taken"
    assert desk.run("queries.appointments.of_patient", desk.ana) == ()


def test_a_cancelled_or_moved_visit_does_not_come_back_into_a_taken_slot(desk):
    for number, change in enumerate(("cancelled", "moved")):
        start = f"2026-11-0{3 + number}T09:00"
        row = book(desk, start)
        if change == "cancelled":
            done = desk.run(
                "services.scheduling.set_status", SetAppointmentStatus(row.id, row.version, "cancelled", "ill")
            )
        else:
            later = local(start) + dt.timedelta(hours=1)
            done = desk.run("services.scheduling.move", MoveAppointment(row.id, row.version, later))
        taken = book(desk, start, patient_id=desk.ben)
        with pytest.raises(Conflict) as caught:
            undo(desk, done.changes.action_id)
        assert caught.value.code == "scheduling.slot_taken"
        now = desk.run("queries.appointments.appointment", row.id)
        assert (now.status, now.starts_at != taken.starts_at) in {("cancelled", False), ("booked", True)}


def test_an_overbooked_visit_that_arrived_by_mistake_can_be_undone(desk):
    book(desk)
    row = book(desk, patient_id=desk.ben, overbook_reason="urgent")
    request_ = SetAppointmentStatus(row.id, row.version, "arrived")
    saved = desk.run("services.scheduling.set_status", request_, now=local("2026-11-03T09:00"))
    undo(desk, saved.changes.action_id)
    assert desk.run("queries.appointments.appointment", row.id).status == "booked"


def test_undoing_a_no_show_brings_the_booking_and_its_referral_back(desk):
    (referral,) = desk.add(
        ServiceRequest(patient_id=desk.ana, is_referral=True, status="active", text="Diet", urgency="routine")
    )
    desk.add(
        ReferralEvent(service_request_id=referral, patient_id=desk.ana, state="sent", happened_on=dt.date(2026, 11, 1))
    )
    row = book(desk, referral_id=referral)
    missed = SetAppointmentStatus(row.id, row.version, "noshow")
    saved = desk.run("services.scheduling.set_status", missed, now=local("2026-11-03T10:00"))
    assert desk.run("queries.referrals.referral", referral, now=local("2026-11-03T10:00")).state == "no_show"
    desk.run("services.history.undo", saved.changes.action_id)
    assert desk.run("queries.appointments.appointment", row.id).status == "booked"
    assert desk.run("queries.referrals.referral", referral).state == "scheduled"
