"""Signed reconciliations of medicines: when the last one was and by whom, what is unresolved, each as it was signed."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import func, select

from db.models.reconciliation import MedicationReconciliation, ReconciledMedicine
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.questions import QuestionRow
from icm_desktop.contracts.reconciliation import LastSigned, ReconciledRow, Reconciliation, Standing
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.questions import questions

PREPARED, SIGNED = "prepared", "signed"
ASK = "ask"


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


@requires(Privilege.CLINICAL_READ)
def signed(uow: UnitOfWork, patient_id: int) -> tuple[Reconciliation, ...]:
    """Every signed reconciliation of a patient, the latest first.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    wanted = (
        select(MedicationReconciliation)
        .where(
            MedicationReconciliation.patient_id == patient_id,
            MedicationReconciliation.status == SIGNED,
            MedicationReconciliation.removed_at.is_(None),
        )
        .order_by(MedicationReconciliation.signed_on.desc(), MedicationReconciliation.id.desc())
    )
    stored = list(uow.session.scalars(wanted))
    lines: dict[int, list[ReconciledMedicine]] = defaultdict(list)
    kept = select(ReconciledMedicine).where(
        ReconciledMedicine.patient_id == patient_id, ReconciledMedicine.removed_at.is_(None)
    )
    for line in uow.session.scalars(kept.order_by(ReconciledMedicine.place)):
        lines[line.reconciliation_id].append(line)
    asked = {one.id: one for one in questions(uow, patient_id)}
    return tuple(_told(row, head, lines[row.id], asked) for row in stored)


@requires(Privilege.CLINICAL_READ)
def one_signed(uow: UnitOfWork, reconciliation_id: int) -> Reconciliation:
    """One signed reconciliation.

    Raises:
        NotFound: reconciliation.unknown.
    """
    row = uow.session.get(MedicationReconciliation, reconciliation_id)
    found = signed(uow, row.patient_id) if row is not None else ()
    for one in found:
        if one.id == reconciliation_id:
            return one
    raise NotFound("reconciliation.unknown")


def _told(
    row: MedicationReconciliation,
    head: PatientHead,
    lines: list[ReconciledMedicine],
    asked: Mapping[int, QuestionRow],
) -> Reconciliation:
    return Reconciliation(
        id=row.id,
        number=row.number,
        head=head,
        signed_on=row.signed_on or row.prepared_on,
        signed_at=row.signed_at or dt.datetime.combine(row.prepared_on, dt.time(), dt.UTC),
        signed_by=row.signed_by or "",
        lists=tuple((one["kind"], one["title"], one["dated"]) for one in row.lists),
        rows=tuple(_line(line, asked.get(line.team_question_id or 0)) for line in lines),
        note=row.note,
        after_stay=row.encounter_id is not None,
    )


def _line(line: ReconciledMedicine, question: QuestionRow | None) -> ReconciledRow:
    return ReconciledRow(
        id=line.id,
        version=line.version,
        medicine=line.medicine,
        checked=line.checked,
        difference=line.difference,
        said=tuple((one["list"], one["says"]) for one in line.facts),
        decision=line.decision,
        reason=line.reason,
        becomes=line.becomes,
        asked=question.asked_name if question else None,
        question=question.question if question else None,
        question_due=question.due_on if question else None,
        answer=question.answer if question else None,
        settled=line.settled,
        settled_on=line.settled_on,
        settled_by=line.settled_by,
        settled_reason=line.settled_reason,
        told_by_patient=any(one["kind"] == "patient" for one in line.facts),
    )
