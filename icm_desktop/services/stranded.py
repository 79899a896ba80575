"""Before working time is taken away: which booked visits would lie outside it, so that none is dropped unseen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import select

from db.models.scheduling import Appointment
from db.repositories.scheduling import status_in
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.appointment_states import COMING
from icm_desktop.domain.timeslots import Span, visit_span
from icm_desktop.errors import Conflict
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.openings import openings

MOST_NAMED = 200
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Visit:
    id: int
    clinician_id: int
    span: Span


@contextmanager
@requires(Privilege.APPOINTMENTS)
def keeping_visits(
    uow: UnitOfWork,
    confirmed: bool,
    clinician_ids: Sequence[int] | None = None,
    days: tuple[dt.date, dt.date] | None = None,
) -> Iterator[None]:
    """Change working time inside this block; visits that fitted before and no longer do must have been confirmed.

    Args:
        uow: The running write transaction.
        confirmed: The person has seen them and will rebook them.
        clinician_ids: Whose time changes; None is everybody's.
        days: First and last local day that changes; None is every day from now on.

    Raises:
        Conflict: set_up.visits_stranded with the ids of `visits` and their `count`; nothing is saved then.
    """
    visits = [] if confirmed else _visits(uow, clinician_ids, days)
    fitted = _fitting(uow, visits, clinician_ids)
    yield
    uow.session.flush()
    lost = sorted(fitted - _fitting(uow, visits, clinician_ids)) if fitted else []
    if lost:
        raise Conflict("set_up.visits_stranded", "confirmed", count=len(lost), visits=tuple(lost[:MOST_NAMED]))


def _visits(uow: UnitOfWork, clinician_ids: Sequence[int] | None, days: tuple[dt.date, dt.date] | None) -> list[_Visit]:
    wanted = select(
        Appointment.id, Appointment.practitioner_id, Appointment.starts_at, Appointment.ends_at, Appointment.minutes
    ).where(
        Appointment.removed_at.is_(None),
        Appointment.outside.is_(False),
        Appointment.practitioner_id.is_not(None),
        Appointment.starts_at >= uow.now,
        status_in(COMING),
    )
    if clinician_ids is not None:
        wanted = wanted.where(Appointment.practitioner_id.in_(clinician_ids))
    if days is not None:  # a day more on each side: sites lie in other zones
        first, last = (dt.datetime.combine(day, dt.time(), dt.UTC) for day in days)
        wanted = wanted.where(Appointment.starts_at >= first - _DAY, Appointment.starts_at < last + 2 * _DAY)
    return [
        _Visit(row.id, row.practitioner_id, visit_span(row.starts_at, row.ends_at, row.minutes))
        for row in uow.session.execute(wanted)
    ]


def _fitting(uow: UnitOfWork, visits: Sequence[_Visit], clinician_ids: Sequence[int] | None) -> set[int]:
    if not visits:
        return set()
    days = [visit.span.starts_at.astimezone(uow.zone).date() for visit in visits]
    known = openings(uow, min(days), max(days), clinician_ids)
    open_then: dict[tuple[int, dt.date], list[Span]] = {}
    found = set()
    for visit, day in zip(visits, days, strict=True):
        key = (visit.clinician_id, day)
        if key not in open_then:
            open_then[key] = [each.span for each in known.of(*key)]
        if any(span.contains(visit.span) for span in open_then[key]):
            found.add(visit.id)
    return found
