"""Treatment to a target: what a score says from its first value to its last, and when a case is due for review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from icm_desktop.domain.pathways.intervals import days_before
from icm_desktop.domain.score_courses import Course

NOT_MEASURED, BELOW, EARLY, UNDER = "not_measured", "below", "early", "under_improvement"
REMISSION, RESPONSE, IMPROVED = "remission", "response", "improved"
NO_RESPONSE, NOT_AGAIN = "no_response", "not_again"
NOT_IMPROVING = (NO_RESPONSE, NOT_AGAIN)
GOOD = (REMISSION, RESPONSE, IMPROVED)
NOT_DUE, DUE, OVERDUE = "not_due", "due", "overdue"
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Target:
    """How one score is treated to target. `entry`: from here on it is treated; weeks count from the start.

    `under_points`: a smaller fall than this from week `under_from_week` on is too little.
    """

    score: str
    entry: float
    improved_below: float
    response_percent: float
    remission_below: float
    under_points: float
    under_from_week: int
    review_from_week: int
    review_by_week: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What a score says on a day; `fall` in points, `percent` of the first value (None: one value, or from 0)."""

    target: Target
    state: str
    course: Course | None
    started_on: dt.date
    weeks: float
    fall: float | None
    percent: float | None


@dataclass(frozen=True, slots=True)
class Review:
    """When the case is to be reviewed with the psychiatric consultant. `because`: the score that does not improve."""

    state: str
    starts_on: dt.date | None = None
    due_on: dt.date | None = None
    because: Standing | None = None


def standing(target: Target, course: Course | None, started_on: dt.date, today: dt.date) -> Standing:
    """What the course of a score says today.

    Args:
        target: The rule.
        course: From the first value of the treatment to the last one; None when there is none.
        started_on: When treatment began.
        today: The day asked for.
    """
    weeks = max(0, (today - started_on).days) / _WEEK
    fall = course.first.value - course.last.value if course is not None and len(course.values) > 1 else None
    percent = course.fall_percent if course is not None else None
    return Standing(target, _state(target, course, fall, weeks), course, started_on, weeks, fall, percent)


def _state(target: Target, course: Course | None, fall: float | None, weeks: float) -> str:
    if course is None:
        return NOT_MEASURED
    first, last = course.first.value, course.last.value
    if first < target.entry:
        return BELOW if last < target.entry else _late(target, weeks, None)
    if fall is None:
        return NOT_AGAIN if weeks >= target.review_from_week else EARLY
    if last < target.remission_below:
        return REMISSION
    if fall * 100 >= target.response_percent * first:
        return RESPONSE
    return IMPROVED if last < target.improved_below else _late(target, weeks, fall)


def _late(target: Target, weeks: float, fall: float | None) -> str:
    """Of a score that is high: whether it is too late for that, and whether it fell too little."""
    if weeks >= target.review_from_week:
        return NO_RESPONSE
    too_little = fall is None or fall < target.under_points
    return UNDER if weeks >= target.under_from_week and too_little else EARLY


def in_treatment(course: Course | None, started_on: dt.date, before_days: int) -> Course | None:
    """The course, unless all of it lies too long before the treatment: then nothing was measured in it."""
    too_old = course is not None and course.last.on < days_before(started_on, before_days)
    return None if too_old else course


def review(
    standings: Sequence[Standing],
    reviewed_on: dt.date | None,
    again_after_weeks: int,
    today: dt.date,
    *,
    to_be_measured: bool = False,
) -> Review:
    """Whether the case is to be reviewed: a score does not improve, and no review answered that yet.

    Args:
        standings: The scores.
        reviewed_on: The last review of the case; one before it was due does not count.
        again_after_weeks: How long a review answers it: what was changed then has its time.
        today: The day asked for.
        to_be_measured: Whether no score at all is a reason too: nobody knows whether the patient improves.
    """
    late = [one for one in standings if one.state in NOT_IMPROVING]
    unknown = [one for one in standings if one.state == NOT_MEASURED and one.weeks >= one.target.review_from_week]
    if to_be_measured and len(unknown) == len(standings):
        late = unknown[:1]
    if not late:
        return Review(NOT_DUE)
    worst = min(late, key=lambda one: (one.percent if one.percent is not None else 0.0, one.target.score))
    window = dt.timedelta(weeks=worst.target.review_by_week - worst.target.review_from_week)
    starts = worst.started_on + dt.timedelta(weeks=worst.target.review_from_week)
    if reviewed_on is not None and reviewed_on >= starts:
        starts = reviewed_on + dt.timedelta(weeks=again_after_weeks)
    state = NOT_DUE if today < starts else DUE if today <= starts + window else OVERDUE
    return Review(state, starts, starts + window, worst)
