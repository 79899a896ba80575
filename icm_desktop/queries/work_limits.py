"""From when on a referral is late: the limits of the practice turned into the last days that are late or due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from db.audit import utc_text
from db.repositories.standing import Escalated, Group, Light, Range
from icm_desktop.content.policies import Policies
from icm_desktop.domain import referral_limits
from icm_desktop.domain.business_days import BusinessCalendar
from icm_desktop.domain.referral_limits import ROUTINE, URGENT, Case, Due, Escalation, ReferralLimit
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
    return _due(row.state, row.urgent, row.service, (row.since, row.counted_from), visit_on, policies)


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
    due, last = _due_from(row, start, policies), start
    while _due_from(row, last + _DAY, policies) == due:
        last += _DAY
    return last.isoformat()


def _due_from(row: Light, day: dt.date, policies: Policies) -> Due | None:
    return _due(row.state, row.urgent, row.service, (day.isoformat(),) * 2, None, policies)


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
                group = Group("referral", state, urgent, _column(limit), **_services(limit, state, policies))
                found += _plain(limit, group, day, policies)
                if state == SCHEDULED:
                    found += _booked(limit, group, day, zone, policies)
    return tuple(found)


def _services(limit: ReferralLimit, state: str, policies: Policies) -> dict[str, Any]:
    """A limit of a kind of service is for these; the general one for all that have none of their own."""
    if limit.service:
        return {"services": (limit.service,)}
    own = (each.service for each in policies.referral_limits if each.service and state in each.states)
    return {"services": tuple(own), "without": True}


@lru_cache(maxsize=20_000)
def _due(
    state: str,
    urgent: bool,
    service: str,
    days: tuple[str | None, str | None],
    visit_on: dt.date | None,
    policies: Policies,
) -> Due | None:
    since, counted_from = (dt.date.fromisoformat(day) if day else None for day in days)
    case = Case(Standing(state, since), URGENT if urgent else ROUTINE, service, counted_from, visit_on)
    return referral_limits.due(case, policies.referral_limits, policies.calendar)


def _plain(limit: ReferralLimit, group: Group, day: dt.date, policies: Policies) -> list[Part]:
    late, due = (_last_due(limit, group, each, policies.calendar) for each in (day - _DAY, day))
    until = day.isoformat()
    reached = tuple(
        Escalated(step.to, step.attempts, ((group.by, _last_due(limit, group, last, policies.calendar)),))
        for step, last in _steps(group, day, policies)
    )
    return [
        Part("overdue", group, Range((None, late), ordered_until=until, escalated=reached)),
        Part("due_today", group, Range((late, None if limit.at_once else due), ordered_until=until)),
    ]


def _booked(limit: ReferralLimit, group: Group, day: dt.date, zone: ZoneInfo, policies: Policies) -> list[Part]:
    """A booked visit is the limit itself, unless it lies too far from the order."""
    by_visit, by_day = replace(group, by="visit_at", booked=True), replace(group, booked=True)
    span, until = day_span(day, zone), day.isoformat()
    first, last = utc_text(span.starts_at - dt.timedelta(seconds=1)), utc_text(span.ends_at - dt.timedelta(seconds=1))
    most = limit.of(URGENT if group.urgent else ROUTINE).at_most_days
    reached = tuple(
        Escalated(step.to, step.attempts, _bounds(group, last_day, most, zone))
        for step, last_day in _steps(group, day, policies)
    )
    before = Part("overdue", by_visit, Range((None, first), ordered_until=until, escalated=reached))
    if not most:
        return [before, Part("due_today", by_visit, Range((first, last), ordered_until=until))]
    late, due = ((day - dt.timedelta(days=most + more)).isoformat() for more in (1, 0))
    far = Range((None, late), ordered_until=until, escalated=reached)
    return [
        before,
        Part("overdue", by_day, replace(far, visit_from=utc_text(span.starts_at))),
        Part("overdue", by_day, far, extra=True),
        Part("due_today", by_visit, Range((first, last), ordered_until=until, counted_after=(group.by, late))),
        Part("due_today", by_day, Range((late, due), ordered_until=until, visit_from=utc_text(span.ends_at))),
    ]


def _steps(group: Group, day: dt.date, policies: Policies) -> Iterator[tuple[Escalation, dt.date]]:
    """Each step of escalation with the last due day that has reached it."""
    for step in policies.referral_escalation:
        within, last = step.of(URGENT if group.urgent else ROUTINE), day
        while within.after(last, policies.calendar) > day:
            last -= _DAY
        yield step, last


def _bounds(group: Group, day: dt.date, most: int | None, zone: ZoneInfo) -> tuple[tuple[str, str], ...]:
    """Until when the visit, or the day the limit counts from, makes a booked referral due by `day`."""
    by_visit = ("visit_at", utc_text(day_span(day, zone).ends_at - dt.timedelta(seconds=1)))
    return (by_visit, (group.by, (day - dt.timedelta(days=most)).isoformat())) if most else (by_visit,)


def _last_due(limit: ReferralLimit, group: Group, day: dt.date, calendar: BusinessCalendar) -> str:
    """The last day to count from that makes a referral due on or before `day`; due days never go back."""
    within = limit.of(URGENT if group.urgent else ROUTINE).within
    anchor = day
    while within.after(anchor, calendar) > day:
        anchor -= _DAY
    return anchor.isoformat()


def _column(limit: ReferralLimit) -> str:
    return "counted_from" if limit.since_order else "since"
