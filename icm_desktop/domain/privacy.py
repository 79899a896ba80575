"""Days of the privacy rules: when a request is due, and where the years of an accounting begin."""

from __future__ import annotations

import calendar
import datetime as dt

ACCESS, AMENDMENT, ACCOUNTING, RESTRICTION = "access", "amendment", "accounting", "restriction"
KINDS = (ACCESS, AMENDMENT, ACCOUNTING, RESTRICTION)
OPEN, CLOSED = "open", "closed"
SPOKEN = "spoken"  # the channel of what this program did not let out itself


def due_on(received_on: dt.date, days: int, longer: int = 0) -> dt.date:
    """The last day to answer: that many days after the day it came, which is not counted."""
    return received_on + dt.timedelta(days=days + longer)


def years_before(day: dt.date, years: int) -> dt.date:
    """The same day that many years before; of 29 February the 28th, so that no day is lost."""
    year = day.year - years
    last = calendar.monthrange(year, day.month)[1]
    return day.replace(year=year, day=min(day.day, last))
