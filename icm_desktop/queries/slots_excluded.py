"""What a search for free times left out, put together into a few sentences."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from icm_desktop.contracts.scheduling import FindSlots, Slot
from icm_desktop.domain.places import Place
from icm_desktop.queries.availability import (
    NO_EQUIPMENT,
    NO_ROOM,
    NO_SUCH_EQUIPMENT,
    NO_SUCH_ROOM,
    PATIENT_BUSY,
    ROOM_TAKEN,
    SLOT_TAKEN,
    TOO_CLOSE,
    Refusal,
    Takes,
)
from icm_desktop.queries.openings import Openings

LOOK_AHEAD = 60  # days
PART_OF_DAY, WRONG_LANGUAGE = "part_of_day", "language"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LATE = 7  # days: a first free time later than that asks for a reason too
_MOST_LATE = 5  # sentences about clinicians who are full, when enough was found
_IN_THE_WAY = {  # refusal -> its sentence
    SLOT_TAKEN: "booked",
    ROOM_TAKEN: "room",
    NO_ROOM: "room",
    NO_SUCH_ROOM: "no_such_room",
    NO_EQUIPMENT: "equipment",
    NO_SUCH_EQUIPMENT: "no_such_equipment",
    PATIENT_BUSY: "patient_busy",
    TOO_CLOSE: "too_close",
    PART_OF_DAY: "part_of_day",
}
_NAMED = {ROOM_TAKEN, NO_ROOM, NO_SUCH_ROOM, NO_EQUIPMENT, NO_SUCH_EQUIPMENT}  # the sentence says which
_Reason = tuple[str, str, object]


class Person(NamedTuple):
    """A clinician whose times are looked for."""

    id: int
    name: str
    languages: tuple[str, ...]


class Excluded:
    """Counts, by clinician and day, what stood in the way of starts."""

    def __init__(self, people: Sequence[Person], openings: Openings) -> None:
        self._people, self._openings = people, openings
        self.places: Sequence[Place] = ()
        self._never: list[_Reason] = []
        self._days: dict[int, dict[dt.date, Counter[str]]] = defaultdict(dict)
        self._names: dict[tuple[int, str], set[str]] = defaultdict(set)

    def never(self, person: Person, why: str, detail: str) -> None:
        """Somebody was not looked at."""
        self._never.append((f"scheduling.excluded_{why}", person.name, detail))

    def opening(self, clinician_id: int, day: dt.date) -> None:
        """The clinician sees patients that day."""
        self._days[clinician_id].setdefault(day, Counter())

    def start(self, clinician_id: int, day: dt.date, answer: Refusal | Takes) -> None:
        """A start was free, or not."""
        counts = self._days[clinician_id][day]
        counts["starts"] += 1
        if isinstance(answer, Takes):
            counts["free"] += 1
            return
        counts[answer.kind] += 1
        if answer.kind in _NAMED:
            self._names[clinician_id, answer.kind].add(answer.name)

    def reasons(self, asked: FindSlots, found: Sequence[Slot]) -> tuple[_Reason, ...]:
        """(code, who, detail), when fewer were found than asked or the first one is late."""
        late = asked.after + dt.timedelta(days=LATE)
        if len(found) >= asked.limit:
            first = found[0].starts_at.astimezone(self._openings.zone).date()
            full = [each for person in self._people for each in self._full_until(person)] if first > late else []
            return tuple(full[:_MOST_LATE])
        if not self._people and not self._never:
            return (("scheduling.excluded_no_clinicians", "", ""),)
        told = [each for person in self._people for each in self._of(person)]
        told += [*self._never, *self._rooms()]
        return (*told, ("scheduling.excluded_horizon", "", str(LOOK_AHEAD)))

    def _of(self, person: Person) -> Iterator[_Reason]:
        days = self._days[person.id]
        counts = sum(days.values(), Counter())
        if not self._openings.has_hours(person.id):
            yield "scheduling.excluded_no_hours", person.name, ""
        elif not days:
            yield "scheduling.excluded_away", person.name, ""
        elif not counts["starts"]:
            yield "scheduling.excluded_too_short", person.name, ""
        if (left := self._openings.left.get(person.id)) is not None:
            yield "scheduling.excluded_leaves", person.name, left
        full = list(self._full_until(person))
        yield from full
        for kind, words in _IN_THE_WAY.items():
            if counts[kind] and not (kind == SLOT_TAKEN and full):
                names = self._names.get((person.id, kind))
                yield f"scheduling.excluded_{words}", person.name, tuple(sorted(names)) if names else str(counts[kind])

    def _full_until(self, person: Person) -> Iterator[_Reason]:
        """The clinician's first days here without any free start, because of other visits."""
        until, full = None, False
        for day, counts in sorted(self._days[person.id].items()):
            until = day
            if counts["free"] or not counts[SLOT_TAKEN]:
                break
            full = True
        else:
            if full:
                yield "scheduling.excluded_full", person.name, ""
            return
        if full:
            yield "scheduling.excluded_full_until", person.name, until

    def _rooms(self) -> Iterator[_Reason]:
        """Rooms that were asked for and are not in use on some days."""
        asked_for = {name for (_, kind), names in self._names.items() if kind in _NAMED for name in names}
        for place in self.places:
            if place.name in asked_for or any(place.is_of(name) for name in asked_for):
                if place.closed_weekdays:
                    weekdays = tuple(WEEKDAYS[each] for each in sorted(place.closed_weekdays))
                    yield "scheduling.excluded_room_closed", place.name, weekdays
                for away in place.away:
                    yield "scheduling.excluded_room_away", place.name, away.ends_on
