"""Questions put to the team: asked, followed up, answered or withdrawn, with an eye on what each may hear."""

from __future__ import annotations

import datetime as dt

from db.models.access import UserAccount
from db.models.plan import Goal
from db.models.scheduling import ServiceRequest
from db.models.team import TeamMember, TeamMessage, TeamQuestion
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import demographics, team
from icm_desktop.contracts.common import OwnerKind
from icm_desktop.contracts.questions import (
    ANSWERED,
    OPEN,
    WITHDRAWN,
    AddToQuestion,
    AnswerQuestion,
    AskQuestion,
    AskSharing,
    QuestionSaved,
    WithdrawQuestion,
)
from icm_desktop.domain.sharing import SUBSTANCE_USE
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.questions import ANSWER, sharing
from icm_desktop.services import cleaning
from icm_desktop.services.person_rows import patient_of

ASKED, REMINDED, TOLD = "asked", "reminded", "told"
_LONGEST = 4000
_LATEST = dt.timedelta(days=3 * 366)


@requires(Privilege.CLINICAL_WRITE)
def ask(uow: UnitOfWork, request: AskQuestion) -> QuestionSaved:
    """Put a question to a member of the team; whoever waits for the answer has it on Today once it is due.

    Raises:
        NotFound: patients.unknown, team.unknown.
        Invalid: questions.empty, bad_channel, bad_topic, due_past, due_too_far, not_on_file; team.no_such_user;
            notes.not_this_patient; privacy.part2_needed at "topic"; registration.too_long.
    """
    patient_of(uow, request.patient_id)
    text = _text("question", request.question, "questions.empty")
    _check_channel(request.channel)
    if request.topic is not None and request.topic not in demographics.codes("topic"):
        raise Invalid("questions.bad_topic", "topic")
    _check_due(uow, request.due_on)
    member = _member(uow, request)
    reason = _checked_sharing(uow, member, request.topic, request.shared_reason)
    owner = _owner(uow, request.owner_id)
    row = TeamQuestion(
        patient_id=request.patient_id, team_member_id=member.id, asked_name=member.name, asked_kind=member.kind,
        channel=request.channel, question=text, topic=request.topic, asked_on=uow.today, due_on=request.due_on,
        status=OPEN, shared_reason=reason, goal_id=request.goal_id, service_request_id=request.referral_id,
        owner_kind=OwnerKind.USER.value, owner_name=owner.display_name, owner_user_id=owner.id,
    )  # fmt: skip
    _check_links(uow, row)
    uow.session.add(row)
    uow.session.flush()
    _say(uow, row, ASKED, request.channel, uow.actor.name, text)
    return _saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def add(uow: UnitOfWork, request: AddToQuestion) -> QuestionSaved:
    """Say more about an open question: a reminder, or something they were told, which consent covers.

    Raises:
        NotFound: questions.unknown.
        Conflict: questions.not_open.
        Invalid: questions.empty, bad_channel, bad_kind, due_past, due_too_far, not_on_file; registration.too_long.
    """
    row = _open(uow, request.question_id)
    if request.kind not in (REMINDED, TOLD):
        raise Invalid("questions.bad_kind", "kind")
    _check_channel(request.channel)
    text = _text("text", request.text, "questions.empty")
    _check_due(uow, request.due_on)
    member = uow.session.get(TeamMember, row.team_member_id) if row.team_member_id is not None else None
    if request.kind == TOLD and member is not None:
        row.shared_reason = _checked_sharing(uow, member, row.topic, request.shared_reason) or row.shared_reason
    row.due_on = request.due_on or row.due_on
    _say(uow, row, request.kind, request.channel, uow.actor.name, text)
    return _saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def answer(uow: UnitOfWork, request: AnswerQuestion) -> QuestionSaved:
    """Note the answer; the question is closed by it unless there is more to come.

    Raises:
        NotFound: questions.unknown.
        Conflict: questions.not_open, questions.changed_meanwhile.
        Invalid: questions.no_answer, bad_channel; registration.too_long.
    """
    row = _open(uow, request.question_id, request.expected_version)
    _check_channel(request.channel)
    text = _text("answer", request.answer, "questions.no_answer")
    said_by = cleaning.line("said_by", request.said_by) or row.asked_name
    row.next_step = cleaning.note("next_step", request.next_step) or row.next_step
    if not request.stays_open:
        row.status, row.answered_on = ANSWERED, uow.today
    _say(uow, row, ANSWER, request.channel, said_by, text)
    return _saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def withdraw(uow: UnitOfWork, request: WithdrawQuestion) -> QuestionSaved:
    """Close a question without an answer, or open one again; each with the reason.

    Raises:
        NotFound: questions.unknown.
        Conflict: questions.not_open, questions.is_open, questions.changed_meanwhile.
        Invalid: questions.reason_missing; registration.too_long.
    """
    row = _question(uow, request.question_id, request.expected_version)
    reason = _text("reason", request.reason, "questions.reason_missing")
    if request.reopen:
        if row.status == OPEN:
            raise Conflict("questions.is_open")
        row.status, row.answered_on = OPEN, None
        _say(uow, row, REMINDED, row.channel, uow.actor.name, reason)
    else:
        if row.status != OPEN:
            raise Conflict("questions.not_open")
        row.status, row.next_step = WITHDRAWN, reason
    return _saved(uow, row)


