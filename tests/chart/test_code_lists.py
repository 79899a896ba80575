"""The code lists of the chart: their form, and what they tell apart."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

import jsonschema
import pytest

from icm_desktop.content import codes
from icm_desktop.domain.social_findings import ICD10, SNOMED

CONTENT = files("resources").joinpath("content")


def _loinc_check_digit(code):
    """Mod 10 of LOINC Users' Guide, appendix: odd places doubled from the right, digits summed."""
    number, digit = code.split("-")
    odd = int(number[::-1][::2][::-1]) * 2
    total = sum(int(char) for char in f"{odd}{number[::-1][1::2]}")
    return str(-total % 10) == digit


@pytest.mark.parametrize(
    "name", ["social_findings", "measurements", "questionnaires", "units", "directory_file", "csv_columns", "team"]
)
def test_the_lists_have_the_form_of_their_schema(name):
    schema = json.loads(CONTENT.joinpath("schemas", f"{name}.schema.json").read_text("utf-8"))
    value = tomllib.loads(CONTENT.joinpath("codes", f"{name}.toml").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(value, schema)
    assert value["source"]


def test_every_loinc_code_is_well_formed_and_means_one_measurement():
    listed = [code for one in codes.measurements() for code in one.codes]
    assert len(listed) == len(set(listed))
    assert [code for code in listed if not _loinc_check_digit(code)] == []


@pytest.mark.parametrize(
    ("pairs", "category", "social"),
    [
        ([(ICD10, "Z59.41")], None, True),
        ([(ICD10, "Z79.4")], None, False),
        ([(ICD10, "E11.22")], "problem-list-item", False),
        ([(SNOMED, "160904001")], None, True),
        ([(SNOMED, "44054006")], None, False),
        ([(SNOMED, "44054006"), (ICD10, "Z60.2")], None, True),
        ([(None, None)], "SDOH", True),
        ([(SNOMED, "Z59")], None, False),
    ],
)
def test_social_findings_are_told_from_problems(pairs, category, social):
    assert codes.not_problems().holds(pairs, category) is social


def test_an_unlisted_code_is_a_measurement_of_its_own():
    one = codes.measurement_of("9999-1", "Something")
    assert one is not None
    assert (one.id, one.name, one.codes) == ("9999-1", "Something", ("9999-1",))
    assert codes.measurement_of(None) is None
