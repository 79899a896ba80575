"""What patients of each pathway read: `resources/content/paper/advice.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from icm_desktop import paths
from icm_desktop.content.checked_file import checked
from icm_desktop.domain.advice import Line, Zones

FILE = paths.RESOURCES / "content" / "paper" / "advice.toml"


@dataclass(frozen=True, slots=True)
class Advice:
    """Every line and zone; `sensitive` pathways print only when ticked."""

    topics: tuple[str, ...]
    lines: tuple[Line, ...]
    zones: tuple[Zones, ...]
    sensitive: frozenset[str]


@cache
def advice() -> Advice:
    """The shipped advice."""
    raw = checked(FILE, "advice")
    return Advice(
        tuple(raw["topics"]),
        tuple(Line(**line) for line in raw["line"]),
        tuple(
            Zones(one["pathway"], *(tuple(one[colour]) for colour in ("green", "yellow", "red")))
            for one in raw["zones"]
        ),
        frozenset(raw["sensitive"]),
    )
