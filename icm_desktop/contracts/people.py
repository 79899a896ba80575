"""The practice's own facts, drafts of forms, and what undo did."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from icm_desktop.changes import Changes

LOCK_MINUTES = 10  # idle minutes until the window locks, unless the practice chose others
LEAST_LOCK, MOST_LOCK = 1, 30
SESSION_HOURS, MOST_SESSION = 12, 24  # after which the password is asked again, unless the practice chose others


@dataclass(frozen=True, slots=True)
class PracticeFacts:
    """The practice itself; `time_zone` is an IANA name."""

    name: str
    time_zone: str
    is_sample: bool
    phone: str | None
    after_hours_phone: str | None
    hours_text: str | None
    address: str | None
    clock_24_hours: bool
    today: dt.date
    fax: str | None = None
    email: str | None = None
    website: str | None = None
    photos_enabled: bool = False
    lock_minutes: int = LOCK_MINUTES
    pictures_on_pages: bool = True
    code_on_pages: bool = False
    session_hours: int = SESSION_HOURS


@dataclass(frozen=True, slots=True)
class SavePractice:
    """What patients read about the practice on every page, and how its screens behave.

    `lock_minutes` 1 to 30; `session_hours` 1 to 24, after which the password is asked again; `code_on_pages`: pages
    carry the website as a square a telephone reads. Of the last seven, None leaves what is there.
    """

    phone: str | None
    after_hours_phone: str | None
    hours_text: str | None
    address: str | None
    clock_24_hours: bool
    fax: str | None = None
    email: str | None = None
    website: str | None = None
    photos_enabled: bool | None = None
    lock_minutes: int | None = None
    name: str | None = None
    time_zone: str | None = None
    pictures_on_pages: bool | None = None
    code_on_pages: bool | None = None
    session_hours: int | None = None


@dataclass(frozen=True, slots=True)
class ZoneChange:
    """What follows from another time zone: coming visits keep their moment and show `hours` later (or earlier)."""

    time_zone: str
    visits: int
    hours: float


@dataclass(frozen=True, slots=True)
class PracticeSaved:
    """The practice as it is now."""

    practice: PracticeFacts
    changes: Changes


@dataclass(frozen=True, slots=True)
class Colleague:
    """A user of the practice who can be given work."""

    id: int
    display_name: str
    role: str


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """Keep what was typed into a form but not saved; `form` names it ("goal:12"), `fields` are name and text."""

    form: str
    patient_id: int | None
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft of the signed-in user."""

    form: str
    patient_id: int | None
    fields: tuple[tuple[str, str], ...]
    saved_at: dt.datetime


@dataclass(frozen=True, slots=True)
class DraftKept:
    """When it was kept. Drafts change nothing other pages show."""

    saved_at: dt.datetime
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Undone:
    """The act was taken back, by an act that can itself be taken back."""

    name: str
    changes: Changes
