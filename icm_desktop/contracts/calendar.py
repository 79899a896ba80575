"""What the calendar shows: a day, a week, how full a week is, and which days of a month have anything."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.scheduling import AppointmentRow

MOST_COLUMNS = 20  # clinicians side by side; those behind them are on further pages


@dataclass(frozen=True, slots=True)
class CalendarFilter:
    """What of the days shows; an empty part leaves nothing out.

    `site_id`: clinicians who work there, and their visits there. With `clinician_ids` or `type_ids` visits elsewhere do
    not show. `page`: which of the clinicians, MOST_COLUMNS at a time, None for all of them; the page after the last
    clinician has the visits of nobody and those elsewhere.
    """

    site_id: int | None = None
    clinician_ids: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ()
    type_ids: tuple[int, ...] = ()
    page: int | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self.site_id or self.clinician_ids or self.statuses or self.type_ids)


@dataclass(frozen=True, slots=True)
class CalendarClinician:
    """Whose column it is."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class ColumnPages:
    """Which of the columns are shown: `first` (counted from 1) to `last` of `total`; (0, 0): the visits of no column.

    `page` counts from 0; there are `pages`, that of the others included.
    """

    page: int
    pages: int
    first: int
    last: int
    total: int


@dataclass(frozen=True, slots=True)
class DayView:
    """One local day: clinicians (with this day's hours as aware UTC spans) and every visit, outside ones too.

    `closed`: why the practice is closed that day, a holiday or a reason of its own. `rooms`: id and name. `paged`: when
    there are more columns than are shown.
    """

    day: dt.date
    clinicians: tuple[CalendarClinician, ...]
    open_spans: tuple[tuple[int, dt.datetime, dt.datetime], ...]
    appointments: tuple[AppointmentRow, ...]
    closed: str | None = None
    rooms: tuple[tuple[int, str], ...] = ()
    paged: ColumnPages | None = None


@dataclass(frozen=True, slots=True)
class AskDay:
    """A local day and what of it shows; `rooms`: with a column for each room, so that `shown.page` is one of rooms."""

    day: dt.date
    shown: CalendarFilter = CalendarFilter()
    rooms: bool = False


@dataclass(frozen=True, slots=True)
class AskWeek:
    """The seven days from a Monday, of one clinician or (None) of everybody, and what of them shows."""

    first: dt.date
    clinician_id: int | None = None
    shown: CalendarFilter = CalendarFilter()


@dataclass(frozen=True, slots=True)
class DayLoad:
    """How full one clinician's day is: visits, the minutes they take, and minutes the clinician sees patients."""

    visits: int
    booked_minutes: int
    open_minutes: int


@dataclass(frozen=True, slots=True)
class ClinicianLoad:
    """A clinician's seven days."""

    clinician: CalendarClinician
    days: tuple[DayLoad, ...]


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """How full the week from a Monday is, clinician by clinician; `closed`: why the practice is closed on a day."""

    first: dt.date
    rows: tuple[ClinicianLoad, ...]
    closed: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class AskMonths:
    """Which days from one local day to another, both included, have anything that `shown` lets through."""

    first: dt.date
    last: dt.date
    shown: CalendarFilter = CalendarFilter()


@dataclass(frozen=True, slots=True)
class MonthDay:
    """Whether a day has visits, and why the practice is closed on it."""

    day: dt.date
    has_visits: bool
    closed: str | None = None
