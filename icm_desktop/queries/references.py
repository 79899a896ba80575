"""The patient somebody means by a REF: a record number, `system|value`, or an imported resource id."""

from __future__ import annotations

from sqlalchemy import Select, select

from db.models.exchange import SourceResource
from db.models.patient import Patient, PatientIdentifier
from db.search import with_record_number
from db.unit_of_work import UnitOfWork
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires

_LISTED = 10


@requires(Privilege.DEMOGRAPHICS)
def find_patient(uow: UnitOfWork, ref: str) -> int:
    """The id of the one patient a REF names.

    Args:
        uow: The unit of work.
        ref: Our record number, `system|value` of an identifier, `Patient/<id>` or `<id>` of an imported resource.

    Raises:
        NotFound: patients.unknown_ref with `ref`; patients.ambiguous_ref with `ref` and the `record_numbers` that fit.
    """
    wanted = ref.strip()
    found: dict[int, str] = {}
    found |= _numbered(uow, wanted)
    for statement in _ways(wanted):
        found |= {row.id: row.record_number for row in uow.session.execute(statement)}
    if not found:
        raise NotFound("patients.unknown_ref", field="patient", ref=ref)
    if len(found) > 1:
        numbers = sorted(found.values())
        raise NotFound("patients.ambiguous_ref", field="patient", ref=ref, record_numbers=numbers[:_LISTED])
    return next(iter(found))


def _numbered(uow: UnitOfWork, wanted: str) -> dict[int, str]:
    ids = with_record_number(uow.session, {wanted})
    chosen = select(Patient.id, Patient.record_number).where(Patient.id.in_(ids), Patient.removed_at.is_(None))
    return {row.id: row.record_number for row in uow.session.execute(chosen)}


def _ways(wanted: str) -> list[Select[int, str]]:
    patients = select(Patient.id, Patient.record_number).where(Patient.removed_at.is_(None))
    ways: list[Select[int, str]] = []
    system, bar, value = wanted.partition("|")
    if bar:
        same = (PatientIdentifier.system == system) if system else PatientIdentifier.system.is_(None)
        owner = select(PatientIdentifier.patient_id).where(PatientIdentifier.value == value, same)
        ways.append(patients.where(Patient.id.in_(owner.where(PatientIdentifier.removed_at.is_(None)))))
    of_source = select(SourceResource.patient_id).where(
        SourceResource.resource_id == wanted.removeprefix("Patient/"), SourceResource.resource_type == "Patient"
    )
    return [*ways, patients.where(Patient.id.in_(of_source))]
