"""Times of day where the practice is, and which starts are free."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

STEP = dt.timedelta(minutes=15)  # a day column has one line per quarter of an hour
LATE_BOOKING = dt.timedelta(minutes=15)  # a walk-in is booked into the quarter that has begun
UNKNOWN_LENGTH = dt.timedelta(minutes=60)  # a visit elsewhere of unknown length keeps the patient away this long
NOON = dt.time(12)
SHORTEST, LONGEST = 5, 480  # minutes of a visit here
FARTHEST = 730  # days ahead; beyond is a typing mistake


class Fit(StrEnum):
    """How a wall-clock time sits in its zone: it exists once, never (clocks went forward), or twice (went back)."""

    EXACT = "exact"
    GAP = "gap"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class LocalTime:
    """What a wall-clock time means: aware UTC `choices`, earlier first. A gap has the one after it, an overlap both."""

    fit: Fit
    choices: tuple[dt.datetime, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """From `starts_at` up to but not including `ends_at`, aware UTC."""

    starts_at: dt.datetime
    ends_at: dt.datetime

    def overlaps(self, other: Span) -> bool:
        """Whether both share a moment."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.starts_at <= other.starts_at and other.ends_at <= self.ends_at


def local_to_utc(local: dt.datetime, zone: ZoneInfo) -> LocalTime:
    """What a wall-clock time of the practice means in UTC.

    Args:
        local: Naive wall time, as typed.
        zone: The practice's time zone.

    Returns:
        EXACT with one choice; GAP with the time that the clock which went forward shows (02:30 becomes 03:30); OVERLAP
        with both, the earlier first: ask which one is meant.

    Source: PEP 495.
    """
    early, late = (local.replace(tzinfo=zone, fold=fold).astimezone(dt.UTC) for fold in (0, 1))
    if early == late:
        return LocalTime(Fit.EXACT, (early,))
    if early > late:  # in a gap fold=0 is read with the offset before it and lands after it
        return LocalTime(Fit.GAP, (early,))
    return LocalTime(Fit.OVERLAP, (early, late))


def wall_time(text: str) -> dt.time:
    """A time of day "HH:MM", 00:00 to 23:59.

    Raises:
        ValueError: not such a time.
    """
    hours, colon, minutes = text.partition(":")
    if not (text.isascii() and colon and len(hours) == len(minutes) == 2 and (hours + minutes).isdecimal()):
        raise ValueError(text)
    return dt.time(int(hours), int(minutes))


@lru_cache(maxsize=512)  # asked for the same few days over and over
def day_span(day: dt.date, zone: ZoneInfo) -> Span:
    """The local day: 23, 24 or 25 hours."""
    midnight, next_midnight = (dt.datetime.combine(day + dt.timedelta(days=n), dt.time()) for n in (0, 1))
    return Span(local_to_utc(midnight, zone).choices[0], local_to_utc(next_midnight, zone).choices[0])


@lru_cache(maxsize=4096)  # many people begin and end at the same times
def wall_span(day: dt.date, starts: str, ends: str, zone: ZoneInfo) -> Span | None:
    """From one wall time "HH:MM" of a day to another ("24:00" is its end); None when the clock skips all of it.

    Of a time that the clock shows twice, it begins with the first and ends with the last.
    """
    first, last = (dt.datetime.combine(day, wall_time(at)) if at < "24:00" else None for at in (starts, ends))
    whole = day_span(day, zone)
    begins = local_to_utc(first, zone).choices[0] if first else whole.ends_at
    finishes = local_to_utc(last, zone).choices[-1] if last else whole.ends_at
    return Span(begins, finishes) if begins < finishes else None


def visit_span(starts_at: dt.datetime, ends_at: dt.datetime | None, minutes: int | None) -> Span:
    """When a visit is, with a usual length where nobody said how long."""
    length = dt.timedelta(minutes=minutes) if minutes else UNKNOWN_LENGTH
    return Span(starts_at, ends_at if ends_at and ends_at > starts_at else starts_at + length)


def widened(span: Span, before: int | None, after: int | None) -> Span:
    """A visit with the minutes its kind needs before and after."""
    if not before and not after:  # most kinds
        return span
    return Span(span.starts_at - dt.timedelta(minutes=before or 0), span.ends_at + dt.timedelta(minutes=after or 0))


def grid(open_: Span, length: dt.timedelta) -> Iterator[Span]:
    """Every span of `length` inside `open_` that begins on the grid, which begins with the opening time."""
    step = min(STEP, length)
    start = open_.starts_at
    while start + length <= open_.ends_at:
        yield Span(start, start + length)
        start += step


def earliest_start(now: dt.datetime) -> dt.datetime:
    """Starts before this are past and cannot be booked."""
    return now - LATE_BOOKING
