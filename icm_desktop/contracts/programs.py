"""Programs of care management: enrolment with consent, minutes of a month, what is missing at its end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.domain.programs import Conflict, Gate, Program

ACTIVITIES = ("chart", "call", "task", "conference", "other")
CAPTURED, TYPED = "captured", "typed"


@dataclass(frozen=True, slots=True)
class ProgramName:
    """What a program is called in a column."""

    id: str
    short: str
    short_es: str


@dataclass(frozen=True, slots=True)
class EnrolInProgram:
    """Put a patient into a program. `consent_by`: the patient or who speaks for them; `consent_how`: verbal, written.

    `status` may be "declined": the patient was asked and said no, with the reason.
    """

    patient_id: int
    program: str
    enrolled_on: dt.date | None = None
    consent_by: str = ""
    consent_how: str = ""
    consent_on: dt.date | None = None
    practitioner: str = ""
    said: tuple[str, ...] = ()
    declined: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChangeEnrolment:
    """Another status, with the reason; consent that came later; gates and circumstances that hold (None: as before)."""

    enrolment_id: int
    expected_version: int
    status: str
    reason: str = ""
    consent_by: str = ""
    consent_how: str = ""
    consent_on: dt.date | None = None
    said: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class EnrolmentSaved:
    """What was saved."""

    id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class CaptureTime:
    """Time somebody spent on a patient, told by the window. Only for patients in a program whose minutes are kept."""

    patient_id: int
    starts_at: dt.datetime
    ends_at: dt.datetime
    activity: str = "chart"


@dataclass(frozen=True, slots=True)
class AddTime:
    """Time typed in, with the reason: a call from another telephone, a visit at home."""

    patient_id: int
    starts_at: dt.datetime
    minutes: int
    activity: str
    reason: str
    program: str = ""


@dataclass(frozen=True, slots=True)
class ChangeTime:
    """Another length, program or activity, with the reason; 0 minutes take the entry out."""

    entry_id: int
    expected_version: int
    starts_at: dt.datetime
    minutes: int
    activity: str
    reason: str
    program: str = ""


@dataclass(frozen=True, slots=True)
class TimeSaved:
    """How many entries were made or changed; none when nothing counted."""

    entries: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class TimeRow:
    """Time of one person for one patient within a day."""

    id: int
    version: int
    starts_at: dt.datetime
    ends_at: dt.datetime
    by: str
    by_id: int
    role: str
    program: str
    activity: str
    source: str
    reason: str | None
    counts: bool


@dataclass(frozen=True, slots=True)
class MonthStanding:
    """Where a patient stands in one program in one month. Never a claim by itself.

    `state`: meets, short, incomplete (something is missing), conflict, or kept (there is no threshold).
    `codes` the minutes reach; `to_next` minutes
    to `next_code`. `missing`: gates that are not met. `owed`: clocks of a transition that are not settled.
    """

    program: Program
    enrolment_id: int | None
    status: str
    minutes: int
    own_minutes: int
    state: str
    codes: tuple[str, ...]
    to_next: int | None
    next_code: str
    missing: tuple[Gate, ...] = ()
    clashes: tuple[Conflict, ...] = ()
    owed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthEndRow:
    """One patient in one program at the end of a month. `unassigned`: minutes given to none of several programs."""

    head: PatientHead
    coordinator: str | None
    standing: MonthStanding
    unassigned: int = 0


@dataclass(frozen=True, slots=True)
class AskMonth:
    """A month of the practice; `program` "" for all."""

    year: int
    month: int
    program: str = ""


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """One program for one patient: the enrolment that counts (None: never asked) and the month."""

    program: Program
    enrolment_id: int | None = None
    version: int = 0
    status: str = ""
    enrolled_on: dt.date | None = None
    ended_on: dt.date | None = None
    practitioner: str | None = None
    consent_on: dt.date | None = None
    consent_by: str | None = None
    consent_how: str | None = None
    consent_taken_by: str | None = None
    reason: str | None = None
    said: tuple[tuple[str, str], ...] = ()
    month: MonthStanding | None = None


@dataclass(frozen=True, slots=True)
class PatientPrograms:
    """Programs of one patient, and the time of a month. `unassigned`: minutes given to none of several programs."""

    head: PatientHead
    year: int
    month: int
    programs: tuple[ProgramRow, ...]
    time: tuple[TimeRow, ...]
    unassigned: int
