"""How often a patient did not come: told while another visit is booked."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select

from db.models.scheduling import Appointment
from db.repositories.scheduling import status_in
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.scheduling import MissedBefore
from icm_desktop.domain import appointment_states as states
from icm_desktop.permissions import Privilege, requires

_YEAR = dt.timedelta(days=365)


@requires(Privilege.APPOINTMENTS)
def missed_before(uow: UnitOfWork, patient_id: int) -> MissedBefore:
    """Visits missed in the last twelve months, of how many that were held or missed, and the last of them."""
    times = (Appointment.patient_id == patient_id, Appointment.starts_at >= uow.now - _YEAR)
    kept = select(func.count()).where(
        *times, status_in(states.TOOK_PLACE | {states.NO_SHOW}), Appointment.removed_at.is_(None)
    )
    missed = select(func.count(), func.max(Appointment.starts_at)).where(
        *times, status_in({states.NO_SHOW}), Appointment.removed_at.is_(None)
    )
    count, last = uow.session.execute(missed).one()
    return MissedBefore(count, uow.session.scalar(kept) or 0, last)
