"""The golden patient: exactly the medicines, conflicts and reactions that are expected, and none that must not fire."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from icm_desktop.contracts.conflicts import PatientConflicts
from icm_desktop.errors import NotAllowed
from icm_desktop.permissions import Role
from icm_desktop.queries.conflict_cases import CaseReader

TODAY = dt.date(2026, 11, 20)
NAMES = {  # of the expected rows, and the rule of ours that says the same
    "duplicate-class ACEi+ARB": "duplicate-acei-arb",
    "allergy amoxicillin -> cephalexin": "A02",
    "intolerance simvastatin -> atorvastatin": "intolerance",
    "duplicate-class NSAID": "duplicate-nsaid",
    "duplicate-class statin": "duplicate-statin",
    "penicillin stop level": "A01",
}
LEVELS = {"stop or warn, same-day review": ("stop", "warn")}


@pytest.fixture(scope="module")
def practice(golden_practice):
    return golden_practice


@pytest.fixture(scope="module")
def opened(practice):
    return practice.open()


@pytest.fixture(scope="module")
def found(opened) -> PatientConflicts:
    return opened.run("queries.conflicts.of_patient", 1)


@pytest.fixture(scope="module")
def expected(golden_facts):
    return golden_facts


def test_every_medicine_is_resolved_as_expected_and_the_unknown_one_is_said(opened, found, expected):
    wanted = expected["medicines"]
    with opened.read() as uow:
        case = CaseReader(uow, TODAY).of([1])[1].case
    ours = sorted((sorted(one.ingredients), one.mg_per_day) for one in case.taken if one.ingredients)
    theirs = [(sorted(row["ingredients"]), row.get("per_day")) for row in wanted["resolved"]]
    assert [row[0] for row in ours] == sorted(row[0] for row in theirs)
    doses = {(tuple(names), dose) for names, dose in ours}
    for names, per_day in theirs:
        if per_day and per_day.endswith(" mg"):
            assert (tuple(names), float(per_day.removesuffix(" mg"))) in doses
    assert [one.text for one in found.not_checked if one.why == "ingredient_unknown"] == [
        row["text"] for row in wanted["not_resolved"]
    ]
    assert wanted["checked_text"] == f"{found.checked} of {found.medicines}"


def test_exactly_the_expected_conflicts_are_found(found, expected):
    ours = {one.told.id: one for one in found.findings if not one.told.id.startswith("G")}
    wanted = expected["conflicts"]["must_fire"]
    for row in wanted:
        one = ours[NAMES.get(row["rule"], row["rule"])]
        assert one.severity in LEVELS.get(row["severity"], (row["severity"],)), row["rule"]
        for name in ("due", "overdue_after"):
            assert row.get(name) in (None, getattr(one, name))
    assert set(ours) == {NAMES.get(row["rule"], row["rule"]) for row in wanted}


def test_each_conflict_names_its_facts(found, expected):
    """Medicines with dose and prescriber, values and age of the expected facts are among those that are told."""
    ours = {one.told.id: one for one in found.findings}
    names = {name for row in expected["medicines"]["resolved"] for name in row["ingredients"]}
    prescribers = {row["prescriber"] for row in expected["medicines"]["resolved"]} - {"none (reported by the daughter)"}
    for row in expected["conflicts"]["must_fire"]:
        facts = ours[NAMES.get(row["rule"], row["rule"])].facts
        said = " ".join(f"{one.text} {one.detail}" for one in facts).lower().replace("aleve", "naproxen")
        numbers = {one.number for one in facts}
        for line in row["facts"]:
            assert [one for one in (*names, *prescribers) if one in line and one.lower() not in said] == [], line
            amounts = re.findall(r"(?<![\d,])(\d+) mg/d|eGFR (\d+) on|\bK ([\d.]+) on|^age (\d+)", line)
            assert {float(one) for each in amounts for one in each if one} <= numbers, line
            assert all(day in said for day in re.findall(r"(?:eGFR|K) [\d.]+ on (\d{4}-\d\d-\d\d)", line)), line


def test_exactly_the_expected_goals_do_not_agree_and_no_winner_is_picked(found, expected):
    ours = {one.told.id: one for one in found.findings if one.told.id.startswith("G")}
    wanted = expected["goals"]["must_fire"]
    assert set(ours) == {row["rule"] for row in wanted}
    for row in wanted:
        assert ours[row["rule"]].state == row.get("state", "")
        assert ours[row["rule"]].severity == row.get("severity", ours[row["rule"]].severity)
    assert "looser" in ours["G01"].told.action["en"] and "restriction" in ours["G03"].told.action["en"]
    proposed = {"G04": "without potassium chloride, with a dietitian", "G16": "pharmacist", "G17": "first"}
    assert all(words in ours[rule].told.action["en"] for rule, words in proposed.items())
    assert {fact.detail for fact in ours["G01"].facts if fact.kind == "goal"} == {
        "Helen Adeyemi MD", "Anil Raghunathan MD",
    }  # fmt: skip


def test_what_must_not_fire_is_known_and_silent(found, expected):
    ours = {one.told.id for one in found.findings}
    for row in expected["conflicts"]["must_not_fire"]:
        assert NAMES.get(row["rule"], row["rule"]) not in ours
    assert not [rule for rule in ours if rule.startswith("D")]


def test_a_past_day_is_checked_as_known_then(opened):
    before = opened.run("queries.conflicts.of_patient", 1, dt.date(2026, 11, 14))
    assert "C11" not in {one.told.id for one in before.findings}  # the ARB came the day after
    assert before == opened.run("queries.conflicts.of_patient", 1, dt.date(2026, 11, 14))


def test_the_front_desk_sees_no_conflicts(practice):
    with pytest.raises(NotAllowed):
        practice.open(Role.FRONT_DESK).run("queries.conflicts.of_patient", 1)
