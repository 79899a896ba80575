"""Notes colleagues write about a patient, who has read them, and who may read the sensitive kinds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes


@dataclass(frozen=True, slots=True)
class NoteReader:
    """Somebody a note is addressed to."""

    user_id: int
    name: str
    read_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note in a list. `text` is empty for a sensitive kind: it is read by opening it, which is recorded.

    `amended` counts what was added later; `unread` by the user who asks; `about` is what it is linked to, in words.
    """

    id: int
    version: int
    kind: str
    sensitive: bool
    text: str
    author: str
    mine: bool
    written_at: dt.datetime
    readers: tuple[NoteReader, ...]
    unread: bool
    amended: int
    mistaken: bool
    about: str | None


@dataclass(frozen=True, slots=True)
class NoteAmendment:
    """What was added to a note later, and why; the words before it stay."""

    text: str
    reason: str
    author: str
    written_at: dt.datetime


@dataclass(frozen=True, slots=True)
class OpenedNote:
    """A note in full."""

    row: NoteRow
    text: str
    amendments: tuple[NoteAmendment, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class NotesAccess:
    """Which sensitive kinds the user may read of this patient, and why not of the others.

    `closed`: kind and reason, not_granted (by the practice), refused or no_agreement (by the patient). `open_until`:
    they were opened in an emergency, until then. `apart`: kinds that are their author's alone.
    """

    open_kinds: frozenset[str]
    closed: tuple[tuple[str, str], ...]
    open_until: dt.datetime | None = None
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PatientNotes:
    """The notes of a patient, the newest first. `held_back`: how many of a kind the patient keeps from the user."""

    rows: tuple[NoteRow, ...]
    access: NotesAccess
    held_back: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class NewNote:
    """Write a note; `to_user_ids` are colleagues it is addressed to. It is linked to at most one thing."""

    patient_id: int
    kind: str
    text: str
    to_user_ids: tuple[int, ...] = ()
    goal_id: int | None = None
    referral_id: int | None = None
    result_id: int | None = None


@dataclass(frozen=True, slots=True)
class AmendNote:
    """Add to a note, with the reason; what was written stays."""

    note_id: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class MistakenNote:
    """Say that a note was entered in error."""

    note_id: int
    expected_version: int
    reason: str


@dataclass(frozen=True, slots=True)
class NoteSaved:
    """The note that was written or changed."""

    note_id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class OpenInEmergency:
    """Open the sensitive notes of a patient in an emergency, for a while: what the emergency is, and which medical
    personnel of which facility gets to know (42 CFR 2.51(c))."""

    patient_id: int
    reason: str
    personnel: str = ""
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """Until when the sensitive notes are open."""

    until: dt.datetime
    changes: Changes


@dataclass(frozen=True, slots=True)
class EmergencyEnded:
    """How many openings of the user ended."""

    openings: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class GrantRow:
    """Whether a user may read a sensitive kind, and since when by whom."""

    user_id: int
    kind: str
    granted: bool
    decided_at: dt.datetime | None
    decided_by: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class SetGrants:
    """Give a user these sensitive kinds and take the others away."""

    user_id: int
    kinds: tuple[str, ...]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class GrantsSaved:
    """What the user may read from now on."""

    rows: tuple[GrantRow, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class NoteLinks:
    """What a note can be linked to: (id, words) each."""

    goals: tuple[tuple[int, str], ...]
    referrals: tuple[tuple[int, str], ...]
    results: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class MayBeAddressed:
    """A colleague a note of a kind can be addressed to."""

    user_id: int
    name: str
    on_team: bool
    kinds: frozenset[str]
