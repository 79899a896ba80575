"""What a patient said about taking a medicine is written down; each answer stays, the newest counts."""

from __future__ import annotations

from db.models.clinical import MedicationAdherence, MedicationEntry
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.progress import adherence as content
from icm_desktop.contracts.adherence import AdherenceSaved, RecordAdherence
from icm_desktop.domain import adherence as rules
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires

_LONGEST = 500
KIND = "medication_adherence"


@requires(Privilege.CLINICAL_WRITE)
def record(uow: UnitOfWork, request: RecordAdherence) -> AdherenceSaved:
    """Keep an answer of the patient about one medicine.

    Raises:
        NotFound: adherence.unknown_medicine.
        Invalid: adherence.* at the field.
    """
    medicine = uow.session.get(MedicationEntry, request.medication_entry_id)
    if medicine is None or medicine.removed_at is not None:
        raise NotFound("adherence.unknown_medicine")
    _check(uow, request)
    reasoned = request.taking in rules.WITH_REASON
    row = MedicationAdherence(
        patient_id=medicine.patient_id,
        medication_entry_id=medicine.id,
        asked_on=request.asked_on,
        taking=request.taking,
        missed_doses=request.missed_doses if request.taking == rules.SOME_MISSED else None,
        missed_days=request.missed_days if request.taking == rules.SOME_MISSED else None,
        reason=request.reason if reasoned else None,
        reason_text=((request.reason_text or "").strip() or None) if reasoned else None,
        last_refill_on=request.last_refill_on,
        asked_by=uow.actor.name,
    )
    uow.session.add(row)
    uow.session.flush()
    changes = Changes.of(KIND, patient_id=medicine.patient_id, action_id=uow.action_id)
    return AdherenceSaved(row.id, changes)


def _check(uow: UnitOfWork, request: RecordAdherence) -> None:
    if request.taking not in rules.TAKING:
        raise Invalid("adherence.bad_answer", field="taking")
    if request.reason is not None and request.reason not in content().reasons:
        raise Invalid("adherence.bad_reason", field="reason")
    if len(request.reason_text or "") > _LONGEST:
        raise Invalid("adherence.too_long", field="reason_text", most=_LONGEST)
    if request.asked_on > uow.today:
        raise Invalid("adherence.later", field="asked_on")
    if request.last_refill_on is not None and request.last_refill_on > uow.today:
        raise Invalid("adherence.later", field="last_refill_on")
    if request.taking == rules.SOME_MISSED:
        _check_missed(request)


def _check_missed(request: RecordAdherence) -> None:
    doses, days = request.missed_doses, request.missed_days
    if doses is not None and not 0 < doses <= rules.MOST_DOSES:
        raise Invalid("adherence.bad_doses", field="missed_doses", most=rules.MOST_DOSES)
    if days is not None and not 0 < days <= rules.MOST_DAYS:
        raise Invalid("adherence.bad_days", field="missed_days", most=rules.MOST_DAYS)
    if doses is not None and days is None:
        raise Invalid("adherence.days_missing", field="missed_days")
