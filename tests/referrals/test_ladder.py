"""Limits by kind of service, to whom a late referral goes, who reviews its note, who hears of a missed visit."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.models.patient import Patient
from db.models.plan import ContactLog
from db.models.scheduling import ServiceRequest
from icm_desktop.content import policies
from icm_desktop.content.referral_services import kinds, service_of
from icm_desktop.contracts.content import SetPolicy
from icm_desktop.contracts.referrals import AdvanceReferral, HandOn, NameReviewer, NewReferral, ReferralFilter
from icm_desktop.contracts.scheduling import RecordOutsideVisit, SetAppointmentStatus
from icm_desktop.contracts.worklist import HoldWork, LogContact, WorkFilter
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.referral_limits import Case, due, ladder
from icm_desktop.errors import Invalid
from icm_desktop.words import sentences
from tests.scheduling.conftest import local

MONDAY = dt.date(2026, 11, 2)
STEPS = policies.shipped().referral_escalation
CALENDAR = policies.shipped().calendar


def later(days):
    return dt.datetime.combine(MONDAY + dt.timedelta(days=days), dt.time(15), dt.UTC)


def create(clinic, role="coordinator", **more):
    desk, petrov, _ = clinic
    values = {"to_practitioner_id": petrov, "reason": "x", "send_now": True} | more
    request = NewReferral(desk.ana, values.pop("service", "Cardiology"), **values)
    return desk.run("services.referrals.create", request, role=role).referral


def user_id(desk, role):
    return desk.open(role).actor.user_id


def coordinated(desk, by="coordinator"):
    with desk.open().write("test") as uow:
        uow.session.get_one(Patient, desk.ana).coordinator_id = user_id(desk, by)


def mine(desk, role, days=0):
    """Keys of the referrals on the Today of a role, so many days later."""
    found = desk.run("queries.today.worklist", WorkFilter(kinds=("referral",)), role=role, now=later(days))
    return {row.key: row for row in found.rows}


def stands(row_id, desk):
    return desk.run("queries.referrals.referral", row_id, role="clinician")


# limits by kind of service


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Behavioral health", "behavioral_health"), ("Psiquiatría", "behavioral_health"), ("OB/GYN", "womens_health"),
        ("Breast biopsy", "cancer"), ("X-ray of the chest", "imaging"), ("Food pantry", "community"),
        ("Cardiology", None), ("Fundamental care", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_the_words_of_a_service_tell_its_kind(text, kind):
    assert service_of(text) == kind


def test_every_kind_has_a_name_and_only_limits_that_are_known():
    general = {limit.name: limit for limit in policies.shipped().referral_limits if not limit.service}
    for name, _ in kinds():
        assert sentences()[f"referrals.service.{name}"]
    for limit in policies.shipped().referral_limits:
        assert (limit.states, limit.since_order) == (general[limit.name].states, general[limit.name].since_order)
    names = policies.settings()
    assert names["referral_services.behavioral_health-visit.routine"].mark == "V"
    assert "438.68" in names["referral_services.behavioral_health-visit.routine"].source


def test_a_kind_of_service_has_its_own_limit_and_the_practice_may_change_it(clinic):
    desk = clinic[0]
    general, own = create(clinic), create(clinic, service="Food pantry")
    assert (general.due, general.limit_service) == (dt.date(2026, 11, 9), "")
    assert (own.due, own.limit_service) == (dt.date(2026, 11, 5), "community")
    change = SetPolicy("referral_services.community-acknowledge.routine", 1)
    desk.run("services.content.set_policy", change, role="administrator")
    assert stands(own.id, desk).due == dt.date(2026, 11, 3)
    assert stands(general.id, desk).due == general.due
    assert [row.id for row in desk.run("queries.referrals.rows", ReferralFilter(stuck=True), now=later(2))] == [own.id]
    assert set(mine(desk, "coordinator", 2)) == {f"referral:{own.id}:acknowledge"}
    with pytest.raises(Invalid):
        change = SetPolicy("referral_services.community-acknowledge.routine", 99)
        desk.run("services.content.set_policy", change, role="administrator")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(set(states.STATES) - states.ENDED)), st.sampled_from(["routine", "urgent", "stat"]),
    st.sampled_from([None, "no such kind", *(name for name, _ in kinds())]), st.integers(0, 60),
    st.none() | st.integers(0, 90), st.integers(0, 8),
)  # fmt: skip
def test_a_late_referral_climbs_in_order_and_never_before_it_is_late(state, urgency, service, days, visit, tries):
    since = MONDAY + dt.timedelta(days=days)
    visit_on = None if visit is None else MONDAY + dt.timedelta(days=visit)
    case = Case(states.Standing(state, since), urgency, service, MONDAY, visit_on)
    found = due(case, policies.shipped().referral_limits, CALENDAR)
    assert found is not None
    reached = ladder(found.on, urgency, tries, STEPS, CALENDAR)
    assert [step.to for step in reached] == [step.to for step in STEPS]
    assert all(step.on > found.on for step in reached)
    assert [step.on for step in reached] == sorted(step.on for step in reached)
    fewer = ladder(found.on, urgency, max(tries - 1, 0), STEPS, CALENDAR)
    assert all(step.on <= before.on for step, before in zip(reached, fewer, strict=True))


# to whom it goes


def test_a_late_referral_comes_to_the_coordinator_and_then_to_the_clinician_who_was_named(clinic):
    desk = clinic[0]
    coordinated(desk)
    row = create(clinic, reviewer_id=user_id(desk, "clinician"))
    key = f"referral:{row.id}:acknowledge"  # due on Monday the 9th; the 11th is a holiday
    owned_by_the_desk(desk, row)
    assert {day: key in mine(desk, "front_desk", day) for day in (6, 7, 8)} == {6: False, 7: True, 8: True}
    assert {day: key in mine(desk, "coordinator", day) for day in (8, 9, 10)} == {8: False, 9: False, 10: True}
    assert {day: key in mine(desk, "clinician", day) for day in (10, 14, 15)} == {10: False, 14: False, 15: True}
    told = mine(desk, "coordinator", 15)[key].ladder
    assert [(step.to, step.name, step.on.day) for step in told] == [
        ("coordinator", "Rosa Diaz", 12), ("clinician", "Kim Lee", 17),
    ]  # fmt: skip
    for role, shown in (("coordinator", True), ("clinician", True), ("administrator", False)):
        found = desk.run("queries.referrals.rows", ReferralFilter(mine=True), role=role, now=later(15))
        assert (row.id in [one.id for one in found]) is shown


def owned_by_the_desk(desk, row):
    from db.models.scheduling import ServiceRequest

    with desk.open().write("test") as uow:
        stored = uow.session.get_one(ServiceRequest, row.id)
        stored.owner_user_id, stored.owner_name = user_id(desk, "front_desk"), "Desk"


def test_calls_in_vain_bring_it_there_earlier_and_undo_takes_that_back(clinic):
    desk = clinic[0]
    coordinated(desk)
    row = create(clinic)
    key = f"referral:{row.id}:acknowledge"
    owned_by_the_desk(desk, row)
    assert key not in mine(desk, "coordinator", 8)
    for _ in range(3):
        call = LogContact(desk.ana, "phone", "no_answer", key=key)
        last = desk.run("services.follow_up.log_contact", call, now=later(8))
    came = mine(desk, "coordinator", 8)
    assert came[key].ladder[0].by_calls
    desk.run("services.history.undo", last.changes.action_id)
    assert key not in mine(desk, "coordinator", 8)


def test_what_came_to_somebody_can_be_put_off_and_comes_back_with_undo(clinic):
    desk = clinic[0]
    coordinated(desk)
    row = create(clinic)
    key = f"referral:{row.id}:acknowledge"
    owned_by_the_desk(desk, row)
    assert mine(desk, "coordinator", 10)[key].section == "overdue"
    held = HoldWork(key, MONDAY + dt.timedelta(days=14), "they call back")
    done = desk.run("services.follow_up.hold", held, role="coordinator", now=later(10))
    assert mine(desk, "coordinator", 10)[key].section == "waiting"
    desk.run("services.history.undo", done.changes.action_id, role="coordinator")
    assert mine(desk, "coordinator", 10)[key].section == "overdue"


def test_where_nobody_is_named_everybody_of_the_role_sees_it(clinic):
    desk = clinic[0]
    row = create(clinic)
    key = f"referral:{row.id}:acknowledge"
    owned_by_the_desk(desk, row)
    assert {role: key in mine(desk, role, 20) for role in ("coordinator", "clinician", "administrator")} == {
        "coordinator": True, "clinician": True, "administrator": True,
    }  # fmt: skip


# who reviews, who hears of a missed visit


def test_the_named_clinician_gets_the_review_when_the_note_arrives(clinic):
    desk = clinic[0]
    row = create(clinic)
    named = NameReviewer(row.id, row.version, user_id(desk, "clinician"))
    row = desk.run("services.referral_reviewers.name_reviewer", named, role="coordinator").referral
    assert row.reviewer == "Kim Lee"
    assert mine(desk, "clinician") == {}
    for state in ("scheduled", "seen", "report_received"):
        step = AdvanceReferral(row.id, row.version, state, MONDAY)
        row = desk.run("services.referrals.advance", step, role="coordinator").referral
    key = f"referral:{row.id}:review"
    assert (row.ball_with, row.ball_name) == ("clinician", "Kim Lee")
    task = mine(desk, "clinician")[key]
    assert (task.section, task.owner.name, task.due) == ("due_today", "Kim Lee", dt.date(2026, 11, 5))
    assert key not in mine(desk, "coordinator")
    step = AdvanceReferral(row.id, row.version, "reviewed", MONDAY)
    desk.run("services.referrals.advance", step, role="clinician")
    assert mine(desk, "clinician") == {}
    assert desk.run("queries.referrals.rows", ReferralFilter(mine=True), role="coordinator") != ()


def test_only_somebody_who_may_review_notes_can_be_named(clinic):
    desk = clinic[0]
    with pytest.raises(Invalid) as caught:
        create(clinic, reviewer_id=user_id(desk, "front_desk"))
    assert (caught.value.code, caught.value.field) == ("referrals.no_such_reviewer", "reviewer")
    assert create(clinic, role="clinician").reviewer == "Kim Lee"
    assert create(clinic).reviewer is None


@pytest.mark.parametrize(("status", "state"), [("noshow", "no_show"), ("cancelled", "visit_cancelled")])
def test_a_visit_elsewhere_that_did_not_take_place_comes_back_to_the_coordinator(clinic, status, state):
    desk = clinic[0]
    coordinated(desk)
    row = create(clinic)
    owned_by_the_desk(desk, row)
    visit = desk.run(
        "services.scheduling.record_outside",
        RecordOutsideVisit(
            desk.ana, starts_at=local("2026-11-04T10:00"), minutes=30, with_whom="Dr Petrov", referral_id=row.id
        ),
    ).appointment
    assert stands(row.id, desk).state == "scheduled"
    ended = SetAppointmentStatus(visit.id, visit.version, status, "ill" if status == "cancelled" else None)
    done = desk.run("services.scheduling.set_status", ended, now=later(3))
    found = desk.run("queries.referrals.referral", row.id, role="coordinator", now=later(3))
    assert (found.state, found.limit_name, found.ball_name) == (state, "rebook", "Rosa Diaz")
    assert mine(desk, "coordinator", 3)[f"referral:{row.id}:rebook"].owner.name == "Rosa Diaz"
    assert states.SCHEDULED in found.next_states
    desk.run("services.history.undo", done.changes.action_id)
    assert stands(row.id, desk).state == "scheduled"
    assert f"referral:{row.id}:rebook" not in mine(desk, "coordinator", 3)


def test_calls_of_an_earlier_state_do_not_count(clinic):
    desk = clinic[0]
    row = create(clinic)
    calls = [
        ContactLog(patient_id=desk.ana, at=later(-3), by_user_id=1, channel="phone", outcome="no_answer",
                   item_key=f"referral:{row.id}:send")
        for _ in range(4)
    ]  # fmt: skip
    desk.add(*calls)
    assert not any(step.by_calls for step in stands(row.id, desk).ladder)


# handed on by somebody, and what a passed limit leaves in the history


def told(desk, row, role="coordinator"):
    from icm_desktop.contracts.records import FactRef

    history = desk.run("queries.record_history.of_record", FactRef("service_request", row.id), role=role)
    return [(each.event, {one.name: one.new for one in each.changes}, each.by) for each in history.rows]


def test_a_late_referral_leaves_to_whom_it_went_and_which_limit_once(clinic):
    desk, *_ = clinic
    coordinated(desk)
    row = create(clinic)
    assert desk.run("queries.referral_handing.to_note", now=later(0)) == ()
    assert desk.run("queries.referral_handing.to_note", now=later(60)) == (row.id,)
    assert desk.run("services.referral_handing.note_every", now=later(60)).count >= 1
    assert desk.run("services.referral_handing.note_every", now=later(60)).count == 0
    late = [changes for event, changes, _ in told(desk, row) if event == "referral.late"]
    assert {"went_to", "went_on", "went_limit"} == set(late[-1]) and late[-1]["went_limit"] == "acknowledge"
    assert dt.date.fromisoformat(late[-1]["went_on"]) <= MONDAY + dt.timedelta(days=60)


def test_what_went_on_is_noted_before_the_referral_moves_on(clinic):
    desk, *_ = clinic
    row = create(clinic)
    moved = AdvanceReferral(row.id, row.version, states.ACCEPTED, MONDAY + dt.timedelta(days=60))
    desk.run("services.referrals.advance", moved, now=later(60))
    assert [event for event, _, _ in told(desk, row)].count("referral.late") >= 1


def test_handing_on_names_who_gave_it_to_whom_and_why(clinic):
    desk, *_ = clinic
    row = create(clinic)
    clinician = user_id(desk, "clinician")
    saved = desk.run("services.referral_handing.hand_on", HandOn(row.id, row.version, clinician, "They want a doctor"))
    assert saved.referral.owner is not None and saved.referral.owner.id == clinician
    events = {event: changes for event, changes, _ in told(desk, row)}
    assert events["referral.handed_on"] == {"went_to": saved.referral.owner.name}
    with pytest.raises(Invalid) as refused:
        desk.run("services.referral_handing.hand_on", HandOn(row.id, saved.referral.version, 9999))
    assert refused.value.code == "referrals.no_such_owner"


def test_an_open_referral_of_old_gets_the_limits_of_the_kind_its_words_tell(clinic):
    desk, *_ = clinic
    row, other = create(clinic, service="Food pantry"), create(clinic, service="A talk about the garden")
    known = row.limit_service
    with desk.open().write("test") as uow:
        uow.session.get_one(ServiceRequest, row.id).service = None
    assert known and stands(row.id, desk).limit_service == ""
    assert desk.run("queries.referral_kinds.unnamed") == 1
    assert desk.run("services.referral_kinds.name_kinds").count == 1
    assert (stands(row.id, desk).limit_service, stands(other.id, desk).limit_service) == (known, "")
    assert desk.run("queries.referral_kinds.unnamed") == 0
