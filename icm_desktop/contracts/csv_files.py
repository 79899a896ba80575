"""Lists of patients, visits and costs in CSV files: what their columns mean, and the lines that were refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from icm_desktop.changes import Changes
from icm_desktop.domain.csv_dates import common_orders
from icm_desktop.domain.csv_mapping import DATES, CsvMapping


@dataclass(frozen=True, slots=True)
class LookAtList:
    """Which file to look at."""

    path: str


@dataclass(frozen=True, slots=True)
class ListLook:
    """A file as it was found.

    `known`: it needs no mapping (a table of another program that is known); `remembered`: the mapping is that of an
    earlier import; `others`: the columns as they would be if it were a list of another kind, by kind; `orders`: for
    each column in which orders its dates can be meant; `samples`: its first lines as they stand.
    """

    path: str
    headers: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    lines: int
    known: bool
    remembered: bool
    mapping: CsvMapping
    others: Mapping[str, tuple[tuple[str, int], ...]]
    orders: tuple[tuple[str, ...], ...]

    def columns_of(self, kind: str) -> tuple[tuple[str, int], ...]:
        """Where the columns are if it is a list of this kind."""
        return self.mapping.columns if kind == self.mapping.kind else self.others.get(kind, ())

    def orders_of(self, kind: str, columns: Mapping[str, int]) -> tuple[str, ...]:
        """In which orders the dates of these columns can be meant: one or none where nothing is to be asked."""
        return common_orders(self.orders[columns[field]] for field in DATES[kind] if field in columns)


@dataclass(frozen=True, slots=True)
class SaveRefused:
    """Write the refused lines of a list as a list of their own, to be mended and imported again."""

    path: str
    lines: tuple[tuple[int, str], ...]
    to: str


@dataclass(frozen=True, slots=True)
class RefusedSaved:
    """How many lines were written."""

    path: str
    rows: int
    changes: Changes = field(default_factory=Changes)
