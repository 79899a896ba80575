"""A list of the screen on paper."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListSheet:
    """Print rows as the screen words them, in the order it shows them.

    `columns`: the name of each column; `shares`: of the width, together 1. A cell has one text for each of its lines;
    the first line of the column `strong` is bold. `language`: en or es, of what stands around the rows.
    """

    title: str
    columns: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    strong: int = 1
    language: str = "en"
    paper: str = "letter"
