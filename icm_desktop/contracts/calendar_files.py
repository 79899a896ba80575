"""Calendar files: visits as .ics for other programs, and visits elsewhere from .ics or CSV."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes

NO_NAME, INITIALS, FULL_NAME = NAMES = ("no_name", "initials", "full_name")


@dataclass(frozen=True, slots=True)
class ExportCalendar:
    """The visits of local days, both included; of one patient, one clinician or everybody.

    `names`: what of the patient's name goes into the file: no_name, initials or full_name.
    """

    first: dt.date
    last: dt.date
    patient_id: int | None = None
    clinician_id: int | None = None
    names: str = NO_NAME


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """An .ics file and how many visits are in it."""

    content: bytes
    visits: int


@dataclass(frozen=True, slots=True)
class ImportVisits:
    """Read visits elsewhere from a file; without a patient each line of a CSV names one by record number."""

    name: str
    content: bytes
    patient_id: int | None = None


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """What was left out, or is to be looked at: which line or event, and the code and params of the sentence."""

    what: str
    code: str
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class VisitsImported:
    """What became of a file; one Undo takes all of it back."""

    created: int
    updated: int
    cancelled: int
    unchanged: int
    not_understood: tuple[NotUnderstood, ...]
    notes: tuple[NotUnderstood, ...]
    changes: Changes
