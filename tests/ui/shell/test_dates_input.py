"""Dates as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.dates_input import Lean, read_date, split_time

TUESDAY = dt.date(2026, 7, 14)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("7/14", dt.date(2026, 7, 14)),
        ("7/13", dt.date(2027, 7, 13)),
        ("14 jul", dt.date(2026, 7, 14)),
        ("20 de julio", dt.date(2026, 7, 20)),
        ("jul 20", dt.date(2026, 7, 20)),
        ("jul 20, 2027", dt.date(2027, 7, 20)),
        ("20-Jul-2026", dt.date(2026, 7, 20)),
        ("fri", dt.date(2026, 7, 17)),
        ("viernes", dt.date(2026, 7, 17)),
        ("miércoles", dt.date(2026, 7, 15)),
        ("martes", dt.date(2026, 7, 21)),
        ("+2w", dt.date(2026, 7, 28)),
        ("2s", dt.date(2026, 7, 28)),
        ("3m", dt.date(2026, 10, 14)),
        ("3 meses", dt.date(2026, 10, 14)),
        ("in 10 days", dt.date(2026, 7, 24)),
        ("1a", dt.date(2027, 7, 14)),
        ("mañana", dt.date(2026, 7, 15)),
        ("hoy", TUESDAY),
        ("2026-12-01", dt.date(2026, 12, 1)),
        ("14/7", dt.date(2026, 7, 14)),
        ("29 feb", dt.date(2028, 2, 29)),
        ("٧/٢٠", dt.date(2026, 7, 20)),
    ],
)
def test_a_date_as_typed_is_understood(typed: str, day: dt.date) -> None:
    assert read_date(typed, TUESDAY) == day


@pytest.mark.parametrize(
    ("typed", "day", "time"),
    [
        ("8 dec 2:30 pm", "8 dec", "2:30 pm"),
        ("fri 9", "fri", "9"),
        ("8 dec, 14:30", "8 dec", "14:30"),
        ("8 dec 2026", "8 dec 2026", ""),
        ("30 feb 9", "30 feb 9", ""),
        ("feb 29 2027", "feb 29 2027", ""),
        ("9:30", "9:30", ""),
        ("", "", ""),
    ],
)
def test_a_time_behind_a_day_is_told_apart_and_what_is_no_day_is_left_whole(typed: str, day: str, time: str) -> None:
    assert split_time(typed, TUESDAY) == (day, time)


@pytest.mark.parametrize("typed", ["", "soon", "31 feb", "13/32", "99999999m", "lunes martes", "0/0", "²"])
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    assert read_date(typed, TUESDAY) is None


def test_a_birth_date_leans_to_the_past() -> None:
    assert read_date("3/4/58", TUESDAY, lean=Lean.PAST) == dt.date(1958, 3, 4)
    assert read_date("4 mar 1958", TUESDAY, lean=Lean.PAST) == dt.date(1958, 3, 4)
    assert read_date("12/25", TUESDAY, lean=Lean.PAST) == dt.date(2025, 12, 25)


def test_the_order_of_day_and_month_follows_the_practice() -> None:
    assert read_date("3/4/2027", TUESDAY) == dt.date(2027, 3, 4)
    assert read_date("3/4/2027", TUESDAY, month_first=False) == dt.date(2027, 4, 3)


def test_the_last_day_of_a_month_stays_in_the_next_one() -> None:
    assert read_date("1m", dt.date(2027, 1, 31)) == dt.date(2027, 2, 28)


@given(st.text(max_size=30))
def test_nothing_typed_makes_it_fail(typed: str) -> None:
    found = read_date(typed, TUESDAY)
    assert found is None or isinstance(found, dt.date)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_the_format_we_show_is_read_back(day: dt.date) -> None:
    english = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    spanish = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"]
    for months in (english, spanish):
        assert read_date(f"{day.day:02d}-{months[day.month - 1]}-{day.year:04d}", TUESDAY) == day


@given(st.integers(1, 400), st.sampled_from("dw"))
def test_an_offset_lies_that_far_ahead(amount: int, unit: str) -> None:
    days = amount * (7 if unit == "w" else 1)
    assert read_date(f"+{amount}{unit}", TUESDAY) == TUESDAY + dt.timedelta(days=days)
