"""How long people waited, said only when there are enough of them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_high

LEAST = 5  # fewer tell about single patients, not about the clinic
LOOK_BACK_DAYS = 730  # older waits say little about the clinic of today


def middle_and_longest(days: Sequence[int]) -> tuple[int, int] | None:
    """The middle and the longest of the waits in days; None when there are too few."""
    return (median_high(days), max(days)) if len(days) >= LEAST else None
