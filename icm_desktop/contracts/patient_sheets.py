"""The other pages for the patient: their parts in the order they are read, worded in the page's language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.handouts import (
    NOTHING_SAID,
    Contact,
    FreeLine,
    MedicineLine,
    Notice,
    PageHead,
    Said,
    SensitiveItem,
    VisitLine,
)


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences under a heading; `mark`: "" for sentences, "tick" for boxes to tick, "bullet" for a list.

    `note`: a sentence before them; `strong`: in a box with a heavy border, for what must not be missed.
    """

    heading: str
    lines: tuple[str, ...]
    mark: str = ""
    strong: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Visits:
    """Visits under a heading."""

    heading: str
    visits: tuple[VisitLine, ...]


@dataclass(frozen=True, slots=True)
class Medicines:
    """Medicines under a heading: those for every day in their grid, those for when needed apart."""

    heading: str
    medicines: tuple[MedicineLine, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a calendar: its first day and the days that have a visit."""

    first: dt.date
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """Calendar pages, oldest first; `note` says what the frames in them mean."""

    months: tuple[Month, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading; in large print each is a block of its own, rows with the same first cell one together."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Words | Visits | Medicines | Months | Table


@dataclass(frozen=True, slots=True)
class PatientSheet:
    """Everything that stands on a page of one kind; it takes the pages it needs, nothing is left out."""

    kind: str
    title: str
    head: PageHead
    parts: tuple[Part, ...]
    contact: Contact
    free_lines: tuple[FreeLine, ...]
    sensitive: tuple[SensitiveItem, ...]
    notices: tuple[Notice, ...]
    said: Said = NOTHING_SAID
