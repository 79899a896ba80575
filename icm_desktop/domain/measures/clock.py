"""Days as ordinals and moments as seconds of the practice's own clock: what measures compare is plain numbers."""

from __future__ import annotations

import calendar
import datetime as dt
from contextlib import suppress
from functools import lru_cache

from icm_desktop.domain import moments

DAY = 86_400
FOREVER_DAY = 4_000_000
FOREVER = FOREVER_DAY * DAY + DAY - 1
_LAST = DAY - 1


@lru_cache(maxsize=65_536)
def seconds(when: str | None, zone: dt.tzinfo) -> tuple[int, int] | None:
    """The first and the last second a stored FHIR date can mean; None when there is none.

    Args:
        when: As `domain.moments` keeps it.
        zone: Of the practice.
    """
    if not when:
        return None
    if moments.is_instant(when):
        moment = dt.datetime.fromisoformat(when)
        with suppress(OverflowError):  # the first or last day of the calendar
            moment = moment.astimezone(zone)
        at = moment.toordinal() * DAY + moment.hour * 3600 + moment.minute * 60 + moment.second
        return at, at
    span = moments.span(when, zone)
    return span.first.toordinal() * DAY, span.last.toordinal() * DAY + _LAST


_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2199, 12, 31)  # windows around a period stay within the calendar


def is_period(start: dt.date, end: dt.date) -> bool:
    """Whether two days are a period figures can be asked for."""
    return _EARLIEST <= start <= end <= _LATEST


def day_of(at: int | None) -> int | None:
    """The day of a second."""
    return None if at is None else at // DAY


def number(day: dt.date) -> int:
    """A day as a number in which years can be subtracted: 20260714."""
    return day.year * 10_000 + day.month * 100 + day.day


def shifted(day: dt.date, amount: int, unit: str) -> dt.date:
    """A day some days, months or years on; a day the month does not have becomes its last one.

    Source: CQL 1.5, date and time arithmetic.
    """
    if unit == "days":
        return day + dt.timedelta(days=amount)
    months = day.year * 12 + day.month - 1 + amount * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
