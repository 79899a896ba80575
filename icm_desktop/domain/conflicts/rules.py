"""The rules: a closed set of conditions, each with severity, source and what is to be asked of whom. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from icm_desktop.domain.pathways.conditions import Aged, Happened, HasProblem, Measured, Moved, OfSex, Source

SEVERITIES = ("stop", "warn", "monitor", "info")  # worst first
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Takes:
    """Takes one of these ingredients; begun within some days; more than so many milligrams of it a day."""

    names: frozenset[str]
    started_within_days: int | None = None
    above_mg_per_day: float | None = None


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Began one of these within `days`, and since `from_day` days after not all of these were measured."""

    names: frozenset[str]
    days: int
    from_day: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ManyProblems:
    """So many active problems at least."""

    at_least: int


@dataclass(frozen=True, slots=True)
class Group:
    """Several conditions: `how` is "all", "any" or "none"."""

    how: str
    parts: tuple[Condition, ...]


Condition = Takes | Unchecked | ManyProblems | Group | HasProblem | Measured | Moved | Aged | OfSex | Happened


@dataclass(frozen=True, slots=True)
class Told:
    """What every rule says: its id, title, what to do, who is asked, where it is written and how sure it is."""

    id: str
    title: Words
    action: Words
    source: str
    mark: str
    ask: str = "prescriber"
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A medicine with an illness, a value, an age or another medicine. The first level that holds gives the severity.

    `due_days`, `overdue_days`: counted from the start of the medicine, where the rule asks for a test.
    """

    told: Told
    levels: tuple[tuple[str, Condition], ...]
    due_days: int | None = None
    overdue_days: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two medicines that do not go together, whichever comes first."""

    told: Told
    severity: str
    one: frozenset[str]
    other: frozenset[str]
    one_above_mg_per_day: float | None = None


@dataclass(frozen=True, slots=True)
class Double:
    """Two different ingredients of one class, or one of each of two."""

    told: Told
    severity: str
    classes: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Cross:
    """A reaction to one of `to` and a medicine of `check`."""

    told: Told
    severity: str
    to: frozenset[str]
    check: frozenset[str]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Every rule and its version. `alike`: classes in which an intolerance to one is told of another.

    `index` and `kept` are filled by `candidates`, the first time it is asked.
    """

    version: str
    rules: tuple[Rule, ...]
    pairs: tuple[Pair, ...]
    doubles: tuple[Double, ...]
    same_ingredient: tuple[Told, str]
    crosses: tuple[Cross, ...]
    same_allergen: tuple[Told, str]
    intolerance: tuple[Told, str]
    alike: tuple[frozenset[str], ...]
    index: list[Any] = field(default_factory=list, init=False, repr=False, compare=False)
    kept: dict[frozenset[str], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
