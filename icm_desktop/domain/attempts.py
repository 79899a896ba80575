"""When somebody who was not reached is tried again, and when trying again is no longer enough."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from icm_desktop.domain.business_days import BusinessCalendar
from icm_desktop.domain.deadlines import Within

DUE, RESTING, HANDED_ON = "due", "resting", "handed_on"
REACHED = "reached"
NOT_REACHED = frozenset({"left_message", "no_answer", "wrong_number"})


@dataclass(frozen=True, slots=True)
class AttemptRule:
    """How long nobody calls after a try, and after how many tries the coordinator takes over."""

    rest: Within
    most: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try on a local day."""

    day: dt.date
    outcome: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a call stands: `tries` without reaching anybody since the last time somebody was reached.

    `state`: due, resting (until `next_on`) or handed_on (tried as often as the rule says: for the coordinator).
    """

    state: str
    tries: int
    next_on: dt.date | None = None


def standing(attempts: Sequence[Attempt], day: dt.date, rule: AttemptRule, calendar: BusinessCalendar) -> Standing:
    """Where a call stands on a day, from the tries up to and including that day, in order of time."""
    known = [each for each in attempts if each.day <= day]
    reached = max((at for at, each in enumerate(known) if each.outcome == REACHED), default=-1)
    missed = [each.day for each in known[reached + 1 :] if each.outcome in NOT_REACHED]
    if len(missed) >= rule.most:
        return Standing(HANDED_ON, len(missed))
    next_on = next_try(missed[-1], rule, calendar) if missed else None
    if next_on is not None and next_on > day:
        return Standing(RESTING, len(missed), next_on)
    return Standing(DUE, len(missed))


def next_try(day: dt.date, rule: AttemptRule, calendar: BusinessCalendar) -> dt.date:
    """The first day on which somebody may be tried again after a try on `day`: always a business day after it."""
    after = rule.rest.after(day, calendar)
    return after if after > day and calendar.is_business_day(after) else calendar.add(after, 1)
