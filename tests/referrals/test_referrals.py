"""Referrals from draft to closed, and who may record what."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from icm_desktop.contracts.referrals import AdvanceReferral, NewReferral, ReferralFilter, RerouteReferral
from icm_desktop.contracts.scheduling import BookAppointment, RecordOutsideVisit, SetAppointmentStatus
from icm_desktop.errors import Conflict, Invalid, NotAllowed, UserError
from tests.scheduling.conftest import local

TODAY = dt.date(2026, 11, 2)


def create(clinic, **changes):
    desk, petrov, _ = clinic
    request = NewReferral(desk.ana, "Cardiology", to_practitioner_id=petrov, reason="Heart failure", send_now=True)
    return desk.run("services.referrals.create", replace(request, **changes), role="coordinator").referral


def advance(desk, row, state, day=TODAY, role="coordinator", **more):
    request = AdvanceReferral(row.id, row.version, state, day, **more)
    return desk.run("services.referrals.advance", request, role=role).referral


def rows(desk, role="coordinator", **asked):
    return desk.run("queries.referrals.rows", ReferralFilter(**asked), role=role)


def test_a_sent_referral_waits_for_the_other_side_and_has_a_limit(clinic):
    row = create(clinic)
    assert (row.state, row.column, row.ball_with) == ("sent", "sent", "consultant")
    assert (row.ball_name, row.to_phone) == ("Dr Petrov, Lakeshore Heart Group", "555-010-2000")
    assert (row.limit_name, row.due) == ("acknowledge", dt.date(2026, 11, 9))
    assert row.owner is not None
    assert row.owner.name == "Rosa Diaz"


def test_a_referral_walks_to_closed_only_with_note_review_and_patient_told(clinic):
    desk = clinic[0]
    row = create(clinic)
    for state in ("received", "accepted", "scheduled", "seen", "report_received"):
        row = advance(desk, row, state)
    assert (row.column, row.ball_with) == ("note_back", "clinician")
    with pytest.raises(Invalid) as caught:
        advance(desk, row, "closed", role="clinician")
    assert caught.value.code == "referrals.not_possible"
    with pytest.raises(NotAllowed):
        advance(desk, row, "reviewed")
    row = advance(desk, row, "reviewed", role="clinician")
    assert [fact.person for fact in row.facts if fact.state == "reviewed"] == ["Kim Lee"]
    row = advance(desk, advance(desk, row, "patient_informed"), "closed")
    assert (row.column, row.ball_with, row.due, row.next_states) == ("closed", "nobody", None, ())
    assert [each.id for each in rows(desk)] == [row.id]
    assert rows(desk, on=TODAY + dt.timedelta(days=31)) == ()


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"service": "  "}, "referrals.service_missing", "service"),
        ({"to_practitioner_id": None}, "referrals.to_missing", "to_name"),
        ({"to_practitioner_id": 999}, "referrals.no_such_destination", "to_name"),
        ({"reason": None}, "referrals.reason_missing", "reason"),
        ({"urgency": "soon"}, "referrals.bad_urgency", "urgency"),
        ({"ordered_on": TODAY + dt.timedelta(days=1)}, "referrals.future_date", "ordered_on"),
        ({"patient_id": 999}, "patients.unknown", "patient_id"),
        ({"reason": "x" * 4001}, "registration.too_long", "reason"),
    ],
)
def test_bad_input_is_a_sentence_at_its_field(clinic, changes, code, field):
    with pytest.raises(UserError) as caught:
        create(clinic, **changes)
    assert (caught.value.code, caught.value.field) == (code, field)
    assert rows(clinic[0]) == ()


def test_dates_in_the_future_or_before_the_last_step_are_refused(clinic):
    desk = clinic[0]
    row = create(clinic)
    with pytest.raises(Invalid) as caught:
        advance(desk, row, "received", TODAY + dt.timedelta(days=1))
    assert caught.value.code == "referrals.future_date"
    with pytest.raises(Invalid) as caught:
        advance(desk, row, "received", TODAY - dt.timedelta(days=1))
    assert caught.value.code == "referrals.before_last"


def test_two_people_cannot_both_move_one_card(clinic):
    desk = clinic[0]
    row = create(clinic)
    advance(desk, row, "received")
    with pytest.raises(Conflict) as caught:
        advance(desk, row, "accepted")
    assert caught.value.code == "referrals.changed_meanwhile"


def test_front_desk_sees_logistics_only_and_records_them(clinic):
    desk = clinic[0]
    row = create(clinic, question="Candidate for ICD?")
    (seen,) = rows(desk, role="front_desk")
    assert (seen.reason, seen.question, seen.service) == (None, None, "Cardiology")
    assert "cancelled" not in seen.next_states
    row = advance(desk, row, "accepted", role="front_desk")
    with pytest.raises(NotAllowed):
        advance(desk, row, "cancelled", role="front_desk", note="no longer needed")
    with pytest.raises(NotAllowed):
        desk.run("services.referrals.create", NewReferral(desk.ana, "Eye"), role="front_desk")


def test_front_desk_does_not_read_the_service_of_a_sensitive_referral(clinic):
    create(clinic, sensitive=True)
    (seen,) = rows(clinic[0], role="front_desk")
    assert seen.service is None
    assert seen.to is not None


def test_scheduling_with_a_time_records_the_visit_elsewhere_and_moving_it_keeps_one(clinic):
    desk = clinic[0]
    row = advance(desk, create(clinic), "scheduled", appointment_at=local("2026-11-20T10:00"))
    assert row.next_visit == local("2026-11-20T10:00")
    assert (row.limit_name, row.due) == ("visit", dt.date(2026, 11, 20))
    row = advance(desk, row, "scheduled", appointment_at=local("2026-12-20T10:00"))
    visits = desk.run("queries.appointments.of_patient", desk.ana)
    assert [(visit.starts_at, visit.outside, visit.referral_id) for visit in visits] == [
        (local("2026-12-20T10:00"), True, row.id)
    ]
    assert row.due == dt.date(2026, 12, 20)


def test_a_booked_date_too_far_ahead_is_late_at_the_limit(clinic):
    desk = clinic[0]
    row = advance(desk, create(clinic), "scheduled", appointment_at=local("2027-03-20T10:00"))
    assert row.due == TODAY + dt.timedelta(days=60)


def test_what_happens_to_the_visit_moves_the_referral(clinic):
    desk = clinic[0]
    row = create(clinic)
    visit = desk.run(
        "services.scheduling.record_outside",
        RecordOutsideVisit(desk.ana, local("2026-11-03T10:00"), 30, "Heart clinic", referral_id=row.id),
    )
    assert visit.changes.kinds == {"appointment", "referral"}
    assert rows(desk)[0].state == "scheduled"
    missed = SetAppointmentStatus(visit.appointment.id, visit.appointment.version, "noshow")
    desk.run("services.scheduling.set_status", missed, now=local("2026-11-03T12:00"))
    (late,) = rows(desk, on=dt.date(2026, 11, 5))
    assert (late.state, late.ball_with, late.limit_name) == ("no_show", "us", "rebook")


def test_a_visit_of_another_patient_cannot_be_linked(clinic):
    desk = clinic[0]
    row = create(clinic)
    with pytest.raises(Invalid) as caught:
        desk.run(
            "services.scheduling.book",
            BookAppointment(desk.ben, desk.kim, local("2026-11-03T09:00"), 30, referral_id=row.id),
        )
    assert caught.value.code == "scheduling.other_patient"


def test_declining_needs_a_reason_and_rerouting_makes_a_new_referral(clinic):
    desk, _, place = clinic
    row = create(clinic, question="Ablation?")
    with pytest.raises(Invalid) as caught:
        advance(desk, row, "declined")
    assert (caught.value.code, caught.value.field) == ("referrals.note_missing", "note")
    row = advance(desk, row, "declined", note="No new patients before March")
    assert (row.ball_with, row.limit_name, row.due) == ("us", "reroute", dt.date(2026, 11, 4))
    with pytest.raises(Invalid) as caught:
        advance(desk, row, "rerouted")
    assert caught.value.code == "referrals.reroute_instead"
    new = desk.run(
        "services.referrals.reroute",
        RerouteReferral(row.id, row.version, to_organization_id=place, send_now=True),
        role="coordinator",
    ).referral
    assert (new.state, new.to, new.question) == ("sent", "Lakeshore Heart Group", "Ablation?")
    assert {each.state for each in rows(desk)} == {"sent", "rerouted"}


def test_filters_show_what_is_asked(clinic):
    desk = clinic[0]
    urgent = create(clinic, urgency="urgent", service="Nephrology", patient_id=desk.ben)
    create(clinic)
    assert [row.id for row in rows(desk, urgent=True)] == [urgent.id]
    assert [row.id for row in rows(desk, service="Nephrology")] == [urgent.id]
    assert [row.id for row in rows(desk, search="ruiz neph")] == [urgent.id]
    assert [row.id for row in rows(desk, patient_id=desk.ben)] == [urgent.id]
    assert rows(desk, stuck=True) == ()
    assert len(rows(desk, stuck=True, on=dt.date(2026, 11, 10))) == 2
    assert len(rows(desk, mine=True)) == 2
    assert rows(desk, mine=True, role="clinician") == ()


def test_the_directory_is_found_by_name_place_and_specialty(clinic):
    desk, petrov, place = clinic
    assert [each.practitioner_id for each in desk.run("queries.directory.destinations", "cardio")] == [petrov]
    found = desk.run("queries.directory.destinations", "lakeshore")
    assert {(each.practitioner_id, each.organization_id) for each in found} == {(petrov, place), (None, place)}
    assert desk.run("queries.directory.destinations", "kim") == ()
