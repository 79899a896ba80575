"""Look-alikes side by side, what is decided about them, merging two records and taking that back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead


@dataclass(frozen=True, slots=True)
class PairOf:
    """Two patients by id, in any order."""

    one: int
    other: int


@dataclass(frozen=True, slots=True)
class DuplicateFilter:
    """What the list of look-alikes shows. `decided` shows those found to be two people instead of the open ones.

    `imported`: of the open ones only those of which one came with an import.
    """

    decided: bool = False
    imported: bool = False
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class DuplicateRow:
    """Two patients that look alike. `reasons` as in `icm_desktop.domain.matching.Alike`; decided when and by whom."""

    one: PatientHead
    other: PatientHead
    certainty: str
    score: float
    reasons: tuple[str, ...]
    decided_at: dt.datetime | None = None
    decided_by: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided; `family` is for the words of undo."""

    one: int
    other: int
    family: str
    changes: Changes


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a field in both records: `one` of the first, `other` of the second; texts as stored."""

    field: str
    one: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether both records say something and not the same."""
        return bool(self.one and self.other and self.one != self.other)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two records side by side. `counts` are stored records by kind in each: (kind, of the first, of the second)."""

    row: DuplicateRow
    fields: tuple[Side, ...]
    counts: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A field both records fill differently: what the survivor keeps, and what stays in the history only.

    `taken`: the value kept is the one of the record that goes.
    """

    field: str
    kept: str
    dropped: str
    taken: bool = False


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging `source` into `survivor` would do.

    `moves` are records by kind; `filled` are fields the survivor has empty and takes over; `conflicts` are those it
    keeps its own value of. `against` are reasons not to (kinds of evidence).
    """

    source: PatientHead
    survivor: PatientHead
    moves: tuple[tuple[str, int], ...]
    filled: tuple[tuple[str, str], ...]
    conflicts: tuple[Kept, ...]
    against: tuple[str, ...]
    source_version: int
    survivor_version: int


@dataclass(frozen=True, slots=True)
class MergePatients:
    """Merge `source_id` into `survivor_id` as the preview showed them; `take` are fields taken from the source."""

    source_id: int
    survivor_id: int
    source_version: int
    survivor_version: int
    take: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """Two records are one. `moved` counts records by kind."""

    merge_id: int
    survivor: PatientHead
    source_number: str
    moved: tuple[tuple[str, int], ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merge that was made: whose record went into whose, when, by whom, and when it was taken back."""

    id: int
    survivor: PatientHead
    merged: PatientHead
    at: dt.datetime
    by: str | None
    moved: tuple[tuple[str, int], ...]
    undone_at: dt.datetime | None
