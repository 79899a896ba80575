"""The risk level of a person by points, every point with what it was given for; a clinician may set another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

CONDITIONS, EMERGENCY, STAYS, MEDICINES, BEHAVIORAL, NEEDS = (
    *("conditions", "emergency", "stays", "medicines", "behavioral", "needs"),
)


@dataclass(frozen=True, slots=True)
class CountRule:
    """Points for how many of something there are: (at least, points), smallest first."""

    id: str
    steps: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ValueRule:
    """One point for a last value that is as bad as this."""

    id: str
    codes: frozenset[str]
    compare: str
    value: float
    unit: str

    def holds(self, value: float) -> bool:
        """Whether a value gets the point."""
        return {
            ">": value > self.value, ">=": value >= self.value, "<": value < self.value, "<=": value <= self.value,
        }[self.compare]  # fmt: skip


@dataclass(frozen=True, slots=True)
class LevelRule:
    """The points and levels. `levels`: (at least so many points, level). `highest`: what a clinician may set at most.

    `score_codes`, `score_at_least`: a depression score that gives the behavioral point; `substance`: the list of
    conditions that does too.
    """

    counts: tuple[CountRule, ...]
    values: tuple[ValueRule, ...]
    most_for_values: int
    levels: tuple[tuple[int, int], ...]
    highest: int
    days: int
    score_codes: frozenset[str]
    score_at_least: float
    substance: str
    source: str
    year: int
    mark: str
    version: str


@dataclass(frozen=True, slots=True)
class Given:
    """Points given for something: a count, or a last value."""

    what: str
    points: int
    count: int | None = None
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Level:
    """`points` is the sum of what was `given`, no more than the most for values counted; `level` follows from it."""

    points: int
    level: int
    given: tuple[Given, ...]


def level(rule: LevelRule, counts: Mapping[str, int], values: Mapping[str, float]) -> Level:
    """The level of a person.

    Args:
        rule: The points.
        counts: How many, by the id of the rule; what is missing is none.
        values: Last values, by the id of the rule; what is missing was not measured and gives no point.
    """
    given = [Given(one.id, _at_least(one.steps, counts.get(one.id, 0)), counts.get(one.id, 0)) for one in rule.counts]
    bad = [Given(one.id, int(one.holds(values[one.id])), value=values[one.id]) for one in rule.values
           if one.id in values]  # fmt: skip
    total = sum(one.points for one in given) + min(sum(one.points for one in bad), rule.most_for_values)
    return Level(total, _at_least(rule.levels, total), (*given, *bad))


def _at_least(steps: tuple[tuple[int, int], ...], number: int) -> int:
    return next((found for least, found in reversed(steps) if number >= least), 0)
