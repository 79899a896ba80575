"""How a day is written on screens and on paper: "04-Mar-1958", and as much of it as is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def written(day: dt.date, months: Sequence[str]) -> str:
    """ "14-Jul-2026"; `months` are the twelve short names."""
    return f"{day.day:02d}-{months[day.month - 1]}-{day.year:04d}"


def written_partial(text: str | None, months: Sequence[str]) -> str:
    """A FHIR date of any precision: "1958", "Mar-1958" or "04-Mar-1958"; empty when there is none."""
    found = _PARTIAL.match(text or "")
    if found is None:
        return ""
    year, month, day = found.groups()
    name = f"{months[int(month) - 1]}-" if month and 1 <= int(month) <= 12 else ""
    return f"{day + '-' if day and name else ''}{name}{year}"
