"""Stretches of time: cut at midnight through clock changes, never shared by two patients of one person."""

from __future__ import annotations

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.domain.minutes import Stretch, by_day, free_of, whole_minutes

NEW_YORK = ZoneInfo("America/New_York")
ZONES = st.sampled_from([NEW_YORK, ZoneInfo("America/Los_Angeles"), ZoneInfo("Pacific/Chatham"), ZoneInfo("UTC")])
MOMENTS = st.integers(1_577_836_800, 1_924_905_600).map(lambda at: dt.datetime.fromtimestamp(at, dt.UTC))
STRETCHES = st.builds(
    lambda at, seconds: Stretch(at, at + dt.timedelta(seconds=seconds)), MOMENTS, st.integers(1, 200_000)
)
NEAR = dt.datetime(2026, 11, 1, 4, tzinfo=dt.UTC)
NEAR_STRETCHES = st.builds(
    lambda first, length: Stretch(NEAR + dt.timedelta(minutes=first), NEAR + dt.timedelta(minutes=first + length)),
    st.integers(0, 600),
    st.integers(1, 200),
)


@given(STRETCHES, ZONES)
def test_pieces_of_days_join_to_the_whole_and_each_lies_in_one_day(stretch, zone):
    pieces = by_day(stretch, zone)
    assert (pieces[0].starts_at, pieces[-1].ends_at) == (stretch.starts_at, stretch.ends_at)
    assert all(one.ends_at == two.starts_at for one, two in itertools.pairwise(pieces))
    for piece in pieces:
        last = piece.ends_at - dt.timedelta(seconds=1)
        assert piece.starts_at.astimezone(zone).date() == last.astimezone(zone).date()


def test_the_night_of_a_clock_change_has_its_real_length():
    evening = dt.datetime(2026, 10, 31, 23, 30, tzinfo=NEW_YORK)
    long = Stretch(evening.astimezone(dt.UTC), dt.datetime(2026, 11, 2, 0, 30, tzinfo=NEW_YORK).astimezone(dt.UTC))
    assert [one.seconds // 60 for one in by_day(long, NEW_YORK)] == [30, 25 * 60, 30]
    spring = Stretch(
        dt.datetime(2026, 3, 7, 23, tzinfo=NEW_YORK).astimezone(dt.UTC),
        dt.datetime(2026, 3, 9, 1, tzinfo=NEW_YORK).astimezone(dt.UTC),
    )
    assert [one.seconds // 60 for one in by_day(spring, NEW_YORK)] == [60, 23 * 60, 60]


@given(NEAR_STRETCHES, st.lists(NEAR_STRETCHES, max_size=6))
def test_what_is_left_is_the_stretch_without_what_was_taken(stretch, taken):
    left = free_of(stretch, taken)
    assert not any(one.overlaps(other) for one in left for other in taken)
    assert all(stretch.starts_at <= one.starts_at < one.ends_at <= stretch.ends_at for one in left)
    minute = dt.timedelta(minutes=1)
    every = [stretch.starts_at + n * minute for n in range(stretch.seconds // 60)]
    free = [at for at in every if not any(one.starts_at <= at < one.ends_at for one in taken)]
    assert whole_minutes(left) == len(free)


def test_seconds_are_added_before_they_are_cut_to_minutes():
    at = NEAR
    pieces = [Stretch(at + dt.timedelta(hours=n), at + dt.timedelta(hours=n, seconds=90)) for n in range(4)]
    assert whole_minutes(pieces) == 6 and whole_minutes(pieces[:1]) == 1 and whole_minutes([]) == 0
