"""Questions as threads: who may be told, what is due on Today, and the answer that closes one."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.contracts.questions import AddToQuestion, AnswerQuestion, AskQuestion, AskSharing, WithdrawQuestion
from icm_desktop.contracts.team import SaveMember
from icm_desktop.contracts.worklist import FinishWork, HoldWork, WorkFilter
from icm_desktop.errors import Conflict, Invalid, NotAllowed, UserError
from tests.team.conftest import TODAY

QUESTIONS, ASK = "queries.questions.questions", "services.questions.ask"
SOON = TODAY + dt.timedelta(days=3)


def member(around, kind="practitioner", ref=None, role="cardiologist"):
    ref = around.doctor if ref is None else ref
    return around.run("services.team.save", SaveMember(around.maria, kind, ref, None, role)).member_ids[0]


def ask(around, who, due=SOON, topic=None, **more):
    wanted = AskQuestion(around.maria, who, "phone", "Stop aspirin?", due, topic, **more)
    return around.run(ASK, wanted).question_id


def row(around):
    return around.run(QUESTIONS, around.maria)[0]


def due(around, on, role="coordinator", **more):
    opened = around.practice.on(on).open(role)
    found = opened.run("queries.today.worklist", WorkFilter(**more)).rows
    return [(one.key, one.section, one.title, one.days_late) for one in found if one.kind == "question"]


def test_an_unanswered_question_is_work_from_its_due_day_on_and_the_answer_closes_it(around):
    question = ask(around, member(around))
    key = f"question:{question}"
    assert due(around, TODAY) == []
    assert due(around, SOON) == [(key, "due_today", "today.question", 0)]
    late = SOON + dt.timedelta(days=2)
    assert due(around, late) == [(key, "overdue", "today.question", 2)]
    assert due(around, late, "clinician") == [] and due(around, late, "clinician", everyone=True)
    assert due(around, late, "front_desk", everyone=True) == [(key, "overdue", "today.neutral_question", 2)]
    with pytest.raises(Invalid, match="question_needs_answer"):
        around.run("services.follow_up.finish", FinishWork(key, row(around).version))
    answered = AnswerQuestion(question, row(around).version, "fax", "Stop it 5 days before", "Nurse Lee", "Tell Maria")
    done = around.run("services.questions.answer", answered)
    shown = row(around)
    assert (shown.status, shown.answer, shown.next_step, shown.answered_on) == (
        "answered", "Stop it 5 days before", "Tell Maria", TODAY,
    )  # fmt: skip
    assert [(one.kind, one.said_by) for one in shown.messages] == [("asked", "Rosa Diaz"), ("answer", "Nurse Lee")]
    assert due(around, late) == []
    around.run("services.history.undo", done.changes.action_id)
    assert due(around, late) != [] and len(row(around).messages) == 1


def test_a_question_may_wait_and_a_reminder_gives_it_a_new_day(around):
    question = ask(around, member(around), TODAY)
    around.run("services.follow_up.hold", HoldWork(f"question:{question}", TODAY + dt.timedelta(days=1)))
    assert due(around, TODAY)[0][1] == "waiting"
    around.run("services.questions.add", AddToQuestion(question, "reminded", "fax", "Second fax", SOON))
    assert row(around).due_on == SOON
    around.run(
        "services.questions.answer", AnswerQuestion(question, row(around).version, "phone", "Later", stays_open=True)
    )
    assert row(around).status == "open"
    around.run("services.questions.withdraw", WithdrawQuestion(question, row(around).version, "she asked herself"))
    assert (row(around).status, row(around).next_step) == ("withdrawn", "she asked herself")
    with pytest.raises(Conflict, match="not_open"):
        around.run("services.questions.add", AddToQuestion(question, "reminded", "fax", "Third"))
    around.run("services.questions.withdraw", WithdrawQuestion(question, row(around).version, "no answer", reopen=True))
    assert row(around).status == "open"


def test_nobody_is_told_what_nothing_on_file_allows_without_a_reason(around):
    daughter = member(around, "contact", around.daughter, "caregiver")
    assert around.run("queries.questions.sharing", AskSharing(around.maria, daughter, "visits")).allowed
    refused = around.run("queries.questions.sharing", AskSharing(around.maria, daughter, "mental_health"))
    assert (refused.allowed, refused.why) == (False, "sharing.may_not")
    with pytest.raises(Invalid, match="not_on_file") as told:
        ask(around, daughter, topic="mental_health")
    assert told.value.field == "shared_reason"
    ask(around, daughter, topic="mental_health", shared_reason="danger to herself, told with Dr. Lee")
    assert row(around).shared_reason == "danger to herself, told with Dr. Lee"
    ask(around, daughter, topic="visits", shared_reason="not needed")
    assert [one.shared_reason for one in around.run(QUESTIONS, around.maria) if one.topic == "visits"] == [None]


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"question": " "}, "questions.empty", "question"),
        ({"channel": "smoke"}, "questions.bad_channel", "channel"),
        ({"due_on": TODAY - dt.timedelta(days=1)}, "questions.due_past", "due_on"),
        ({"due_on": dt.date(2090, 1, 1)}, "questions.due_too_far", "due_on"),
        ({"topic": "gossip"}, "questions.bad_topic", "topic"),
        ({"owner_id": 999}, "team.no_such_user", "owner_id"),
        ({"goal_id": 999}, "notes.not_this_patient", "about"),
    ],
)
def test_what_cannot_be_asked_is_refused_at_its_field(around, change, code, field):
    wanted = {"patient_id": around.maria, "member_id": member(around), "channel": "phone", "question": "Why?",
              "due_on": SOON} | change  # fmt: skip
    with pytest.raises(UserError) as refused:
        around.run(ASK, AskQuestion(**wanted))
    assert (refused.value.code, refused.value.field) == (code, field)


def test_front_desk_reads_no_question(around):
    ask(around, member(around))
    with pytest.raises(NotAllowed):
        around.run(QUESTIONS, around.maria, role="front_desk")
