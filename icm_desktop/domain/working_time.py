"""When somebody works: weekly stretches with breaks and bounds, absences, opening hours, as wall time of one day."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from icm_desktop.domain.timeslots import wall_time

Wall = tuple[str, str]  # from "HH:MM" up to but not including "HH:MM"; as text they sort as times do
WHOLE_DAY: Wall = ("00:00", "24:00")
MOST_WEEKS = 8  # "every n weeks" beyond two months is no rhythm anybody keeps
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Stretch:
    """A weekly stretch somebody works or, with `is_break`, does not; `weekday` 0 is Monday.

    `starts_on` and `ends_on` (both included) bound it; `every_weeks` counts from the week of `starts_on`.
    """

    weekday: int
    starts: str
    ends: str
    is_break: bool = False
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    every_weeks: int | None = None
    site_id: int | None = None
    room_id: int | None = None

    def falls_on(self, day: dt.date) -> bool:
        """Whether it counts on this day."""
        if day.weekday() != self.weekday:
            return False
        if (self.starts_on and day < self.starts_on) or (self.ends_on and day > self.ends_on):
            return False
        return not self.every_weeks or not self.starts_on or _weeks(self.starts_on, day) % self.every_weeks == 0


@dataclass(frozen=True, slots=True)
class Away:
    """Days somebody is not there: whole ones, or each from `starts_at` to `ends_at`."""

    starts_on: dt.date
    ends_on: dt.date
    starts_at: str | None = None
    ends_at: str | None = None

    def on(self, day: dt.date) -> Wall | None:
        """The part of a day that is missing."""
        if not self.starts_on <= day <= self.ends_on:
            return None
        return (self.starts_at or WHOLE_DAY[0], self.ends_at or WHOLE_DAY[1])


def problem_of(stretch: Stretch) -> str | None:
    """What makes a stretch unusable: "hours" (no times or the wrong way round), "dates", "weeks"; None when good."""
    try:
        good = 0 <= stretch.weekday < _WEEK and wall_time(stretch.starts) < wall_time(stretch.ends)
    except ValueError:
        good = False
    if not good:
        return "hours"
    if stretch.starts_on and stretch.ends_on and stretch.ends_on < stretch.starts_on:
        return "dates"
    every = stretch.every_weeks
    if every is not None and (not 1 <= every <= MOST_WEEKS or (every > 1 and stretch.starts_on is None)):
        return "weeks"
    return None


def clash(stretches: Iterable[Stretch]) -> tuple[Stretch, Stretch] | None:
    """Two stretches of work, or two breaks, that overlap on some day; None when there are no such two."""
    kept = sorted(stretches, key=lambda each: (each.is_break, each.weekday, each.starts))
    for first, second in itertools.combinations(kept, 2):
        alike = first.is_break == second.is_break and first.weekday == second.weekday
        if alike and first.starts < second.ends and second.starts < first.ends and _meet(first, second):
            return first, second
    return None


def work_on(day: dt.date, stretches: Iterable[Stretch], away: Iterable[Away] = ()) -> list[tuple[Wall, Stretch]]:
    """What is left of the stretches of one day after breaks and absences, in order, each piece with its stretch."""
    kept = [each for each in stretches if each.falls_on(day)]
    gone = [(each.starts, each.ends) for each in kept if each.is_break]
    gone += [part for each in away if (part := each.on(day)) is not None]
    pieces = [
        (piece, each) for each in kept if not each.is_break for piece in without([(each.starts, each.ends)], gone)
    ]
    return sorted(pieces, key=lambda found: found[0])


def without(spans: Iterable[Wall], cuts: Iterable[Wall]) -> list[Wall]:
    """The spans without everything the cuts cover, in order."""
    left = list(spans)
    for start, end in cuts:
        left = [
            piece
            for first, last in left
            for piece in ((first, min(last, start)), (max(first, end), last))
            if piece[0] < piece[1]
        ]
        left = list(dict.fromkeys(left))  # a cut beside a span leaves it whole, once
    return sorted(left)


def within(spans: Iterable[Wall], limits: Sequence[Wall]) -> list[Wall]:
    """The parts of the spans that lie inside some limit, in order."""
    parts = {(max(first, start), min(last, end)) for first, last in spans for start, end in limits}
    return sorted(part for part in parts if part[0] < part[1])


def _meet(first: Stretch, second: Stretch) -> bool:
    """Whether some day has both."""
    begins = max(first.starts_on or dt.date.min, second.starts_on or dt.date.min)
    ends = min(first.ends_on or dt.date.max, second.ends_on or dt.date.max)
    if begins > ends:
        return False
    rhythm = math.lcm(first.every_weeks or 1, second.every_weeks or 1)
    begin = begins.toordinal() + (first.weekday - begins.weekday()) % _WEEK
    last = min(ends.toordinal(), begin + (rhythm - 1) * _WEEK)
    days = (dt.date.fromordinal(each) for each in range(begin, last + 1, _WEEK))
    return any(first.falls_on(day) and second.falls_on(day) for day in days)


def _weeks(since: dt.date, day: dt.date) -> int:
    """Weeks between the Mondays of two days."""
    return (day.toordinal() - day.weekday() - since.toordinal() + since.weekday()) // _WEEK
