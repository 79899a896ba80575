"""The rules of booking, checked in the write transaction: hours, clinician, room, equipment, the patient's visits."""

from __future__ import annotations

from typing import NoReturn

from db.models.practice import Practitioner
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.names import spoken
from icm_desktop.domain.timeslots import Span
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.availability import (
    NO_SUCH_EQUIPMENT,
    NO_SUCH_ROOM,
    Availability,
    Refusal,
    Takes,
    Wanted,
    availability,
)
from icm_desktop.queries.openings import LEFT, NO_HOURS, Opening, openings


@requires(Privilege.APPOINTMENTS)
def place(
    uow: UnitOfWork, clinician: Practitioner, span: Span, wanted: Wanted, *, anyway: bool = False
) -> tuple[Takes, bool]:
    """Where a visit would be and what it takes, and whether something was in the way that `anyway` passed over.

    Raises:
        Conflict: scheduling.slot_taken, patient_busy, too_close, room_taken, no_room_free, no_equipment_free.
        Invalid: scheduling.no_hours, outside_hours, away, closed, left, room_away, no_such_room, no_such_equipment.
    """
    day = span.starts_at.astimezone(uow.zone).date()
    known = openings(uow, day, day, [clinician.id])
    opening = known.opening_for(clinician.id, span)
    there = availability(uow, known, wanted, [clinician.id], span)
    if anyway:
        if (busy := there.patient_busy(span)) is not None:
            _refuse(busy)
        answer = there.check(clinician.id, opening, span) if opening is not None else None
        if isinstance(answer, Takes):
            return answer, False
        return there.anyway(opening or Opening(span), span), True
    if opening is None:
        _refuse_hours(there, clinician, span)
    answer = there.check(clinician.id, opening, span)
    if isinstance(answer, Refusal):
        _refuse(answer)
    return answer, False


@requires(Privilege.APPOINTMENTS)
def check_patient_free(uow: UnitOfWork, wanted: Wanted, span: Span) -> None:
    """Refuse when the patient has another visit then, here or elsewhere.

    Raises:
        Conflict: scheduling.patient_busy.
    """
    day = span.starts_at.astimezone(uow.zone).date()
    there = availability(uow, openings(uow, day, day, []), wanted, [], span)
    if (busy := there.patient_busy(span)) is not None:
        _refuse(busy)


@requires(Privilege.APPOINTMENTS)
def patient_busy(uow: UnitOfWork, wanted: Wanted, span: Span) -> bool:
    """Whether the patient has another visit then, here or elsewhere."""
    day = span.starts_at.astimezone(uow.zone).date()
    return availability(uow, openings(uow, day, day, []), wanted, [], span).patient_busy(span) is not None


@requires(Privilege.APPOINTMENTS)
def check_still_free(uow: UnitOfWork, clinician_id: int | None, span: Span, wanted: Wanted, takes: Takes) -> None:
    """Refuse when a visit that takes time again meets another one; hours may have changed meanwhile.

    Raises:
        Conflict: scheduling.slot_taken, patient_busy, room_taken, no_equipment_free.
    """
    day = span.starts_at.astimezone(uow.zone).date()
    ids = [clinician_id] if clinician_id is not None else []
    there = availability(uow, openings(uow, day, day, ids), wanted, ids, span)
    taken = there.busy(clinician_id, span) if clinician_id is not None else None
    refusal = taken or there.holds(takes, span) or there.patient_busy(span)
    if refusal is not None:
        _refuse(refusal)


def _refuse_hours(there: Availability, clinician: Practitioner, span: Span) -> NoReturn:
    why = there.openings.why_not(clinician.id, span)
    name = spoken(clinician.given, clinician.family, clinician.prefix, clinician.suffix)
    field = "clinician_id" if why in (NO_HOURS, LEFT) else "starts_at"
    raise Invalid(f"scheduling.{why}", field, clinician=name, starts_at=span.starts_at)


def _refuse(why: Refusal) -> NoReturn:
    error = Invalid if why.kind in (NO_SUCH_ROOM, NO_SUCH_EQUIPMENT) else Conflict
    raise error(f"scheduling.{why.kind}", "starts_at", starts_at=why.at, name=why.name)
