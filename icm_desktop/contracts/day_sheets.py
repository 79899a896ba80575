"""The day on paper: who comes when; and what every printed list for staff is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DaySheet:
    """Print a local day: of one clinician, or of everybody, one list after the other. `language`: en or es.

    `by_room`: a list for each room instead, with whom each visit is.
    """

    day: dt.date
    clinician_id: int | None = None
    language: str = "en"
    paper: str = "letter"
    with_cancelled: bool = False
    by_room: bool = False


@dataclass(frozen=True, slots=True)
class SheetMade:
    """A printed list for staff, in memory only. `missing`: characters no font has, shown as a square."""

    pdf: bytes
    missing: str = ""
