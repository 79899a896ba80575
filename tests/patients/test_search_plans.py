"""The list of patients walks an index in its order, and asks as few questions for a hundred rows as for one."""

from __future__ import annotations

import re

import pytest

from icm_desktop.contracts.patients import PatientFilter
from tests.patients.conftest import TODAY, registering
from tests.plans import asked, plans
from tests.support import make_practice


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    practice = make_practice(tmp_path_factory.mktemp("plans"), today=TODAY)
    add = registering(practice.open("front_desk"))
    add("Lopez", "Maria", birth_date="1958-03-04", phone="555-010-0142")
    add("Lopes", "Mario", birth_date="1958-04-03", phone="555-010-0143")
    return practice


@pytest.mark.parametrize("sort", ["name", "birth_date", "record_number"])
def test_the_list_walks_an_index_in_order_and_sorts_nothing(practice, sort):
    with asked(practice) as seen:
        practice.open().run("queries.patients.patients", PatientFilter(sort=sort))
    steps = [step for statement, plan in plans(practice.open(), seen) if " LIMIT " in statement for step in plan]
    assert any("USING" in step and "INDEX" in step for step in steps)
    assert not any(step == "USE TEMP B-TREE FOR ORDER BY" for step in steps)


def test_the_number_of_questions_does_not_grow_with_the_rows(practice):
    with asked(practice) as few:
        practice.open().run("queries.patients.patients", PatientFilter(limit=1))
    with asked(practice) as more:
        practice.open().run("queries.patients.patients", PatientFilter(limit=100))
    assert len(few) == len(more)


@pytest.mark.parametrize("typed", ["mariah lopess", "lopess", "lopess 1958"])
def test_names_that_sound_alike_are_looked_up_by_their_keys(practice, typed):
    with asked(practice) as seen:
        found = practice.open().run("queries.patients.find", typed)
    assert {row.head.family for row in found} == {"Lopez", "Lopes"} if typed != "mariah lopess" else {"Lopez"}
    steps = [step for statement, plan in plans(practice.open(), seen) if "_match_key" in statement for step in plan]
    assert any(step.startswith("SEARCH k0 USING") and "key=?" in step for step in steps)
    assert not any(step.startswith("SCAN") for step in steps)


@pytest.mark.parametrize("typed", ["ope", "OPE", "aria lop", "ope ari"])
def test_three_letters_of_the_middle_of_a_name_are_looked_up_in_the_index_of_middles(practice, typed):
    with asked(practice) as seen:
        found = practice.open().run("queries.patients.find", typed)
    assert "Lopez" in {row.head.family for row in found}
    steps = [step for statement, plan in plans(practice.open(), seen) if "patient_middle" in statement for step in plan]
    assert any(re.search(r"patient_middle VIRTUAL TABLE INDEX \d+:=?M", step) for step in steps)


@pytest.mark.parametrize("typed", ["lop 3/4/1958", "lop march 1958", "march 1958"])
def test_names_with_a_birth_date_however_vague_are_one_look_into_the_index(practice, typed):
    with asked(practice) as seen:
        found = practice.open().run("queries.patients.find", typed)
    assert "Lopez" in {row.head.family for row in found}
    steps = [step for statement, plan in plans(practice.open(), seen) if "patient_search" in statement for step in plan]
    assert any(re.search(r"patient_search VIRTUAL TABLE INDEX \d+:=?M", step) for step in steps)
