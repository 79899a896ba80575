"""How two records are compared: weights, thresholds, short forms of names and frequent names."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from functools import cache
from typing import Any

from icm_desktop import paths
from icm_desktop.domain.matching import Rules
from icm_desktop.domain.names import folded

FOLDER = paths.RESOURCES / "content" / "matching"


@cache
def match_rules() -> Rules:
    """The shipped rules."""
    weights, names = _read("weights"), _read("names")
    groups: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(names["nicknames"]):
        for name in group:
            groups[folded(name)].add(number)
    return Rules(
        weights=weights["weights"],
        **weights["thresholds"],
        nicknames={name: frozenset(numbers) for name, numbers in groups.items()},
        frequent_family=frozenset(map(folded, names["frequent_family"])),
        frequent_given=frozenset(map(folded, names["frequent_given"])),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