def _member(uow: UnitOfWork, request: AskQuestion) -> TeamMember:
    member = uow.session.get(TeamMember, request.member_id)
    if member is None or member.removed_at is not None or member.patient_id != request.patient_id:
        raise NotFound("team.unknown", "member_id")
    return member


def _checked_sharing(uow: UnitOfWork, member: TeamMember, topic: str | None, reason: str | None) -> str | None:
    """The reason for telling somebody in spite of what is on file; refused without one, None when none is needed."""
    may = sharing(uow, AskSharing(member.patient_id, member.id, topic))
    kept = cleaning.line("shared_reason", reason, 500)
    if may.allowed:
        return None
    if topic == SUBSTANCE_USE:  # no reason stands for the patient's written consent
        raise Invalid("privacy.part2_needed", "topic", name=member.name)
    if kept is None:
        raise Invalid("questions.not_on_file", "shared_reason", name=member.name)
    uow.record("question.shared_without_agreement", patient_id=member.patient_id, object_kind="team_member",
               object_id=member.id, detail={"reason": kept, "topic": topic, "why": may.why})  # fmt: skip
    return kept


def _owner(uow: UnitOfWork, user_id: int | None) -> UserAccount:
    user = uow.session.get(UserAccount, user_id or uow.actor.user_id)
    if user is None or user.disabled_at is not None or user.removed_at is not None:
        raise Invalid("team.no_such_user", "owner_id")
    return user


def _say(uow: UnitOfWork, row: TeamQuestion, kind: str, channel: str, said_by: str, text: str) -> None:
    uow.session.add(
        TeamMessage(
            team_question_id=row.id, patient_id=row.patient_id, kind=kind, at=uow.now, channel=channel,
            said_by=said_by, text=text,
        )
    )  # fmt: skip


def _text(field: str, typed: str, missing: str) -> str:
    text = cleaning.note(field, typed, _LONGEST)
    if not text:
        raise Invalid(missing, field)
    return text


def _check_channel(channel: str) -> None:
    if channel not in team.codes("channel"):
        raise Invalid("questions.bad_channel", "channel")


def _check_due(uow: UnitOfWork, due_on: dt.date | None) -> None:
    if due_on is not None and due_on < uow.today:
        raise Invalid("questions.due_past", "due_on")
    if due_on is not None and due_on - uow.today > _LATEST:
        raise Invalid("questions.due_too_far", "due_on")


def _check_links(uow: UnitOfWork, row: TeamQuestion) -> None:
    goal = uow.session.get(Goal, row.goal_id) if row.goal_id is not None else None
    referral = uow.session.get(ServiceRequest, row.service_request_id) if row.service_request_id is not None else None
    for linked, row_id in ((goal, row.goal_id), (referral, row.service_request_id)):
        if row_id is not None and (linked is None or linked.patient_id != row.patient_id):
            raise Invalid("notes.not_this_patient", "about")


def _question(uow: UnitOfWork, question_id: int, version: int | None = None) -> TeamQuestion:
    row = uow.session.get(TeamQuestion, question_id)
    if row is None or row.removed_at is not None:
        raise NotFound("questions.unknown")
    if version is not None and row.version != version:
        raise Conflict("questions.changed_meanwhile")
    return row


def _open(uow: UnitOfWork, question_id: int, version: int | None = None) -> TeamQuestion:
    row = _question(uow, question_id, version)
    if row.status != OPEN:
        raise Conflict("questions.not_open")
    return row


def _saved(uow: UnitOfWork, row: TeamQuestion) -> QuestionSaved:
    uow.session.flush()
    changes = Changes.of("question", "worklist", "care_team", patient_id=row.patient_id, action_id=uow.action_id)
    return QuestionSaved(row.id, changes)
