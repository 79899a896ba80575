"""Repeatable chance: the same for the same seed, whatever else was drawn before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random
from typing import Any


def dice(*seed: object) -> Random:
    """A generator of its own for a place in the practice."""
    return Random(":".join(map(str, seed)))  # noqa: S311  repeatable, not secret


def weighted(rng: Random, table: Sequence[Any]) -> Any:
    """One row of a table whose last column is its weight."""
    point = rng.random() * sum(row[-1] for row in table)
    for row in table:
        point -= row[-1]
        if point < 0:
            return row
    return table[-1]


def day_between(rng: Random, first: dt.date, last: dt.date) -> dt.date:
    """A day from `first` to `last`; `first` when they are the wrong way round."""
    return first + dt.timedelta(days=int(rng.random() * (max(0, (last - first).days) + 1)))
