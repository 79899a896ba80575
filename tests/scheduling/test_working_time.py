"""Stretches, breaks, absences and rhythms of weeks: what is left of a day, and what cannot stand together."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.domain.working_time import Away, Stretch, clash, problem_of, within, without, work_on

MONDAY = dt.date(2026, 11, 2)
minutes = st.integers(0, 24 * 12).map(lambda five: f"{five * 5 // 60:02d}:{five * 5 % 60:02d}")
walls = st.tuples(minutes, minutes).filter(lambda pair: pair[0] < pair[1])
dates = st.dates(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


@st.composite
def stretches(draw):
    first, last = sorted((draw(dates), draw(dates)))
    every = draw(st.sampled_from([None, 1, 2, 3]))
    starts, ends = draw(walls.filter(lambda pair: pair[1] < "24:00"))
    bounds = draw(st.sampled_from(["", "from", "both"]))
    return Stretch(
        draw(st.integers(0, 6)), starts, ends, draw(st.booleans()), first if bounds or every else None,
        last if bounds == "both" else None, every,
    )  # fmt: skip


def covered(spans, at):
    return any(first <= at < last for first, last in spans)


ALL = [f"{five * 5 // 60:02d}:{five * 5 % 60:02d}" for five in range(24 * 12)]


@given(st.lists(walls, max_size=5), st.lists(walls, max_size=5))
def test_a_cut_takes_exactly_what_it_covers(spans, cuts):
    left = without(spans, cuts)
    assert all(covered(left, at) == (covered(spans, at) and not covered(cuts, at)) for at in ALL)
    inside = within(spans, cuts)
    assert all(covered(inside, at) == (covered(spans, at) and covered(cuts, at)) for at in ALL)


@given(st.lists(stretches(), max_size=4))
def test_a_clash_is_found_exactly_when_some_day_has_two_at_once(each):
    found = clash(each)
    days = [dt.date(2025, 12, 29) + dt.timedelta(days=n) for n in range(7 * 60)]
    real = any(
        a.is_break == b.is_break and a.falls_on(day) and b.falls_on(day) and a.starts < b.ends and b.starts < a.ends
        for a, b in itertools.combinations(each, 2)
        for day in days
    )
    assert (found is not None) == real


@given(stretches())
def test_a_stretch_that_was_drawn_well_has_no_problem_and_keeps_its_bounds(each):
    assert problem_of(each) is None
    for day in (dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(365)):
        if each.falls_on(day):
            assert day.weekday() == each.weekday
            assert (each.starts_on or day) <= day <= (each.ends_on or day)


@pytest.mark.parametrize(
    ("each", "what"),
    [
        (Stretch(0, "12:00", "09:00"), "hours"),
        (Stretch(7, "09:00", "12:00"), "hours"),
        (Stretch(0, "9", "12"), "hours"),
        (Stretch(0, "09:00", "12:00", starts_on=MONDAY, ends_on=dt.date(2026, 11, 1)), "dates"),
        (Stretch(0, "09:00", "12:00", every_weeks=2), "weeks"),
        (Stretch(0, "09:00", "12:00", starts_on=MONDAY, every_weeks=9), "weeks"),
    ],
)
def test_what_cannot_be_kept_is_named(each, what):
    assert problem_of(each) == what


def test_a_day_is_what_is_left_after_breaks_and_absences():
    week = [Stretch(0, "09:00", "12:00"), Stretch(0, "13:00", "17:00"), Stretch(0, "10:30", "10:45", is_break=True)]
    away = [Away(MONDAY, MONDAY, "15:00", "24:00")]
    left = [piece for piece, _ in work_on(MONDAY, week, away)]
    assert left == [("09:00", "10:30"), ("10:45", "12:00"), ("13:00", "15:00")]
    assert work_on(MONDAY, week, [Away(MONDAY, MONDAY)]) == []
    assert work_on(MONDAY + dt.timedelta(days=1), week) == []


def test_every_other_week_counts_from_the_week_it_begins_in():
    wednesday = dt.date(2026, 11, 4)
    each = Stretch(0, "09:00", "12:00", starts_on=wednesday, every_weeks=2)
    mondays = [MONDAY + dt.timedelta(weeks=n) for n in range(5)]
    assert [each.falls_on(day) for day in mondays] == [False, False, True, False, True]
