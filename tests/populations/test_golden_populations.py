"""The golden patient belongs to exactly the populations its facts tell, each with its dated evidence."""

from __future__ import annotations

from typing import Any

import pytest

from icm_desktop.contracts.populations import AskMembers, Members, PopulationList
from tests.support import PracticeForTests

LISTS = {
    "MCC>=2": "multiple-conditions",
    "DM+CKD": "diabetes-kidney",
    "ED>=4": "emergency-often",
    "ED>=4 with need": "emergency-often-need",
    "discharge <=30 d": "discharged",
    "referral loop open > SLA": "referral-open",
    "PHQ>=10 with no follow-up 28 d": "phq9-no-follow-up",
}


@pytest.fixture(scope="module")
def lists(golden_practice: PracticeForTests) -> PopulationList:
    golden_practice.open().run("services.populations.reckon")
    found: PopulationList = golden_practice.open().run("queries.populations.lists.populations_list")
    return found


def members(practice: PracticeForTests, population: str) -> Members:
    found: Members = practice.open().run("queries.populations.lists.members", AskMembers(population))
    return found


def test_membership_is_that_of_the_facts(lists: PopulationList, golden_facts: dict[str, Any]) -> None:
    counts = {one.population.id: one.members for one in lists.rows}
    expected = golden_facts["populations"]
    assert [counts[LISTS[name]] for name in expected["member"]] == [1] * len(expected["member"])
    assert [counts[LISTS[one["id"]]] for one in expected["not_member"]] == [0] * len(expected["not_member"])


def test_chronic_conditions_are_those_of_the_facts(
    lists: PopulationList, golden_practice: PracticeForTests, golden_facts: dict[str, Any]
) -> None:
    (row,) = members(golden_practice, "multiple-conditions").rows
    assert len(row.evidence) == golden_facts["risk"]["chronic_conditions"]["count"]
    assert all(one.day is not None and one.what for one in row.evidence)


def test_emergency_days_and_needs_are_those_of_the_facts(
    lists: PopulationList, golden_practice: PracticeForTests, golden_facts: dict[str, Any]
) -> None:
    (row,) = members(golden_practice, "emergency-often-need").rows
    days = sorted(one.day for one in row.evidence if one.kind == "emergency" and one.day is not None)
    needs = sorted(one.words["en"].lower() for one in row.evidence if one.kind == "needs")
    assert days == golden_facts["ed"]["dates"]
    assert len(needs) == golden_facts["risk"]["social_needs"]["count"] and needs[0] == "food"


def test_late_referrals_are_those_of_the_facts(
    lists: PopulationList, golden_practice: PracticeForTests, golden_facts: dict[str, Any]
) -> None:
    (row,) = members(golden_practice, "referral-open").rows
    days = {one.day for one in row.evidence}
    limits = {one["limit_date"] for one in golden_facts["referrals"]["rows"] if "limit_date" in one}
    assert limits <= days and len(row.evidence) == 4
