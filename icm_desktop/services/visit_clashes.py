"""Taking an act back must not put two visits into one slot that was filled meanwhile."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import select

from db.models.audit import AuditEvent
from db.models.scheduling import Appointment
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.appointment_states import OCCUPIES
from icm_desktop.domain.timeslots import UNKNOWN_LENGTH, Span
from icm_desktop.errors import Conflict
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.slots import busy_clinician, busy_patient

_TIMES = {"starts_at", "ends_at", "minutes", "practitioner_id", "removed_at"}


@requires(Privilege.APPOINTMENTS)
def refuse_clashes(uow: UnitOfWork, action_id: int) -> None:
    """After the act was reverted in this transaction: refuse when a visit that takes time again meets another one.

    Raises:
        Conflict: scheduling.slot_taken, scheduling.patient_busy; the caller's transaction rolls back.
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
    length = dt.timedelta(minutes=row.minutes) if row.minutes else UNKNOWN_LENGTH
    wanted = Span(row.starts_at, row.ends_at or row.starts_at + length)
    taken = (
        busy_clinician(uow, row.practitioner_id, wanted, row.id, row.appointment_type_id) if row.practitioner_id else []
    )
    if taken:
        raise Conflict("scheduling.slot_taken", starts_at=taken[0].starts_at)
    taken = busy_patient(uow, row.patient_id, wanted, row.id)
    if taken:
        raise Conflict("scheduling.patient_busy", starts_at=taken[0].starts_at)
