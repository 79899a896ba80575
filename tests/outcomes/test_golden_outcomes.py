"""Use of hospitals and cost of the golden patient are those of its facts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from icm_desktop.contracts.outcomes import AskBehindFigure, AskOutcomes, FigureRow, Outcomes
from tests.support import PracticeForTests


def figure(practice: PracticeForTests, name: str, start: str, end: str) -> FigureRow:
    asked = AskOutcomes(dt.date.fromisoformat(start), dt.date.fromisoformat(end), only=(name,))
    found: Outcomes = practice.open().run("queries.outcomes.board.outcomes", asked)
    return next(one for one in found.rows if one.id == name)


def test_the_cost_is_that_of_the_facts(golden_practice: PracticeForTests, golden_facts: dict[str, Any]) -> None:
    expected = golden_facts["cost"]
    row = figure(golden_practice, "cost", "2026-01-01", "2026-10-31")
    assert (row.now.n, row.now.of) == (expected["total_allowed"], expected["member_months"])
    assert row.now.value is None and row.needs > row.now.of  # one person for nine months is too few to show
    assert round(row.now.n / row.now.of, 2) == expected["pmpm"]
    behind = golden_practice.open().run(
        "queries.outcomes.board.behind",
        AskBehindFigure(AskOutcomes(dt.date(2026, 1, 1), dt.date(2026, 10, 31)), "cost"),
    )
    by_month: dict[str, float] = {}
    for one in behind.rows:
        month = one.day.isoformat()[:7]
        by_month[month] = round(by_month.get(month, 0) + one.amount, 2)
    assert by_month == expected["allowed_by_month"]


def test_readmissions_are_those_of_the_facts(golden_practice: PracticeForTests, golden_facts: dict[str, Any]) -> None:
    expected = next(one for one in golden_facts["measures"]["rows"] if one["measure"] == "readmission")
    row = figure(golden_practice, "readmission", "2026-01-01", "2026-12-31")
    assert (row.now.of, row.now.n) == (expected["denominator"], expected["numerator"])
    assert row.now.value is None and row.note == "provisional"


def test_emergency_days_are_those_of_the_facts(golden_practice: PracticeForTests, golden_facts: dict[str, Any]) -> None:
    first, last = (day.isoformat() for day in golden_facts["ed"]["window"])
    row = figure(golden_practice, "emergency-visits", first, last)
    assert row.now.n == golden_facts["ed"]["count"]
    assert figure(golden_practice, "emergency-often", first, last).now.n == 1


def test_both_stays_were_for_heart_failure(golden_practice: PracticeForTests) -> None:
    row = figure(golden_practice, "ambulatory-sensitive", "2026-01-01", "2026-12-31")
    assert row.now.n == 2


@pytest.mark.parametrize("months", [12])
def test_the_course_has_a_point_for_each_month_and_ends_with_the_figure(
    golden_practice: PracticeForTests, months: int
) -> None:
    row = figure(golden_practice, "readmission", "2026-01-01", "2026-12-31")
    assert len(row.line) == months and row.line[-1] == row.now
    assert [one.end.month for one in row.line] == list(range(1, 13))
