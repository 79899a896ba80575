"""Whether a visit can be then: one answer for the search of free times, for booking and for moving."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select

from db.models.practice import AppointmentType
from db.repositories import scheduling as repository
from db.unit_of_work import UnitOfWork
from icm_desktop.content.policies import Travel
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.places import Place, fitting, in_use
from icm_desktop.domain.taken_time import Taken, TakenTime, most_at_once
from icm_desktop.domain.timeslots import Span, visit_span, widened
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.openings import Opening, Openings
from icm_desktop.queries.practice_policies import practice_policies

SLOT_TAKEN, PATIENT_BUSY, TOO_CLOSE = "slot_taken", "patient_busy", "too_close"
ROOM_TAKEN, NO_ROOM, NO_SUCH_ROOM = "room_taken", "no_room_free", "no_such_room"
NO_EQUIPMENT, NO_SUCH_EQUIPMENT = "no_equipment_free", "no_such_equipment"
_OWN = 0  # the patient's visits are kept under one key


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a visit needs: minutes around it, a kind of room and of equipment; `moving` is the visit itself."""

    before: int = 0
    after: int = 0
    room_kind: str | None = None
    equipment_kind: str | None = None
    patient_id: int | None = None
    moving: int | None = None

    def block(self, span: Span) -> Span:
        """A visit with the minutes kept free around it."""
        return widened(span, self.before, self.after)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is in the way: `kind` is the end of an error code, `at` when the visit in the way is, `name` of what."""

    kind: str
    at: dt.datetime | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Takes:
    """Where a visit would be and what it takes."""

    site_id: int | None = None
    room_id: int | None = None
    equipment_id: int | None = None


@dataclass(slots=True)
class Availability:
    """What was read for some clinicians and a stretch of time."""

    openings: Openings
    wanted: Wanted
    travel: Travel
    places: Sequence[Place]
    clinicians: TakenTime = field(default_factory=TakenTime)
    rooms: TakenTime = field(default_factory=TakenTime)
    equipment: TakenTime = field(default_factory=TakenTime)
    patient: TakenTime = field(default_factory=TakenTime)
    where: dict[int, tuple[bool, int | None]] = field(default_factory=dict)  # visit -> outside, site

    def check(self, clinician_id: int, opening: Opening, span: Span) -> Refusal | Takes:
        """What is in the way of a visit in an opening, or what it takes."""
        if (taken := self.busy(clinician_id, span)) is not None:
            return taken
        room, thing = self._room(opening, span), self._equipment(opening, span)
        if isinstance(room, Refusal):
            return room
        if isinstance(thing, Refusal):
            return thing
        hindered = self.patient_busy(span) or self._too_close(span, opening.site_id)
        return hindered or Takes(opening.site_id, room, thing)

    def anyway(self, opening: Opening, span: Span) -> Takes:
        """What a visit takes that is put where something is in the way: what is free, else where the clinician is."""
        room, thing = self._room(opening, span), self._equipment(opening, span)
        return Takes(
            opening.site_id,
            opening.room_id if isinstance(room, Refusal) else room,
            None if isinstance(thing, Refusal) else thing,
        )

    def busy(self, clinician_id: int, span: Span) -> Refusal | None:
        """Whether the clinician has another visit then."""
        taken = self.clinicians.meeting(clinician_id, self.wanted.block(span), self.wanted.moving)
        return Refusal(SLOT_TAKEN, taken[0].span.starts_at) if taken else None

    def patient_busy(self, span: Span) -> Refusal | None:
        """Whether the patient has another visit then, here or elsewhere."""
        taken = self.patient.meeting(_OWN, span, self.wanted.moving)
        return Refusal(PATIENT_BUSY, taken[0].span.starts_at) if taken else None

    def holds(self, takes: Takes, span: Span) -> Refusal | None:
        """Whether the room and equipment a visit has are still free for it."""
        for key, taken, kind in (
            (takes.room_id, self.rooms, ROOM_TAKEN),
            (takes.equipment_id, self.equipment, NO_EQUIPMENT),
        ):
            place = next((each for each in self.places if each.id == key), None)
            if place is not None and (busy := self._full(place, taken, span)) is not None:
                return Refusal(kind, busy, place.name)
        return None

    def _room(self, opening: Opening, span: Span) -> int | Refusal | None:
        kind = self.wanted.room_kind
        if kind:
            found = fitting(self.places, kind, opening.site_id, opening.room_id, things=False)
            if not found:
                return Refusal(NO_SUCH_ROOM, name=kind)
            free = self._first_free(found, self.rooms, opening, span)
            return free if free is not None else Refusal(NO_ROOM, name=kind)
        own = next((each for each in self.places if each.id == opening.room_id), None)
        taken = self._full(own, self.rooms, span) if own is not None else None
        if own is not None and taken is not None:
            return Refusal(ROOM_TAKEN, taken, own.name)
        return opening.room_id

    def _equipment(self, opening: Opening, span: Span) -> int | Refusal | None:
        kind = self.wanted.equipment_kind
        if not kind:
            return None
        found = fitting(self.places, kind, opening.site_id, None, things=True)
        if not found:
            return Refusal(NO_SUCH_EQUIPMENT, name=kind)
        free = self._first_free(found, self.equipment, opening, span)
        return free if free is not None else Refusal(NO_EQUIPMENT, name=kind)

    def _first_free(self, places: Iterable[Place], taken: TakenTime, opening: Opening, span: Span) -> int | None:
        there = in_use(places, span, self.openings.zone_of(opening.site_id))
        return next((each.id for each in there if self._full(each, taken, span) is None), None)

    def _full(self, place: Place, taken: TakenTime, span: Span) -> dt.datetime | None:
        """When the visit begins that leaves no room in a place; None when there is room for one more."""
        block = self.wanted.block(span)
        meeting = taken.meeting(place.id, block, self.wanted.moving)
        full = most_at_once((each.block for each in meeting), block) >= place.capacity
        return meeting[0].span.starts_at if meeting and full else None

    def _too_close(self, span: Span, site_id: int | None) -> Refusal | None:
        """Whether the patient could not get here from another visit, or there, in time."""
        most = max(self.travel.elsewhere, self.travel.other_site)
        for each in self.patient.meeting(_OWN, widened(span, most, most), self.wanted.moving):
            outside, other = self.where[each.visit]
            apart = site_id is not None and other is not None and site_id != other
            minutes = self.travel.elsewhere if outside else self.travel.other_site if apart else 0
            if widened(each.span, minutes, minutes).overlaps(span):
                return Refusal(TOO_CLOSE, each.span.starts_at)
        return None


@requires(Privilege.APPOINTMENTS)
def wanted_of(uow: UnitOfWork, type_id: int | None, patient_id: int | None = None, moving: int | None = None) -> Wanted:
    """What a kind of visit needs."""
    row = uow.session.get(AppointmentType, type_id) if type_id is not None else None
    if row is None:
        return Wanted(patient_id=patient_id, moving=moving)
    return Wanted(row.buffer_before or 0, row.buffer_after or 0, row.room_kind, row.equipment_kind, patient_id, moving)


@requires(Privilege.APPOINTMENTS)
def availability(
    uow: UnitOfWork, known: Openings, wanted: Wanted, clinician_ids: Sequence[int], span: Span
) -> Availability:
    """What decides about visits of these clinicians that lie in a stretch of time."""
    places = tuple(_places(uow, known))
    found = Availability(known, wanted, practice_policies(uow).travel, places)
    block = wanted.block(span)
    _fill(found.clinicians, uow, repository.visits_of_clinicians(
        clinician_ids, block.starts_at, block.ends_at, states.OCCUPIES,
    ))  # fmt: skip
    for taken, things in ((found.rooms, False), (found.equipment, True)):
        ids = [each.id for each in places if each.is_equipment is things]
        if ids:
            _fill(taken, uow, repository.visits_in_places(
                ids, block.starts_at, block.ends_at, states.OCCUPIES, things=things,
            ))  # fmt: skip
    if wanted.patient_id is not None:
        _fill_patient(found, uow, span)
    return found


def _fill(taken: TakenTime, uow: UnitOfWork, visits: Select[*tuple[Any, ...]]) -> None:
    for row in uow.session.execute(visits):
        span = visit_span(row.starts_at, row.ends_at, row.minutes)
        taken.add(row.key, Taken(row.id, span, widened(span, row.buffer_before, row.buffer_after)))


def _fill_patient(found: Availability, uow: UnitOfWork, span: Span) -> None:
    most = max(found.travel.elsewhere, found.travel.other_site)
    around = widened(span, most, most)
    visits = repository.visits_of_patient(
        found.wanted.patient_id or 0, around.starts_at, around.ends_at, states.OCCUPIES
    )
    for row in uow.session.execute(visits):
        own = visit_span(row.starts_at, row.ends_at, row.minutes)
        found.patient.add(_OWN, Taken(row.id, own, own))
        found.where[row.id] = (row.outside, row.site_id)


def _places(uow: UnitOfWork, known: Openings) -> Iterable[Place]:
    for row in repository.places(uow.session):
        yield Place(
            id=row.id,
            name=row.name,
            kind=row.kind,
            site_id=row.site_id,
            capacity=row.capacity or 1,
            is_equipment=bool(row.is_equipment),
            closed_weekdays=frozenset(row.closed_weekdays or ()),
            away=tuple(known.rooms_away.get(row.id, ())),
        )
