"""The records of some patients on their way to facts, with what only their original resource says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from db.repositories.measure_rows import MeasureRows
from icm_desktop.content.policies import Policies
from icm_desktop.domain.measures.clock import DAY, day_of, seconds
from icm_desktop.exchange.fhir.contents import unpacked
from icm_desktop.exchange.fhir.values import Json, Notes
from icm_desktop.queries.measuring.asked import Asked

Times = dict[str, Any]  # columns of a fact


@dataclass(slots=True)
class Slice:
    """What the mappings of one slice of patients share."""

    rows: MeasureRows
    asked: Asked
    zone: dt.tzinfo
    policies: Policies
    own: set[int] = field(default_factory=set)  # keys of observations that were entered here
    _contents: dict[int, Json] = field(default_factory=dict)

    def read(self, sources: Iterable[int | None]) -> None:
        """Read the original resources of records that are asked for."""
        wanted = {one for one in sources if one is not None} - self._contents.keys()
        if wanted:
            for source, packed in self.rows.contents(wanted).items():
                self._contents[source] = unpacked(packed)

    def content(self, source: int | None) -> Json:
        """The original resource; empty for what was entered here."""
        return self._contents.get(source or 0, {})

    def moment(self, resource: Json, name: str) -> str | None:
        """A date of a resource as it is kept."""
        return Notes(self.zone).moment(resource, name)

    def period(self, resource: Json, name: str) -> tuple[str | None, str | None]:
        """Both ends of a period of a resource."""
        return Notes(self.zone).period(resource, name)

    def span(self, start: str | None, end: str | None) -> Times:
        """The columns of an interval: from the first second `start` can mean to the last one `end` can."""
        first, last = seconds(start, self.zone), seconds(end, self.zone)
        return interval(first[0] if first else None, last[1] if last else None)

    def at(self, when: str | None) -> Times:
        """The columns of something at one moment or day."""
        return self.span(when, when)

    def recorded(self, when: str | None) -> Times:
        """The columns that say when it was written down or ordered."""
        found = seconds(when, self.zone)
        at = found[0] if found else None
        return {"recorded_at": at, "recorded_day": day_of(at)}


def interval(start: int | None, end: int | None) -> Times:
    """The columns of an interval in seconds."""
    return {"start_at": start, "end_at": end, "start_day": day_of(start), "end_day": day_of(end)}


def days(first: int, last: int) -> Times:
    """The columns of an interval in whole days, both included."""
    return interval(first * DAY, last * DAY + DAY - 1)
