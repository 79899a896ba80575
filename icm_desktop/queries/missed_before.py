"""How often a patient did not come and why, told while another visit is booked; and the same for the practice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select

from db.models.scheduling import Appointment
from db.repositories.scheduling import status_in
from db.unit_of_work import UnitOfWork
from icm_desktop.content.no_shows import reasons
from icm_desktop.contracts.scheduling import MissedBefore
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.timeslots import day_span
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
    why = select(Appointment.no_show_reason, func.count()).where(
        *times, status_in({states.NO_SHOW}), Appointment.removed_at.is_(None), Appointment.no_show_reason.is_not(None)
    )
    counted = uow.session.execute(why.group_by(Appointment.no_show_reason)).all() if count else ()
    return MissedBefore(count, uow.session.scalar(kept) or 0, last, _most_first(counted))


@requires(Privilege.APPOINTMENTS)
def no_show_reasons(uow: UnitOfWork) -> tuple[str, ...]:
    """The codes that say why a visit was missed, in the order they are offered."""
    return reasons()


@requires(Privilege.APPOINTMENTS)
def of_practice(uow: UnitOfWork, days: int) -> MissedBefore:
    """Visits here that were missed in the last days, and why; only those are counted, so `of` is their number too."""
    first = day_span(uow.today - dt.timedelta(days=days), uow.zone).starts_at
    missed = (
        select(Appointment.no_show_reason, func.count(), func.max(Appointment.starts_at))
        .where(
            Appointment.status == states.NO_SHOW,
            Appointment.starts_at >= first,
            Appointment.outside.is_(False),
            Appointment.removed_at.is_(None),
        )
        .group_by(Appointment.no_show_reason)
    )
    rows = uow.session.execute(missed).all()
    count = sum(number for _, number, _ in rows)
    last = max((at for _, _, at in rows if at is not None), default=None)
    return MissedBefore(count, count, last, _most_first((why, number) for why, number, _ in rows if why))


def _most_first(counted: Iterable[Any]) -> tuple[tuple[str, int], ...]:
    order = reasons()
    known = ((why, number) for why, number in counted if why in order)
    return tuple(sorted(known, key=lambda each: (-each[1], order.index(each[0]))))
