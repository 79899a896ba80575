"""The sample clinic: its people and places, and open time, handed out so that nobody is booked twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from zoneinfo import ZoneInfo

SLOT = 20  # minutes; a sample visit takes one, two or three
_DAYS_TO_LOOK = 12


@dataclass(frozen=True, slots=True)
class Clinician:
    """A clinician with an id, weekly hours as (weekday 0 = Monday, "HH:MM", "HH:MM") and days away."""

    id: int
    name: str
    phone: str
    hours: tuple[tuple[int, str, str], ...]
    away: tuple[tuple[dt.date, dt.date], ...] = ()
    site_id: int | None = None
    room_id: int | None = None
    counselor: bool = False

    def is_away(self, day: dt.date) -> bool:
        """Whether they are away all day."""
        return any(first <= day <= last for first, last in self.away)


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
    kind: str
    fits: tuple[str, ...]
    sensitive: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of visit."""

    id: int
    name: str
    minutes: int
    slots: int


@dataclass(frozen=True, slots=True)
class Feed:
    """An import by which facts of others came; those of its day and before."""

    id: int
    day: dt.date
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Clinic:
    """Everything patients' rows point at; `kinds` and `places` by name, `closed` tells the days nobody works.

    `clinicians` are those of one team after another.
    """

    zone: ZoneInfo
    today: dt.date
    clinicians: Sequence[Clinician]
    destinations: Sequence[Destination]
    kinds: dict[str, Kind]
    places: dict[str, int]
    coordinators: Sequence[tuple[int, str]]
    desk: Sequence[int]
    closed: Callable[[dt.date], bool]
    a_team: int  # clinicians in a team
    feeds: Sequence[Feed]  # the earlier first
    senders: frozenset[str]  # organisations whose facts came by an import


@dataclass(slots=True)
class Openings:
    """Free starts per clinician and day; each is handed out once. `taken` holds one bit a slot."""

    clinic: Clinic
    clinicians: Sequence[Clinician]
    _taken: dict[tuple[int, dt.date], int] = field(default_factory=dict)
    _open: dict[tuple[tuple[tuple[int, str, str], ...], dt.date], list[dt.datetime]] = field(default_factory=dict)

    def take(self, near: dt.date, slots: int, who: Clinician, rng: Random) -> tuple[Clinician, dt.datetime] | None:
        """A free start (aware UTC) on `near` or a day after, with `who` or a colleague; None when all is full."""
        others = [each for each in self.clinicians if each.counselor == who.counselor and each is not who]
        for ahead in range(_DAYS_TO_LOOK):
            day = near + dt.timedelta(days=ahead)
            if self.clinic.closed(day):
                continue
            for clinician in (who, *others):
                starts_at = None if clinician.is_away(day) else self._free(clinician, day, slots, rng)
                if starts_at is not None:
                    return clinician, starts_at
        return None

    def _free(self, clinician: Clinician, day: dt.date, slots: int, rng: Random) -> dt.datetime | None:
        starts = self._starts(clinician, day)
        if len(starts) < slots:
            return None
        taken, block = self._taken.get((clinician.id, day), 0), (1 << slots) - 1
        first = int(rng.random() * len(starts))
        for step in range(len(starts)):
            at = (first + step) % len(starts)
            if taken >> at & block or at + slots > len(starts):
                continue
            if (starts[at + slots - 1] - starts[at]).total_seconds() == SLOT * 60 * (slots - 1):
                self._taken[clinician.id, day] = taken | block << at
                return starts[at]
        return None

    def _starts(self, clinician: Clinician, day: dt.date) -> list[dt.datetime]:
        key = (clinician.hours, day)
        found = self._open.get(key)
        if found is None:  # many clinicians keep the same hours
            found = self._open[key] = sorted(self._slots(clinician, day))
        return found

    def _slots(self, clinician: Clinician, day: dt.date) -> list[dt.datetime]:
        found = []
        for weekday, first, last in clinician.hours:
            if weekday == day.weekday():
                at = dt.datetime.combine(day, dt.time.fromisoformat(first), self.clinic.zone).astimezone(dt.UTC)
                end = dt.datetime.combine(day, dt.time.fromisoformat(last), self.clinic.zone).astimezone(dt.UTC)
                while at + dt.timedelta(minutes=SLOT) <= end:
                    found.append(at)
                    at += dt.timedelta(minutes=SLOT)
        return found
