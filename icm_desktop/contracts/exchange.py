"""Importing: what was read, made, left out and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from icm_desktop.changes import Changes
from icm_desktop.domain.csv_mapping import CsvMapping


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Files or folders to import as one; `dry_run` reads and reports without saving.

    `mappings`: what the columns of lists mean; those of earlier imports are remembered. `again_of`: the import of which
    this reads again what failed.
    """

    paths: tuple[str, ...]
    dry_run: bool = False
    mappings: tuple[CsvMapping, ...] = ()
    again_of: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Accounting of one resource type; read = the sum of the others."""

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    not_understood: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file. `status`: imported, refused, skipped; `reason` says why in plain words with the place.

    `lines`: of a list, the numbers of refused lines, each with the reason.
    """

    path: str
    status: str
    reason: str | None
    resources: tuple[tuple[str, Counts], ...] = ()
    notes: tuple[str, ...] = ()
    lines: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What no screen shows of one type, for one reason.

    `elements`: their paths, such as "name.period"; empty when the whole type is not read. `count`: how often they came.
    `why`: not_shown, extension, bookkeeping, narrative, repeated, bills, directory; type_not_read, not_patient_data.
    `kept`: whether it is kept as it came.
    """

    kind: str
    elements: str
    count: int
    why: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Two patients that look alike, by reference; a question for a person."""

    refs: tuple[str, str]
    certainty: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What one import did. `differences`: facts of which it says something else than what stands here."""

    id: int | None
    files: tuple[FileReport, ...]
    totals: tuple[tuple[str, Counts], ...]
    matches: tuple[Match, ...]
    patients: int = 0
    changes: Changes = field(default_factory=Changes)
    left_out: tuple[LeftOut, ...] = ()
    differences: int = 0


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One past import."""

    id: int
    state: str
    started_at: dt.datetime
    finished_at: dt.datetime | None
    by: str | None
    files: int
    created: int
    updated: int = 0
    patients: int = 0
    undo_until: dt.datetime | None = None
    undone_at: dt.datetime | None = None
    undone_by: str | None = None
    undo_reason: str | None = None


@dataclass(frozen=True, slots=True)
class UndoImport:
    """Take a whole import back; the reason is kept with it."""

    import_id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UndoObstacle:
    """Why an import cannot be taken back: things of a kind (table name) changed since, or made and hanging on it."""

    kind: str
    count: int
    record_numbers: tuple[str, ...]
    by_import: bool


@dataclass(frozen=True, slots=True)
class UndoCheck:
    """What taking an import back would mean; without obstacles it is possible."""

    import_id: int
    patients: int
    obstacles: tuple[UndoObstacle, ...]


@dataclass(frozen=True, slots=True)
class ImportUndone:
    """An import that was taken back: patients and rows removed, rows that have their values from before again."""

    id: int
    patients: int
    removed: int
    restored: int
    changes: Changes = field(default_factory=Changes)
