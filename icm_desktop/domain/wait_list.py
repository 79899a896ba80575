"""Which freed time suits whom on the wait list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

PARTS = ("morning", "afternoon")
_NOON = dt.time(12)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody waits for: at least `minutes`, with `clinician_id` (None: anyone), on `days` ("" any)."""

    id: int
    minutes: int
    clinician_id: int | None
    days: str
    part_of_day: str | None
    urgent: bool
    since: dt.date


@dataclass(frozen=True, slots=True)
class Freed:
    """A time that was given back: wall time at the practice, with whom, how long."""

    id: int
    starts: dt.datetime
    minutes: int
    clinician_id: int | None


def suits(wish: Wish, freed: Freed) -> bool:
    """Whether a freed time is long enough, with the right person, on a day and at a time that suit."""
    part = PARTS[freed.starts.time() >= _NOON]
    return (
        wish.minutes <= freed.minutes
        and wish.clinician_id in (None, freed.clinician_id)
        and (not wish.days or str(freed.starts.weekday()) in wish.days)
        and wish.part_of_day in (None, part)
    )


def first_suiting(wish: Wish, freed: Iterable[Freed]) -> Freed | None:
    """The earliest freed time that suits."""
    return min((each for each in freed if suits(wish, each)), key=lambda each: (each.starts, each.id), default=None)
