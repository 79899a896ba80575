"""The worked examples of readmissions, costs and experience come out as written; small numbers are said."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from icm_desktop.domain.costs import (
    CHOSEN_FOR_USE,
    NO_COMPARISON,
    NO_RATES,
    TOO_FEW,
    Arm,
    Enrolled,
    expected_after,
    member_months,
    savings,
)
from icm_desktop.domain.statistics import association, share
from icm_desktop.domain.utilization import (
    DIED,
    SAME_DAY,
    Emergency,
    Stay,
    emergency_days,
    index_stays,
    joined,
    not_counted,
)

YEAR = 2026
LAST = dt.date(YEAR, 12, 31)


def stay(first: str, last: str | None, number: int = 1, **more: Any) -> Stay:
    began, ended = (None if each is None else dt.date.fromisoformat(f"{YEAR}-{each}") for each in (first, last))
    assert began is not None
    return Stay(number, began, ended, **more)


A = (stay("01-05", "01-09"), stay("01-20", "01-22"), stay("03-01", "03-03"))
B = (stay("02-01", "02-04"), stay("02-05", "02-10"), stay("03-05", "03-07", planned=True))
C = (stay("04-01", "04-01"),)
D = (stay("05-01", "05-06", died=True),)
E = (stay("06-01", "06-03"), stay("07-03", "07-04"))


def test_the_worked_example_of_readmissions() -> None:
    found = [one for person in (A, B, C, D, E) for one in index_stays(joined(person), dt.date(YEAR, 1, 1), LAST, LAST)]
    assert len(found) == 6 and sum(one.again is not None for one in found) == 2
    assert [one.days for one in found if one.days is not None] == [11, 30]
    left_out = [why for person in (C, D) for _, why in not_counted(joined(person), dt.date(YEAR, 1, 1), LAST)]
    assert left_out == [SAME_DAY, DIED]


def test_day_31_is_no_readmission_and_an_index_without_its_days_is_provisional() -> None:
    later = (stay("06-01", "06-03"), stay("07-04", "07-05"))
    (first, _) = index_stays(joined(later), dt.date(YEAR, 1, 1), LAST, LAST)
    assert first.again is None and not first.provisional
    (only,) = index_stays(joined(later[:1]), dt.date(YEAR, 1, 1), LAST, dt.date(YEAR, 6, 20))
    assert only.again is None and only.provisional


def test_emergency_visits_of_one_day_count_once_and_an_admission_not_at_all() -> None:
    today = dt.date(YEAR, 11, 20)
    days = [today - dt.timedelta(days=back) for back in (364, 200, 100, 100, 0)]
    visits = [Emergency(n, day, day) for n, day in enumerate(days)]
    first = today - dt.timedelta(days=364)
    assert len(emergency_days(visits, (), first, today)) == 4
    assert (
        len(emergency_days([Emergency(0, days[0] - dt.timedelta(days=1), days[0]), *visits[1:]], (), first, today)) == 3
    )
    admitted = (Stay(9, days[1], None),)
    assert len(emergency_days(visits, admitted, first, today)) == 3
    assert len(emergency_days(visits, admitted, first, today, admitted=True)) == 4


def test_the_worked_example_of_savings() -> None:
    group, comparison = Arm(100, 1000, 1_250_000, 1150, 1150 * 1150), Arm(100, 1000, 1_250_000, 1000, 1_230_000)
    found = savings(group, comparison, 60_000, chosen_for_use=False, has_rates=True)
    assert (found.difference, found.gross, found.net) == (-80, 92_000, 32_000)
    assert (found.return_, found.ratio, found.break_even, found.naive) == (0.53, 1.53, 52.17, 115_000)
    assert found.why_not == ()
    assert found.naive is not None
    assert found.gross is not None
    assert round(found.naive - found.gross) == 23_000


def test_regression_to_the_mean_takes_a_third_away_with_no_program() -> None:
    assert expected_after(400, 1600, 0.5) == 1000
    assert pytest.approx(0.375) == 1 - 1000 / 1600


def test_no_return_is_claimed_of_few_people_without_a_comparison_or_without_rates() -> None:
    few, many = Arm(29, 300, 300_000, 300, 270_000), Arm(30, 300, 300_000, 300, 300_000)
    told = savings(few, many, 1000, chosen_for_use=True, has_rates=True)
    assert told.net is told.return_ is told.ratio is None and set(told.why_not) == {TOO_FEW, CHOSEN_FOR_USE}
    told = savings(many, few, 1000, chosen_for_use=False, has_rates=True)
    assert told.return_ is None and told.why_not == (TOO_FEW,)
    told = savings(many, None, 1000, chosen_for_use=False, has_rates=True)
    assert told.gross is None and told.why_not == (NO_COMPARISON,)
    told = savings(many, many, 0, chosen_for_use=False, has_rates=False)
    assert told.net is told.break_even is None and told.why_not == (NO_RATES,)


def test_a_month_counts_for_who_is_enrolled_on_the_fifteenth_and_the_month_of_death_does() -> None:
    first, last = dt.date(YEAR, 1, 1), dt.date(YEAR, 10, 31)
    assert member_months([Enrolled(dt.date(YEAR, 1, 16), None)], first, last) == 9
    assert member_months([Enrolled(dt.date(YEAR, 1, 15), None)], first, last) == 10
    assert member_months([Enrolled(None, dt.date(YEAR, 3, 14))], first, last) == 2
    assert member_months([Enrolled(None, None)], first, last, died=dt.date(YEAR, 4, 3)) == 4


@pytest.mark.parametrize(
    ("yes", "of", "percent", "low", "high"),
    [
        (8, 10, 80.0, 49.0, 94.3), (10, 10, 100, 72.2, 100), (0, 10, 0, 0, 27.8), (18, 25, 72.0, 52.4, 85.7),
        (24, 30, 80.0, 62.7, 90.5), (41, 50, 82.0, 69.2, 90.2), (45, 60, 75.0, 62.8, 84.2), (3, 20, 15.0, 5.2, 36.0),
        (150, 200, 75.0, 68.6, 80.5),
    ],
)  # fmt: skip
def test_the_worked_examples_of_intervals(yes: int, of: int, percent: float, low: float, high: float) -> None:
    found = share(yes, of)
    assert (round(found.percent or 0, 1), round(found.low or 0, 1), round(found.high or 0, 1)) == (percent, low, high)


@given(some.integers(0, 500), some.integers(1, 500))
def test_a_share_lies_in_its_interval(yes: int, more: int) -> None:
    found = share(yes, yes + more)
    assert found.low is not None and found.percent is not None and found.high is not None
    assert 0 <= found.low <= found.percent + 1e-9 and found.percent <= found.high + 1e-9 <= 100 + 1e-6


def test_nobody_gives_no_share_and_few_pairs_no_association() -> None:
    assert share(0, 0).percent is None
    assert association([(1, 1)] * 9).rho is None
    assert association([(1, 1)] * 20).rho is None
    up = association([(float(n), float(n * n)) for n in range(12)])
    down = association([(float(n), -float(n)) for n in range(12)])
    assert up.rho == pytest.approx(1) and down.rho == pytest.approx(-1)


@given(some.lists(some.tuples(some.integers(0, 10), some.integers(0, 100)), min_size=10, max_size=60))
def test_an_association_does_not_depend_on_the_order_and_stays_between_minus_one_and_one(pairs: list) -> None:
    one, other = association(pairs), association(pairs[::-1])
    assert (one.rho is None) == (other.rho is None)
    if one.rho is not None and other.rho is not None:
        assert -1 <= one.rho <= 1 and one.rho == pytest.approx(other.rho) and 0 <= (one.p or 0) <= 1
