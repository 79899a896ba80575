"""What every form about a person does: finds the patient and the row as they were read, and tells what was saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from db.models.patient import Patient, PatientTelecom
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.demographics_requests import PersonSaved, RowId
from icm_desktop.domain import reaching
from icm_desktop.errors import Conflict, NotFound
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.DEMOGRAPHICS)
def patient_of(uow: UnitOfWork, patient_id: int, expected_version: int | None = None) -> Patient:
    """The patient, as read at a version when one is given.

    Raises:
        NotFound: patients.unknown.
        Conflict: demographics.changed_meanwhile.
    """
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    if expected_version is not None and patient.version != expected_version:
        raise Conflict("demographics.changed_meanwhile")
    return patient


@requires(Privilege.DEMOGRAPHICS)
def row_of(uow: UnitOfWork, kind: type[Any], row: RowId) -> Any:
    """The row a form changes, or a new one of this patient.

    Raises:
        NotFound: patients.unknown, demographics.unknown_row.
        Conflict: demographics.changed_meanwhile.
    """
    patient_of(uow, row.patient_id)
    if row.row_id is None:
        return kind(patient_id=row.patient_id)
    found = uow.session.get(kind, row.row_id)
    if found is None or found.removed_at is not None or found.patient_id != row.patient_id:
        raise NotFound("demographics.unknown_row")
    if row.expected_version is not None and found.version != row.expected_version:
        raise Conflict("demographics.changed_meanwhile")
    return found


@requires(Privilege.DEMOGRAPHICS)
def keep(uow: UnitOfWork, row: Any, values: Mapping[str, Any], *kinds: str) -> PersonSaved:
    """Set what differs, add a new row, and make forms about this patient that are open elsewhere old."""
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    if row.id is None:
        uow.session.add(row)
    return touched(uow, row, *kinds)


@requires(Privilege.DEMOGRAPHICS)
def touched(uow: UnitOfWork, row: Any, *kinds: str) -> PersonSaved:
    """What was saved; the number lists show is chosen anew."""
    uow.session.flush()
    patient = patient_of(uow, row.patient_id)
    if isinstance(row, PatientTelecom):
        settle_phone(uow, patient)
    patient.updated_at = uow.now
    uow.session.flush()
    return saved(uow, row.patient_id, row.id, *kinds)


@requires(Privilege.DEMOGRAPHICS)
def settle_phone(uow: UnitOfWork, patient: Patient) -> None:
    """Show the best number in use today in lists."""
    numbers = select(PatientTelecom).where(
        PatientTelecom.patient_id == patient.id,
        PatientTelecom.removed_at.is_(None),
        PatientTelecom.system.in_(reaching.CALLED),
    )
    found = reaching.best(uow.session.scalars(numbers), uow.today)
    patient.phone = found.value if found else None


@requires(Privilege.DEMOGRAPHICS)
def saved(uow: UnitOfWork, patient_id: int, row_id: int | None, *kinds: str) -> PersonSaved:
    """What was saved, after everything reached the file."""
    uow.session.flush()
    changes = Changes.of("patient", *kinds, patient_id=patient_id, action_id=uow.action_id)
    return PersonSaved(patient_id, row_id, changes)
