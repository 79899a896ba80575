"""Business days and deadlines."""

from __future__ import annotations

import datetime as dt
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icm_desktop.content import policies
from icm_desktop.domain.business_days import BusinessCalendar, Holiday
from icm_desktop.domain.deadlines import Within, days_late

CALENDAR = policies.shipped().calendar
days = st.dates(dt.date(2021, 1, 1), dt.date(2040, 12, 31))
DAY = dt.timedelta(days=1)


def test_holidays_of_2026_are_the_official_ones(golden_dir):
    expected = tomllib.loads((golden_dir / "a.expected.toml").read_text())["holidays_2026"]
    year = (dt.date(2026, 1, 1) + DAY * n for n in range(365))
    assert [day for day in year if day.weekday() < 5 and not CALENDAR.is_business_day(day)] == expected


def test_new_year_on_a_saturday_is_kept_the_year_before():
    assert not CALENDAR.is_business_day(dt.date(2027, 12, 31))
    assert CALENDAR.is_business_day(dt.date(2026, 12, 31))


def test_a_deadline_skips_weekend_and_holiday():
    assert Within(business_days=10).after(dt.date(2026, 10, 29), CALENDAR) == dt.date(2026, 11, 13)
    assert Within(business_days=2).after(dt.date(2026, 11, 15), CALENDAR) == dt.date(2026, 11, 17)
    assert Within(days=14).after(dt.date(2026, 10, 27), CALENDAR) == dt.date(2026, 11, 10)
    assert days_late(dt.date(2026, 11, 13), dt.date(2026, 11, 20)) == 7
    assert days_late(None, dt.date(2026, 11, 20)) == 0
    assert CALENDAR.between(dt.date(2026, 11, 13), dt.date(2026, 11, 20)) == 5


@settings(max_examples=200, deadline=None)
@given(days, st.integers(0, 40))
def test_adding_and_counting_agree(day, count):
    end = CALENDAR.add(day, count)
    assert CALENDAR.between(day, end) == count
    assert end == day or CALENDAR.is_business_day(end)


@settings(max_examples=200, deadline=None)
@given(days, st.integers(0, 30))
def test_a_later_start_never_ends_earlier(day, count):
    assert CALENDAR.add(day, count) <= CALENDAR.add(day + DAY, count)
    assert CALENDAR.add(day, count) < CALENDAR.add(day, count + 1)


def test_nonsense_is_refused():
    with pytest.raises(ValueError, match="forwards"):
        CALENDAR.add(dt.date(2026, 1, 1), -1)
    with pytest.raises(ValueError, match="neither"):
        Holiday("Never", 1).observed(2026)
    for wrong in ({}, {"days": 1, "business_days": 1}):
        with pytest.raises(ValueError, match="give days"):
            Within(**wrong)


def test_a_holiday_before_its_first_year_is_a_working_day():
    assert BusinessCalendar((Holiday("New", 6, 19, since_year=2021),)).is_business_day(dt.date(2020, 6, 19))
