"""The sample clinic: its clinicians' open time, handed out so that nobody is booked twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from zoneinfo import ZoneInfo

SLOT = 20  # minutes; every sample visit takes one or two


@dataclass(frozen=True, slots=True)
class Clinician:
    """A clinician with an id and weekly hours as (weekday 0 = Monday, "HH:MM", "HH:MM")."""

    id: int
    name: str
    phone: str
    hours: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Destination:
    """Somebody to refer to, with the ids of the practitioner and the organisation."""

    practitioner_id: int
    organization_id: int
    name: str
    organization: str
    phone: str
    address: str
    service: str
    visit: str
    sensitive: bool


@dataclass(frozen=True, slots=True)
class Clinic:
    """Everything patients' rows point at. `types` maps minutes to the id of a kind of visit."""

    zone: ZoneInfo
    today: dt.date
    clinicians: Sequence[Clinician]
    destinations: Sequence[Destination]
    types: dict[int, int]
    coordinators: Sequence[tuple[int, str]]


class Openings:
    """Free starts per clinician and day; each is handed out once."""

    def __init__(self, clinic: Clinic) -> None:
        self._clinic = clinic
        self._taken: dict[tuple[int, dt.date], int] = {}
        self._open: dict[tuple[tuple[tuple[int, str, str], ...], dt.date], list[dt.datetime]] = {}

    def take(self, near: dt.date, minutes: int, rng: Random) -> tuple[Clinician, dt.datetime] | None:
        """A free start (aware UTC) on `near` or one of the next ten days; None when all are full."""
        for ahead in range(10):
            day = near + dt.timedelta(days=ahead)
            for clinician in rng.sample(list(self._clinic.clinicians), len(self._clinic.clinicians)):
                starts_at = self._next(clinician, day, minutes)
                if starts_at is not None:
                    return clinician, starts_at
        return None

    def _next(self, clinician: Clinician, day: dt.date, minutes: int) -> dt.datetime | None:
        key = (clinician.id, day)
        starts = self._open.get((clinician.hours, day))
        if starts is None:  # many clinicians keep the same hours
            starts = self._open[clinician.hours, day] = self._starts(clinician, day)
        index, need = self._taken.get(key, 0), minutes // SLOT
        while index + need <= len(starts):
            apart = (starts[index + need - 1] - starts[index]).total_seconds() // 60
            if apart == SLOT * (need - 1):
                self._taken[key] = index + need
                return starts[index]
            index += 1
        return None

    def _starts(self, clinician: Clinician, day: dt.date) -> list[dt.datetime]:
        found = []
        for weekday, first, last in clinician.hours:
            if weekday != day.weekday():
                continue
            at = dt.datetime.combine(day, dt.time.fromisoformat(first), self._clinic.zone).astimezone(dt.UTC)
            end = dt.datetime.combine(day, dt.time.fromisoformat(last), self._clinic.zone).astimezone(dt.UTC)
            while at + dt.timedelta(minutes=SLOT) <= end:
                found.append(at)
                at += dt.timedelta(minutes=SLOT)
        return sorted(found)
