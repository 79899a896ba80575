"""Why a visit was missed, as far as somebody tells."""

from __future__ import annotations

from db.models.scheduling import Appointment
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.no_shows import reasons
from icm_desktop.contracts.scheduling import AppointmentSaved, SetNoShowReason
from icm_desktop.domain import appointment_states as states
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.appointments import appointment


@requires(Privilege.APPOINTMENTS)
def set_reason(uow: UnitOfWork, request: SetNoShowReason) -> AppointmentSaved:
    """Say why a missed visit was missed; None: nobody knows.

    Raises:
        Conflict: scheduling.changed_meanwhile.
        Invalid: scheduling.not_missed, scheduling.unknown_no_show_reason.
        NotFound: scheduling.no_such_appointment.
    """
    row = uow.session.get(Appointment, request.appointment_id)
    if row is None or row.removed_at is not None:
        raise NotFound("scheduling.no_such_appointment")
    if row.version != request.expected_version:
        raise Conflict("scheduling.changed_meanwhile")
    note_reason(uow, row, request.reason)
    uow.session.flush()
    changes = Changes.of("appointment", "worklist", patient_id=row.patient_id, action_id=uow.action_id)
    return AppointmentSaved(appointment(uow, row.id), changes)


@requires(Privilege.CALL_LOG)
def note_reason(uow: UnitOfWork, row: Appointment, reason: str | None) -> None:
    """Put the reason to a missed visit, as part of another act.

    Raises:
        Invalid: scheduling.not_missed, scheduling.unknown_no_show_reason.
    """
    if row.status != states.NO_SHOW:
        raise Invalid("scheduling.not_missed", "no_show_reason")
    if reason is not None and reason not in reasons():
        raise Invalid("scheduling.unknown_no_show_reason", "no_show_reason")
    row.no_show_reason = reason
