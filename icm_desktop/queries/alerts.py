"""Alerts of a patient, the most severe first; clinical ones only for roles that read clinical facts."""

from __future__ import annotations

from sqlalchemy import func, select

from db.models.coverage import Flag
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.demographics import AlertRow
from icm_desktop.domain import alerts as rules
from icm_desktop.domain.validity import UNKNOWN, VALID, period
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.provenance import provenance, sources_of

_MISTAKEN = "entered-in-error"
_NO_WORDS = "—"


@requires(Privilege.DEMOGRAPHICS)
def alerts(uow: UnitOfWork, patient_id: int) -> tuple[AlertRow, ...]:
    """Every alert of the patient that this role may see, those in force first, then by severity."""
    kept = select(Flag).where(
        Flag.patient_id == patient_id,
        Flag.removed_at.is_(None),
        func.coalesce(Flag.status, "active") != _MISTAKEN,
    )
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    stored = [
        row
        for row in uow.session.scalars(kept.order_by(Flag.id))
        if clinical or not rules.is_clinical(row.clinical, row.category)
    ]
    whence = sources_of(uow, (row.source_id for row in stored))
    rows = [
        AlertRow(
            id=row.id,
            version=row.version,
            text=row.text or row.note or _NO_WORDS,
            severity=row.severity if row.severity in rules.SEVERITIES else "caution",
            category=row.category,
            clinical=rules.is_clinical(row.clinical, row.category),
            when_booking=bool(row.when_booking),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            note=row.note,
            active=_active(uow, row),
            provenance=provenance(whence, row.source_id, row.author, row.organization, row.recorded_when),
        )
        for row in stored
    ]
    return tuple(sorted(rows, key=lambda row: (not row.active, rules.rank(row.severity), row.id)))


@requires(Privilege.DEMOGRAPHICS)
def in_force(uow: UnitOfWork, patient_id: int) -> tuple[AlertRow, ...]:
    """The alerts that hold today."""
    return tuple(row for row in alerts(uow, patient_id) if row.active)


def _active(uow: UnitOfWork, row: Flag) -> bool:
    if (row.status or "active") != "active":
        return False
    return period(row.starts_on, row.ends_on, uow.today, uow.zone) in (VALID, UNKNOWN)
