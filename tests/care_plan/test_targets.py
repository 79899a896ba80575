"""Targets and quantities in one line, in signs every language reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.domain.goals import target_text
from icm_desktop.domain.units import number_text, quantity_text


@pytest.mark.parametrize(
    ("target", "line"),
    [
        ({"comparator": "<", "value": 8.0, "unit": "%", "name": "A1c"}, "A1c < 8 %"),
        ({"comparator": "<=", "value": 130.0, "unit": "mm[Hg]"}, "≤ 130 mm Hg"),
        ({"low": 2000.0, "high": 3000.0, "unit": "mL"}, "2,000–3,000 mL"),
        ({"low": 2000.0, "unit": "mL"}, "≥ 2,000 mL"),
        ({"high": 5.0, "unit": "{score}"}, "≤ 5"),
        ({"value": 6.5, "unit": "%"}, "6.5 %"),
        ({"text": "walk daily"}, "walk daily"),
        ({}, None),
    ],
)
def test_a_target_in_one_line(target, line):
    empty = dict.fromkeys(("name", "comparator", "value", "low", "high", "unit", "text"))
    assert target_text(**(empty | target)) == line


def test_units_are_written_as_people_read_them():
    assert quantity_text(34, "mL/min/{1.73_m2}") == "34 mL/min/1.73 m²"
    assert quantity_text(0.5, "mg/dL") == "0.5 mg/dL"
    assert quantity_text(11, "{score}") == "11"
    assert quantity_text(0.0000012, "mol/L") == "0.0000012 mol/L"


@given(st.floats(min_value=-1e9, max_value=1e9))
def test_a_number_reads_back_without_trailing_zero(value):
    text = number_text(value)
    assert abs(float(text.replace(",", "")) - value) <= 0.0006
    assert not (text.endswith("0") and "." in text)
    assert text != "-0"
