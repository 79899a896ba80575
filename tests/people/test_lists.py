"""The lists a person is described by: their form, their sources, and both languages."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

import jsonschema
import pytest

from icm_desktop.content import demographics as lists

CONTENT = files("resources").joinpath("content")
VALUE = tomllib.loads(CONTENT.joinpath("codes", "demographics.toml").read_text("utf-8"))


def test_the_lists_have_the_form_of_their_schema():
    schema = json.loads(CONTENT.joinpath("schemas", "demographics.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(VALUE, schema)
    assert set(lists.LISTS) == VALUE["source"].keys()


@pytest.mark.parametrize("name", lists.LISTS)
def test_every_code_is_named_once_and_words_are_not_repeated(name):
    for language in ("en", "es_US"):
        words = dict(lists.choices(language))[name]
        assert len({code for code, _ in words}) == len({text for _, text in words}) == len(words)
        assert lists.codes(name) == {code for code, _ in words}


def test_race_and_ethnicity_are_the_omb_categories_with_declined_and_unknown():
    assert {"1002-5", "2028-9", "2054-5", "2076-8", "2106-3", "UNK", "ASKU"} <= lists.codes("race")
    assert lists.codes("ethnicity") == {"2135-2", "2186-5", "UNK", "ASKU"}
