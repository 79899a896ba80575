"""The audit record as administrators read it: events in words, who looked, reviews, and the receipt of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.keeping import Check

SORTS = ("at", "who", "what", "patient", "kind")
PROGRAM = 0  # the user_id that stands for the program itself


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which events: local days, by whom (`PROGRAM`: nobody), of whom, a group or one event, a table.

    `sort` is one of SORTS; "at" is the order of the chain itself.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    user_id: int | None = None
    patient_id: int | None = None
    group: str = ""
    event: str = ""
    kind: str = ""
    sort: str = "at"
    descending: bool = True
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One event without any clinical word: kinds and names of fields, never their values.

    `by` None: the program. `act`: the use case. `fields`: which columns changed. `counts`: rows of each kind that came
    in one go. `code`: the short mark of this link, as it stands on receipts.
    """

    seq: int
    code: str
    at: dt.datetime
    by: str | None
    role: str
    event: str
    head: PatientHead | None
    kind: str | None
    id: int | None
    act: str | None
    undo: bool
    fields: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AuditPerson:
    """A user, also one who left."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class AuditChoices:
    """What can be filtered for: users by name, and kinds of records that occur."""

    people: tuple[AuditPerson, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looker:
    """Somebody who looked at a chart: how often, first and last, and what was opened besides the chart."""

    by: str | None
    role: str
    times: int
    first: dt.datetime
    last: dt.datetime
    sensitive: int


@dataclass(frozen=True, slots=True)
class WhoLooked:
    """Everybody who opened the chart of one patient, most recent first."""

    head: PatientHead
    rows: tuple[Looker, ...]


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """The record was looked through: when, by whom, which days, up to which event."""

    at: dt.datetime
    by: str
    first_on: dt.date | None
    last_on: dt.date | None
    last_seq: int
    events: int
    note: str | None


@dataclass(frozen=True, slots=True)
class AuditState:
    """How the record stands: its last event, what came since the last review, and what the last check found.

    `code`: the short mark of the last link. `check_ok` None: never checked. `check_due`: nobody checked for a week.
    """

    last_seq: int
    code: str
    since_review: int
    reviews: tuple[ReviewRow, ...]
    checked_at: dt.datetime | None
    check_ok: bool | None
    checks: tuple[Check, ...]
    check_due: bool


@dataclass(frozen=True, slots=True)
class NoteReview:
    """Say that these days of the record were looked through."""

    first: dt.date | None = None
    last: dt.date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review is on record."""

    events: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class ReceiptRequest:
    """The receipt of a local day (None: today); `language` en or es, `paper` letter or a4."""

    day: dt.date | None = None
    language: str = "en"
    paper: str = "letter"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What stands on the receipt of a day: where the chain ends, how many events of each group, and the backup."""

    day: dt.date
    database_id: str
    last_seq: int
    code: str
    counts: tuple[tuple[str, int], ...]
    backup_at: dt.datetime | None
    backup_seq: int | None
    checked_at: dt.datetime | None
    check_ok: bool | None
