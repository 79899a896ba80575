"""Allergies and intolerances are written down and changed; a mistaken one is marked as such, never deleted."""

from __future__ import annotations

from typing import Any

from db.models.clinical import AllergyIntolerance
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.conflicts import allergen
from icm_desktop.contracts.medicines import MedicineSaved, SaveAllergy, SayNoAllergies
from icm_desktop.domain.records import MISTAKEN
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import chart_facts
from icm_desktop.services import cleaning
from icm_desktop.services.person_rows import patient_of

# FHIR R4 AllergyIntolerance: type, category, reaction.severity, criticality, verificationStatus, clinicalStatus
TYPES = ("allergy", "intolerance")
CATEGORIES = ("medication", "food", "environment", "biologic")
SEVERITIES = ("mild", "moderate", "severe")
CRITICALITIES = ("low", "high", "unable-to-assess")
CERTAINTIES = ("confirmed", "unconfirmed", "refuted")
STATUSES = ("active", "inactive", "resolved")
_CHOICES = (("kind", TYPES), ("category", CATEGORIES), ("severity", SEVERITIES), ("criticality", CRITICALITIES),
            ("verification", CERTAINTIES), ("status", STATUSES))  # fmt: skip


@requires(Privilege.CLINICAL_WRITE)
def save(uow: UnitOfWork, request: SaveAllergy) -> MedicineSaved:
    """Write down an allergy or change what one says; one no rule knows is kept and said not to be checked.

    Raises:
        NotFound: patients.unknown, medicines.unknown_allergy.
        Conflict: medicines.changed_meanwhile.
        Invalid: medicines.allergy_missing; demographics.not_a_choice, bad_date, date_in_future; registration.too_long.
    """
    patient_of(uow, request.patient_id)
    row = _row(uow, request)
    values: dict[str, Any] = {
        field: cleaning.one_of(field, getattr(request, field), choices, getattr(row, field))
        for field, choices in _CHOICES
    }
    values["text"] = cleaning.line("text", request.text)
    if values["text"] is None:
        raise Invalid("medicines.allergy_missing", field="text")
    values["reaction"] = cleaning.line("reaction", request.reaction)
    values["onset_when"] = cleaning.day("onset_on", request.onset_on, not_after=uow.today)
    values["note"] = cleaning.note("note", request.note)
    if row.id is None:
        values |= {"recorded_when": uow.today.isoformat(), "author": uow.actor.name}
    elif values["text"] != row.text:
        values |= {"code": None, "code_system": None, "other_codes": None}
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    uow.session.add(row)
    uow.session.flush()
    _contradict(uow, row.patient_id)
    changes = Changes.of("allergy_intolerance", "patient", patient_id=row.patient_id, action_id=uow.action_id)
    return MedicineSaved(row.id, changes, bool(allergen(row.text or "")) or row.category != "medication")


@requires(Privilege.CLINICAL_WRITE)
def say_none(uow: UnitOfWork, request: SayNoAllergies) -> MedicineSaved:
    """Record that the patient knows of no allergy, as of today; or take that back, so that nobody knows again.

    An allergy that is written down later contradicts it and takes its place.

    Raises:
        NotFound: patients.unknown.
        Conflict: medicines.has_allergies, medicines.none_was_not_said.
    """
    patient = patient_of(uow, request.patient_id)
    if request.none and chart_facts.allergies(uow, patient.id).state == "some":
        raise Conflict("medicines.has_allergies")
    if not request.none and patient.no_known_allergies_on is None:
        raise Conflict("medicines.none_was_not_said")
    patient.no_known_allergies_on = uow.today if request.none else None
    uow.session.flush()
    changes = Changes.of("allergy_intolerance", "patient", patient_id=patient.id, action_id=uow.action_id)
    return MedicineSaved(patient.id, changes, True)


def _contradict(uow: UnitOfWork, patient_id: int) -> None:
    """Who has an allergy is no longer said to have none."""
    patient = uow.session.get_one(Patient, patient_id)
    if patient.no_known_allergies_on is not None and chart_facts.allergies(uow, patient_id).state == "some":
        patient.no_known_allergies_on = None
        uow.session.flush()


def _row(uow: UnitOfWork, request: SaveAllergy) -> AllergyIntolerance:
    if request.allergy_id is None:
        return AllergyIntolerance(patient_id=request.patient_id)
    row = uow.session.get(AllergyIntolerance, request.allergy_id)
    if row is None or row.removed_at is not None or row.verification == MISTAKEN:
        raise NotFound("medicines.unknown_allergy")
    if row.patient_id != request.patient_id:
        raise NotFound("medicines.unknown_allergy")
    if row.version != request.expected_version:
        raise Conflict("medicines.changed_meanwhile")
    return row
