"""What a writing function gets: a row with what hangs on it, and references to whatever else leaves with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from icm_desktop.exchange.fhir.values import Json


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its columns; `children` by table, in order."""

    table: str
    values: Mapping[str, Any]
    children: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    def __getitem__(self, column: str) -> Any:
        return self.values.get(column)

    def of(self, table: str) -> tuple[Row, ...]:
        """The rows of a table that hang on this one."""
        return self.children.get(table, ())

    @property
    def id(self) -> int:
        """The number of the row."""
        return int(self.values["id"])


class Refs(Protocol):
    """Answers about what a row points to. A Reference is a FHIR Reference, or None when nothing of it leaves."""

    zone: dt.tzinfo
    system: str  # our identifier system: numbers of this practice

    def patient(self) -> Json:
        """The Reference to the patient everything is about."""

    def to(self, table: str, row_id: object) -> Json | None:
        """The Reference to another row."""

    def key(self, key: object) -> Json | None:
        """The Reference to what a source key ("Encounter/5") names."""

    def practice(self) -> Json:
        """The Reference to this practice."""

    def place(self) -> Json:
        """The Reference to where this practice sees patients."""


Write = Callable[[Row, Refs], Json]
