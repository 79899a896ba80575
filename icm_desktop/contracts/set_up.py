"""How the practice is set up: sites, closed days, rooms, weeks of work and absences, as rows and requests."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from icm_desktop.changes import Changes
from icm_desktop.contracts.scheduling import AppointmentTypeRow, Setup

Hours = tuple[tuple[int, str, str], ...]  # (weekday 0 = Monday, "HH:MM", "HH:MM")


@dataclass(frozen=True, slots=True)
class Saved:
    """Something of the set-up was saved or retired."""

    id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Retire:
    """Take something out of use; nothing is ever deleted, and this can be undone."""

    id: int
    expected_version: int
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A place where this practice sees patients. `time_zone` is empty when it is the practice's; no `hours`: always."""

    id: int
    version: int
    name: str
    address: str | None = None
    phone: str | None = None
    fax: str | None = None
    time_zone: str | None = None
    directions: str | None = None
    hours: Hours = ()


@dataclass(frozen=True, slots=True)
class SaveSite:
    """Add (`site_id` None) or change a site. `confirmed`: visits outside the new hours are known and rebooked."""

    site_id: int | None
    expected_version: int
    name: str
    address: str | None = None
    phone: str | None = None
    fax: str | None = None
    time_zone: str | None = None
    directions: str | None = None
    hours: Hours = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class ClosureRow:
    """Days the practice (or one site) is closed, or a holiday of the shipped list; `id` None: not changed.

    `kind`: holiday (shipped, `open_anyway` when the practice works on it) or closure (the practice's own).
    """

    id: int | None
    version: int
    name: str
    kind: str
    starts_on: dt.date
    ends_on: dt.date
    site_id: int | None = None
    site: str | None = None
    open_anyway: bool = False


@dataclass(frozen=True, slots=True)
class Closures:
    """One year: its closed days in order, where the list of holidays comes from, and whether somebody settled them."""

    year: int
    rows: tuple[ClosureRow, ...]
    source: str
    version: str
    settled: bool = False


@dataclass(frozen=True, slots=True)
class SaveClosure:
    """Close the practice (or one site) on some days. `confirmed`: visits then are known and will be rebooked."""

    closure_id: int | None
    expected_version: int
    name: str
    starts_on: dt.date
    ends_on: dt.date
    site_id: int | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class WorkOnHoliday:
    """Work on a holiday of the shipped list, or keep it after all."""

    day: dt.date
    open_anyway: bool
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room or piece of equipment; `capacity` visits fit in at a time. `closed_weekdays`: 0 is Monday."""

    id: int
    version: int
    name: str
    site_id: int | None = None
    site: str | None = None
    kind: str | None = None
    note: str | None = None
    capacity: int = 1
    is_equipment: bool = False
    closed_weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SaveRoom:
    """Add (`room_id` None) or change a room."""

    room_id: int | None
    expected_version: int
    name: str
    site_id: int | None = None
    kind: str | None = None
    note: str | None = None
    capacity: int = 1
    is_equipment: bool = False
    closed_weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekKey:
    """Which weekly hours of a clinician: those with these bounds at this place."""

    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    every_weeks: int | None = None
    site_id: int | None = None
    room_id: int | None = None


@dataclass(frozen=True, slots=True)
class WeekRow:
    """The hours of a clinician that share bounds and place; without bounds it is the usual week."""

    clinician_id: int
    clinician: str
    key: WeekKey
    site: str | None
    room: str | None
    hours: Hours
    breaks: Hours


@dataclass(frozen=True, slots=True)
class SaveWeek:
    """Replace the hours known under `replaces` (None: add) by these. `confirmed`: visits outside are to be rebooked."""

    clinician_id: int
    replaces: WeekKey | None
    key: WeekKey
    hours: Hours
    breaks: Hours = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class RetireWeek:
    """End these hours altogether."""

    clinician_id: int
    key: WeekKey
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Time a clinician or room is away: whole days, or from `starts_at` to `ends_at` of each day."""

    id: int
    version: int
    who: str
    clinician_id: int | None
    room_id: int | None
    starts_on: dt.date
    ends_on: dt.date
    starts_at: str | None = None
    ends_at: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SaveAbsence:
    """Add (`absence_id` None) or change an absence. `confirmed`: visits then are known and will be rebooked."""

    absence_id: int | None
    expected_version: int
    clinician_id: int | None
    room_id: int | None
    starts_on: dt.date
    ends_on: dt.date
    starts_at: str | None = None
    ends_at: str | None = None
    reason: str | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class MoveType:
    """Put a kind of visit one place up (-1) or down (1) in every list."""

    type_id: int
    step: int


@dataclass(frozen=True, slots=True)
class Places:
    """Sites, rooms, clinicians and users to choose from in the forms of the set-up."""

    sites: tuple[tuple[int, str], ...]
    rooms: tuple[tuple[int, str], ...]
    clinicians: tuple[tuple[int, str], ...]
    users: tuple[tuple[int, str], ...]
    time_zone: str


@dataclass(frozen=True, slots=True)
class VisitTypes:
    """Every kind of visit; `setup` those offered; `phrases` and `bring` what the phrase bank offers: key and words."""

    types: tuple[AppointmentTypeRow, ...]
    setup: Setup
    phrases: tuple[tuple[str, str], ...]
    bring: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeepHolidays:
    """Which holidays of the shipped list the practice keeps in a year: all but those of `open_on`."""

    year: int
    open_on: tuple[dt.date, ...] = ()
    confirmed: bool = False


class Missing(StrEnum):
    """What of the set-up is missing."""

    BACKUP_FOLDER = "backup_folder"
    PRACTICE_PHONE = "practice_phone"
    CLINICIANS = "clinicians"
    HOURS = "hours"
    VISIT_TYPES = "visit_types"
    ROOMS = "rooms"
    HOLIDAYS = "holidays"
    COORDINATOR = "coordinator"
    DIRECTORY = "directory"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that is missing: whose (`id`) and their `names`, which `year`, which content (`key`)."""

    what: Missing
    names: tuple[str, ...] = ()
    id: int | None = None
    year: int | None = None
    key: str | None = None


SET_UP_KINDS = (
    "practice", "site", "site_hours", "closure", "practitioner", "working_hours", "absence", "room",
    "appointment_type", "organization", "healthcare_service", "user_account", "policy_setting",
    "content_confirmation", "letter_text", "phrase_text", "note_grant", "emergency_access", "exchange_partner",
    "second_step",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SetUpHistoryFilter:
    """What happened to the set-up: to everything, one of `SET_UP_KINDS`, or one record of it, between two days."""

    kind: str = ""
    id: int | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    offset: int = 0
    limit: int = 100
