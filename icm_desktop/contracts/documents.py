"""Documents of a patient: the list, what the reader shows, and what a person asks of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead, Provenance
from icm_desktop.domain.document_forms import DocumentForm
from icm_desktop.domain.narrative import Narrative

MOST_BYTES = 50_000_000  # of one file that is added by hand


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents of a patient. `origin`: "ours", "outside" or "" for both; `search` in titles and words."""

    patient_id: int
    kinds: tuple[str, ...] = ()
    unread: bool = False
    origin: str = ""
    search: str = ""
    limit: int = 200
    offset: int = 0


@dataclass(frozen=True, slots=True)
class DocumentPart:
    """One attachment without its bytes. `here` is False when only an address came."""

    id: int
    title: str | None
    content_type: str | None
    size_bytes: int | None
    url: str | None
    here: bool


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document. `written` is when it was written, of any precision; `reviewed_by` who of the practice read it."""

    id: int
    version: int
    title: str | None
    kind: str | None
    status: str | None
    written: str | None
    author: str | None
    organization: str | None
    description: str | None
    ours: bool
    sensitive: bool
    received_at: dt.datetime | None
    reviewed_at: dt.datetime | None
    reviewed_by: str | None
    service_request_id: int | None
    encounter_id: int | None
    parts: tuple[DocumentPart, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class DocumentList:
    """A slice of the documents, newest first. `total` fit the filter, `all` and `unread` count every one."""

    head: PatientHead
    rows: tuple[DocumentRow, ...]
    total: int
    all: int
    unread: int
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """What the reader shows of one attachment.

    One of `text`, `narrative` and `data` (PDF and pictures), or `problem`: the code of the sentence that says why not.
    `row` tells what the document is, `part` which of its attachments.
    """

    head: PatientHead
    row: DocumentRow
    part: int
    form: DocumentForm
    text: str | None = None
    narrative: Narrative | None = None
    data: bytes | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """The bytes of one attachment for a copy outside the program, with how such a file is named."""

    part_id: int
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class AddDocument:
    """A document from a file of this computer. `written_on` is the day on it; empty means not known."""

    patient_id: int
    title: str
    kind: str
    data: bytes
    file_name: str
    written_on: dt.date | None = None
    author: str | None = None
    organization: str | None = None
    sensitive: bool | None = None
    service_request_id: int | None = None
    encounter_id: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeDocument:
    """What is known about a document; its content never changes."""

    document_id: int
    expected_version: int
    title: str
    kind: str
    written_on: dt.date | None = None
    author: str | None = None
    organization: str | None = None
    sensitive: bool = False
    service_request_id: int | None = None
    encounter_id: int | None = None


@dataclass(frozen=True, slots=True)
class MarkReviewed:
    """Somebody of the practice has read these, or (`reviewed` False) they count as unread again."""

    document_ids: tuple[int, ...]
    reviewed: bool = True


@dataclass(frozen=True, slots=True)
class DocumentSaved:
    """What was saved."""

    ids: tuple[int, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """Something of the patient that a document can belong to."""

    id: int
    text: str
    when: str | None


@dataclass(frozen=True, slots=True)
class LinkChoices:
    """Referrals and encounters a document can be linked to, newest first."""

    referrals: tuple[LinkChoice, ...]
    encounters: tuple[LinkChoice, ...]
