"""The shipped policies: valid by their schemas, every number with source and mark."""

from __future__ import annotations

import json
import tomllib

import jsonschema
import pytest

from icm_desktop import paths
from icm_desktop.content import policies

NAMES = ("holidays", "referral_limits", "contact", "critical_results")
FOLDER = paths.RESOURCES / "content"


def document(name):
    return tomllib.loads((FOLDER / "policies" / f"{name}.toml").read_text())


def schema(name):
    return json.loads((FOLDER / "schemas" / f"{name}.schema.json").read_text())


@pytest.mark.parametrize("name", NAMES)
def test_a_policy_is_valid(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))
    jsonschema.validate(document(name), schema(name))
    assert document(name)["version"]


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_refuses_an_unknown_key(name):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document(name) | {"extra": 1}, schema(name))


def test_what_nobody_confirmed_is_marked():
    assert [rule.confirmed for rule in policies.critical_answers()] == [True]
    assert [rule.confirmed for rule in policies.critical_results()] == [False]
    assert document("referral_limits")["mark"] == "P"


def test_calls_after_missed_visits_and_stays_are_read():
    assert policies.shipped().missed_visit.second_call.business_days == 2
    assert policies.shipped().after_discharge.contact.business_days == 2
    assert "IMP" in policies.shipped().after_discharge.stays
