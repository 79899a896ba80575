"""Dates, times, names and ages as staff read them."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.common import PatientHead
from ui.formatting import Formatting

NEW_YORK = Formatting("America/New_York", today=dt.date(2026, 7, 14))


def test_dates_are_unmistakable(qapp: QApplication) -> None:
    assert NEW_YORK.date(dt.date(2026, 7, 4)) == "04-Jul-2026"
    assert NEW_YORK.weekday_date(dt.date(2026, 7, 14)) == "Tue 14-Jul-2026"
    assert NEW_YORK.date(dt.datetime(2026, 7, 15, 2, 0, tzinfo=dt.UTC)) == "14-Jul-2026"  # still the 14th in New York
    assert NEW_YORK.date(None) == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [("1958", "1958"), ("1958-03", "Mar-1958"), ("1958-03-04", "04-Mar-1958"), (None, "Not known"), ("", "Not known")],
)
def test_a_birth_date_shows_only_what_is_known(qapp: QApplication, text: str | None, shown: str) -> None:
    assert NEW_YORK.partial_date(text) == shown


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("1958-03-04", "68y"), ("1958-07-15", "67y"), ("2026-07-10", "4d"), ("2026-06-01", "6w"), ("2026-01-14", "6m"),
        ("2024-07-15", "23m"), ("2024-07-14", "2y"), ("1958", "about 68y"), (None, ""), ("1958-02-31", ""),
    ],
)  # fmt: skip
def test_ages_fit_the_age(qapp: QApplication, born: str | None, age: str) -> None:
    assert NEW_YORK.age(born) == age


def test_times_follow_the_practices_clock(qapp: QApplication) -> None:
    at = dt.datetime(2026, 7, 14, 18, 5, tzinfo=dt.UTC)
    assert NEW_YORK.time(at) == "2:05 PM"
    assert NEW_YORK.time(dt.time(0, 30)) == "12:30 AM"
    assert Formatting("America/New_York", clock_24_hours=True).time(at) == "14:05"
    assert NEW_YORK.date_time(at) == "Tue 14-Jul-2026 2:05 PM"


def test_relative_days_stand_beside_dates(qapp: QApplication) -> None:
    assert NEW_YORK.relative(dt.date(2026, 7, 11)) == "3 d late"
    assert NEW_YORK.relative(dt.date(2026, 7, 14)) == "today"
    assert NEW_YORK.relative(dt.date(2026, 7, 17)) == "in 3 d"
    assert NEW_YORK.since(dt.date(2026, 7, 13)) == "yesterday"


def test_a_name_has_its_family_name_in_capitals(qapp: QApplication) -> None:
    head = PatientHead(1, "412", "López", "María", "Ms", None, "1958-03-04", "female", "es", None)
    assert NEW_YORK.name(head) == "LÓPEZ, María (Ms)"
    assert NEW_YORK.short_name(head) == "LÓPEZ, María 68y F"
    assert NEW_YORK.language("es") == "Spanish"
    assert NEW_YORK.language("es-US") == "Spanish"


@pytest.mark.parametrize(("value", "shown"), [(1234.5, "1,234.5"), (8.0, "8"), (0.25, "0.2"), (8.10, "8.1")])
def test_numbers_have_no_trailing_zero(value: float, shown: str) -> None:
    assert NEW_YORK.number(value) == shown
