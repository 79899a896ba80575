"""Meetings of the team: who took part, which patients, what was decided and why, and what is to be done."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import Owner, PatientHead


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who took part: a user of the practice, or by name. `id` None: not yet saved."""

    name: str
    user_id: int | None = None
    role_text: str | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class CaseTask:
    """What was to be done after a meeting."""

    text: str
    owner: Owner | None
    due_on: dt.date | None
    status: str = "requested"
    id: int | None = None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One patient at a meeting."""

    id: int
    version: int
    head: PatientHead
    question: str | None
    decision: str | None
    reason: str | None
    tasks: tuple[CaseTask, ...]


@dataclass(frozen=True, slots=True)
class ConferenceRow:
    """A meeting in a list."""

    id: int
    version: int
    title: str
    held_on: dt.date
    starts_at: str | None
    how: str
    place: str | None
    people: int
    cases: int


@dataclass(frozen=True, slots=True)
class Conference:
    """A meeting in full; `task_due`: the day a new task is proposed for."""

    row: ConferenceRow
    note: str | None
    attendees: tuple[Attendee, ...]
    cases: tuple[CaseRow, ...]
    task_due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class SaveConference:
    """Add a meeting (`conference_id` None) or change one; `attendees` is everybody who took part."""

    title: str
    held_on: dt.date
    starts_at: str | None
    how: str
    place: str | None
    note: str | None
    attendees: tuple[Attendee, ...]
    conference_id: int | None = None
    expected_version: int = 0


@dataclass(frozen=True, slots=True)
class SaveCase:
    """Put a patient on a meeting (`case_id` None) or change what was decided; new tasks are added."""

    conference_id: int
    patient_id: int
    question: str | None
    decision: str | None
    reason: str | None
    new_tasks: tuple[CaseTask, ...] = ()
    case_id: int | None = None
    expected_version: int = 0


@dataclass(frozen=True, slots=True)
class RemoveCase:
    """Take a patient off a meeting; tasks that came of it stay."""

    case_id: int
    expected_version: int


@dataclass(frozen=True, slots=True)
class ConferenceSaved:
    """The meeting that was changed, and the case when one was."""

    conference_id: int
    changes: Changes
    case_id: int | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of a meeting as a PDF. `missing`: characters no font has, shown as a square."""

    pdf: bytes
    pages: int
    missing: str = ""
