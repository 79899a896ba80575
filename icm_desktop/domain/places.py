"""Rooms and equipment: which of them a visit may take, and when one is not in use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icm_desktop.domain.timeslots import Span, wall_span
from icm_desktop.domain.working_time import Away


@dataclass(frozen=True, slots=True)
class Place:
    """A room or piece of equipment; `capacity` visits fit in at a time. `closed_weekdays`: 0 is Monday."""

    id: int
    name: str
    kind: str | None = None
    site_id: int | None = None
    capacity: int = 1
    is_equipment: bool = False
    closed_weekdays: frozenset[int] = frozenset()
    away: tuple[Away, ...] = ()

    def is_of(self, kind: str) -> bool:
        """Whether it is of a kind, however that is written."""
        return (self.kind or "").strip().casefold() == kind.strip().casefold()

    def is_at(self, site_id: int | None) -> bool:
        """Whether a visit at a site can have it; a place without a site goes anywhere."""
        return site_id is None or self.site_id in (None, site_id)

    def is_in_use(self, span: Span, zone: ZoneInfo) -> bool:
        """Whether it is there for the whole of a span."""
        last = (span.ends_at - dt.timedelta(seconds=1)).astimezone(zone).date()
        for day in {span.starts_at.astimezone(zone).date(), last}:
            if day.weekday() in self.closed_weekdays:
                return False
            for part in (each.on(day) for each in self.away):
                gone = wall_span(day, *part, zone) if part else None
                if gone is not None and gone.overlaps(span):
                    return False
        return True


def fitting(places: Iterable[Place], kind: str, site_id: int | None, first: int | None, *, things: bool) -> list[Place]:
    """The places of a kind a visit at a site may take, the one with the id `first` before all others."""
    found = [each for each in places if each.is_equipment is things and each.is_of(kind) and each.is_at(site_id)]
    return sorted(found, key=lambda each: each.id != first)  # stable: otherwise in the practice's order


def in_use(places: Iterable[Place], span: Span, zone: ZoneInfo) -> Iterator[Place]:
    """Those of the places that are there for the whole of a span."""
    return (each for each in places if each.is_in_use(span, zone))
