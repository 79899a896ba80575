"""At 500 patients every conflict rule, every population of a measure and every queue has somebody."""

from __future__ import annotations

import pytest
from sqlalchemy import text

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
