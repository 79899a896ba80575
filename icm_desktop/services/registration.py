"""Registering a patient by hand and correcting one; a person decides about look-alikes."""

from __future__ import annotations

from db.models.patient import Patient
from db.repositories.patients import next_record_number
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.patients import CorrectPatient, PatientDetails, PatientSaved, RegisterPatient
from icm_desktop.errors import Conflict, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.registration import editable, likenesses
from icm_desktop.services.details import keep_parts, usable
from icm_desktop.services.matching.decisions import note_different
from icm_desktop.services.team_lead import refuse_no_lead

_ON_THE_PATIENT = (
    "family",
    "given",
    "prefix",
    "suffix",
    "preferred_name",
    "birth_date",
    "sex",
    "phone",
    "language",
    "interpreter_needed",
    "best_time",
    "large_print",
    "coordinator_id",
)


@requires(Privilege.DEMOGRAPHICS)
def register(uow: UnitOfWork, request: RegisterPatient) -> PatientSaved:
    """Add a patient under the next record number.

    Args:
        uow: The unit of work.
        request: The details, and whether a person has decided that look-alikes are other people.

    Raises:
        Invalid: registration.* at the field that cannot be used.
        Conflict: registration.likely_duplicate with `likenesses` and their `count`.
    """
    details = usable(uow, request.details)
    alike = likenesses(uow, details)
    if alike and not request.not_duplicate:
        raise Conflict("registration.likely_duplicate", field="family", count=len(alike), likenesses=alike)
    patient = Patient(record_number=next_record_number(uow.session), family=details.family)
    _copy(details, patient)
    uow.session.add(patient)
    uow.session.flush()
    keep_parts(uow, patient.id, details)
    for other in alike:
        note_different(uow, patient.id, other.head.id, other)
    return _saved(uow, patient.id)


@requires(Privilege.DEMOGRAPHICS)
def correct(uow: UnitOfWork, request: CorrectPatient) -> PatientSaved:
    """Replace the demographics of a patient; what was there before stays in the history.

    Args:
        uow: The unit of work.
        request: The details, and the version they were read at.

    Raises:
        Invalid: registration.* at the field that cannot be used.
        NotFound: patients.unknown.
        Conflict: registration.changed_meanwhile; team.lead_needed when a team would be left without a lead.
    """
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    if patient.version != request.expected_version:
        raise Conflict("registration.changed_meanwhile")
    details = usable(uow, request.details, before=editable(uow, patient.id).details)
    _copy(details, patient)
    patient.updated_at = uow.now  # a changed address alone must also make other editors' version old
    keep_parts(uow, patient.id, details)
    refuse_no_lead(uow, [patient.id], "coordinator_id")
    return _saved(uow, patient.id)


def _copy(details: PatientDetails, patient: Patient) -> None:
    for name in _ON_THE_PATIENT:
        setattr(patient, name, getattr(details, name))


def _saved(uow: UnitOfWork, patient_id: int) -> PatientSaved:
    uow.session.flush()
    changes = Changes.of("patient", patient_id=patient_id, action_id=uow.action_id)
    return PatientSaved(heads(uow, [patient_id])[patient_id], changes)
