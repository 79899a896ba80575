"""A week laid out: a column per day on the same rows of wall time. No Qt here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from icm_desktop.contracts.calendar import DayView
from icm_desktop.contracts.scheduling import Slot
from icm_desktop.domain.timeslots import STEP, local_to_utc
from ui.pages.calendar_layout import DayColumn, DayPlan, hours_shown, open_rows, stacked

_WEEKEND = (5, 6)


def monday_of(day: dt.date) -> dt.date:
    """The first day of a day's week."""
    return day - dt.timedelta(days=day.weekday())


def plan_week(views: Sequence[DayView], slots: Sequence[Slot], zone: ZoneInfo, names: Mapping[dt.date, str]) -> DayPlan:
    """Lay out seven days; a weekend on which nobody works and nobody is booked is left out.

    Args:
        views: The days from Monday on; leave out the visits that shall not show.
        slots: Free starts in order, numbered from 1 over the week.
        zone: The practice's zone.
        names: Titles of the days.
    """
    shown = [view for view in views if view.day.weekday() not in _WEEKEND or view.open_spans or view.appointments]
    walls = [[at.astimezone(zone).replace(tzinfo=None) for at in hours_shown(view, zone)] for view in shown]
    earliest = min(first.time() for first, _ in walls)
    most = max(last - dt.datetime.combine(first.date(), earliest) for first, last in walls)
    whole = DayPlan(views[0].day, _at(shown[0].day, earliest, zone), -(-most // STEP), ())
    columns: list[DayColumn] = []
    for view in shown:
        day = DayPlan(view.day, _at(view.day, earliest, zone), whole.rows, ())
        ids = [person.id for person in view.clinicians]
        free = {
            day.row_of(slot.starts_at): (number, slot)
            for number, slot in enumerate(slots[:9], 1)
            if slot.starts_at.astimezone(zone).date() == view.day
        }
        only = ids[0] if len(ids) == 1 else None
        seed = DayColumn(
            view.day.isoformat(), names[view.day], open_rows=open_rows(day, view, ids), free=free, clinician_id=only,
            starts_at=day.starts_at,
        )  # fmt: skip
        columns += stacked(day, seed, view.appointments)
    return DayPlan(whole.day, whole.starts_at, whole.rows, tuple(columns))


def _at(day: dt.date, time: dt.time, zone: ZoneInfo) -> dt.datetime:
    return local_to_utc(dt.datetime.combine(day, time), zone).choices[0]
