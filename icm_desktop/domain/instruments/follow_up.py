"""When somebody must follow up on a positive screen, and when a questionnaire is asked again. Days are local."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

from icm_desktop.domain.instruments.definition import Again, FollowUp

POSITIVE, NEGATIVE, ANY = "positive", "negative", "any"


def due(follow_up: FollowUp, asked_on: dt.date) -> dt.date:
    """The last day on which the follow-up is in time: the day of the screen counts as day 0."""
    return asked_on + dt.timedelta(days=follow_up.within_days)


def in_time(follow_up: FollowUp, asked_on: dt.date, done_on: dt.date) -> bool:
    """Whether what was done on a day followed within the window; before the screen nothing does."""
    return asked_on <= done_on <= due(follow_up, asked_on)


def last_day(follow_up: FollowUp, asked_on: dt.date) -> dt.date:
    """The last day on which it is still work; an older one stays in the chart."""
    return asked_on + dt.timedelta(days=follow_up.look_back_days)


def again(rules: Iterable[Again], asked_on: dt.date, *, positive: bool) -> tuple[Again, dt.date] | None:
    """The rule that says when it is asked again after such a result, and the day; None when none does."""
    wanted = POSITIVE if positive else NEGATIVE
    found = next((one for one in rules if one.when in (wanted, ANY)), None)
    return None if found is None else (found, _after(found, asked_on))


def _after(rule: Again, day: dt.date) -> dt.date:
    """That many days, or calendar months with the end of the month kept inside."""
    if rule.after_days is not None:
        return day + dt.timedelta(days=rule.after_days)
    months = day.month - 1 + (rule.after_months or 0)
    year, month = min(day.year + months // 12, dt.MAXYEAR), months % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
