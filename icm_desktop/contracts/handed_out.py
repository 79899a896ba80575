"""Pages that patients hold: outdated ones, who got them, what was understood."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.handouts import HandoutRequest

TO_PATIENT, TO_CONTACT = "patient", "contact"
SAID_RIGHT, EXPLAINED, NOT_DONE = "said_right", "explained", "not_done"
TEACH_BACK = (SAID_RIGHT, EXPLAINED, NOT_DONE)
"""What asking the patient to say it in their own words came to, in the order of the keys 1, 2 and 3."""


@dataclass(frozen=True, slots=True)
class OutdatedFilter:
    """Which outdated pages: of one kind, of the reader's own patients, of one patient; from a row on."""

    kind: str | None = None
    my_patients: bool = False
    patient_id: int | None = None
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class OutdatedRow:
    """A page somebody holds that does not say what it would say now; `what`: sections that read differently.

    `needs_ticking`: it has sensitive items, and the reader may not tick them, so somebody else prints it again.
    """

    handout_id: int
    head: PatientHead
    kind: str
    language: str
    large_print: bool
    printed_on: dt.date
    since: dt.date
    by: str
    sent_to: str | None
    contact_id: int | None
    what: tuple[str, ...]
    again: HandoutRequest
    needs_ticking: bool = False


@dataclass(frozen=True, slots=True)
class OutdatedPages:
    """The rows, how many there are of each kind (with the filter of whose), and of how many patients.

    `waiting`: patients of whom something changed and whose pages are not compared yet: theirs may come to it.
    """

    rows: tuple[OutdatedRow, ...]
    total: int
    of_kind: tuple[tuple[str, int], ...]
    patients: int
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class TeachBack:
    """What asking back came to for pages; a reason is asked for where it was not done. None takes it back."""

    handout_ids: tuple[int, ...]
    result: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class HandOut:
    """A page that was only saved was given after all; `contact_id`: to whom, None the patient."""

    handout_id: int
    contact_id: int | None = None
    shared_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """The patient was told what changed, so these pages are right with that."""

    handout_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PagesChanged:
    """Pages were changed."""

    changes: Changes


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """A page that waits for a printer."""

    handout_id: int
    head: PatientHead
    kind: str
    language: str
    paper: str
    pages: int
    copies: int
    made_at: dt.datetime
    by: str
    sent_to: str | None


@dataclass(frozen=True, slots=True)
class EmailWish:
    """Whether the patient asked for e-mail, at which address, and the words that go into the mail itself."""

    allowed: bool
    address: str | None
    words: str
