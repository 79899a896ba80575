"""The Exchange screen: what came in, what failed, what left, and how much waits."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead


@dataclass(frozen=True, slots=True)
class Slice:
    """Which rows of a list."""

    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class InRow:
    """One import that came in. `sources`: who sent it; `state`: loading, complete, undone.

    What waits for a person: `differences` of facts, `matching` (patients who look like somebody), `refused` files.
    """

    id: int
    state: str
    started_at: dt.datetime
    by: str | None
    sources: tuple[str, ...]
    files: int
    patients: int
    created: int
    updated: int
    differences: int
    matching: int
    refused: int


@dataclass(frozen=True, slots=True)
class FailedRow:
    """An import that broke off, or one of which files were refused, until it was read again or set aside.

    `why`: code of the sentence with its `params`, empty when files were refused; `files`: (path, reason) of each.
    `paths`: what reading it again reads.
    """

    id: int
    state: str
    started_at: dt.datetime
    by: str | None
    why: str
    params: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]
    paths: tuple[str, ...]
    refused: int = 0


@dataclass(frozen=True, slots=True)
class OutRow:
    """Something that left. `patient` None: the whole practice; `to` None: our own copy. `format`: fhir, practice ..."""

    seq: int
    at: dt.datetime
    by: str | None
    patient: PatientHead | None
    format: str
    to: str | None
    purpose: str
    entries: int
    held: int
    sha256: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class ExchangeCounts:
    """How many rows each list has; of matching, differences and failed those that wait."""

    incoming: int
    matching: int
    differences: int
    failed: int
    outgoing: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was set aside."""

    id: int
    changes: Changes
