"""Signed reconciliations of medicines: when the last one was and by whom, what is unresolved, each as it was signed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import func, select

from db.models.reconciliation import MedicationReconciliation, ReconciledMedicine
from db.unit_of_work import UnitOfWork
from icm_desktop.permissions import Privilege, requires

PREPARED, SIGNED = "prepared", "signed"
ASK = "ask"


@dataclass(frozen=True, slots=True)
class LastSigned:
    """A signed reconciliation: which, on what day, by whom."""

    id: int
    number: int
    signed_on: dt.date
    signed_at: dt.datetime
    signed_by: str
    encounter_id: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a patient stands: the last signed one, how many medicines still wait for an answer, one prepared or not."""

    signed_on: dt.date | None
    signed_by: str | None
    unresolved: int
    prepared: bool


@requires(Privilege.CLINICAL_READ)
def last_signed_since(uow: UnitOfWork, patient_id: int, since: dt.date) -> LastSigned | None:
    """The latest reconciliation of a patient signed on a day or later; what a clock after a discharge asks."""
    wanted = (
        select(MedicationReconciliation)
        .where(
            MedicationReconciliation.patient_id == patient_id,
            MedicationReconciliation.signed_on >= since,
            MedicationReconciliation.status == SIGNED,
            MedicationReconciliation.removed_at.is_(None),
        )
        .order_by(MedicationReconciliation.signed_on.desc(), MedicationReconciliation.id.desc())
        .limit(1)
    )
    row = uow.session.scalars(wanted).first()
    if row is None or row.signed_on is None or row.signed_at is None:
        return None
    return LastSigned(row.id, row.number, row.signed_on, row.signed_at, row.signed_by or "", row.encounter_id)


@requires(Privilege.CLINICAL_READ)
def standing(uow: UnitOfWork, patient_id: int) -> Standing:
    """Where the medicines of a patient stand."""
    last = last_signed_since(uow, patient_id, dt.date.min)
    open_ones = select(func.count()).where(
        ReconciledMedicine.patient_id == patient_id,
        ReconciledMedicine.decision == ASK,
        ReconciledMedicine.settled.is_(None),
        ReconciledMedicine.removed_at.is_(None),
    )
    waiting = select(MedicationReconciliation.id).where(
        MedicationReconciliation.patient_id == patient_id,
        MedicationReconciliation.status == PREPARED,
        MedicationReconciliation.removed_at.is_(None),
    )
    return Standing(
        last.signed_on if last else None,
        last.signed_by if last else None,
        uow.session.scalar(open_ones) or 0,
        uow.session.scalar(waiting.limit(1)) is not None,
    )
