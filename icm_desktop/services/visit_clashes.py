"""Taking an act back must not put two visits into one slot that was filled meanwhile."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from db.models.audit import AuditEvent
from db.models.scheduling import Appointment
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.appointment_states import OCCUPIES
from icm_desktop.domain.timeslots import visit_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import booking_rules
from icm_desktop.queries.availability import Takes, wanted_of

_TIMES = {"starts_at", "ends_at", "minutes", "practitioner_id", "room_id", "equipment_id", "removed_at"}


@requires(Privilege.APPOINTMENTS)
def refuse_clashes(uow: UnitOfWork, action_id: int) -> None:
    """After the act was reverted in this transaction: refuse when a visit that takes time again meets another one.

    Raises:
        Conflict: scheduling.slot_taken, patient_busy, room_taken, no_equipment_free; the caller rolls back.
    """
    uow.session.flush()
    events = select(AuditEvent.object_id, AuditEvent.changes).where(
        AuditEvent.action_id == action_id, AuditEvent.object_kind == "appointment", AuditEvent.event == "updated"
    )
    for row_id, changes in uow.session.execute(events).all():
        row = uow.session.get(Appointment, row_id)
        if row is not None and _takes_time_again(row, changes or {}):
            _check(uow, row)


def _takes_time_again(row: Appointment, changes: dict[str, Any]) -> bool:
    if row.removed_at is not None or row.status not in OCCUPIES:
        return False
    before, after = changes.get("status", (row.status, row.status))
    return bool(_TIMES & changes.keys()) or (before in OCCUPIES) is not (after in OCCUPIES)


def _check(uow: UnitOfWork, row: Appointment) -> None:
    if row.starts_at is None:
        return
    span = visit_span(row.starts_at, row.ends_at, row.minutes)
    wanted = wanted_of(uow, row.appointment_type_id, row.patient_id, row.id)
    if row.outside or row.overbook_reason:  # only the patient cannot be in two places
        booking_rules.check_patient_free(uow, wanted, span)
        return
    takes = Takes(row.site_id, row.room_id, row.equipment_id)
    booking_rules.check_still_free(uow, row.practitioner_id, span, wanted, takes)
