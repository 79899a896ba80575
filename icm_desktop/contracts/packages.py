"""Sealed packages between two practices that use ICM Desktop: a record in a file, its code by phone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from icm_desktop.changes import Changes
from icm_desktop.contracts.record_export import HeldBack, KindCount, RecordRequest

NEW, KNOWN, CHANGED = "new", "known", "changed"


@dataclass(frozen=True, slots=True)
class SendPackage:
    """Seal a record for another practice into a file. The reader of `request` is that practice, by its name.

    `purpose` and `reason` as for any export; `language` and `paper` of the plan that goes along as a PDF.
    """

    request: RecordRequest
    path: str
    purpose: str
    reason: str | None = None
    language: str = "en"
    paper: str = "letter"


@dataclass(frozen=True, slots=True)
class PackageSent:
    """What was sealed. `code` is told by phone, never with the file; `fingerprint` of our key for the first contact."""

    path: str
    code: str
    fingerprint: str
    sha256: str
    size: int
    with_plan: bool
    kinds: tuple[KindCount, ...]
    held: tuple[HeldBack, ...]
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class LookAtPackage:
    """Open a package to see what it is, without taking anything in."""

    path: str
    code: str


@dataclass(frozen=True, slots=True)
class PackageLook:
    """What a package is. `sender_is`: new (compare the fingerprint by phone), known, or changed (another key).

    `patient_id`: the patient it is about, when that was settled before; `counts` by FHIR type.
    """

    practice: str
    fingerprint: str
    known_fingerprint: str | None
    sender_is: str
    sent_at: dt.datetime
    patient: str
    birth_date: str | None
    patient_id: int | None
    counts: tuple[tuple[str, int], ...]
    with_plan: bool


@dataclass(frozen=True, slots=True)
class OpenPackage:
    """Take a package in. `trust`: the fingerprint of a new or changed key was compared by phone.

    `patient_id`: it is this patient here; None: as the import finds.
    """

    path: str
    code: str
    trust: bool = False
    patient_id: int | None = None


@dataclass(frozen=True, slots=True)
class PackageOpened:
    """What came. `questions`: of ours they changed where we changed it too."""

    practice: str
    patient_id: int | None
    created: int
    updated: int
    unchanged: int
    refused: int
    questions: int
    changes: Changes = field(default_factory=Changes)
