"""What is printed of a backup in an emergency: the schedule of a day, and the plans that are in use."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

DUE_THAT_DAY, EVERY = "day", "every"


@dataclass(frozen=True, slots=True)
class PrintEmergency:
    """The schedule of a local day (None: today) and plans: of who comes that day (`DUE_THAT_DAY`), or `EVERY` one.

    Roles without clinical facts get the schedule alone.
    """

    day: dt.date | None = None
    plans: str = DUE_THAT_DAY
    language: str = "en"
    paper: str = "letter"


@dataclass(frozen=True, slots=True)
class EmergencyMade:
    """The pages, in memory only; how many plans are among them, and how many of who comes have none."""

    pdf: bytes
    plans: int
    without: int
    missing: str = ""
