"""What changed on a chart since this person looked at it the last time."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select

from db.models.audit import AuditEvent
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.timeline import GROUPS, SinceLooked
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.timeline import asked_values, entries, offer_days

OPENED = "chart.opened"
_ONE_LOOK = dt.timedelta(minutes=30)  # going to another chart and back is still the same look


@requires(Privilege.DEMOGRAPHICS)
def last_looked(uow: UnitOfWork, patient_id: int) -> dt.datetime | None:
    """When this person opened the chart before, half an hour ago or earlier; None when never."""
    return uow.session.scalar(
        select(AuditEvent.at)
        .where(
            AuditEvent.patient_id == patient_id,
            AuditEvent.event == OPENED,
            AuditEvent.user_id == uow.actor.user_id,
            AuditEvent.at <= uow.now - _ONE_LOOK,
        )
        .order_by(AuditEvent.seq.desc())
        .limit(1)
    )


@requires(Privilege.DEMOGRAPHICS)
def since_looked(uow: UnitOfWork, patient_id: int, since: dt.datetime) -> tuple[SinceLooked, ...]:
    """How much others recorded or changed after a moment, by group of the timeline, those a role may read."""
    offer_days(uow)
    entry = entries(allows(uow.actor.role, Privilege.CLINICAL_READ), since=True).c
    # A record that began and ended is two lines of the timeline and one record.
    records = (
        select(entry.grp, entry.kind, entry.id, func.max(entry.fresh).label("fresh"), func.max(entry.count).label("n"))
        .where(~entry.mistaken)
        .group_by(entry.grp, entry.kind, entry.id)
        .subquery()
    )
    counted = select(records.c.grp, records.c.fresh, func.sum(records.c.n)).group_by(records.c.grp, records.c.fresh)
    found: dict[tuple[str, bool], int] = {
        (group, bool(fresh)): number
        for group, fresh, number in uow.session.execute(counted, asked_values(uow, patient_id, since))
    }
    return tuple(
        SinceLooked(group, found.get((group, True), 0), found.get((group, False), 0))
        for group in GROUPS
        if (group, True) in found or (group, False) in found
    )
