"""Charlson's index of comorbidity, in the edition of 1987 and with the weights of 2011; the two are never mixed."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from icm_desktop.domain.lace import Comorbidity


@dataclass(frozen=True, slots=True)
class Group:
    """A group of diagnoses with its points in both editions. `once`: counts once with its kin (2011)."""

    of: Comorbidity  # its points are those of 1987
    points_2011: int
    once: str = ""


@dataclass(frozen=True, slots=True)
class CharlsonRule:
    """`ages`: (at least, points), smallest first. Survival: base^exp(factor * points) after `survival_years`."""

    groups: tuple[Group, ...]
    ages: tuple[tuple[int, int], ...]
    survival_years: int
    survival_base: float
    survival_factor: float
    source: str
    year: int
    mark: str
    quan_source: str
    quan_year: int
    quan_mark: str
    version: str


@dataclass(frozen=True, slots=True)
class Charlson:
    """The index. `groups` count, worst first as in the file. `with_age` and `alive_percent` are None without an age."""

    groups: tuple[Group, ...]
    points_1987: int
    points_2011: int
    with_age: int | None
    alive_percent: float | None


def groups_of(rule: CharlsonRule, problems: Iterable[tuple[bool, Collection[str]]]) -> tuple[Group, ...]:
    """Which groups the problems of a person belong to; each is (is active, codes such as "icd10:E119")."""
    told = list(problems)
    return tuple(
        one for one in rule.groups if any((active or one.of.ever) and one.of.holds(codes) for active, codes in told)
    )


def charlson(rule: CharlsonRule, have: Collection[Group], age_years: int | None) -> Charlson:
    """The index of a person with these groups of diagnoses."""
    replaced = {one.of.replaces for one in have}
    counted = tuple(one for one in rule.groups if one in have and one.of.id not in replaced)
    points = sum(one.of.points for one in counted)
    with_age = None if age_years is None else points + _points_of_age(rule, age_years)
    return Charlson(counted, points, _points_2011(counted), with_age,
                    None if with_age is None else alive_percent(rule, with_age))  # fmt: skip


def alive_percent(rule: CharlsonRule, points: int) -> float:
    """Of a hundred people with so many points (1987, with those of the age), how many were alive after the years."""
    return float(rule.survival_base ** math.exp(rule.survival_factor * points) * 100)


def _points_2011(counted: Iterable[Group]) -> int:
    best: dict[str, int] = {}
    for one in counted:
        key = one.once or one.of.id
        best[key] = max(one.points_2011, best.get(key, 0))
    return sum(best.values())


def _points_of_age(rule: CharlsonRule, age_years: int) -> int:
    return next((points for least, points in reversed(rule.ages) if age_years >= least), 0)
