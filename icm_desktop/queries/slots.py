"""The next free starts: exactly those that booking would accept."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, Select, select

from db.models.patient import Patient
from db.models.practice import AppointmentType
from db.repositories import scheduling as repository
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.scheduling import ClinicianRow, FindSlots, Slot, Slots
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.timeslots import (
    NOON,
    UNKNOWN_LENGTH,
    Span,
    day_span,
    earliest_start,
    free_starts,
    grid,
    widened,
)
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.calendar import clinicians
from icm_desktop.queries.openings import Openings, openings

LOOK_AHEAD = 60  # days
SHORTEST, LONGEST = 5, 480  # minutes of a visit here
FARTHEST = 730  # days ahead; beyond is a typing mistake
_AT_ONCE = 14  # days whose visits are read together


@dataclass(slots=True)
class _Search:
    """What is asked, what is known, and what left starts out."""

    asked: FindSlots
    length: dt.timedelta
    earliest: dt.datetime
    latest: dt.datetime
    openings: Openings
    buffers: tuple[int, int] = (0, 0)
    found: list[Slot] = field(default_factory=list)
    excluded: dict[int, Counter[str]] = field(default_factory=dict)

    @property
    def full(self) -> bool:
        return len(self.found) >= self.asked.limit

    def bookable(self, span: Span) -> bool:
        """Whether it is neither past nor too far ahead."""
        return self.earliest <= span.starts_at <= self.latest


@requires(Privilege.APPOINTMENTS)
def free_slots(uow: UnitOfWork, asked: FindSlots) -> Slots:
    """The next free starts on the quarter-hour grid, soonest first; when fewer than asked, what excluded the rest.

    Raises:
        Invalid: scheduling.bad_length, scheduling.no_such_clinician.
        NotFound: patients.unknown.
    """
    if not SHORTEST <= asked.minutes <= LONGEST:
        raise Invalid("scheduling.bad_length", "minutes", least=SHORTEST, most=LONGEST)
    if asked.patient_id is not None and _deceased(uow, asked.patient_id):
        return Slots((), (("scheduling.excluded_deceased", "", ""),))
    people = [person for person in clinicians(uow) if asked.clinician_id in (None, person.id)]
    if asked.clinician_id is not None and not people:
        raise Invalid("scheduling.no_such_clinician", "clinician_id")
    latest = uow.now + dt.timedelta(days=FARTHEST)
    known = openings(uow, asked.after, asked.after + dt.timedelta(days=LOOK_AHEAD), [person.id for person in people])
    length, buffers = dt.timedelta(minutes=asked.minutes), buffers_of(uow, asked.type_id)
    search = _Search(asked, length, earliest_start(uow.now), latest, known, buffers)
    _look(uow, search, people)
    return Slots(tuple(search.found[: asked.limit]), () if search.full else tuple(_why(search, people)))


@requires(Privilege.APPOINTMENTS)
def busy_clinician(
    uow: UnitOfWork, clinician_id: int, wanted: Span, moving: int | None = None, type_id: int | None = None
) -> list[Span]:
    """The visits that overlap `wanted` in this clinician's day, without the one being moved.

    The minutes that a kind of visit needs before and after it count as taken.
    """
    block = widened(wanted, *buffers_of(uow, type_id))
    found = repository.visits_of_clinicians([clinician_id], block.starts_at, block.ends_at, states.OCCUPIES)
    return [span for key, _, span, taken in _blocks(uow, found) if taken.overlaps(block) and key != moving]


@requires(Privilege.APPOINTMENTS)
def buffers_of(uow: UnitOfWork, type_id: int | None) -> tuple[int, int]:
    """The minutes a kind of visit needs before and after it."""
    row = uow.session.get(AppointmentType, type_id) if type_id is not None else None
    return (row.buffer_before or 0, row.buffer_after or 0) if row is not None else (0, 0)


@requires(Privilege.APPOINTMENTS)
def busy_patient(uow: UnitOfWork, patient_id: int, wanted: Span, moving: int | None = None) -> list[Span]:
    """The visits that overlap `wanted` in this patient's day, here or elsewhere, without the one being moved."""
    found = repository.visits_of_patient(patient_id, wanted.starts_at, wanted.ends_at, states.OCCUPIES)
    return [span for key, _, span in _spans(uow, found) if span.overlaps(wanted) and key != moving]


