"""The lists of a record: problems, medicines, allergies and the like, current and past."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.contracts.records import FactRef

SECTIONS = (
    "problems",
    "social",
    "medicines",
    "allergies",
    "immunizations",
    "procedures",
    "family",
    "devices",
)


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """What the list shows: a section of `SECTIONS`, only what is current, also what was entered in error."""

    patient_id: int
    section: str = "problems"
    current: bool = False
    mistaken: bool = False
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One entry. `status` as recorded; `current` when it still holds; dates as known."""

    ref: FactRef
    title: str
    status: str
    current: bool
    since: str | None
    until: str | None
    detail: str
    outside: bool
    organization: str | None
    author: str | None
    mistaken: bool = False
