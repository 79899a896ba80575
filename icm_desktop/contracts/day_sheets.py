"""The day on paper: who comes when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DaySheet:
    """Print a local day: of one clinician, or of everybody, one list after the other. `language`: en or es."""

    day: dt.date
    clinician_id: int | None = None
    language: str = "en"
    paper: str = "letter"
    with_cancelled: bool = False
