"""What patients of each pathway read: `resources/content/paper/advice.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from icm_desktop import paths
from icm_desktop.content.checked_file import checked
from icm_desktop.domain.advice import Line, Zones

FILE = paths.RESOURCES / "content" / "paper" / "advice.toml"


@dataclass(frozen=True, slots=True)
class AfterHospital:
    """For how many days after coming home, what to do in the first week, when to call us and when 911: phrases."""

    days: int
    week: tuple[str, ...]
    watch: tuple[str, ...]
    red: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """Every line and zone; `sensitive` pathways print only when ticked. `call_for`: the phrase of a role.

    `results`: targets whose last value is told, with the rules on goals that speak of it; `due_takes`: what a step
    takes that a patient is told of, at most `due_most` of them; `decided`: what rules on goals are about, by `about`;
    `forbids`: ingredients that the lines about something tell not to take.
    """

    topics: tuple[str, ...]
    lines: tuple[Line, ...]
    zones: tuple[Zones, ...]
    sensitive: frozenset[str]
    after_hospital: AfterHospital
    call_for: Mapping[str, str]
    results: Mapping[str, tuple[str, ...]]
    due_takes: frozenset[str]
    due_most: int
    decided: Mapping[str, tuple[str, ...]]
    forbids: Mapping[str, frozenset[str]]


@cache
def advice() -> Advice:
    """The shipped advice."""
    raw = checked(FILE, "advice")
    stay = raw["after_hospital"]
    return Advice(
        tuple(raw["topics"]),
        tuple(Line(**line) for line in raw["line"]),
        tuple(
            Zones(one["pathway"], *(tuple(one[colour]) for colour in ("green", "yellow", "red")))
            for one in raw["zones"]
        ),
        frozenset(raw["sensitive"]),
        AfterHospital(stay["days"], *(tuple(stay[name]) for name in ("week", "watch", "red"))),
        raw["call_for"],
        {target: tuple(rules) for target, rules in raw["results"].items()},
        frozenset(raw["due"]["takes"]),
        raw["due"]["most"],
        {about: tuple(rules) for about, rules in raw["decided"].items()},
        {about: frozenset(names) for about, names in raw["forbids"].items()},
    )
