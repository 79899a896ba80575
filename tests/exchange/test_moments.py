"""FHIR dates of every precision: kept, compared, and refused when they do not exist."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.domain import moments
from icm_desktop.domain.moments import NotAMoment

NEW_YORK = ZoneInfo("America/New_York")
ZONES = st.sampled_from([NEW_YORK, ZoneInfo("Pacific/Auckland"), ZoneInfo("UTC"), ZoneInfo("Asia/Kathmandu")])
DAYS = st.dates(dt.date(1850, 1, 1), dt.date(2200, 12, 31))
SECONDS = st.integers(-2_000_000_000, 7_000_000_000)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
INSTANTS = st.builds(dt.datetime.fromtimestamp, SECONDS, OFFSETS)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2019", "2019"),
        ("2019-05", "2019-05"),
        (" 2019-05-07 ", "2019-05-07"),
        ("2026-11-18T20:30:00-05:00", "2026-11-19T01:30:00Z"),
        ("2026-11-18T20:30:00.123456789-05:00", "2026-11-19T01:30:00Z"),
        ("2026-11-18T20:30Z", "2026-11-18T20:30:00Z"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
        ("2026-07-01T08:00:00", "2026-07-01T12:00:00Z"),
    ],
)
def test_every_precision_is_kept(written, kept):
    assert moments.stored(written, NEW_YORK) == kept


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("", "not_a_date"),
        ("yesterday", "not_a_date"),
        ("20190507", "not_a_date"),
        ("2019-W01-1", "not_a_date"),
        ("٢٠١٩-05-07", "not_a_date"),
        ("2019-02-30", "no_such_day"),
        ("2019-13", "no_such_day"),
        ("0000", "no_such_day"),
        ("2019-05-07T24:00:00Z", "no_such_time"),
        ("2019-05-07T10:61:00Z", "no_such_time"),
        ("0001-01-01T00:00:00+14:00", "no_such_day"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(written, reason):
    with pytest.raises(NotAMoment) as refused:
        moments.stored(written)
    assert refused.value.reason == reason


@given(INSTANTS, ZONES)
def test_an_instant_falls_on_the_day_the_clock_on_the_wall_shows(moment, zone):
    when = moments.stored(moment.isoformat())
    assert moments.local_day(when, zone) == moment.astimezone(zone).date()
    assert moments.instant(when) == moment.replace(microsecond=0)


@given(INSTANTS, INSTANTS, ZONES)
def test_instants_sort_as_text_as_they_do_in_time(one, other, zone):
    first, second = moments.from_datetime(one), moments.from_datetime(other)
    assert (first < second) == (one.replace(microsecond=0) < other.replace(microsecond=0))
    assert moments.is_before(first, second, zone) is (first < second)


@given(DAYS, DAYS, st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_partial_dates_compare_only_as_far_as_they_tell(one, other, length, other_length):
    first, second = one.isoformat()[:length], other.isoformat()[:other_length]
    told = moments.is_before(first, second, NEW_YORK)
    if told is not None:
        assert told is (one < other)
    else:
        assert min(length, other_length) < 10
    assert moments.span(first, NEW_YORK).first <= one <= moments.span(first, NEW_YORK).last


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_a_date_is_kept_as_written_and_reading_it_twice_changes_nothing(day, length):
    when = moments.stored(day.isoformat()[:length])
    assert when == day.isoformat()[:length]
    assert moments.stored(when) == when
    assert moments.local_day(when, NEW_YORK) == (day if length == 10 else None)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_is_refused(text):
    try:
        kept = moments.stored(text)
    except NotAMoment as refused:
        kept = refused.reason
    assert kept in {"not_a_date", "no_such_day", "no_such_time"} or moments.stored(kept) == kept


def test_age_is_told_only_when_the_birth_date_tells():
    today = dt.date(2026, 11, 20)
    assert moments.age_in_years("1961-11-20", today) == 65
    assert moments.age_in_years("1961-11-21", today) == 64
    assert moments.age_in_years("1961", today) is None
    assert moments.age_in_years("1961-02", today) == 65
    assert moments.age_in_years("2030-01-01", today) is None
    assert moments.age_in_years("2004-02-29", dt.date(2025, 2, 28)) == 20
