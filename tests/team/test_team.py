"""Our own care team: who is on it from when to when, who leads, and what each may hear."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.models.coverage import Consent
from db.models.plan import ContactLog
from db.models.scheduling import Appointment
from icm_desktop.contracts.team import AddAgain, EndMember, MakeLead, SaveMember, TakeOver
from icm_desktop.domain.part2 import Agreed
from icm_desktop.domain.sharing import FAMILY, TREATING, Agreement, Hearer, may_hear
from icm_desktop.errors import Conflict, Invalid, NotAllowed, UserError
from tests.team.conftest import TODAY

SAVE, TEAM, UNDO = "services.team.save", "queries.team.team", "services.history.undo"
ROLES = ("coordinator", "clinician", "administrator")


def add(around, kind="user", ref=None, name=None, role="nurse", **more):
    ref = around.user("coordinator") if kind == "user" and ref is None else ref
    return around.run(SAVE, SaveMember(around.maria, kind, ref, name, role, **more)).member_ids[0]


def row(around, member_id):
    return next(one for one in around.run(TEAM, around.maria).members if one.id == member_id)


def test_members_inside_and_outside_show_how_to_reach_them(around):
    doctor = row(around, add(around, "practitioner", around.doctor, role="cardiologist"))
    assert (doctor.name, doctor.organization, doctor.phone, doctor.fax) == (
        "Dr. Ivan Petrov", "Lakeshore Heart", "555-010-0300", "555-010-0301",
    )  # fmt: skip
    daughter = row(around, add(around, "contact", around.daughter, role="caregiver", phone="555-010-0199"))
    assert (daughter.name, daughter.phone, daughter.own_phone) == ("Ana Lopez", "555-010-0199", "555-010-0199")
    named = row(around, add(around, "person", name="Rev. Tom Hill", role="other", role_text="Pastor"))
    assert (named.name, named.role_text, named.state) == ("Rev. Tom Hill", "Pastor", "now")


@pytest.mark.parametrize(
    ("more", "code", "field"),
    [
        ({"kind": "person", "name": " "}, "team.name_missing", "name"),
        ({"kind": "person", "name": "A", "role": "other"}, "team.role_missing", "role_text"),
        ({"kind": "practitioner", "ref": 999}, "team.no_such_person", "person"),
        ({"role": "wizard"}, "demographics.not_a_choice", "role_code"),
        ({"starts_on": TODAY, "ends_on": TODAY - dt.timedelta(1)}, "team.ends_before_start", "ends_on"),
        ({"starts_on": dt.date(206, 1, 1)}, "team.bad_day", "starts_on"),
        ({"phone": "call me"}, "registration.bad_phone", "phone"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(around, more, code, field):
    with pytest.raises(UserError) as refused:
        add(around, **more)
    assert (refused.value.code, refused.value.field) == (code, field)


def test_the_first_of_the_practice_leads_and_the_lead_goes_on_in_one_act(around):
    rosa = add(around)
    assert row(around, rosa).lead
    kim = add(around, ref=around.user("clinician"), role="primary_care")
    assert not row(around, kim).lead
    gone = EndMember(rosa, row(around, rosa).version, TODAY)
    with pytest.raises(Invalid, match="next_lead_missing"):
        around.run("services.team.end", gone)
    done = around.run(
        "services.team.end", EndMember(rosa, row(around, rosa).version, TODAY, "Moved", around.user("clinician"))
    )
    assert (row(around, rosa).state, row(around, rosa).lead, row(around, kim).lead) == ("ended", False, True)
    around.run(UNDO, done.changes.action_id)
    assert (row(around, rosa).state, row(around, rosa).lead, row(around, kim).lead) == ("now", True, False)


def test_who_leads_has_no_last_day_and_nobody_is_on_the_team_twice_at_once(around):
    rosa = add(around)
    with pytest.raises(Invalid, match="lead_ends"):
        around.run(SAVE, SaveMember(around.maria, "user", around.user("coordinator"), None, "nurse",
                                    ends_on=TODAY + dt.timedelta(9), member_id=rosa,
                                    expected_version=row(around, rosa).version))  # fmt: skip
    with pytest.raises(Invalid, match="already_on_team"):
        add(around)


def test_who_left_comes_back_and_the_earlier_time_stays(around):
    doctor = add(around, "practitioner", around.doctor, role="cardiologist", starts_on=dt.date(2026, 1, 5))
    around.run("services.team.end", EndMember(doctor, row(around, doctor).version, dt.date(2026, 6, 1), "Retired"))
    again = around.run("services.team.add_again", AddAgain(doctor)).member_ids[0]
    assert (row(around, doctor).state, row(around, doctor).ends_on) == ("ended", dt.date(2026, 6, 1))
    assert (row(around, again).state, row(around, again).starts_on, row(around, again).role_code) == (
        "now", TODAY, "cardiologist",
    )  # fmt: skip


def test_the_coordinator_leads_also_when_nobody_put_them_on_the_team(around):
    version = around.run(TEAM, around.maria).version
    around.run("services.team.make_lead", MakeLead(around.maria, around.user("clinician"), version))
    version = around.run(TEAM, around.maria).version
    around.run("services.team.make_lead", MakeLead(around.maria, around.user("coordinator"), version))
    shown = around.run(TEAM, around.maria).members
    assert [(one.name, one.lead) for one in shown] == [("Rosa Diaz", True), ("Kim Lee", False)]
    with pytest.raises(Conflict, match="changed_meanwhile"):
        around.run("services.team.make_lead", MakeLead(around.maria, around.user("clinician"), version))


def test_imported_members_stand_beside_and_are_taken_over_in_one_act(around):
    (outside,) = around.run(TEAM, around.maria).imported
    assert (outside.name, outside.member_id) == ("Dr. Ivan Petrov", None)
    done = around.run("services.team.take_over", TakeOver(around.maria, (outside.id,)))
    shown = around.run(TEAM, around.maria)
    assert [(one.name, one.practitioner_id) for one in shown.members] == [("Dr. Ivan Petrov", around.doctor)]
    assert shown.imported[0].member_id == done.member_ids[0]
    assert around.run("services.team.take_over", TakeOver(around.maria, (outside.id,))).member_ids == ()
    around.run(UNDO, done.changes.action_id)
    assert around.run(TEAM, around.maria).imported[0].member_id is None


def test_the_last_and_the_next_contact_with_each_are_shown(around, store_rows):
    doctor = add(around, "practitioner", around.doctor, role="cardiologist")
    rosa = add(around)
    at = dt.datetime(2026, 11, 2, 15, tzinfo=dt.UTC)
    visits = ((0, "fulfilled"), (40, "booked"), (9, "noshow"))
    store_rows(
        *(Appointment(patient_id=around.maria, starts_at=at + dt.timedelta(days), status=status,
                      practitioner_id=around.doctor) for days, status in visits),
        ContactLog(patient_id=around.maria, at=at, by_user_id=around.user("coordinator"), channel="phone",
                   outcome="reached"),
    )  # fmt: skip
    assert (row(around, doctor).last.on, row(around, doctor).next.on) == (dt.date(2026, 11, 2), dt.date(2026, 12, 12))
    assert (row(around, rosa).last.how, row(around, rosa).next) == ("phone", None)


def test_family_hears_what_is_noted_and_agreed_and_nothing_else(around, store_rows):
    daughter = add(around, "contact", around.daughter, role="caregiver")

    def told(topic):
        return {code: (yes, why) for code, yes, why in row(around, daughter).may_hear.topics}[topic]

    assert told("visits") == (True, "noted") and told("diagnoses") == (False, "nothing_on_file")
    assert told("mental_health") == (False, "may_not") and told("substance_use") == (False, "part2_missing")
    store_rows(Consent(patient_id=around.maria, scope="patient-privacy", decision="deny", status="active",
                       given_on="2026-11-01", covers=[{"code": "visits", "decision": "permit"}],
                       recipients=[{"name": "Ana Lopez"}]))  # fmt: skip
    assert told("visits") == (False, "refused")


def test_the_daughter_of_another_patient_is_not_put_on_the_team(around):
    with pytest.raises(Invalid, match="no_such_person"):
        around.run(SAVE, SaveMember(around.other, "contact", around.daughter, None, "caregiver"))


def test_front_desk_reads_no_team(around):
    with pytest.raises(NotAllowed):
        around.run(TEAM, around.maria, role="front_desk")


def agreed(recipients=(), state="valid", **more):
    return Agreement("part2", state, part2=Agreed(1, state, recipients, **more))


@pytest.mark.parametrize(
    ("hearer", "topic", "agreements", "expected"),
    [
        (Hearer("Dr. P", TREATING), "diagnoses", (), (True, "treating")),
        (Hearer("Dr. P", TREATING), "substance_use", (), (False, "part2_missing")),
        (Hearer("Dr. P", TREATING), "substance_use", (agreed(recipient_class="tpo", purpose="tpo"),),
         (True, "part2_consent")),
        (Hearer("Dr. P", TREATING), "substance_use", (agreed(("Dr P",), state="expired", purpose="treatment"),),
         (False, "part2_over")),
        (Hearer("Dr. P", TREATING), "substance_use", (agreed(("Dr Q",), purpose="treatment"),),
         (False, "part2_recipient")),
        (Hearer("Ana", FAMILY), "substance_use", (agreed(recipient_class="tpo", purpose="tpo"),),
         (False, "part2_recipient")),
        (Hearer("Dr. P", TREATING), "plan", (Agreement(None, "refused", recipients=("dr p",)),), (False, "refused")),
        (Hearer("Ana", FAMILY), "plan", (), (False, "nothing_on_file")),
        (Hearer("Ana", FAMILY), "plan", (Agreement("patient-privacy", "valid", recipients=("ANA",)),),
         (True, "agreed")),
        (Hearer("Ana", FAMILY), "plan", (Agreement("research", "valid", recipients=("ANA",)),),
         (False, "nothing_on_file")),
        (Hearer("Ana", FAMILY), "plan", (Agreement(None, "expired", recipients=("Ana",)),), (False, "nothing_on_file")),
        (Hearer("Ana", FAMILY, authority=True), "plan", (), (True, "authority")),
        (Hearer("Ana", FAMILY, authority=True, state="expired"), "plan", (), (False, "over")),
    ],
)  # fmt: skip
def test_what_is_on_file_decides_who_is_told(hearer, topic, agreements, expected):
    found = may_hear(hearer, topic, agreements)
    assert (found.allowed, found.why) == expected


ACTS = st.lists(
    st.tuples(st.sampled_from(("add", "end", "again", "lead", "undo", "later")), st.integers(0, 2), st.integers(0, 3)),
    min_size=1, max_size=10,
)  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_a_team_with_anybody_of_the_practice_has_exactly_one_lead(around, acts):
    before = around.run(TEAM, around.maria)
    for one in before.members:  # the same practice for every example: begin with nobody
        if one.id is not None and one.state == "now" and not one.lead:
            around.run("services.team.end", EndMember(one.id, one.version, TODAY))
    for one in around.run(TEAM, around.maria).members:
        if one.id is not None and one.lead:
            around.run("services.team.end", EndMember(one.id, one.version, TODAY))
    done: list[int] = []
    for act, who, other in acts:
        try:
            saved = _act(around, act, around.user(ROLES[who]), around.user(ROLES[other % 3]), done)
            done.append(saved.changes.action_id)
        except UserError:
            pass
        now = [one for one in around.run(TEAM, around.maria).members if one.state == "now"]
        inside = [one for one in now if one.kind == "user"]
        assert sum(one.lead for one in now) == (1 if inside else 0)
        assert len({one.user_id for one in inside}) == len(inside)


def _act(around, act, user, other, done):
    members = around.run(TEAM, around.maria).members
    if act == "add":
        return around.run(SAVE, SaveMember(around.maria, "user", user, None, "nurse"))
    if act == "later":
        return around.run(
            SAVE, SaveMember(around.maria, "user", user, None, "nurse", starts_on=TODAY + dt.timedelta(3))
        )
    if act == "lead":
        version = around.run(TEAM, around.maria).version
        return around.run("services.team.make_lead", MakeLead(around.maria, user, version))
    if act == "undo":
        return around.run(UNDO, done[-1] if done else 0, role="administrator")
    theirs = [one for one in members if one.user_id == user and one.id is not None]
    if act == "again":
        return around.run("services.team.add_again", AddAgain(theirs[-1].id if theirs else 0))
    current = [one for one in theirs if one.state == "now"]
    one = current[0] if current else None
    return around.run(
        "services.team.end", EndMember(one.id if one else 0, one.version if one else 0, TODAY, None, other)
    )
