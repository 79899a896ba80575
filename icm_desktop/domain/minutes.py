"""Time spent on patients: cut at local midnight, never twice for one person, whole minutes of a month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icm_desktop.domain.timeslots import day_span


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in aware UTC; it ends after it begins."""

    starts_at: dt.datetime
    ends_at: dt.datetime

    def __post_init__(self) -> None:
        if self.ends_at <= self.starts_at:
            raise ValueError("a stretch ends after it begins")

    @property
    def seconds(self) -> int:
        """How long it is."""
        return int((self.ends_at - self.starts_at).total_seconds())

    def overlaps(self, other: Stretch) -> bool:
        """Whether they share time; touching is not sharing."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def by_day(stretch: Stretch, zone: ZoneInfo) -> tuple[Stretch, ...]:
    """Cut at every local midnight. A day of a clock change is as long as it is; no second is lost or counted twice."""
    found = []
    starts = stretch.starts_at
    while starts < stretch.ends_at:
        midnight = day_span(starts.astimezone(zone).date(), zone).ends_at
        ends = min(midnight, stretch.ends_at)
        found.append(Stretch(starts, ends))
        starts = ends
    return tuple(found)


def free_of(stretch: Stretch, taken: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """What is left of a stretch when what one person spent already is taken out."""
    left, starts = [], stretch.starts_at
    for other in sorted(taken, key=lambda one: one.starts_at):
        if other.ends_at <= starts or other.starts_at >= stretch.ends_at:
            continue
        if other.starts_at > starts:
            left.append(Stretch(starts, other.starts_at))
        starts = max(starts, other.ends_at)
    if starts < stretch.ends_at:
        left.append(Stretch(starts, stretch.ends_at))
    return tuple(left)


def whole_minutes(stretches: Collection[Stretch]) -> int:
    """Full minutes of all of them together: seconds are added first, then cut."""
    return sum(one.seconds for one in stretches) // 60
