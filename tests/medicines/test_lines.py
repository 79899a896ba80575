"""How lines of a list are read: what is certain is told, everything else stays words and is not checked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icm_desktop.content.conflicts import formulary
from icm_desktop.domain.medicine_lines import daily_mg, generic_first, mg_per_day, read_line, recognised, slots_mg
from icm_desktop.domain.medicines import amount, directions, state_of
from tests.conftest import GOLDEN_DAY as TODAY

LINES = [
    ("- Metformin 1000 mg twice a day with meals", ("metformin",), 2000.0),
    ("Metformin 1,000 mg twice a day", ("metformin",), 2000.0),
    ("Digoxin 0,125 mg daily", ("digoxin",), 0.125),
    ("lisinopril 20mg 1 tab daily for blood pressure", ("lisinopril",), 20.0),
    ("1. Furosemide 40 mg tablet, take 2 tablets every morning", ("furosemide",), 80.0),
    ("Lipitor 40 mg tablet at bedtime", ("atorvastatin",), 40.0),
    ("warfarin 5 mg qhs", ("warfarin",), 5.0),
    ("levothyroxine 50 mcg daily", ("levothyroxine",), 0.05),
    ("Losartan/HCTZ 50/12.5 mg once daily", ("losartan", "hydrochlorothiazide"), None),
    ("Tylenol PM as needed", ("acetaminophen", "diphenhydramine"), None),
    ("aspirin 81", ("aspirin",), None),
    ("metformin 500 mg as directed", ("metformin",), None),
    ("Cápsulas de cúrcuma", (), None),
    ("=1+1", (), None),
    ("دواء الضغط", (), None),
]


@pytest.mark.parametrize(("line", "ingredients", "mg"), LINES)
def test_a_line_gives_its_medicine_and_only_a_dose_that_is_certain(line, ingredients, mg):
    read = read_line(line)
    assert read is not None
    assert recognised(formulary(), read.text) == ingredients
    assert daily_mg(read.text, read.dosage, None, None, None) == mg


@pytest.mark.parametrize(
    ("text", "dose", "unit", "mg"),
    [("metformin 1,000 mg tablet", 1, "tablet", 2000.0), ("digoxin 125 µg", 1, "Tablet(s)", 0.25),
     ("ibuprofen", 400, "MG", 800.0), ("morphine 10 mg/5 mL", 1, "tablet", None), ("lactulose 10 g", 1, "capful", None),
     ("ibuprofen 400 mg", 0, "tablet", None)],
)  # fmt: skip
def test_a_dose_in_pieces_counts_by_the_one_strength_in_the_name(text, dose, unit, mg):
    assert mg_per_day(text, dose, unit, 2) == mg


def test_the_generic_name_stands_first_and_the_brand_is_kept():
    known = formulary()
    assert generic_first(known, "Lipitor 40 mg tablet", ("atorvastatin",)) == ("atorvastatin 40 mg tablet", "Lipitor")
    assert generic_first(known, "ibuprofen 400 MG Oral Tablet [Advil]", ("ibuprofen",))[1] == "Advil"
    assert generic_first(known, "FUROSEMIDE 40MG TAB", ("furosemide",)) == ("furosemide 40mg tab", "")
    assert generic_first(known, "Turmeric", ()) == ("Turmeric", "")


def test_amounts_at_the_times_of_the_day_are_added_up():
    assert slots_mg("carvedilol 12.5 mg tablet", {"morning": "1", "evening": "half"}) == 18.75
    assert slots_mg("insulin", {"morning": "1"}) is None


@pytest.mark.parametrize("typed", ["two", "some", "-1", "0", "1e3", "=1+1", "1/0", "٣", "1" * 9])
def test_a_dose_that_is_no_positive_number_in_digits_is_refused(typed):
    assert amount(typed) is None


def test_directions_are_put_together_from_fields():
    assert directions(2, "tablet", "oral", "", ("morning", "bedtime"), as_needed=False) == (
        "2 tablets by mouth in the morning and at bedtime"
    )
    assert directions(0.5, "mg", "", "twice", (), as_needed=True) == "0.5 mg 2 times a day as needed"


def test_what_an_entry_says_of_today():
    assert state_of("active", "order", TODAY, TODAY) == "taken"
    assert state_of("active", "order", TODAY.replace(day=1), TODAY) == "over"
    assert state_of("on-hold", None, None, TODAY) == "held"
    assert state_of("not-taken", None, None, TODAY) == state_of("active", "do-not-perform", None, TODAY) == "never"
    assert state_of(None, None, None, TODAY) == "unknown" and state_of("stopped", None, None, TODAY) == "over"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_no_line_breaks_the_reader_and_no_letter_of_it_is_lost(line):
    read = read_line(line)
    if read is not None:
        kept = "".join((read.text + read.dosage).split())
        assert all(letter in kept for letter in "".join(line.split()) if letter.isalpha())
        daily_mg(read.text, read.dosage, None, None, None)
