"""Parts of a resource, such as the actions of a plan, in two versions of it: which is which, what came, what went.

FHIR gives them no identity but their place, and places move when somebody adds a part in between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Part = dict[str, Any]
_ALIKE = 0.6  # share of equal letters from which two texts are one action that was worded anew


@dataclass(frozen=True, slots=True)
class Pair:
    """A part before and after; `before` None: it was added, `after` None: it is gone. `sure`: it is the same one."""

    before: Part | None
    after: Part | None
    sure: bool = True


def pairs(before: Sequence[Part], after: Sequence[Part]) -> list[Pair]:
    """Which part became which: by equal text, then by a text much like it, then what is left if as many are left."""
    left, new = list(before), list(after)
    found = [Pair(one, other) for one, other in _equal(left, new)]
    found += [Pair(one, other) for one, other in _alike(left, new)]
    if len(left) == len(new):
        return found + [Pair(one, other, sure=False) for one, other in zip(left, new, strict=True)]
    return found + [Pair(one, None) for one in left] + [Pair(None, other) for other in new]


def _equal(left: list[Part], new: list[Part]) -> Iterator[tuple[Part, Part]]:
    """Pairs of equal text, taken out of both lists."""
    for one in list(left):
        other = next((other for other in new if other["text"] == one["text"]), None)
        if other is not None:
            _take(left, one)
            _take(new, other)
            yield one, other


def _alike(left: list[Part], new: list[Part]) -> Iterator[tuple[Part, Part]]:
    """Pairs of texts that are much alike, the most alike first, taken out of both lists."""
    rated = [
        (SequenceMatcher(None, str(one["text"]), str(other["text"])).ratio(), place, one, other)
        for place, one in enumerate(left)
        for other in new
    ]
    for how, _, one, other in sorted(rated, key=lambda each: (-each[0], each[1])):
        if how >= _ALIKE and _has(left, one) and _has(new, other):
            _take(left, one)
            _take(new, other)
            yield one, other


def _has(parts: list[Part], part: Part) -> bool:
    return any(one is part for one in parts)


def _take(parts: list[Part], part: Part) -> None:
    del parts[next(place for place, one in enumerate(parts) if one is part)]


@dataclass(slots=True)
class Rows:
    """Which row a part is: [table, id, as it is called there, as it is called in our form] of each."""

    entries: list[list[Any]]

    @classmethod
    def of(cls, kept: Sequence[Any] | None) -> Rows:
        """As a copy keeps them; the names may be missing where it was kept by an older version."""
        return cls([[*one, None, None][:4] for one in kept or ()])

    def take(self, text: str, place: int) -> tuple[str, int] | None:
        """The row of the part that is called so there, each only once; None when no row is."""
        named = next((one for one in self.entries if one[2] == text), None)
        if named is None:
            named = self.entries[place] if place < len(self.entries) and self.entries[place][2] is None else None
        if named is None:
            return None
        self.entries = [one if one is not named else [None, None, "", None] for one in self.entries]
        return named[0], named[1]


def renamed(kept: Sequence[Any] | None, rows: Sequence[Any]) -> list[list[Any]]:
    """The parts of our form as it is now; what each is called there stays as it was known, of new ones unknown yet.

    Args:
        kept: The parts as they were kept.
        rows: The rows of our form, with `table`, `id` and a text.
    """
    there = {(one[0], one[1]): one[2] for one in Rows.of(kept).entries}
    return [[row.table, row.id, there.get((row.table, row.id)), row["text"]] for row in rows]


def arrived(kept: Sequence[Any] | None) -> list[list[Any]] | None:
    """The parts once our form is what they have there."""
    return None if kept is None else [[one[0], one[1], one[3], one[3]] for one in Rows.of(kept).entries]
