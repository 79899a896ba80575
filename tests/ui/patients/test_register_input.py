"""What was typed to find somebody becomes the start of a registration."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.dialogs.register_patient_input import details_from_search, read_birth_date

TODAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("3/4/58", "1958-03-04"),
        ("3/4/1958", "1958-03-04"),
        ("1958-03-04", "1958-03-04"),
        ("4 mar 1958", "1958-03-04"),
        ("4 marzo 1958", "1958-03-04"),
        ("1958", "1958"),
        ("1958-03", "1958-03"),
        ("31/12/20", "2020-12-31"),
        ("2w", None),
        ("fri", None),
        ("3/4", None),
        ("31 feb 1958", None),
        ("", None),
    ],
)
def test_birth_dates_are_read_as_people_type_them(typed: str, born: str | None) -> None:
    assert read_birth_date(typed, TODAY) == born


@pytest.mark.parametrize(
    ("typed", "family", "given", "born", "phone"),
    [
        ("lopez, maria 3/4/1958", "Lopez", "Maria", "1958-03-04", None),
        ("Lopes 1958", "Lopes", None, "1958", None),
        ("O'Brien Anne", "O'Brien", "Anne", None, None),
        ("chen 555-010-0142", "Chen", None, None, "555-010-0142"),
        ("roy 4 mar 1958 paul", "Roy", "Paul", "1958-03-04", None),
        ("555-010-0142", "", None, None, "555-010-0142"),
        ("", "", None, None, None),
    ],
)
def test_a_search_becomes_the_start_of_a_registration(
    typed: str, family: str, given: str | None, born: str | None, phone: str | None
) -> None:
    details = details_from_search(typed, TODAY)
    assert (details.family, details.given, details.birth_date, details.phone) == (family, given, born, phone)


@given(st.text(max_size=60))
def test_any_text_can_be_typed(typed: str) -> None:
    details = details_from_search(typed, TODAY)
    assert details.birth_date is None or details.birth_date == read_birth_date(details.birth_date, TODAY)


@given(st.dates(dt.date(1900, 1, 1), TODAY))
def test_every_written_birth_date_is_read_back(day: dt.date) -> None:
    for typed in (day.isoformat(), f"{day.month}/{day.day}/{day.year}", day.strftime("%d %b %Y")):
        assert read_birth_date(typed, TODAY) == day.isoformat()
