"""At 500 patients every conflict rule, every population of a measure and every queue has somebody."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from icm_desktop.sample.courses import creatinine
from tests.sample.facts import MEASURES, QUEUES, RULES


def _people(generated, conditions) -> list[int]:
    where = " AND ".join(f"({each})" for each in conditions)
    with generated.open("administrator").read() as uow:
        return list(uow.session.scalars(text(f"SELECT p.id FROM patient p WHERE {where}")))  # noqa: S608


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_its_facts(generated, rule):
    assert _people(generated, RULES[rule])


@pytest.mark.parametrize("population", MEASURES)
def test_a_population_of_a_measure_has_somebody(generated, population):
    assert _people(generated, MEASURES[population])


@pytest.mark.parametrize("queue", QUEUES)
def test_a_queue_has_rows(generated, queue):
    with generated.open("administrator").read() as uow:
        assert uow.session.scalar(text(QUEUES[queue]))


def test_rules_are_no_rule_for_everybody(generated):
    """A conflict that half the practice has would teach people to click it away."""
    crowded = {rule: len(found) for rule in RULES if len(found := _people(generated, RULES[rule])) > 100}
    assert crowded == {}


@pytest.mark.parametrize(
    ("milligrams", "age", "sex", "egfr"),
    [
        (1.0, 50, "male", 92), (1.0, 50, "female", 69), (0.7, 30, "female", 119), (1.4, 67, "female", 41),
        (2.1, 72, "male", 33), (1.8, 60, "male", 43),
    ],
)  # fmt: skip
def test_creatinine_and_egfr_of_a_day_are_those_of_ckd_epi_2021(milligrams, age, sex, egfr):
    between = creatinine(egfr + 0.5, age, sex), creatinine(egfr - 0.5, age, sex)
    assert between[0] <= milligrams <= between[1]
