"""A score from its first value to its last."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from icm_desktop.domain.pathways.intervals import days_before


@dataclass(frozen=True, slots=True)
class Value:
    """One value on a local day."""

    on: dt.date
    value: float


@dataclass(frozen=True, slots=True)
class Course:
    """A score from its first value to its last; `values` oldest first."""

    score: str
    values: tuple[Value, ...]

    @property
    def first(self) -> Value:
        """Where it began."""
        return self.values[0]

    @property
    def last(self) -> Value:
        """Where it is."""
        return self.values[-1]

    @property
    def fall_percent(self) -> float | None:
        """How far it fell, in percent of the first; None from a first value of 0 or with one value only."""
        if len(self.values) < 2 or self.first.value <= 0:
            return None
        return (self.first.value - self.last.value) / self.first.value * 100


def course(score: str, values: Sequence[Value], enrolled_on: dt.date, before_days: int) -> Course | None:
    """From the value at enrolment on: the last one up to so many days before it, else the first after it.

    Without either the first one known.
    """
    known = sorted(values, key=lambda one: one.on)
    if not known:
        return None
    earliest = days_before(enrolled_on, before_days)
    before = [at for at, one in enumerate(known) if earliest <= one.on <= enrolled_on]
    after = [at for at, one in enumerate(known) if one.on > enrolled_on]
    start = before[-1] if before else after[0] if after else 0
    return Course(score, tuple(known[start:]))
