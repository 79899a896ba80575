"""Errors and near misses: noted in seconds, followed up, counted, reviewed. What happened, not who is to blame."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import Owner, PatientHead

OPEN, REVIEWED, CLOSED = "open", "reviewed", "closed"


@dataclass(frozen=True, slots=True)
class NearMissRow:
    """One of them. `noted_by` is who wrote it down; `reached_patient` None: not known."""

    id: int
    version: int
    kind: str
    status: str
    happened_on: dt.date
    text: str
    reached_patient: bool | None
    head: PatientHead | None
    noted_by: str | None
    noted_at: dt.datetime | None
    owner: Owner | None
    due_on: dt.date | None
    days_late: int
    changed_text: str | None
    reviewed_on: dt.date | None
    reviewed_by: str | None
    closed_on: dt.date | None
    mine: bool


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many of a kind happened in a month ("2026-11")."""

    month: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class NearMisses:
    """All of them, the latest first, counted by month and kind; `may_review` by the user who asks."""

    rows: tuple[NearMissRow, ...]
    counts: tuple[KindCount, ...]
    may_review: bool


@dataclass(frozen=True, slots=True)
class NoteNearMiss:
    """Note one: what kind, what happened. Everything else may follow later."""

    kind: str
    text: str
    patient_id: int | None = None
    happened_on: dt.date | None = None
    reached_patient: bool | None = None
    owner_id: int | None = None
    due_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class FollowUpNearMiss:
    """Who looks after it until when, and what was changed so that it does not happen again."""

    near_miss_id: int
    expected_version: int
    kind: str
    text: str
    happened_on: dt.date
    reached_patient: bool | None
    owner_id: int | None
    due_on: dt.date | None
    changed_text: str | None


@dataclass(frozen=True, slots=True)
class SetNearMissStatus:
    """Review it, close it, or open it again."""

    near_miss_id: int
    expected_version: int
    status: str


@dataclass(frozen=True, slots=True)
class NearMissSaved:
    """The one that was noted or changed."""

    near_miss_id: int
    changes: Changes
