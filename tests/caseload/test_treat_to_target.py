"""Treatment to target: the worked examples of the content, and what holds for every course of a score."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icm_desktop.content import treat_to_target as content
from icm_desktop.domain.score_courses import Course, Value
from icm_desktop.domain.treat_to_target import (
    DUE,
    GOOD,
    NO_RESPONSE,
    NOT_DUE,
    NOT_IMPROVING,
    OVERDUE,
    REMISSION,
    RESPONSE,
    Standing,
    review,
    standing,
)

TODAY = dt.date(2026, 11, 20)
PHQ9, GAD7 = content.targets()
COURSES = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 27)), min_size=1, max_size=7, unique_by=lambda x: x[0])


@pytest.mark.parametrize("example", content.examples(), ids=lambda one: one["title"])
def test_the_worked_examples(example):
    target = next(one for one in content.targets() if one.score == example["score"])
    course = Course(target.score, tuple(Value(one["on"], one["is"]) for one in example["values"]))
    found = standing(target, course, example["started"], example["on"])
    due = review([found], example.get("reviewed"), content.again_after_weeks(), example["on"])
    assert (found.state, due.state) == (example["state"], example["review"])
    for name in ("starts_on", "due_on"):
        assert name not in example or getattr(due, name) == example[name]


def of(values: list[tuple[int, int]], started: int, today: dt.date = TODAY) -> Standing:
    on = sorted((today - dt.timedelta(days=days), float(value)) for days, value in values)
    course = Course("phq9", tuple(Value(*one) for one in on))
    return standing(PHQ9, course, today - dt.timedelta(days=started), today)


@settings(max_examples=60)
@given(COURSES, st.integers(0, 400))
def test_a_high_score_is_improving_or_after_eight_weeks_it_is_not(values, started):
    one = of(values, started)
    assert one.course is not None
    first, last = one.course.first.value, one.course.last.value
    assert (one.state == REMISSION) == (len(values) > 1 and first >= 10 and last < 5)
    assert one.state != RESPONSE or (first - last) * 2 >= first
    if first >= 10 and started >= 56:
        assert (one.state in NOT_IMPROVING) != (one.state in GOOD)
    if started < 56:
        assert one.state not in NOT_IMPROVING


@settings(max_examples=60)
@given(COURSES, st.integers(0, 400), st.none() | st.integers(0, 400), st.integers(0, 60))
def test_a_review_is_due_within_its_window_and_waiting_makes_it_only_later(values, started, reviewed, wait):
    reviewed_on = None if reviewed is None else TODAY - dt.timedelta(days=reviewed)
    one = of(values, started)
    due = review([one], reviewed_on, content.again_after_weeks(), TODAY)
    assert (due.because is None) == (one.state not in NOT_IMPROVING)
    if due.because is None or due.starts_on is None or due.due_on is None:
        assert due.state == NOT_DUE
        return
    assert (due.due_on - due.starts_on).days == 28
    assert due.state == (NOT_DUE if due.starts_on > TODAY else DUE if due.due_on >= TODAY else OVERDUE)
    later = standing(PHQ9, one.course, one.started_on, TODAY + dt.timedelta(days=wait))
    again = review([later], reviewed_on, content.again_after_weeks(), TODAY + dt.timedelta(days=wait))
    order = (NOT_DUE, DUE, OVERDUE)
    assert order.index(again.state) >= order.index(due.state) and again.due_on == due.due_on


def test_the_score_that_improves_least_is_named():
    first = of([(60, 20), (1, 18)], 60)
    values = (Value(TODAY - dt.timedelta(days=60), 15), Value(TODAY, 15))
    second = standing(GAD7, Course("gad7", values), first.started_on, TODAY)
    assert review([first, second], None, 8, TODAY).because is second and second.state == NO_RESPONSE


def test_nobody_measured_is_nobody_known():
    unknown = [standing(target, None, TODAY - dt.timedelta(weeks=8), TODAY) for target in content.targets()]
    assert review(unknown, None, 8, TODAY).state == NOT_DUE
    assert review(unknown, None, 8, TODAY, to_be_measured=True).state == DUE
