"""Tables written to a file."""

from __future__ import annotations

from dataclasses import dataclass, field

from icm_desktop.changes import Changes


@dataclass(frozen=True, slots=True)
class SaveTable:
    """Write a list as CSV. `view` names the list ("patients"); cells are as shown, dates as ISO."""

    path: str
    view: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TableSaved:
    """How many rows were written; `notice`: the file beside it with what goes with records of substance use."""

    path: str
    rows: int
    changes: Changes = field(default_factory=Changes)
    notice: str | None = None
