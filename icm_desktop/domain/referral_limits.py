"""When a referral should have left the state it is in, and to whom it goes when it has not."""

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
    """The limit of some states. Counted from the order, or from the day of the state when not `since_order`.

    `service`: the kind of service it is for; empty for every one without a limit of its own. `at_once`: it is work from
    the day of the state on, not only from its last day.
    """

    name: str
    states: tuple[str, ...]
    since_order: bool
    routine: UrgencyLimit
    urgent: UrgencyLimit
    service: str = ""
    at_once: bool = False

    def of(self, urgency: str) -> UrgencyLimit:
        """The limit of an urgency; everything but routine is urgent (FHIR also knows asap and stat)."""
        return self.routine if urgency == ROUTINE else self.urgent


@dataclass(frozen=True, slots=True)
class Due:
    """Which limit applies and its last day in time; `service` when it is a limit of that kind of service."""

    limit: str
    on: dt.date
    service: str = ""
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """What decides the limit of a referral: where it stands, how urgent, for what kind of service, from when.

    `urgency`: routine, urgent, asap, stat. `ordered_on`, `visit_on`: local days of the order and of the visit that is
    booked for it, which then is the limit unless it lies too far ahead.
    """

    standing: Standing
    urgency: str
    service: str | None
    ordered_on: dt.date | None
    visit_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Escalation:
    """To whom a referral goes (`to`: coordinator or clinician) so long after its limit, or after so many calls in vain.

    Whatever comes first, but never before the limit has passed.
    """

    to: str
    routine: Within
    urgent: Within
    attempts: int

    def of(self, urgency: str) -> Within:
        """How long after the limit."""
        return self.routine if urgency == ROUTINE else self.urgent


@dataclass(frozen=True, slots=True)
class Reached:
    """A step of escalation with the day it is reached; `by_calls` when calls in vain brought it there."""

    to: str
    on: dt.date
    by_calls: bool = False


def due(case: Case, limits: tuple[ReferralLimit, ...], calendar: BusinessCalendar) -> Due | None:
    """The limit that applies to a referral now; None for one that has ended or that nobody dated.

    Args:
        case: The referral.
        limits: The practice's limits.
        calendar: Its business days.
    """
    standing = case.standing
    limit = limit_of(standing.state, case.service or "", limits)
    anchor = (case.ordered_on if limit and limit.since_order else standing.since) or standing.since
    if limit is None or anchor is None:
        return None
    allowed = limit.of(case.urgency)
    last = allowed.within.after(anchor, calendar)
    if standing.state == SCHEDULED and case.visit_on is not None:
        latest = anchor + dt.timedelta(days=allowed.at_most_days) if allowed.at_most_days else case.visit_on
        last = min(case.visit_on, latest)
    return Due(limit.name, last, limit.service, limit.at_once)


def limit_of(state: str, service: str, limits: tuple[ReferralLimit, ...]) -> ReferralLimit | None:
    """The limit of a state: that of the kind of service where it has one, else the general one."""
    of_state = [each for each in limits if state in each.states and each.service in {"", service}]
    return max(of_state, key=lambda limit: limit.service, default=None)


def ladder(
    due_on: dt.date, urgency: str, tries: int, steps: tuple[Escalation, ...], calendar: BusinessCalendar
) -> tuple[Reached, ...]:
    """The days on which a referral goes to somebody else when nothing happens; the first step first.

    Args:
        due_on: Its last day in time.
        urgency: As of `Case`.
        tries: Calls in vain since it stands where it stands; enough of them bring the day of a step forward.
        steps: Of the practice.
        calendar: Its business days.
    """
    found = []
    for step in steps:
        by_days = step.of(urgency).after(due_on, calendar)
        late = due_on + dt.timedelta(days=1)
        by_calls = tries >= step.attempts and late < max(by_days, late)
        found.append(Reached(step.to, late if by_calls else max(by_days, late), by_calls))
    return tuple(found)
