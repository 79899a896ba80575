"""Questions put to somebody around a patient: one thread each, open until there is an answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import Owner

OPEN, ANSWERED, WITHDRAWN = "open", "answered", "withdrawn"


@dataclass(frozen=True, slots=True)
class QuestionMessage:
    """One thing said about a question. `kind`: asked, reminded, told or answer."""

    kind: str
    at: dt.datetime
    channel: str
    said_by: str
    by: str | None
    text: str


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question with everything said about it. `days_late` counts while it is open and past due."""

    id: int
    version: int
    member_id: int | None
    asked_name: str
    asked_kind: str
    channel: str
    question: str
    topic: str | None
    asked_on: dt.date
    due_on: dt.date | None
    days_late: int
    status: str
    answered_on: dt.date | None
    answer: str | None
    next_step: str | None
    shared_reason: str | None
    owner: Owner | None
    about: str | None
    messages: tuple[QuestionMessage, ...]


@dataclass(frozen=True, slots=True)
class AskQuestion:
    """Put a question to a member of the team. `topic`: what it tells them, a code of the list "topic".

    `shared_reason`: why they are asked although nothing on file lets them hear about it.
    """

    patient_id: int
    member_id: int
    channel: str
    question: str
    due_on: dt.date | None
    topic: str | None = None
    owner_id: int | None = None
    shared_reason: str | None = None
    goal_id: int | None = None
    referral_id: int | None = None


@dataclass(frozen=True, slots=True)
class AddToQuestion:
    """Say more about an open question: a reminder that was sent, or what they were told (`kind`)."""

    question_id: int
    kind: str
    channel: str
    text: str
    due_on: dt.date | None = None
    shared_reason: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """Note the answer, whose words it is and what comes next; it closes the question unless `stays_open`."""

    question_id: int
    expected_version: int
    channel: str
    answer: str
    said_by: str | None = None
    next_step: str | None = None
    stays_open: bool = False


@dataclass(frozen=True, slots=True)
class WithdrawQuestion:
    """The question needs no answer any more, and why; or it is open again."""

    question_id: int
    expected_version: int
    reason: str
    reopen: bool = False


@dataclass(frozen=True, slots=True)
class QuestionSaved:
    """The question that was asked, answered or withdrawn."""

    question_id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class AskSharing:
    """May a member be told about a topic?"""

    patient_id: int
    member_id: int
    topic: str | None


@dataclass(frozen=True, slots=True)
class SharingAnswer:
    """Whether they may, and the reason (a code `sharing.*`)."""

    allowed: bool
    why: str
