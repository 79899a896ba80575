"""How alike two people are: what speaks for it, what against, and what no sum outweighs."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.match_keys import keys_of, keys_to_ask
from db.sounds import sound_of, words_of
from icm_desktop import paths
from icm_desktop.content.matching import FOLDER, match_rules
from icm_desktop.domain.matching import AGAINST, CERTAINTIES, Person, likeness
from tests.matching.test_pairs import as_identity

RULES = match_rules()
ADA = Person(
    "O'Farrill", "Ada María", "1961-11-20", "female", frozenset({"5550103777"}), frozenset({("mrn", "7")}),
    addresses=frozenset({("12 Oak Street", "Troy", "12180")}),
)  # fmt: skip
MRN = frozenset({("mrn", "7")})
NAMES = st.sampled_from(["Moss", "Mosse", "Núñez", "Nunez", "O'Brien", "Li", "", "Ada", "Adam", "李", "Smith-Jones"])
BORN = st.sampled_from([None, "1961", "1961-11", "1961-11-20", "1961-11-21", "1961-12-01", "1961-01-12"])
PEOPLE = st.builds(
    Person,
    NAMES,
    NAMES,
    BORN,
    st.sampled_from([None, "male", "female", "unknown"]),
    st.frozensets(st.sampled_from(["5550103777", "55"])),
    st.frozensets(st.sampled_from([("mrn", "7"), (None, "7"), ("mrn", "8")])),
    st.frozensets(st.tuples(NAMES, NAMES), max_size=2),
    multiple_birth=st.sampled_from([None, 1, 2]),
)


@pytest.mark.parametrize(
    ("other", "certainty"),
    [
        (Person("OFARRILL", "Ada", "1961-11-20", identifiers=MRN), "certain"),
        (Person("O’Farrill", "Ada", "1961-11-20", phones=ADA.phones), "certain"),
        (Person("O’Farrill", "Ada", "1961-11-20", addresses=frozenset({("12 Oak St.", None, "12180")})), "certain"),
        (Person("O’Farrill", "Ada", "1961-11-20"), "probable"),
        (Person("O'Farrill", "Ada", "1961-11-21"), "probable"),
        (Person("O'Farril", "Ada", "1961-11-20"), "probable"),
        (Person("Ada", "O'Farrill", "1961-11-20"), "probable"),
        (Person("O'Farrill", "Ada", "1961-20-11"), "probable"),
        (Person("Moss", "Ada", "1961-11-20", others=frozenset({("O'Farrill", "Ada")})), "probable"),
        (Person("O'Farrill", "Ada", None), "possible"),
        (Person("Smith", "John", "1940-01-01", identifiers=MRN), "possible"),
        (Person("Moss", "Ada", "1961-11-20"), "possible"),
        (Person("O'Farrill", "Ada", "1940-01-01"), None),
        (Person("Smith", "John", "1961-11-20"), None),
    ],
)
def test_certainty_follows_what_agrees(other, certainty):
    found = likeness(ADA, other, RULES)
    assert (found.certainty if found else None) == certainty


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"sex": "male"}, "different_sex"),
        ({"given": "Inés María"}, "different_given"),
        ({"given": "Ada Lourdes"}, "different_middle"),
        ({"birth_date": "1985-02-03"}, "different_birth_date"),
        ({"identifiers": frozenset({("mrn", "8")})}, "other_identifier"),
        ({"multiple_birth": 2}, "multiple_birth"),
    ],
)
def test_what_speaks_against_is_told_last_and_nothing_is_certain_then(change, reason):
    found = (
        likeness(ADA, replace(ADA, identifiers=frozenset({("mrn", "7")}), **change), RULES)
        if ("identifiers" not in change)
        else likeness(ADA, replace(ADA, **change), RULES)
    )
    assert found is not None
    assert found.reasons[-1] == reason
    assert found.certainty != "certain"


def test_twins_are_possible_at_most_and_a_shared_phone_alone_is_nothing():
    twin = replace(ADA, given="Inés", identifiers=frozenset())
    found = likeness(ADA, twin, RULES)
    assert found is not None
    assert found.certainty == "possible"
    assert likeness(ADA, Person("Moss", "Jack", "1990-01-01", phones=ADA.phones), RULES) is None


def test_father_and_son_of_one_name_at_one_address_are_possible_at_most():
    son = replace(ADA, birth_date="1990-02-03", suffix="Jr", identifiers=frozenset())
    found = likeness(replace(ADA, suffix="Sr"), son, RULES)
    assert found is None or found.certainty == "possible"


def test_a_number_that_means_nothing_does_not_count():
    filled = frozenset({("ssn", "999999999")})
    assert likeness(Person("Moss", "Al", identifiers=filled), Person("Smith", "Jo", identifiers=filled), RULES) is None


@given(PEOPLE, PEOPLE)
def test_likeness_is_mutual_and_found_through_the_keys(one, other):
    found, back = likeness(one, other, RULES), likeness(other, one, RULES)
    assert (found and (found.certainty, set(found.reasons))) == (back and (back.certainty, set(back.reasons)))
    met = keys_to_ask(as_identity(one)) & keys_of(as_identity(other))
    assert bool(met) == bool(keys_to_ask(as_identity(other)) & keys_of(as_identity(one)))
    if found is not None and found.certainty == "certain":
        assert met
        assert not AGAINST & set(found.reasons)


@given(PEOPLE)
def test_everybody_is_met_through_their_own_keys(one):
    who = as_identity(one)
    assert not keys_of(who) or keys_to_ask(who) & keys_of(who)


@pytest.mark.parametrize(
    "names",
    [
        "Smith Smyth Smithe", "Gonzales González Gonsález", "Jiménez Giménez Ximénez", "Stephen Steven Stefan",
        "Catherine Kathryn Katherine", "Vásquez Vazquez Básquez", "Hernandez Ernandes", "Jeffrey Geoffrey",
        "Sean Shawn Shaun", "Thomas Tomás", "Meghan Megan", "Rodriguez Rodrigues", "McDonald MacDonald",
        "O'Brien Obrien",
        "Philip Filip", "Cruz Kruz", "Wright Right",
    ],
)  # fmt: skip
def test_names_said_alike_have_one_sound(names):
    assert len({sound_of(word) for name in names.split() for word in words_of(name)}) == 1


@given(st.text(max_size=30))
def test_any_text_has_sounds_that_stay_the_same(text):
    for word in words_of(text):
        assert sound_of(word)
        assert sound_of(word) == sound_of(word)


@pytest.mark.parametrize("name", ["weights", "names"])
def test_the_content_has_the_form_of_its_schema(name):
    schema = json.loads((paths.RESOURCES / "content" / "schemas" / f"{name}.schema.json").read_text("utf-8"))
    value = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(value, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value | {"extra": 1}, schema)


def test_every_reason_against_has_a_weight_below_nothing():
    assert all(RULES.weights[kind] < 0 for kind in AGAINST)
    assert len(CERTAINTIES) == 3
