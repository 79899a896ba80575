"""How alike two people are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icm_desktop.domain.matching import Person, blocking_keys, likeness

ADA = Person("O'Farrill", "Ada María", "1961-11-20", "female", frozenset({"5550103777"}), frozenset({("mrn", "7")}))
NAMES = st.sampled_from(["Moss", "Mosse", "Núñez", "Nunez", "O'Brien", "Li", "", "Ada", "Adam"])
BORN = st.sampled_from([None, "1961", "1961-11", "1961-11-20", "1961-11-21", "1961-12-01", "1961-01-12"])
PEOPLE = st.builds(
    Person,
    NAMES,
    NAMES,
    BORN,
    st.sampled_from([None, "male", "female", "unknown"]),
    st.frozensets(st.sampled_from(["5550103777", "55"])),
    st.frozensets(st.sampled_from([("mrn", "7"), (None, "7")])),
)


@pytest.mark.parametrize(
    ("other", "certainty"),
    [
        (Person("OFARRILL", "Ada", "1961-11-20", identifiers=frozenset({("mrn", "7")})), "certain"),
        (Person("O’Farrill", "Ada", "1961-11-20"), "probable"),
        (Person("O'Farrill", "Ada", "1961-11-21"), "possible"),
        (Person("O'Farril", "Ada", "1961-11-20"), "possible"),
        (Person("Smith", "John", "1940-01-01", identifiers=frozenset({("mrn", "7")})), "possible"),
        (Person("O'Farrill", "Ada", "1940-01-01"), None),
        (Person("Smith", "John", "1961-11-20"), None),
    ],
)
def test_certainty_follows_what_agrees(other, certainty):
    found = likeness(ADA, other)
    assert (found.certainty if found else None) == certainty


def test_another_sex_speaks_against_and_lowers_the_certainty():
    found = likeness(ADA, Person("O'Farrill", "Ada", "1961-11-20", "male", identifiers=frozenset({("mrn", "7")})))
    assert found is not None
    assert (found.certainty, found.reasons[-1]) == ("probable", "different_sex")


@given(PEOPLE, PEOPLE)
def test_likeness_is_mutual_and_found_through_the_keys(one, other):
    found, back = likeness(one, other), likeness(other, one)
    assert found == back
    if found is not None and found.certainty != "possible":
        assert set(blocking_keys(one)) & set(blocking_keys(other))
