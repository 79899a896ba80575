"""When a referral should have left the state it is in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.domain.business_days import BusinessCalendar
from icm_desktop.domain.deadlines import Within
from icm_desktop.domain.referral_states import SCHEDULED, Standing

ROUTINE, URGENT = "routine", "urgent"


@dataclass(frozen=True, slots=True)
class UrgencyLimit:
    """How long; `at_most_days` from the order is how far a booked date may lie before it counts as late."""

    within: Within
    at_most_days: int | None = None


@dataclass(frozen=True, slots=True)
class ReferralLimit:
    """The limit of some states. Counted from the order, or from the day of the state when not `since_order`."""

    name: str
    states: tuple[str, ...]
    since_order: bool
    routine: UrgencyLimit
    urgent: UrgencyLimit

    def of(self, urgency: str) -> UrgencyLimit:
        """The limit of an urgency; everything but routine is urgent (FHIR also knows asap and stat)."""
        return self.routine if urgency == ROUTINE else self.urgent


@dataclass(frozen=True, slots=True)
class Due:
    """Which limit applies and its last day in time."""

    limit: str
    on: dt.date


def due(
    standing: Standing,
    urgency: str,
    ordered_on: dt.date | None,
    visit_on: dt.date | None,
    limits: tuple[ReferralLimit, ...],
    calendar: BusinessCalendar,
) -> Due | None:
    """The limit that applies to a referral now; None for one that has ended or that nobody dated.

    Args:
        standing: Where it stands and since when.
        urgency: routine, urgent, asap, stat.
        ordered_on: Local day of the order.
        visit_on: Local day of the visit that is booked for it, which then is the limit unless it lies too far ahead.
        limits: The practice's limits.
        calendar: Its business days.
    """
    limit = next((each for each in limits if standing.state in each.states), None)
    anchor = (ordered_on if limit and limit.since_order else standing.since) or standing.since
    if limit is None or anchor is None:
        return None
    allowed = limit.of(urgency)
    if standing.state == SCHEDULED and visit_on is not None:
        latest = anchor + dt.timedelta(days=allowed.at_most_days) if allowed.at_most_days else visit_on
        return Due(limit.name, min(visit_on, latest))
    return Due(limit.name, allowed.within.after(anchor, calendar))
