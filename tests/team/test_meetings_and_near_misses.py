"""Team meetings with decisions and tasks; near misses noted, followed up, counted and closed; work handed over."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.plan import Goal, PlanAction
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.conferences import Attendee, CaseTask, RemoveCase, SaveCase, SaveConference
from icm_desktop.contracts.leaving import HandWorkOver, WorkOf
from icm_desktop.contracts.near_misses import FollowUpNearMiss, NoteNearMiss, SetNearMissStatus
from icm_desktop.contracts.questions import AskQuestion
from icm_desktop.contracts.team import MakeLead, SaveMember
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.errors import Conflict, Invalid, NotAllowed, UserError
from tests.team.conftest import TODAY

MEETING = SaveConference(
    "Tuesday review", TODAY, "12:30", "video", None, None, (Attendee("Kim Lee"), Attendee("Dr. P"))
)
NOTE, MISSES = "services.near_misses.note", "queries.near_misses.near_misses"


def meet(around, **tasks):
    meeting = around.run("services.conferences.save", MEETING).conference_id
    owner = Owner(OwnerKind.USER, "Rosa Diaz", around.user("coordinator"))
    case = SaveCase(meeting, around.maria, "Falls twice", "Home visit", "lives alone",
                    (CaseTask("Order the home visit", owner, TODAY),))  # fmt: skip
    return meeting, around.run("services.conferences.save_case", case).case_id


def test_a_decision_of_a_meeting_becomes_work_and_the_meeting_keeps_it(around):
    meeting, case = meet(around)
    (work,) = around.run("queries.today.worklist", WorkFilter()).rows
    assert (work.kind, work.title_text, work.owner.name) == ("task", "Order the home visit", "Rosa Diaz")
    shown = around.run("queries.conferences.conference", meeting)
    assert ([one.name for one in shown.attendees], shown.row.starts_at) == (["Kim Lee", "Dr. P"], "12:30")
    (found,) = shown.cases
    assert (found.decision, found.reason, found.tasks[0].text) == ("Home visit", "lives alone", "Order the home visit")
    around.run("services.conferences.remove_case", RemoveCase(case, found.version))
    assert around.run("queries.conferences.conference", meeting).cases == ()
    assert len(around.run("queries.today.worklist", WorkFilter()).rows) == 1
    assert [one.cases for one in around.run("queries.conferences.conferences")] == [0]


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (SaveConference("", TODAY, None, "video", None, None, (Attendee("A"),)), "conferences.no_title"),
        (SaveConference("A", TODAY, "25:00", "video", None, None, (Attendee("A"),)), "conferences.bad_time"),
        (SaveConference("A", TODAY, None, "smoke", None, None, (Attendee("A"),)), "conferences.bad_how"),
        (SaveConference("A", TODAY, None, "video", None, None, ()), "conferences.nobody"),
        (SaveConference("A", dt.date(99, 1, 1), None, "video", None, None, (Attendee("A"),)), "conferences.bad_day"),
    ],
)
def test_a_meeting_that_cannot_be_kept_says_what_to_do(around, request_, code):
    with pytest.raises(Invalid, match=code):
        around.run("services.conferences.save", request_)


def test_a_case_is_once_on_a_meeting_and_a_decision_has_a_reason(around):
    meeting, _ = meet(around)
    with pytest.raises(Invalid, match="twice"):
        around.run("services.conferences.save_case", SaveCase(meeting, around.maria, None, None, None))
    other = around.run("services.conferences.save", MEETING).conference_id
    with pytest.raises(Invalid, match="reason_missing"):
        around.run("services.conferences.save_case", SaveCase(other, around.maria, None, "Yes", None))
    with pytest.raises(Invalid, match="bad_due"):
        around.run("services.conferences.save_case",
                   SaveCase(other, around.maria, None, None, None, (CaseTask("Call", None, None),)))  # fmt: skip


def test_the_minutes_say_who_decided_what_and_why(around):
    from tests.handouts.reading import text

    meeting, _ = meet(around)
    made = around.run("reports.minutes.render", meeting, "en", "letter")
    words = text(made.pdf)
    for said in (
        "Tuesday review",
        "Kim Lee",
        "LOPEZ",
        "Home visit",
        "lives alone",
        "Order the home visit",
        "Rosa Diaz",
    ):
        assert said in words
    assert made.pages == 1 and made.missing == ""
    assert "Actas" not in words and "Decisión" in text(around.run("reports.minutes.render", meeting, "es", "a4").pdf)


def test_the_minutes_name_the_letters_that_cannot_be_printed(around):
    meeting = around.run("services.conferences.save", MEETING).conference_id
    around.run("services.conferences.save_case", SaveCase(meeting, around.maria, None, "Ask 王", "She knows 他"))
    assert around.run("reports.minutes.render", meeting, "en", "letter").missing == "他王"


def test_a_near_miss_is_noted_by_anybody_and_read_by_those_who_may(around):
    around.run(NOTE, NoteNearMiss("wrong_patient", "Opened the other Lopez", around.maria), role="front_desk")
    with pytest.raises(NotAllowed):
        around.run(MISSES, role="front_desk")
    (own,) = around.run("queries.near_misses.noted_by_me", role="front_desk")
    (row,) = around.run(MISSES).rows
    assert (own.id, row.noted_by, row.head.family, row.status) == (row.id, "Fred Desk", "Lopez", "open")


def test_one_that_nobody_looks_after_is_work_for_who_reviews_them_with_or_without_a_patient(around):
    around.run(NOTE, NoteNearMiss("other", "Two fridges were warm"), role="front_desk")
    around.run(NOTE, NoteNearMiss("wrong_patient", "Opened the other Lopez", around.maria), role="front_desk")
    rows = around.run("queries.today.worklist", WorkFilter(), role="clinician").rows
    assert [(one.kind, one.title, one.head is None) for one in rows] == [
        ("near_miss", "today.near_miss_of_nobody", True), ("near_miss", "today.near_miss_of_nobody", False)
    ]  # fmt: skip
    for role in ("coordinator", "front_desk"):
        assert around.run("queries.today.worklist", WorkFilter(everyone=True), role=role).rows == ()


def test_it_is_followed_up_on_today_reviewed_and_closed_with_what_was_changed(around):
    first = around.run(NOTE, NoteNearMiss("lost_follow_up", "A1c never ordered", around.maria)).near_miss_id
    (row,) = around.run(MISSES).rows
    change = FollowUpNearMiss(
        first, row.version, "lost_follow_up", row.text, TODAY, True, around.user("clinician"), TODAY, None
    )
    around.run("services.near_misses.follow_up", change)
    kinds = [one.kind for one in around.run("queries.today.worklist", WorkFilter(), role="clinician").rows]
    assert kinds == ["near_miss"]
    assert around.run("queries.today.worklist", WorkFilter(everyone=True), role="front_desk").rows == ()
    (row,) = around.run(MISSES).rows
    with pytest.raises(NotAllowed):
        around.run("services.near_misses.set_status", SetNearMissStatus(first, row.version, "reviewed"))
    with pytest.raises(Invalid, match="nothing_changed"):
        around.run("services.near_misses.set_status", SetNearMissStatus(first, row.version, "closed"), role="clinician")
    around.run("services.near_misses.follow_up", FollowUpNearMiss(
        first, row.version, row.kind, row.text, TODAY, True, around.user("clinician"), TODAY, "Order set has it now",
    ))  # fmt: skip
    (row,) = around.run(MISSES).rows
    around.run("services.near_misses.set_status", SetNearMissStatus(first, row.version, "closed"), role="clinician")
    (row,) = around.run(MISSES).rows
    assert (row.status, row.closed_on, row.reviewed_by) == ("closed", TODAY, "Kim Lee")
    with pytest.raises(Conflict, match="is_closed"):
        around.run("services.near_misses.follow_up", FollowUpNearMiss(
            first, row.version, row.kind, row.text, TODAY, None, None, None, None,
        ))  # fmt: skip
    assert around.run("queries.today.worklist", WorkFilter(), role="clinician").rows == ()


def test_they_are_counted_by_month_and_kind(around):
    days = [dt.date(2026, 10, 31), dt.date(2026, 11, 1), dt.date(2026, 11, 2)]
    for day in days:
        around.run(NOTE, NoteNearMiss("other", "x", happened_on=day))
    around.run(NOTE, NoteNearMiss("medicine", "y"))
    counts = {(one.month, one.kind): one.count for one in around.run(MISSES).counts}
    assert counts == {("2026-10", "other"): 1, ("2026-11", "other"): 2, ("2026-11", "medicine"): 1}


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        (NoteNearMiss("other", " "), "near_misses.empty"),
        (NoteNearMiss("blame", "x"), "near_misses.no_such_kind"),
        (NoteNearMiss("other", "x", happened_on=TODAY + dt.timedelta(days=1)), "near_misses.bad_day"),
        (NoteNearMiss("other", "x", due_on=TODAY - dt.timedelta(days=1)), "near_misses.due_past"),
        (NoteNearMiss("other", "x", owner_id=999), "team.no_such_user"),
        (NoteNearMiss("other", "x", patient_id=999), "patients.unknown"),
    ],
)
def test_a_near_miss_that_cannot_be_kept_says_what_to_do(around, request_, code):
    with pytest.raises(UserError, match=code):
        around.run(NOTE, request_)


def test_all_open_work_of_one_person_goes_to_a_colleague_and_comes_back_as_one_act(around, store_rows):
    rosa, kim = around.user("coordinator"), around.user("clinician")
    mine = {"patient_id": around.maria, "owner_kind": "user", "owner_name": "Rosa Diaz", "owner_user_id": rosa}
    store_rows(Goal(status="active", text="Walk", **mine), PlanAction(status="not-started", text="Call", **mine),
               PlanAction(status="completed", text="Done", **mine))  # fmt: skip
    doctor = around.run("services.team.save", SaveMember(around.maria, "practitioner", around.doctor, None, "nurse"))
    around.run("services.questions.ask", AskQuestion(around.maria, doctor.member_ids[0], "fax", "Why?", TODAY))
    around.run(NOTE, NoteNearMiss("other", "x", owner_id=rosa))
    version = around.run("queries.team.team", around.maria).version
    around.run("services.team.make_lead", MakeLead(around.maria, rosa, version))
    one = around.run("queries.leaving.work_of", WorkOf(rosa, around.maria))
    every = around.run("queries.leaving.work_of", WorkOf(rosa))
    assert (len(one.goals), len(one.actions), len(one.questions), len(one.near_misses), one.owned) == (1, 1, 1, 0, 4)
    assert (every.owned, every.patients) == (5, (around.maria,))
    done = around.run("services.leaving.hand_work_over", HandWorkOver(rosa, kim))
    assert (done.owned, around.run("queries.leaving.work_of", WorkOf(rosa)).owned) == (5, 0)
    lead = [row.name for row in around.run("queries.team.team", around.maria).members if row.lead]
    assert lead == ["Kim Lee"]
    around.run("services.history.undo", done.changes.action_id)
    assert around.run("queries.leaving.work_of", WorkOf(rosa)) == every
    for wrong, code in ((rosa, "same_person"), (around.user("front_desk"), "cannot_do_it")):
        with pytest.raises(Invalid, match=code):
            around.run("services.leaving.hand_work_over", HandWorkOver(rosa, wrong))
    with pytest.raises(Invalid, match="no_open_work"):
        around.run("services.leaving.hand_work_over", HandWorkOver(kim, rosa))
