"""Every worked example of the design of measures and risks has its test: which one, and that it is still there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MEASURES, OUTCOMES, RISK = "tests/measures", "tests/outcomes", "tests/risk"
# By paragraph of the design: where its numbers stand. A statin measure (5.7) is not among those this program has.
EXAMPLES = {
    "5.1 A1c": f"{MEASURES}/test_worked_examples.py::test_ten_people_with_diabetes",
    "5.2 blood pressure": f"{MEASURES}/test_worked_examples.py::"
    "test_of_the_last_day_the_lowest_numbers_count_also_of_two_readings",
    "5.3 remission": f"{MEASURES}/test_worked_examples.py::test_remission_is_the_last_score_around_one_year_later",
    "5.4 screening": f"{MEASURES}/test_worked_examples.py::test_a_screening_counts_14_days_and_its_follow_up_2",
    "5.5 referral loop": f"{MEASURES}/test_worked_examples.py::"
    "test_only_the_first_referral_counts_and_the_product_counts_all",
    "5.6 kidneys": f"{MEASURES}/test_worked_examples.py::test_kidneys_need_both_tests",
    "5.7 heart failure": f"{MEASURES}/test_worked_examples.py::test_heart_failure_wants_a_beta_blocker_for_it",
    "5.7 metoprolol": f"{MEASURES}/test_follow_up.py::"
    "test_of_beta_blockers_metoprolol_tartrate_is_none_for_heart_failure",
    "5.8 FUH, FUM, FUA": f"{MEASURES}/test_follow_up.py::test_each_day_counts_as_it_should",
    "5.9 readmission": f"{OUTCOMES}/test_examples.py::test_the_worked_example_of_readmissions",
    "5.9 day 31": f"{OUTCOMES}/test_examples.py::"
    "test_day_31_is_no_readmission_and_an_index_without_its_days_is_provisional",
    "5.10 emergency visits treatable outside": f"{OUTCOMES}/test_board.py::"
    "test_the_worked_example_of_visits_that_could_be_treated_outside",
    "5.10 stays by age": f"{OUTCOMES}/test_board.py::test_stays_that_could_be_avoided_go_by_diagnosis_and_age",
    "5.10 high use": f"{OUTCOMES}/test_examples.py::"
    "test_emergency_visits_of_one_day_count_once_and_an_admission_not_at_all",
    "5.11 savings": f"{OUTCOMES}/test_examples.py::test_the_worked_example_of_savings",
    "5.11 regression to the mean": f"{OUTCOMES}/test_examples.py::"
    "test_regression_to_the_mean_takes_a_third_away_with_no_program",
    "5.11 no claim": f"{OUTCOMES}/test_examples.py::"
    "test_no_return_is_claimed_of_few_people_without_a_comparison_or_without_rates",
    "5.11 member-months": f"{OUTCOMES}/test_examples.py::"
    "test_a_month_counts_for_who_is_enrolled_on_the_fifteenth_and_the_month_of_death_does",
    "5.12 intervals": f"{OUTCOMES}/test_examples.py::test_the_worked_examples_of_intervals",
    "5.12 small numbers": f"{OUTCOMES}/test_outcomes.py::test_of_fewer_than_eleven_people_nothing_leaves",
    "6 levels, Charlson 1987 and 2011, kidneys": f"{RISK}/test_vectors.py::"
    "test_every_worked_example_comes_out_as_written",
    "6 LACE": "tests/transitions/test_clocks.py::test_the_worked_examples_of_lace",
    "6 use in a year": f"{RISK}/test_level_facts.py::test_use_counts_from_day_364_back",
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_worked_example_has_its_test(example: str) -> None:
    file, _, name = EXAMPLES[example].partition("::")
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
