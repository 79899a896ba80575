"""The next free starts: exactly those that booking would accept without a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from heapq import merge
from itertools import islice

from sqlalchemy import select

from db.models.patient import Patient
from db.models.practice import Practitioner
from db.repositories import scheduling as repository
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.scheduling import FindSlots, Slot, Slots
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import (
    FARTHEST,
    LONGEST,
    NOON,
    SHORTEST,
    Span,
    earliest_start,
    grid,
)
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.availability import Availability, Refusal, Takes, availability, wanted_of
from icm_desktop.queries.openings import openings
from icm_desktop.queries.slots_excluded import LATE, LOOK_AHEAD, PART_OF_DAY, WRONG_LANGUAGE, Excluded, Person

_AT_ONCE = (1, 1, 3, 7, 14, 14, LOOK_AHEAD)  # days whose visits are read together: most searches end on the first


@requires(Privilege.APPOINTMENTS)
def free_slots(uow: UnitOfWork, asked: FindSlots) -> Slots:
    """The next free starts on the quarter-hour grid, soonest first; when they are few or late, what excluded the rest.

    Raises:
        Invalid: scheduling.bad_length, too_far, no_such_clinician.
        NotFound: patients.unknown.
    """
    if not SHORTEST <= asked.minutes <= LONGEST:
        raise Invalid("scheduling.bad_length", "minutes", least=SHORTEST, most=LONGEST)
    if (asked.after - uow.today).days > FARTHEST:
        raise Invalid("scheduling.too_far", "after", days=FARTHEST)
    if asked.patient_id is not None and _deceased(uow, asked.patient_id):
        return Slots((), (("scheduling.excluded_deceased", "", ""),))
    people = [
        person
        for person in _bookable(uow)
        if asked.clinician_id in (None, person.id) and (not asked.among or person.id in asked.among)
    ]
    if asked.clinician_id is not None and not people:
        raise Invalid("scheduling.no_such_clinician", "clinician_id")
    search = _Search(uow, asked, [person for person in people if _speaks(person, asked.language)])
    excluded = search.excluded
    for person in people:
        if not _speaks(person, asked.language):
            excluded.never(person, WRONG_LANGUAGE, asked.language or "")
    found = search.run()
    return Slots(tuple(found[: asked.limit]), excluded.reasons(asked, found))


class _Search:
    """Walks the days until enough was found, and notes what left starts out."""

    def __init__(self, uow: UnitOfWork, asked: FindSlots, people: list[Person]) -> None:
        self._uow, self._asked, self._people = uow, asked, people
        self._length = dt.timedelta(minutes=asked.minutes)
        self._earliest = earliest_start(uow.now)
        self._latest = uow.now + dt.timedelta(days=FARTHEST)
        last = asked.after + dt.timedelta(days=LOOK_AHEAD)
        self._ids = [person.id for person in people]
        self._openings = openings(uow, asked.after, last, self._ids)
        self._wanted = wanted_of(uow, asked.type_id, asked.patient_id, asked.moving)
        self.excluded = Excluded(people, self._openings)

    def run(self) -> list[Slot]:
        """Free starts in order, at least as many as asked where there are."""
        found: list[Slot] = []
        for days, around in self._groups():
            if around.ends_at <= self._earliest:
                continue
            there = availability(self._uow, self._openings, self._wanted, self._ids, around)
            self.excluded.places = there.places
            for day in days:
                found += self._of_day(there, day, self._asked.limit - len(found))
                if len(found) >= self._asked.limit:
                    return found
        return found

    def _groups(self) -> Iterator[tuple[list[dt.date], Span]]:
        """Days on which anybody sees patients, with the time from the first opening to the last."""
        sizes, days, spans = iter(_AT_ONCE), list[dt.date](), list[Span]()
        size = next(sizes)
        for day in (self._asked.after + dt.timedelta(days=n) for n in range(LOOK_AHEAD)):
            here = [each.span for number in self._ids for each in self._openings.of(number, day)]
            spans += here
            days += [day] if here else []
            if len(days) == size:
                yield days, Span(min(each.starts_at for each in spans), max(each.ends_at for each in spans))
                size, days, spans = next(sizes), [], []
        if days:
            yield days, Span(min(each.starts_at for each in spans), max(each.ends_at for each in spans))

    def _of_day(self, there: Availability, day: dt.date, wanted: int) -> Iterator[Slot]:
        """The free starts of a day in order. Soon enough, no more than are wanted; later all, to say what was full."""
        everybody = (self._free(there, person, day) for person in self._people)
        merged = merge(*everybody, key=lambda slot: (slot.starts_at, slot.clinician, slot.clinician_id))
        return islice(merged, wanted) if day <= self._asked.after + dt.timedelta(days=LATE) else merged

    def _free(self, there: Availability, person: Person, day: dt.date) -> Iterator[Slot]:
        for opening in self._openings.of(person.id, day):
            self.excluded.opening(person.id, day)
            for span in grid(opening.span, self._length):
                if not self._earliest <= span.starts_at <= self._latest:
                    continue
                answer = there.check(person.id, opening, span)
                if isinstance(answer, Takes) and not self._in_part_of_day(span.starts_at):
                    answer = Refusal(PART_OF_DAY)
                self.excluded.start(person.id, day, answer)
                if isinstance(answer, Takes):
                    yield Slot(span.starts_at, self._asked.minutes, person.id, person.name)

    def _in_part_of_day(self, starts_at: dt.datetime) -> bool:
        morning = starts_at.astimezone(self._uow.zone).time() < NOON
        return {"morning": morning, "afternoon": not morning}.get(self._asked.part_of_day or "", True)


def _bookable(uow: UnitOfWork) -> list[Person]:
    """The clinicians with a calendar here today, by name."""
    found = uow.session.execute(repository.clinician_names(uow.today).add_columns(Practitioner.languages))
    return [
        Person(row.id, spoken(row.given, row.family, row.prefix, row.suffix), tuple(row.languages or ()))
        for row in found
    ]


def _speaks(person: Person, language: str | None) -> bool:
    return language is None or language in person.languages


def _deceased(uow: UnitOfWork, patient_id: int) -> bool:
    found = uow.session.execute(
        select(Patient.deceased).where(Patient.id == patient_id, Patient.removed_at.is_(None))
    ).first()
    if found is None:
        raise NotFound("patients.unknown", "patient_id")
    return bool(found.deceased)
