"""How long a prescription or a dispensed medicine lasts.

Source: CumulativeMedicationDuration 5.0 of the official measures: daysSupply, else quantity / (dose * doses per day),
times the refills; one dosage instruction only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_HOURS = {"s": 1 / 3600, "min": 1 / 60, "h": 1.0, "d": 24.0, "wk": 168.0, "mo": 720.0, "a": 8760.0}


@dataclass(frozen=True, slots=True)
class Dosage:
    """One instruction: how much at once, how often in a period, or at how many times of the day."""

    dose: float | None = None
    frequency: float | None = None
    period: float | None = None
    period_unit: str | None = None
    times_of_day: int = 0

    @property
    def per_day(self) -> float:
        """Doses a day; one when nothing is said."""
        hours = _HOURS.get(self.period_unit or "")
        if self.frequency is not None and self.period and hours:
            return self.frequency * 24.0 / (self.period * hours)
        return float(self.times_of_day) or 1.0


def days_supplied(
    days: float | None, quantity: float | None, dosage: Dosage | None, refills: int | None
) -> float | None:
    """Days a supply lasts, or None when it cannot be told."""
    once = days
    if once is None and quantity is not None and dosage is not None and dosage.dose:
        once = quantity / (dosage.dose * dosage.per_day)
    return None if once is None else once * (1 + (refills or 0))


def first_collapsed(intervals: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
    """The first of the intervals once those that overlap or meet are one; in seconds."""
    ordered = sorted(intervals)
    if not ordered:
        return None
    first, last = ordered[0]
    for start, end in ordered[1:]:
        if start > last + 1:
            break
        last = max(last, end)
    return first, last
