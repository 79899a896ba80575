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
class OutFilter:
    """Which of what left: words looked for, one way out, one patient; `sort`: at, what, to, way or by."""

    text: str = ""
    channel: str = ""
    patient_id: int | None = None
    sort: str = "at"
    descending: bool = True
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class OutRow:
    """Something that left. `to` None: our own copy, or the patient. `channel`: by which way; `format` of a file.

    `kind`: the FHIR type of one resource that was sent; `purpose` and `basis` are codes of words; `entries` and `held`
    None: not counted. `pages_kept`: the exact pages can be opened. A negative id: only the audit record knows of it.
    """

    id: int
    at: dt.datetime
    by: str | None
    patient: PatientHead | None
    everybody: bool
    channel: str
    format: str
    kind: str
    to: str | None
    address: str | None
    purpose: str
    basis: str
    note: str
    entries: int | None
    held: int | None
    sha256: str
    pages_kept: bool


@dataclass(frozen=True, slots=True)
class KeptPages:
    """The exact pages that went out; `missing`: characters no font of ours has, told when they were made."""

    pdf: bytes
    missing: str = ""


@dataclass(frozen=True, slots=True)
class ExchangeCounts:
    """How many rows each list has; of matching, differences and failed those that wait."""

    incoming: int
    matching: int
    differences: int
    failed: int
    outgoing: int
    partners: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """What was set aside."""

    id: int
    changes: Changes
