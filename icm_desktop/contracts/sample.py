"""Filling an empty database with a generated practice."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.changes import Changes


@dataclass(frozen=True, slots=True)
class Filled:
    """How many rows of each kind were made."""

    patients: int
    seed: int
    counts: tuple[tuple[str, int], ...]
    changes: Changes
