"""Results of a chart: the latest value of everything measured, and all values of one measurement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.records import FactRef


@dataclass(frozen=True, slots=True)
class ResultValue:
    """One value. `text` is in the unit of its line, `sent` as it came when that differs.

    `flag` ("low", "high", "normal", None) is computed from the range, `said` is the sender's own interpretation,
    `disagrees` when the two differ. `number` is None for results in words. `left_out`: "" when it counts, else the
    status for which it does not ("entered-in-error", "cancelled"). `second`: the lower number of a pair (142/88).
    `future`: dated after today, so never the latest.
    `received_at`: when it was imported, or entered here; told by `series` only.
    """

    ref: FactRef
    day: str
    when: str | None
    text: str
    number: float | None
    sent: str | None = None
    comparator: str | None = None
    low: float | None = None
    high: float | None = None
    reference: str | None = None
    flag: str | None = None
    said: str | None = None
    disagrees: bool = False
    left_out: str = ""
    outside: bool = False
    organization: str | None = None
    author: str | None = None
    converted_unconfirmed: bool = False
    second: float | None = None
    received_at: dt.datetime | None = None
    future: bool = False


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One measurement: its last value and the numbers before it, oldest first, in one unit.

    `group`: vital-signs, laboratory, survey, social-history, ... or "". `panel`: the report or panel of the last value.
    `unit` as read by people. `apart`: these values came in a unit that cannot be converted, so they have a line of
    their own. `parts`: lines of the components of a panel, folded under it.
    """

    key: str
    name: str
    group: str
    panel: str | None
    unit: str
    latest: ResultValue
    points: tuple[tuple[str, float], ...]
    count: int
    apart: bool = False
    parts: tuple[ResultLine, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesRequest:
    """All values of one line; `left_out` also those entered in error or cancelled."""

    patient_id: int
    key: str
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """All values of one line, newest first; `hidden` counts those that are left out."""

    key: str
    name: str
    unit: str
    values: tuple[ResultValue, ...]
    hidden: int = 0
    more: int = 0
