"""A list as the screen shows it, to print: title, what it is about, columns with their widths, rows of words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListSheet:
    """`about`: lines above the table; `note` stands at the foot of every page, `printed` beside the page number.

    A cell may have several lines.
    """

    title: str
    about: tuple[str, ...]
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    printed: str
    page: str  # "Page {page} of {pages}"
    language: str = "en"
    paper: str = "letter"
