"""The mapped ONC high-priority list against our pairs: `python -m tests.conflicts.onc_reference` prints the figures.

The list is not shipped: it is read where the test data lie. A pair counts when both its ingredients are in our table.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from icm_desktop.content import conflicts
from icm_desktop.domain.conflicts.medicines import ingredients_of
from tests.conflicts.cases import found
from tests.sources import CHECKOUT

LIST = Path("reference", "ddi-public-PDDI-analysis", "ONC_High_Priority_Mapped.csv")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many pairs the list has, which of them we know, which fire, and the names that are not in our table."""

    listed: int
    known: tuple[Pair, ...]
    silent: tuple[Pair, ...]
    unknown: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        fire, known = len(self.known) - len(self.silent), len(self.known)
        left = f"{self.listed - known} of {self.listed} are not known"
        return f"{fire} of {known} pairs whose ingredients we know fire; {left}"


def coverage(data: Path) -> Coverage:
    """What our pairs make of the list in a folder of test data."""
    pairs = tuple(dict.fromkeys(_pairs(data / LIST)))
    ours = {name: _ingredient(name) for pair in pairs for name in pair}
    known = [pair for pair in pairs if all(ours[name] for name in pair)]
    silent = [pair for pair in known if not _fires(ours[pair[0]], ours[pair[1]])]
    missing = Counter(name for pair in pairs for name in pair if not ours[name])
    return Coverage(len(pairs), tuple(known), tuple(silent), tuple(missing.most_common()))


def _pairs(file: Path) -> Iterator[Pair]:
    for line in file.read_text("utf-8-sig", errors="replace").splitlines():
        parts = line.split("$")
        if len(parts) >= 4:
            one, other = sorted((parts[0].strip().lower(), parts[2].strip().lower()))
            yield one, other


def _ingredient(name: str) -> str:
    parts = ingredients_of(conflicts.formulary(), name)
    return parts[0] if len(parts) == 1 else ""


def _fires(one: str, other: str) -> bool:
    """Whether a pair is told; the dose is a high one, since some are told of high doses only."""
    both = ({"takes": list(pair), "mg_per_day": 1000} for pair in ((one, other), (other, one)))
    return any(rule[0] in "DSC" for given in both for rule in found(given))


if __name__ == "__main__":
    told = coverage(Path(os.environ.get("ICM_TEST_DATA") or CHECKOUT.parent / "shared" / "data"))
    silent = ", ".join(" + ".join(pair) for pair in told.silent) or "none"
    unknown = ", ".join(f"{name} ({count})" for name, count in told.unknown)
    sys.stdout.write(f"{told}\nsilent: {silent}\nnot in our table: {unknown}\n")
