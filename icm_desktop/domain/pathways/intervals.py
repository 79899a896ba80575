"""Lengths of time of a pathway, and the calendar arithmetic behind every due date."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

_MONTHS_A_YEAR = 12
_DAYS_OF_EVERY_MONTH = 28
_UNITS = {"D": "days", "BD": "business_days", "M": "months", "Y": "years"}
_ISO = re.compile(r"P(\d+)(D|BD|M|Y)")


@dataclass(frozen=True, slots=True)
class Interval:
    """How often a step comes: exactly one of these is given.

    `visit`: at each visit; `once`: a single time; `season`: once after the first day of this month of each year.
    `iso`: ISO 8601 ("P3M"), or "visit", "once", "season", "P2BD" for business days.
    """

    days: int | None = None
    business_days: int | None = None
    months: int | None = None
    years: int | None = None
    season: int | None = None
    visit: bool = False
    once: bool = False
    iso: str = field(init=False, repr=False, compare=False, default="")

    def __post_init__(self) -> None:
        """Put it in one word, once: every due step is kept with it."""
        lengths = (self.days, self.business_days, self.months, self.years, self.season)
        if sum(each is not None for each in lengths) + self.visit + self.once != 1:
            raise ValueError("give one of days, business_days, months, years, season, visit, once")
        object.__setattr__(self, "iso", self._iso())

    def _iso(self) -> str:
        if self.days is not None:
            return f"P{self.days}D"
        if self.business_days is not None:
            return f"P{self.business_days}BD"
        if self.months is not None:
            return f"P{self.months}M"
        if self.years is not None:
            return f"P{self.years}Y"
        return "visit" if self.visit else "once" if self.once else "season"

    @classmethod
    def of_iso(cls, text: str) -> Interval:
        """The interval `iso` speaks of; a season without its month."""
        found = _ISO.fullmatch(text)
        if found is None:
            return cls(visit=text == "visit", once=text == "once", season=1 if text == "season" else None)
        of: dict[str, Any] = {_UNITS[found[2]]: int(found[1])}
        return cls(**of)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later, or the last one of a shorter month.

    31 January and one month is 28 or 29 February. Past the year 9999 it is the last day there is.
    """
    month = day.month - 1 + months
    year, month = day.year + month // _MONTHS_A_YEAR, month % _MONTHS_A_YEAR + 1
    if year > dt.MAXYEAR:
        return dt.date.max
    if day.day <= _DAYS_OF_EVERY_MONTH:
        return dt.date(year, month, day.day)
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def days_before(day: dt.date, days: int) -> dt.date:
    """So many days before; before the year 1 it is the first day there is."""
    try:
        return day - dt.timedelta(days)
    except OverflowError:
        return dt.date.min


def days_after(day: dt.date, days: int) -> dt.date:
    """So many days later; past the year 9999 it is the last day there is."""
    try:
        return day + dt.timedelta(days)
    except OverflowError:
        return dt.date.max


def next_season(last: dt.date, month: int) -> dt.date:
    """The first day of the first season that begins after `last`."""
    begins = dt.date(last.year, month, 1)
    return begins if begins > last else add_months(begins, _MONTHS_A_YEAR)
