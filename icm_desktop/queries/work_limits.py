"""From when on a referral is late: the limits of the practice turned into the last days that are late or due."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from db.audit import utc_text
from db.repositories.standing import Group, Light, Range
from icm_desktop.content.policies import Policies
from icm_desktop.domain import referral_limits
from icm_desktop.domain.business_days import BusinessCalendar
from icm_desktop.domain.referral_limits import ROUTINE, URGENT, Due, ReferralLimit
from icm_desktop.domain.referral_states import SCHEDULED, Standing
from icm_desktop.domain.timeslots import day_span

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one group whose due day lies in one section of the list; `extra` ones are counted by another part."""

    section: str
    group: Group
    range: Range
    extra: bool = False


def due_of(row: Light, zone: ZoneInfo, policies: Policies) -> Due | None:
    """The limit a referral has reached or will reach, by its standing."""
    visit_on = dt.datetime.fromisoformat(row.visit_at).astimezone(zone).date() if row.visit_at else None
    return _due(row.state, row.urgent, row.since, row.counted_from, visit_on, policies)


def tie_of(row: Light, due: Due, zone: ZoneInfo, policies: Policies) -> str:
    """What ranks rows that are due on one day: the visit or the day the limit counts from."""
    if row.visit_at and dt.datetime.fromisoformat(row.visit_at).astimezone(zone).date() == due.on:
        return row.visit_at
    return (row.counted_from if _since_order(policies)[due.limit] else row.since) or ""


def same_due_until(row: Light, by: str, zone: ZoneInfo, policies: Policies) -> str:
    """The last value of the column `by` with which rows of the same group are due on the day this one is."""
    if by == "visit_at":
        day = dt.datetime.fromisoformat(row.visit_at or "").astimezone(zone).date()
        return utc_text(day_span(day, zone).ends_at - dt.timedelta(seconds=1))
    start = dt.date.fromisoformat((row.counted_from if by == "counted_from" else row.since) or "")
    due, last = _due(row.state, row.urgent, start.isoformat(), start.isoformat(), None, policies), start
    while _due(row.state, row.urgent, *[(last + _DAY).isoformat()] * 2, None, policies) == due:
        last += _DAY
    return last.isoformat()


@lru_cache(maxsize=8)
def _since_order(policies: Policies) -> dict[str, bool]:
    return {limit.name: limit.since_order for limit in policies.referral_limits}


@lru_cache(maxsize=64)
def parts(day: dt.date, zone: ZoneInfo, policies: Policies) -> tuple[Part, ...]:
    """Every part of what is late or due on a day, by the limits of the practice."""
    found: list[Part] = []
    for limit in policies.referral_limits:
        for state in limit.states:
            for urgent in (False, True):
                found += _plain(limit, state, urgent, day, policies)
                if state == SCHEDULED:
                    found += _booked(limit, urgent, day, zone)
    return tuple(found)


@lru_cache(maxsize=20_000)
def _due(
    state: str,
    urgent: bool,
    since: str | None,
    counted_from: str | None,
    visit_on: dt.date | None,
    policies: Policies,
) -> Due | None:
    stands = Standing(state, dt.date.fromisoformat(since) if since else None)
    ordered_on = dt.date.fromisoformat(counted_from) if counted_from else None
    urgency = URGENT if urgent else ROUTINE
    limits, calendar = policies.referral_limits, policies.calendar
    return referral_limits.due(stands, urgency, ordered_on, visit_on, limits, calendar)


def _plain(limit: ReferralLimit, state: str, urgent: bool, day: dt.date, policies: Policies) -> list[Part]:
    group = Group("referral", state, urgent, _column(limit))
    late, due = (_last_due(limit, urgent, each, policies.calendar) for each in (day - _DAY, day))
    until = day.isoformat()
    return [
        Part("overdue", group, Range((None, late), ordered_until=until)),
        Part("due_today", group, Range((late, due), ordered_until=until)),
    ]


def _booked(limit: ReferralLimit, urgent: bool, day: dt.date, zone: ZoneInfo) -> list[Part]:
    """A booked visit is the limit itself, unless it lies too far from the order."""
    by_visit = Group("referral", SCHEDULED, urgent, "visit_at", booked=True)
    span, until = day_span(day, zone), day.isoformat()
    first, last = utc_text(span.starts_at - dt.timedelta(seconds=1)), utc_text(span.ends_at - dt.timedelta(seconds=1))
    most = limit.of(URGENT if urgent else ROUTINE).at_most_days
    if not most:
        return [
            Part("overdue", by_visit, Range((None, first), ordered_until=until)),
            Part("due_today", by_visit, Range((first, last), ordered_until=until)),
        ]
    by_day = Group("referral", SCHEDULED, urgent, _column(limit), booked=True)
    late, due = ((day - dt.timedelta(days=most + more)).isoformat() for more in (1, 0))
    return [
        Part("overdue", by_visit, Range((None, first), ordered_until=until)),
        Part("overdue", by_day, Range((None, late), ordered_until=until, visit_from=utc_text(span.starts_at))),
        Part("overdue", by_day, Range((None, late), ordered_until=until), extra=True),
        Part("due_today", by_visit, Range((first, last), ordered_until=until, counted_after=(_column(limit), late))),
        Part("due_today", by_day, Range((late, due), ordered_until=until, visit_from=utc_text(span.ends_at))),
    ]


def _last_due(limit: ReferralLimit, urgent: bool, day: dt.date, calendar: BusinessCalendar) -> str:
    """The last day to count from that makes a referral due on or before `day`; due days never go back."""
    within = limit.of(URGENT if urgent else ROUTINE).within
    anchor = day
    while within.after(anchor, calendar) > day:
        anchor -= _DAY
    return anchor.isoformat()


def _column(limit: ReferralLimit) -> str:
    return "counted_from" if limit.since_order else "since"
