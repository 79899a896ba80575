"""One record of a chart with where it came from, its history, and marking it as entered in error."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from icm_desktop.changes import Changes

# A value as it is kept: dates and times as ISO text, lists as tuples of texts.
Value = str | int | float | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class FactRef:
    """A record by its kind (the name of its table) and id."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Field:
    """One filled field; the window has the words for its name and value."""

    name: str
    value: Value


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record came from.

    `source` is the system, `resource` its name there ("Observation/5"). `told` says that author or organisation are
    known from a separate note about who recorded it (`activity` its words). `entered_*` is for what was made here.
    """

    source: str | None = None
    resource: str | None = None
    author: str | None = None
    organization: str | None = None
    recorded: str | None = None
    received_at: dt.datetime | None = None
    imported_by: str | None = None
    synced_at: dt.datetime | None = None
    told: bool = False
    activity: str | None = None
    entered_at: dt.datetime | None = None
    entered_by: str | None = None

    @property
    def outside(self) -> bool:
        """Whether it was made elsewhere."""
        return self.source is not None


@dataclass(frozen=True, slots=True)
class LinkedFact:
    """A record that belongs to another one: a result of a report, a document of a stay, a part of a panel."""

    ref: FactRef
    title: str
    when: str | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FactDetail:
    """Everything a person may read of one record.

    `mistaken`: entered in error, with who said so when and why if it was said here. `can_mark`: it can be marked.
    """

    ref: FactRef
    patient_id: int
    version: int
    title: str
    when: str | None
    fields: tuple[Field, ...]
    origin: Origin
    linked: tuple[LinkedFact, ...] = ()
    linked_more: int = 0
    mistaken: bool = False
    mistaken_reason: str | None = None
    mistaken_by: str | None = None
    mistaken_at: dt.datetime | None = None
    can_mark: bool = False
    can_unmark: bool = False


@dataclass(frozen=True, slots=True)
class MarkMistaken:
    """Say that a record was entered in error; `reason` is kept with the act. `version` as it was read."""

    ref: FactRef
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class UnmarkMistaken:
    """Say that a record was no mistake after all."""

    ref: FactRef
    version: int


@dataclass(frozen=True, slots=True)
class Marked:
    """What was marked, and what it touched."""

    ref: FactRef
    title: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after."""

    name: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One thing that happened to a record. `seq` orders them.

    `event`: created, updated, removed, restored, marked, unmarked, imported, or the dotted name of another event.
    `via`: "import", "undo", "merge" or "" when somebody did it by hand. `reason`: as it was given.
    `contents`: kinds and numbers of records that came with an import. `merged`: number of the patient record it
    happened to, when that was merged into the one that is shown.
    """

    seq: int
    at: dt.datetime
    by: str | None
    role: str
    event: str
    via: str
    kind: str | None
    id: int | None
    title: str | None
    changes: tuple[FieldChange, ...] = ()
    reason: str | None = None
    contents: tuple[tuple[str, int], ...] = ()
    merged: str = ""


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """The history of a chart: by whom, of which group of records, between two days, the latest first."""

    patient_id: int
    user_id: int | None = None
    group: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class HistoryPerson:
    """Somebody who did something to a chart; `id` None for the program itself."""

    id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """The whole history of one record, the latest first."""

    ref: FactRef
    title: str
    rows: tuple[HistoryRow, ...] = field(default=())
