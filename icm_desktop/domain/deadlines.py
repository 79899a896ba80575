"""Deadlines: so many days or business days after something happened, and how late it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.domain.business_days import BusinessCalendar


@dataclass(frozen=True, slots=True)
class Within:
    """A length of time: calendar `days`, or `business_days`; exactly one is given."""

    days: int | None = None
    business_days: int | None = None

    def __post_init__(self) -> None:
        if (self.days is None) == (self.business_days is None):
            raise ValueError("give days or business_days")

    def after(self, day: dt.date, calendar: BusinessCalendar) -> dt.date:
        """The last day that is still in time, counted from `day` as day 0."""
        if self.business_days is not None:
            return calendar.add(day, self.business_days)
        return day + dt.timedelta(days=self.days or 0)


def days_late(due: dt.date | None, today: dt.date) -> int:
    """Calendar days past `due`; 0 when there is no due day or it has not passed."""
    return max(0, (today - due).days) if due else 0
