"""Visits and stays of a chart: where, what for, how long, with whom."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.contracts.records import FactRef

# What a filter can choose, with the classes (HL7 v3 ActCode) that belong to it; "" is everything.
KINDS: dict[str, tuple[str, ...]] = {
    "emergency": ("EMER",),
    "stay": ("IMP", "ACUTE", "NONAC", "OBSENC", "SS"),
    "virtual": ("VR",),
    "office": ("AMB", "HH", "FLD", "PRENC"),
}


@dataclass(frozen=True, slots=True)
class VisitFilter:
    """What the list shows. `kind`: a key of `KINDS`, "ours", or "" for everything."""

    patient_id: int
    kind: str = ""
    mistaken: bool = False
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit or stay. `minutes` between begin and end when both have a time; `nights` of a stay, by local days.

    `also`: the appointment in our calendar that is surely the same visit, which then has no row of its own.
    """

    ref: FactRef
    class_code: str
    text: str
    day: str
    starts: str | None
    ends: str | None
    minutes: int | None
    nights: int | None
    reason: str | None
    discharge: str | None
    with_whom: str | None
    place: str | None
    organization: str | None
    status: str | None
    outside: bool
    mistaken: bool = False
    also: FactRef | None = None
