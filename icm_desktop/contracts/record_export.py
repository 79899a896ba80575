"""The record of a patient or of the whole practice as it leaves: for whom and why, what goes, what is held back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from icm_desktop.changes import Changes
from icm_desktop.contracts.plan_document import PlanReader

MANIFEST = "manifest.json"
FHIR, CCDA_CARE_PLAN, CCDA_REFERRAL = "fhir", "ccda-care-plan", "ccda-referral"
FORMATS = (FHIR, CCDA_CARE_PLAN, CCDA_REFERRAL)


@dataclass(frozen=True, slots=True)
class RecordRequest:
    """The record of a patient for one reader, as FHIR.

    `sensitive`: also what names such matters, as far as this reader may have it; `left_out`: FHIR types that stay here.
    `format`: fhir (a Bundle), or a C-CDA document: ccda-care-plan, ccda-referral (of the newest referral under way).
    `purpose`: a code of resources/content/codes/export.toml, which decides about substance use; None the usual one.
    """

    patient_id: int
    reader: PlanReader
    sensitive: bool = True
    left_out: tuple[str, ...] = ()
    format: str = FHIR
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class HeldBack:
    """How many resources of a type are held back, and why (a code of words)."""

    kind: str
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class KindCount:
    """One FHIR type of the record: how many leave, how many are held back."""

    kind: str
    told: int
    held: int


@dataclass(frozen=True, slots=True)
class RecordPreview:
    """What would leave. `allowed`: what is on file lets this reader have it; else a reason goes on record."""

    kinds: tuple[KindCount, ...]
    held: tuple[HeldBack, ...]
    allowed: bool
    why: str


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """Write the record into a file. `purpose`: a code of resources/content/codes/export.toml; `note` in words.

    `reason`: why this reader gets it although nothing on file allows it. `readable`: also as pages to read, in a PDF
    beside the file, in `language` (en or es).
    """

    request: RecordRequest
    path: str
    purpose: str
    note: str | None = None
    reason: str | None = None
    readable: bool = False
    language: str = "en"


@dataclass(frozen=True, slots=True)
class RecordExported:
    """What was written: the file, its SHA-256 digest and size, what it holds, and the pages to read beside it."""

    path: str
    sha256: str
    size: int
    kinds: tuple[KindCount, ...]
    held: tuple[HeldBack, ...]
    changes: Changes = field(default_factory=Changes)
    readable: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierExport:
    """One time the record left: when, by whom, to whom and what for, with the digest of the file."""

    at: dt.datetime
    by: str
    to: str | None
    purpose: str
    resources: int
    held: int
    sha256: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class ExportPractice:
    """Write everything into an empty folder. `tables`: also tables as CSV and documents as files."""

    folder: str
    tables: bool = True


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """One file of an export, by its name in the folder; `count`: resources, rows, or documents."""

    name: str
    count: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PracticeExported:
    """What was written. `sha256`: of the manifest, which holds the digest of every file."""

    folder: str
    sha256: str
    patients: int
    files: tuple[ExportedFile, ...]
    held: tuple[HeldBack, ...] = ()
    changes: Changes = field(default_factory=Changes)
