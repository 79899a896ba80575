"""What outside systems call our patients: every identifier and every imported Patient resource."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from db.models.exchange import ImportBatch, SourceResource
from db.models.patient import PatientIdentifier
from db.unit_of_work import UnitOfWork
from icm_desktop.permissions import Privilege, requires

_AT_ONCE = 500


@requires(Privilege.DEMOGRAPHICS)
def sources(uow: UnitOfWork, patient_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """For each patient, identifiers as "system|value" and imported resources as "Patient/<id>", in that order."""
    found: dict[int, list[str]] = defaultdict(list)
    for start in range(0, len(patient_ids), _AT_ONCE):
        ids = patient_ids[start : start + _AT_ONCE]
        identifiers = (
            select(PatientIdentifier.patient_id, PatientIdentifier.system, PatientIdentifier.value)
            .where(PatientIdentifier.patient_id.in_(ids), PatientIdentifier.removed_at.is_(None))
            .order_by(PatientIdentifier.id)
        )
        for patient_id, system, value in uow.session.execute(identifiers):
            found[patient_id].append(f"{system or ''}|{value}")
        resources = (
            select(SourceResource.patient_id, SourceResource.resource_id)
            .join(ImportBatch, ImportBatch.id == SourceResource.import_id)
            .where(
                SourceResource.patient_id.in_(ids),
                SourceResource.resource_type == "Patient",
                ImportBatch.state == "complete",
            )
            .order_by(SourceResource.id)
        )
        for owner, resource_id in uow.session.execute(resources):
            if owner is not None:
                found[owner].append(f"Patient/{resource_id}")
    return {patient_id: tuple(dict.fromkeys(found[patient_id])) for patient_id in patient_ids}
