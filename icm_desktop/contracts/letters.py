"""Letters to patients, call sheets and address labels."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead


@dataclass(frozen=True, slots=True)
class LetterText:
    """The text of a letter in one language as it counts now; `about` says which words it may hold. `id` None: shipped.

    `version` is the shipped version it is, or was made from.
    """

    kind: str
    language: str
    about: str
    heading: str
    body: str
    version: str
    source: str
    id: int | None = None
    changed_at: dt.datetime | None = None
    changed_by: str | None = None


@dataclass(frozen=True, slots=True)
class SaveLetterText:
    """Put an own text in place of the one that counts; `expected_id` is the one that was read (None: shipped)."""

    kind: str
    language: str
    heading: str
    body: str
    expected_id: int | None = None


@dataclass(frozen=True, slots=True)
class BackToText:
    """Let an earlier text count again; `version_id` None: the shipped one."""

    kind: str
    language: str
    version_id: int | None


@dataclass(frozen=True, slots=True)
class LetterTextSaved:
    """The text that counts now."""

    text: LetterText
    changes: Changes


@dataclass(frozen=True, slots=True)
class LetterTarget:
    """Whom to write to, and about what: `key` is the line of the worklist that asked for it.

    Without an appointment or referral the letter takes the one that fits best.
    """

    patient_id: int
    appointment_id: int | None = None
    referral_id: int | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class LettersRequest:
    """Letters of one kind (or "labels") to people, in this order. `paper`: letter, a4, or the id of a label sheet.

    `language` is that of a call sheet or of a sample; letters are in the patient's. `draft` is an own text, not yet
    saved: (heading, body).
    """

    kind: str
    targets: tuple[LetterTarget, ...]
    paper: str = "letter"
    language: str = "en"
    skip: int = 0
    draft: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who gets a letter, or is left out for a reason (a code)."""

    target: LetterTarget
    head: PatientHead
    language: str
    large_print: bool
    address: tuple[str, ...]
    left_out: str | None = None
    reads: str | None = None  # a language in which there is no letter


@dataclass(frozen=True, slots=True)
class Letter:
    """One printed letter: its pages among all, and the exact PDF of it alone."""

    target: LetterTarget
    name: str
    language: str
    large_print: bool
    first_page: int
    pages: int
    pdf: bytes


@dataclass(frozen=True, slots=True)
class LettersMade:
    """All letters in one PDF, in order; `left_out` get none. `missing`: characters no font has, shown as a square."""

    kind: str
    paper: str
    pdf: bytes
    pages: int
    letters: tuple[Letter, ...]
    left_out: tuple[Recipient, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class KeepLetters:
    """These letters were `how`: printed or saved. Each is noted as a contact of its patient."""

    kind: str
    paper: str
    letters: tuple[Letter, ...]
    how: str


@dataclass(frozen=True, slots=True)
class LettersKept:
    """How many are kept and noted."""

    count: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class LabelSheetRow:
    """A sheet of labels that can be chosen."""

    id: str
    name: str
    labels: int
