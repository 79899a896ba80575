"""The dates of a series: every so many days, weeks or months. Months are not weeks, and 31 January plus one is 28/29
February."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, rrule

DAYS, WEEKS, MONTHS = "days", "weeks", "months"
UNITS = (DAYS, WEEKS, MONTHS)
MOST_DATES = 104  # two years of weeks
MOST_EVERY = 99
_FREQUENCY = {DAYS: DAILY, WEEKS: WEEKLY, MONTHS: MONTHLY}
_SHORTEST_MONTH = 28


@dataclass(frozen=True, slots=True)
class Rule:
    """Every `every` days, weeks or months from a day on, `times` times or until a day (included)."""

    every: int
    unit: str
    starts_on: dt.date
    times: int | None = None
    until: dt.date | None = None

    def dates(self) -> tuple[dt.date, ...]:
        """Its dates in order, at most `MOST_DATES`; a month without the day has its last one instead."""
        day = self.starts_on.day
        clamped = {}
        if self.unit == MONTHS and day > _SHORTEST_MONTH:
            clamped = {"bymonthday": tuple(range(_SHORTEST_MONTH, day + 1)), "bysetpos": -1}
        first = dt.datetime.combine(self.starts_on, dt.time())
        until = dt.datetime.combine(self.until, dt.time()) if self.until else None
        times = min(self.times or MOST_DATES, MOST_DATES)
        found = rrule(_FREQUENCY[self.unit], dtstart=first, interval=self.every, until=until, **clamped)  # type: ignore[arg-type]
        return tuple(at.date() for at, _ in zip(found, range(times), strict=False))