def _deceased(uow: UnitOfWork, patient_id: int) -> bool:
    found = uow.session.execute(
        select(Patient.deceased).where(Patient.id == patient_id, Patient.removed_at.is_(None))
    ).first()
    if found is None:
        raise NotFound("patients.unknown", "patient_id")
    return bool(found.deceased)


def _spans(uow: UnitOfWork, wanted: Select[*tuple[Any, ...]]) -> list[tuple[int, int | None, Span]]:
    """(visit, clinician, when) with a usual length where nobody said how long."""
    return [(row.id, row.practitioner_id, _span(row)) for row in uow.session.execute(wanted)]


def _blocks(uow: UnitOfWork, wanted: Select[*tuple[Any, ...]]) -> list[tuple[int, int, Span, Span]]:
    """(visit, clinician, when, when with what its kind needs before and after)."""
    found = []
    for row in uow.session.execute(wanted):
        span = _span(row)
        found.append((row.id, row.practitioner_id, span, widened(span, row.buffer_before, row.buffer_after)))
    return found


def _span(row: Row[*tuple[Any, ...]]) -> Span:
    known = row.ends_at if row.ends_at and row.ends_at > row.starts_at else None
    length = dt.timedelta(minutes=row.minutes) if row.minutes else UNKNOWN_LENGTH
    return Span(row.starts_at, known or row.starts_at + length)


def _look(uow: UnitOfWork, search: _Search, people: list[ClinicianRow]) -> None:
    search.excluded = {person.id: Counter() for person in people}
    for first in range(0, LOOK_AHEAD, _AT_ONCE):
        days = [search.asked.after + dt.timedelta(days=n) for n in range(first, min(first + _AT_ONCE, LOOK_AHEAD))]
        start, end = day_span(days[0], uow.zone).starts_at, day_span(days[-1], uow.zone).ends_at
        if end <= search.earliest:
            continue
        ids = [person.id for person in people]
        taken = _blocks(uow, repository.visits_of_clinicians(ids, start, end, states.OCCUPIES))
        patient = search.asked.patient_id
        own = [
            span
            for _, _, span in (
                _spans(uow, repository.visits_of_patient(patient, start, end, states.OCCUPIES)) if patient else []
            )
        ]
        before, after = search.buffers  # those of the visit looked for lie between it and its neighbours
        blocks = [(whose, widened(block, after, before)) for _, whose, _, block in taken]
        busy = {key: [block for whose, block in blocks if whose == key] for key in ids}
        for day in days:
            today = [slot for person in people for slot in _free(uow, search, person, day, busy[person.id], own)]
            search.found += sorted(today, key=lambda slot: (slot.starts_at, slot.clinician, slot.clinician_id))
            if search.full:
                return


def _free(
    uow: UnitOfWork, search: _Search, person: ClinicianRow, day: dt.date, busy: list[Span], own: list[Span]
) -> Iterator[Slot]:
    counts = search.excluded[person.id]
    for opening in search.openings.of(person.id, day):
        span = opening.span
        counts["openings"] += 1
        every = [each for each in grid(span, search.length) if search.bookable(each)]
        free = [each for each in free_starts(span, busy, search.length) if search.bookable(each)]
        counts["starts"] += len(every)
        counts["booked"] += len(every) - len(free)
        for each in free:
            if any(each.overlaps(visit) for visit in own):
                counts["patient_busy"] += 1
            elif not _in_part_of_day(uow, search.asked.part_of_day, each.starts_at):
                counts["part_of_day"] += 1
            else:
                yield Slot(each.starts_at, search.asked.minutes, person.id, person.name)


def _in_part_of_day(uow: UnitOfWork, part: str | None, starts_at: dt.datetime) -> bool:
    morning = starts_at.astimezone(uow.zone).time() < NOON
    return {"morning": morning, "afternoon": not morning}.get(part or "", True)


def _why(search: _Search, people: list[ClinicianRow]) -> Iterator[tuple[str, str, str]]:
    if not people:
        yield "scheduling.excluded_no_clinicians", "", ""
        return
    for person in people:
        counts = search.excluded[person.id]
        if not search.openings.has_hours(person.id):
            yield "scheduling.excluded_no_hours", person.name, ""
        elif not counts["openings"]:
            yield "scheduling.excluded_away", person.name, ""
        elif not counts["starts"]:
            yield "scheduling.excluded_too_short", person.name, ""
        for kind in ("booked", "patient_busy", "part_of_day"):
            if counts[kind]:
                yield f"scheduling.excluded_{kind}", person.name, str(counts[kind])
    yield "scheduling.excluded_horizon", "", str(LOOK_AHEAD)
