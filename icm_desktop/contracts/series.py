"""A series of visits: its rule, what each date would meet, and changes to one, the following or all of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.scheduling import AppointmentRow

ONE, FOLLOWING, ALL = "one", "following", "all"


@dataclass(frozen=True, slots=True)
class PlanSeries:
    """Visits of a patient with a clinician at one wall time (naive local `at` is the first) by a rule.

    `unit`: days, weeks or months; it ends after `times` visits, or on `until`.
    """

    patient_id: int
    clinician_id: int
    first: dt.datetime
    minutes: int
    every: int
    unit: str
    times: int | None = None
    until: dt.date | None = None
    type_id: int | None = None
    reason: str | None = None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class SeriesDate:
    """One date of a series: when (aware UTC), and the code and params of what is in the way."""

    on: dt.date
    starts_at: dt.datetime
    code: str | None = None
    params: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesPreview:
    """Every date of a series as booking would find it now."""

    dates: tuple[SeriesDate, ...]


@dataclass(frozen=True, slots=True)
class BookSeries:
    """Book all dates but those left out, in one act; one that cannot be booked refuses them all."""

    plan: PlanSeries
    without: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeSeries:
    """Move visits of a series: this one, it and the following, or all that are still to come.

    `first`: the new local day and time of the visit named; the others move as far, and keep their wall time.
    """

    appointment_id: int
    expected_version: int
    scope: str
    first: dt.datetime
    clinician_id: int | None = None


@dataclass(frozen=True, slots=True)
class CancelSeries:
    """Cancel this visit, it and the following, or all that are still to come."""

    appointment_id: int
    expected_version: int
    scope: str
    reason: str


@dataclass(frozen=True, slots=True)
class SeriesSaved:
    """The visits that were booked or changed, and how many moved by themselves earlier were left alone."""

    visits: tuple[AppointmentRow, ...]
    changes: Changes
    left_alone: int = 0
