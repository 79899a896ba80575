"""Wall time and UTC, also across clock changes; the grid of starts."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icm_desktop.domain.timeslots import Fit, Span, day_span, grid, local_to_utc, wall_span, wall_time

NEW_YORK = ZoneInfo("America/New_York")
ZONES = sorted(
    available_timezones() & {"America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "UTC"}
)


def wall(text):
    """A wall-clock time, without a zone."""
    return dt.datetime.fromisoformat(text)


def test_a_time_in_the_gap_says_so_and_lands_after_it():
    found = local_to_utc(wall("2026-03-08T02:30"), NEW_YORK)
    assert found.fit is Fit.GAP
    assert [choice.astimezone(NEW_YORK).strftime("%H:%M") for choice in found.choices] == ["03:30"]


def test_a_time_that_happens_twice_offers_both():
    found = local_to_utc(wall("2026-11-01T01:30"), NEW_YORK)
    assert found.fit is Fit.OVERLAP
    assert found.choices[1] - found.choices[0] == dt.timedelta(hours=1)


def test_hours_keep_their_wall_time_across_the_clock_change():
    days = (dt.date(2026, 10, 26), dt.date(2026, 11, 2))
    before, after = (wall_span(day, "09:00", "12:00", NEW_YORK) for day in days)
    assert before is not None and after is not None
    assert (before.starts_at.hour, after.starts_at.hour) == (13, 14)
    assert before.ends_at - before.starts_at == after.ends_at - after.starts_at


def test_local_days_have_23_24_and_25_hours():
    days = (dt.date(2026, 3, 8), dt.date(2026, 3, 9), dt.date(2026, 11, 1))
    lengths = [(span.ends_at - span.starts_at).total_seconds() / 3600 for span in (day_span(d, NEW_YORK) for d in days)]
    assert lengths == [23, 24, 25]


def test_a_night_shift_over_the_repeated_hour_is_an_hour_longer():
    span = wall_span(dt.date(2026, 11, 1), "00:30", "03:30", NEW_YORK)
    assert span is not None
    assert span.ends_at - span.starts_at == dt.timedelta(hours=4)


@pytest.mark.parametrize("text", ["9:00", "24:00", "09:60", "0900", "", "ab:cd", "09:00:00", "٠٩:٠٠"])
def test_other_forms_of_time_are_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        wall_time(text)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(ZONES), st.datetimes(wall("1990-01-01"), wall("2040-01-01")))
def test_a_wall_time_comes_back_unless_it_never_was(name, local):
    zone = ZoneInfo(name)
    found = local_to_utc(local, zone)
    back = [choice.astimezone(zone).replace(tzinfo=None, fold=0) for choice in found.choices]
    assert found.choices == tuple(sorted(found.choices))
    if found.fit is Fit.GAP:
        assert back != [local]
        assert back[0] > local
    else:
        assert set(back) == {local}
        assert len(back) == (2 if found.fit is Fit.OVERLAP else 1)


@settings(max_examples=100, deadline=None)
@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)), st.sampled_from(ZONES))
def test_spans_lie_inside_their_local_day(day, name):
    zone = ZoneInfo(name)
    for starts, ends in (("00:00", "24:00"), ("00:00", "12:00"), ("12:00", "23:59"), ("01:00", "03:00")):
        span = wall_span(day, starts, ends, zone)
        assert span is not None and day_span(day, zone).contains(span)
        assert span.starts_at < span.ends_at


def test_a_stretch_the_clock_skips_is_no_stretch():
    assert wall_span(dt.date(2026, 3, 8), "02:00", "03:00", NEW_YORK) is None


START = dt.datetime(2026, 11, 3, 14, tzinfo=dt.UTC)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 480), st.integers(5, 120))
def test_the_grid_holds_every_start_at_which_the_visit_still_ends_in_time(open_minutes, length):
    open_ = Span(START, START + dt.timedelta(minutes=open_minutes))
    step = min(15, length)
    starts = [START + dt.timedelta(minutes=at) for at in range(0, open_minutes - length + 1, step)]
    found = list(grid(open_, dt.timedelta(minutes=length)))
    assert found == [Span(start, start + dt.timedelta(minutes=length)) for start in starts]
