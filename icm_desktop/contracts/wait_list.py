"""The wait list: who wants an earlier time, or any."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.changes import Changes


@dataclass(frozen=True, slots=True)
class PutOnWaitList:
    """Put a patient on the list. `days`: "0" Monday to "6" Sunday, "" any day."""

    patient_id: int
    type_id: int | None = None
    clinician_id: int | None = None
    days: str = ""
    part_of_day: str | None = None
    urgent: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OnWaitList:
    """The entry that was made."""

    id: int
    changes: Changes
