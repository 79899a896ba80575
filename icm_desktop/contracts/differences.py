"""Facts of which an outside source says something else than the record here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead, Provenance
from icm_desktop.contracts.records import FactRef, FieldChange


@dataclass(frozen=True, slots=True)
class DifferenceFilter:
    """Which differences: open ones, or those that were decided; of one patient, or of all."""

    patient_id: int | None = None
    decided: bool = False
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One fact two sources tell differently. `fields`: those that differ, `old` ours and `new` theirs.

    `mine` and `theirs`: who says so. `both`: whether the two may stand beside each other. `state`: as in
    `domain.differences`; decided when and by whom, `taken`: the fields in which theirs was taken, where only some were.
    `together`: groups of fields that are taken all or none. `gone`: the fact is no longer at its source; `fields` then
    tell ours alone.
    """

    id: int
    version: int
    patient: PatientHead
    ref: FactRef
    other: FactRef | None
    title: str
    fields: tuple[FieldChange, ...]
    mine: Provenance
    theirs: Provenance
    both: bool
    state: str
    found_at: dt.datetime | None
    decided_at: dt.datetime | None = None
    decided_by: str | None = None
    taken: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class DecideDifference:
    """What a person decided: mine, theirs, both, or some: theirs in these `fields`, ours in the others."""

    id: int
    version: int
    answer: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DifferenceDecided:
    """What was decided about which fact."""

    answer: str
    title: str
    changes: Changes
