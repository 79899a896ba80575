"""How measured values move over time: a slope with its span, the band a value lies in, and when that changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Reading:
    """One value on one day, `other` its pair (the diastolic pressure); in order of time."""

    day: dt.date
    value: float
    other: float | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A range of values, named by `id`. It is reached at `at_least`, or only above it when `above`.

    `other_at_least` is the threshold of the pair: either one is enough, so that of two categories the higher counts.
    """

    id: str
    at_least: float
    other_at_least: float | None = None
    above: bool = False


@dataclass(frozen=True, slots=True)
class Slope:
    """Change per year by least squares; `per_year` is None when there are too few values or days to tell."""

    per_year: float | None
    values: int
    days: int


@dataclass(frozen=True, slots=True)
class Stage:
    """A band with the first day of the values that stand in it; `confirmed_on` is None while nothing confirms it."""

    band: str
    since: dt.date
    confirmed_on: dt.date | None = None


def slope(readings: Sequence[Reading], least_values: int, least_days: int) -> Slope:
    """The line that fits the values best.

    Args:
        readings: At any order; all of them count the same.
        least_values: Fewer say nothing.
        least_days: A shorter span says nothing.

    Returns:
        Change per year of 365.25 days. Source: ordinary least squares of value on day.
    """
    days = [reading.day.toordinal() for reading in readings]
    span = max(days) - min(days) if days else 0
    if len(readings) < max(least_values, 2) or span < max(least_days, 1):
        return Slope(None, len(readings), span)
    centre = sum(days) / len(days)
    middle = sum(reading.value for reading in readings) / len(readings)
    along = sum((day - centre) ** 2 for day in days)
    together = sum((day - centre) * (reading.value - middle) for day, reading in zip(days, readings, strict=True))
    return Slope(together / along * DAYS_A_YEAR, len(readings), span)


def band_of(bands: Sequence[Band], reading: Reading) -> str | None:
    """The highest band the reading reaches; None when there are no bands or it reaches none."""
    reached = [band for band in bands if _reaches(band, reading)]
    return max(reached, key=lambda band: band.at_least).id if reached else None


def _reaches(band: Band, reading: Reading) -> bool:
    first = reading.value > band.at_least if band.above else reading.value >= band.at_least
    other = band.other_at_least
    return first or (other is not None and reading.other is not None and reading.other >= other)


def stages(bands: Sequence[Band], readings: Sequence[Reading], confirm_days: int = 0) -> tuple[Stage, ...]:
    """Every band the patient was in, one after the other, oldest first.

    Args:
        bands: The ranges.
        readings: In order of time.
        confirm_days: A band counts only when two values in it stand so many days apart with none in another band
            between them; 0 lets one value count. A last band that is not confirmed yet comes with `confirmed_on` None.
    """
    found: list[Stage] = []
    for band, run in _runs(bands, readings):
        confirmed = next((day for day in run if (day - run[0]).days >= confirm_days), None)
        if confirmed is None:
            continue
        if not found or found[-1].band != band:
            found.append(Stage(band, run[0], confirmed))
    last = _runs(bands, readings)[-1:]
    if last and (not found or found[-1].band != last[0][0]):
        found.append(Stage(last[0][0], last[0][1][0]))
    return tuple(found)


def _runs(bands: Sequence[Band], readings: Sequence[Reading]) -> list[tuple[str, list[dt.date]]]:
    """Days of values that follow each other in the same band."""
    runs: list[tuple[str, list[dt.date]]] = []
    for reading in readings:
        band = band_of(bands, reading)
        if band is None:
            continue
        if runs and runs[-1][0] == band:
            runs[-1][1].append(reading.day)
        else:
            runs.append((band, [reading.day]))
    return runs


def change_percent(before: float, after: float) -> float | None:
    """How much a value changed from the one before, in percent of that; None when that was 0."""
    return None if before == 0 else (after - before) / abs(before) * 100
