"""Texts of the practice's own beside those that came with the program: letters, and sentences patients read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextVersion:
    """One text something had: typed here, or shipped (`id` None). `current`: it counts now.

    `words`: the whole of it, a letter's heading first.
    """

    id: int | None
    words: tuple[str, ...]
    at: dt.datetime | None
    by: str | None
    shipped: bool
    current: bool
