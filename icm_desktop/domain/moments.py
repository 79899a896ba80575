"""FHIR dates of any precision: read, kept as sortable text, compared, and turned into the practice's local day.

Stored forms: "2019", "2019-05", "2019-05-07" or an instant in UTC "2026-06-04T00:30:00Z".
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

_FORM = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|z|[+-]\d{2}:\d{2})?)?)?)?", re.ASCII
)
_LENGTH_OF_DAY = 10


class NotAMoment(ValueError):
    """A text that names no real date. `reason` is "not_a_date" (its form), "no_such_day" or "no_such_time"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last calendar day a date can mean; the same day unless the date is partial."""

    first: dt.date
    last: dt.date


@lru_cache(maxsize=32_768)
def stored(text: str, zone: dt.tzinfo = dt.UTC) -> str:
    """The stored form of a FHIR date, dateTime or instant.

    Args:
        text: As it arrived; white space around it is ignored.
        zone: Where a time without an offset (not legal FHIR, but common) is meant.

    Raises:
        NotAMoment: not the form of a date, or a day or time that does not exist.

    Source: FHIR R4 datatypes date, dateTime and instant; fractions of a second are dropped, second 60 becomes 59.
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise NotAMoment("not_a_date")
    year, month, day, time, second, offset = found.groups()
    _check_day(int(year), int(month or 1), int(day or 1))
    if time is None:
        return "-".join(part for part in (year, month, day) if part)
    moment = _moment(f"{year}-{month}-{day}", f"{time}{':59' if second == ':60' else second or ':00'}", offset, zone)
    return from_datetime(moment)


def from_datetime(moment: dt.datetime) -> str:
    """The stored form of an aware datetime."""
    if moment.tzinfo is None:
        raise ValueError("naive datetime")
    try:
        return f"{moment.astimezone(dt.UTC).replace(microsecond=0, tzinfo=None).isoformat()}Z"
    except OverflowError:
        raise NotAMoment("no_such_day") from None


def is_instant(when: str) -> bool:
    """Whether the stored form has a time of day."""
    return len(when) > _LENGTH_OF_DAY


def is_partial(when: str) -> bool:
    """Whether only a year or a month is known."""
    return len(when) < _LENGTH_OF_DAY


def instant(when: str | None) -> dt.datetime | None:
    """The aware UTC datetime, or None when there is no time of day."""
    return dt.datetime.fromisoformat(when) if when and is_instant(when) else None


@lru_cache(maxsize=32_768)
def local_day(when: str | None, zone: dt.tzinfo) -> dt.date | None:
    """The practice's calendar day, or None when nothing or only a year or month is known."""
    if not when or is_partial(when):
        return None
    if not is_instant(when):
        return dt.date.fromisoformat(when)
    moment = dt.datetime.fromisoformat(when)
    try:
        return moment.astimezone(zone).date()
    except OverflowError:  # the first or last day of the calendar
        return moment.date()


def is_ahead(when: str | None, today: dt.date, zone: dt.tzinfo) -> bool:
    """Whether everything the stored form can mean lies after today: a date no result can have been measured on."""
    if when is None or when < today.isoformat():  # no day of the practice is more than one away from that of UTC
        return False
    return span(when, zone).first > today


def span(when: str, zone: dt.tzinfo) -> Span:
    """Every day the stored form can mean: a year means its 1 January to 31 December."""
    day = local_day(when, zone)
    if day is not None:
        return Span(day, day)
    year, _, month = when.partition("-")
    if not month:
        return Span(dt.date(int(year), 1, 1), dt.date(int(year), 12, 31))
    last = calendar.monthrange(int(year), int(month))[1]
    return Span(dt.date(int(year), int(month), 1), dt.date(int(year), int(month), last))


def is_before(one: str, other: str, zone: dt.tzinfo) -> bool | None:
    """Whether `one` lies before `other`; None when their precision cannot tell.

    Two instants compare to the second, everything else by calendar day.
    """
    if is_instant(one) and is_instant(other):
        return one < other
    first, second = span(one, zone), span(other, zone)
    if first.last < second.first:
        return True
    if first.first > second.last or (first.first == first.last == second.first == second.last):
        return False
    return None


def sort_key(when: str | None, zone: dt.tzinfo) -> tuple[dt.date, str]:
    """Orders by local day, then by instant; partial dates by their first day; nothing known sorts first."""
    if not when:
        return dt.date.min, ""
    return span(when, zone).first, when


def age_in_years(birth_date: str | None, on: dt.date) -> int | None:
    """Whole years on a day, or None when the birth date is unknown, in the future or too partial to tell.

    Somebody born on 29 February has a birthday on 1 March of other years.
    """
    if not birth_date:
        return None
    born = span(birth_date, dt.UTC)
    oldest, youngest = _years(born.first, on), _years(born.last, on)
    return oldest if oldest == youngest and youngest >= 0 else None


def _years(born: dt.date, on: dt.date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _check_day(year: int, month: int, day: int) -> None:
    try:
        dt.date(year, month, day)
    except ValueError:
        raise NotAMoment("no_such_day") from None


def _moment(day: str, time: str, offset: str | None, zone: dt.tzinfo) -> dt.datetime:
    try:
        read = dt.datetime.fromisoformat(f"{day}T{time}{'' if offset is None else offset.upper()}")
    except ValueError:
        raise NotAMoment("no_such_time") from None
    return read if offset is not None else read.replace(tzinfo=zone)
