"""Current medicines with what the patient said about taking them, and the last refill from every source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from db.models.clinical import MedicationAdherence, MedicationDispense, MedicationEntry
from db.unit_of_work import UnitOfWork
from icm_desktop.content.progress import adherence as content
from icm_desktop.contracts.adherence import Adherence, AdherenceAnswer, AdherenceOverview, MedicineAdherence, Refill
from icm_desktop.contracts.chart import MedicineRow
from icm_desktop.domain import moments
from icm_desktop.domain.adherence import UNKNOWN, WITH_REASON
from icm_desktop.domain.plain_text import folded
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.chart_facts import medicines
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.progress import kept_appointments
from icm_desktop.queries.provenance import sources_of

_NOT_HANDED_OVER = ("entered-in-error", "cancelled", "declined", "preparation", "stopped")


@requires(Privilege.CLINICAL_READ)
def adherence(uow: UnitOfWork, patient_id: int) -> Adherence:
    """Every current medicine with its answers, newest first; what was said of an earlier entry of the same name counts.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    names, codes = _entries(uow, patient_id)
    said = _answers(uow, patient_id, names)
    handed = _dispensed(uow, patient_id)
    rows = tuple(
        _medicine(row, said.get(folded(row.text), []), handed, codes.get(row.id)) for row in medicines(uow, patient_id)
    )
    shipped = content()
    return Adherence(head, rows, shipped.reasons, shipped.source, shipped.mark)


@requires(Privilege.CLINICAL_READ)
def overview(uow: UnitOfWork, patient_id: int) -> AdherenceOverview:
    """The same in short, with kept and missed visits; what nobody recorded is counted as not known.

    Raises:
        NotFound: patients.unknown.
    """
    rows = adherence(uow, patient_id).medicines
    said = [(row, row.answers[0].taking) for row in rows if row.answers]
    supplied = [(row, row.refill.lasts_to) for row in rows if row.refill is not None and not row.as_needed]
    ends = [(row, end) for row, end in supplied if end is not None]
    return AdherenceOverview(
        medicines=len(rows),
        known=sum(taking != UNKNOWN for _, taking in said),
        not_as_told=tuple(row for row, taking in said if taking in WITH_REASON),
        late=tuple(row for row, end in ends if end < uow.today),
        supply_known=len(ends),
        visits=kept_appointments(uow, patient_id),
    )


def _entries(uow: UnitOfWork, patient_id: int) -> tuple[dict[int, str], dict[int, str | None]]:
    """Name and code of every entry of a medicine, ended ones too."""
    found = uow.session.execute(
        select(MedicationEntry.id, MedicationEntry.text, MedicationEntry.code).where(
            MedicationEntry.patient_id == patient_id, MedicationEntry.removed_at.is_(None)
        )
    ).all()
    return {row.id: folded(row.text or row.code) for row in found}, {row.id: row.code for row in found}


def _answers(uow: UnitOfWork, patient_id: int, names: dict[int, str]) -> dict[str, list[AdherenceAnswer]]:
    asked = (
        select(MedicationAdherence)
        .where(MedicationAdherence.patient_id == patient_id, MedicationAdherence.removed_at.is_(None))
        .order_by(MedicationAdherence.asked_on.desc(), MedicationAdherence.id.desc())
    )
    found: dict[str, list[AdherenceAnswer]] = defaultdict(list)
    for row in uow.session.scalars(asked):
        name = names.get(row.medication_entry_id)
        if name is not None:
            found[name].append(
                AdherenceAnswer(
                    row.id, row.version, row.asked_on, row.taking, row.missed_doses, row.missed_days, row.reason,
                    row.reason_text, row.last_refill_on, row.asked_by,
                )
            )  # fmt: skip
    return found


def _dispensed(uow: UnitOfWork, patient_id: int) -> list[tuple[str, str | None, Refill]]:
    """Name, code and day of everything a pharmacy handed over."""
    rows: Sequence[Any] = uow.session.execute(
        select(
            MedicationDispense.text, MedicationDispense.code, MedicationDispense.handed_over_when,
            MedicationDispense.days_supply, MedicationDispense.status, MedicationDispense.source_id,
        ).where(MedicationDispense.patient_id == patient_id, MedicationDispense.removed_at.is_(None))
    ).all()  # fmt: skip
    whence = sources_of(uow, (row.source_id for row in rows))
    found = []
    for row in rows:
        day = moments.local_day(row.handed_over_when, uow.zone)
        if day is not None and day <= uow.today and row.status not in _NOT_HANDED_OVER:
            source = whence[row.source_id].source if row.source_id in whence else None
            found.append((folded(row.text), row.code, Refill(day, True, row.days_supply, source)))
    return found


def _medicine(
    row: MedicineRow, answers: list[AdherenceAnswer], handed: list[tuple[str, str | None, Refill]], code: str | None
) -> MedicineAdherence:
    name = folded(row.text)
    refills = [refill for text, other, refill in handed if text == name or (code is not None and other == code)]
    refills += [Refill(one.last_refill_on, False) for one in answers if one.last_refill_on is not None]
    last = max(refills, key=lambda refill: (refill.on, refill.dispensed), default=None)
    return MedicineAdherence(row.id, row.text, row.dosage, tuple(answers), last, row.as_needed)
