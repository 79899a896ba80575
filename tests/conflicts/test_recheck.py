"""Many patients are checked at once: the same is found as for each alone, and no rule is passed over."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icm_desktop.content.conflicts import formulary, rule_book
from icm_desktop.domain.conflicts.candidates import candidates
from icm_desktop.domain.conflicts.checking import check
from icm_desktop.domain.conflicts.matching import Case, match
from icm_desktop.domain.conflicts.medicines import Taken
from icm_desktop.domain.pathways.facts import Event, Facts, Problem
from icm_desktop.queries.conflict_recheck import checked_patients
from icm_desktop.queries.problem_names import facts_by_name, names_of
from tests.conflicts.cases import DAY
from tests.plans import asked, plans
from tests.support import make_practice

INGREDIENTS = sorted(set(formulary().codes.values()))
PROBLEMS = ("icd10:I509", "icd10:N184", "icd10:E119", "icd10:J459", "icd10:G20", "icd10:I10")
VALUES = ("loinc:2823-3", "loinc:2160-0", "loinc:98979-8", "loinc:8480-6")


@st.composite
def people(draw):
    """Somebody who takes up to nine medicines, with a few problems and values."""
    names = draw(st.lists(st.sampled_from(INGREDIENTS), max_size=9))
    started = DAY - dt.timedelta(days=draw(st.integers(0, 60)))
    taken = tuple(Taken(n, name, (name,), float(10 * n), started=started) for n, name in enumerate(names))
    values = draw(st.lists(st.tuples(st.sampled_from(VALUES), st.floats(1, 200)), max_size=4))
    facts = Facts(
        born=dt.date(draw(st.integers(1930, 2015)), 1, 1),
        problems=tuple(Problem(frozenset({code})) for code in draw(st.sets(st.sampled_from(PROBLEMS)))),
        events=tuple(Event(DAY, frozenset({code}), value) for code, value in values),
    )
    return Case(facts.known_on(DAY), taken, DAY)


@settings(max_examples=60)
@given(people())
def test_a_rule_that_holds_is_always_among_those_that_are_asked(case):
    book = rule_book()
    by_hand: dict[str, str] = {}
    for rule in book.rules:
        first = next((severity for severity, level in rule.levels if match(level, case) is not None), None)
        by_hand |= {rule.told.id: first} if first else {}
    ids = {rule.told.id for rule in book.rules}
    assert {one.told.id: one.severity for one in check(book, case) if one.told.id in ids} == by_hand
    taken = frozenset(name for one in case.taken for name in one.ingredients)
    pairs = [one for one in book.pairs if one.one & taken and one.other & taken]
    assert list(candidates(book, taken).pairs) == pairs
    doubles = [one for one in book.doubles if one.classes[0] & taken and one.classes[-1] & taken]
    assert {one.told.id for one in candidates(book, taken).doubles} <= {one.told.id for one in doubles}
    assert {one.told.id for one in doubles if len(taken.intersection(*one.classes[:1])) > 1} <= {
        one.told.id for one in candidates(book, taken).doubles
    }


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    practice = make_practice(tmp_path_factory.mktemp("recheck"), today=dt.date(2026, 11, 20))
    practice.open("administrator").run("services.demo.fill", 24, 1)
    return practice


def test_many_are_told_as_each_patient_alone(practice):
    kim, ids = practice.open("clinician"), list(range(1, 25))
    with kim.read() as uow:
        found = checked_patients(uow, [*ids, 999], DAY)
        names = names_of(uow, ids)
    assert list(found) == ids
    for one, checked in found.items():
        alone = kim.run("queries.conflicts.of_patient", one)
        told = tuple(replace(each, facts=facts_by_name(each.facts, names.get(one, {}))) for each in checked.findings)
        assert (alone.findings, alone.medicines, alone.checked, alone.not_checked) == (
            told, checked.medicines, checked.checked, checked.not_checked,
        )  # fmt: skip
    assert sum(bool(one.findings) for one in found.values()) > 3


def test_every_row_is_found_by_its_patient(practice):
    """A state such as "active" must never lead the way: most rows of everybody have it."""
    kim = practice.open("clinician")
    with asked(kim) as seen, kim.read() as uow:
        checked_patients(uow, [1, 2, 3], DAY)
    theirs = [(statement, steps) for statement, steps in plans(kim, seen) if "json_each" in statement]
    assert len(theirs) >= 9
    for statement, steps in theirs:
        searched = [step for step in steps if step.startswith(("SEARCH", "SCAN")) and "json_each" not in step]
        assert searched and all(re.search(r"\((patient_id|rowid)=\?", step) for step in searched), (statement, steps)
