"""To whom records of a patient went: what an accounting lists, and what else left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead


@dataclass(frozen=True, slots=True)
class DisclosureRow:
    """One disclosure. `counted`: an accounting lists it. `by`: who let it out. `practice_wide`: of everybody.

    `held_back_until`: the last day an agency keeps it out of the patient's accounting, `held_back_written`: asked in
    writing; `may_hold_back`: one may ask that.
    """

    id: int
    version: int
    at: dt.datetime
    to_name: str | None
    to_address: str | None
    description: str
    purpose: str
    legal_basis: str
    channel: str
    counted: bool
    by: str
    substance_use: bool | None
    practice_wide: bool
    by_hand: bool
    may_hold_back: bool = False
    held_back_until: dt.date | None = None
    held_back_by: str | None = None
    held_back_written: bool | None = None


@dataclass(frozen=True, slots=True)
class HoldBack:
    """An agency asks that the patient's accounting does not tell of this until a day, in writing or spoken; `until`
    None: it no longer asks."""

    id: int
    version: int
    until: dt.date | None
    agency: str = ""
    written: bool = True


@dataclass(frozen=True, slots=True)
class AskAccounting:
    """The accounting of a patient up to a local day (None: today). `part2`: the list of 42 CFR 2.25 instead.

    `everything`: also what need not be listed.
    """

    patient_id: int
    until: dt.date | None = None
    part2: bool = False
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Accounting:
    """What is listed, the latest first, between two local days; `left_out` counts what need not be, by ground."""

    head: PatientHead
    first_on: dt.date
    last_on: dt.date
    part2: bool
    rows: tuple[DisclosureRow, ...]
    left_out: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PrintAccounting:
    """The accounting on paper, for the patient; `language` en or es."""

    asked: AskAccounting
    language: str = "en"
    paper: str = "letter"


@dataclass(frozen=True, slots=True)
class RecordDisclosure:
    """Something told or given outside this program. `legal_basis`: a code of the grounds.

    `happened_at`: aware, or the local day when that is all that is known.
    """

    patient_id: int
    happened_at: dt.datetime | dt.date
    to_name: str
    to_address: str | None
    description: str
    purpose: str
    legal_basis: str
    substance_use: bool = False


@dataclass(frozen=True, slots=True)
class RemoveDisclosure:
    """A disclosure that was typed by hand and did not happen."""

    id: int
    version: int


@dataclass(frozen=True, slots=True)
class DisclosureSaved:
    """It is on record."""

    id: int
    changes: Changes
