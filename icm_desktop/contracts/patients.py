"""Finding, registering and correcting patients."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead


@dataclass(frozen=True, slots=True)
class PatientFilter:
    """What the Patients list shows. `search`: name parts, birth date, phone digits, record number or identifier."""

    search: str = ""
    recent_first: bool = False
    my_patients: bool = False
    no_next_appointment: bool = False
    language: str | None = None
    sort: str = "name"
    descending: bool = False
    offset: int = 0
    limit: int = 100


@dataclass(frozen=True, slots=True)
class PatientRow:
    """One line of the Patients list and of find patient."""

    head: PatientHead
    coordinator: str | None
    next_appointment: dt.datetime | None
    last_contact: dt.date | None
    open_referrals: int
    similar_name: bool = False


@dataclass(frozen=True, slots=True)
class PatientDetails:
    """Demographics as registered or corrected by hand. Dates are FHIR dates of any precision ("1958", "1958-03-04").

    `sex`: male, female, other, unknown, or None when not asked. `expected_version` guards against two editors.
    """

    family: str
    given: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    preferred_name: str | None = None
    birth_date: str | None = None
    sex: str | None = None
    phone: str | None = None
    phone_use: str | None = None
    email: str | None = None
    address_line: str | None = None
    city: str | None = None
    state: str | None = None
    postal_code: str | None = None
    language: str | None = None
    interpreter_needed: str | None = None
    best_time: str | None = None
    large_print: bool = False
    coordinator_id: int | None = None
    contact_name: str | None = None
    contact_relationship: str | None = None
    contact_phone: str | None = None


@dataclass(frozen=True, slots=True)
class RegisterPatient:
    """Register `details`. Likely duplicates stop it unless `not_duplicate` says a person looked and decided."""

    details: PatientDetails
    not_duplicate: bool = False


@dataclass(frozen=True, slots=True)
class CorrectPatient:
    """Replace the demographics of one patient, as read at `expected_version`."""

    patient_id: int
    expected_version: int
    details: PatientDetails


@dataclass(frozen=True, slots=True)
class EditablePatient:
    """What the registration form starts from."""

    patient_id: int
    version: int
    record_number: str
    details: PatientDetails


@dataclass(frozen=True, slots=True)
class Likeness:
    """An existing patient who may be the same person, and why. `certainty`: certain, probable, possible.

    `reasons` as in `icm_desktop.domain.matching.Alike`; the higher `score`, the more speaks for it.
    """

    head: PatientHead
    certainty: str
    reasons: tuple[str, ...]
    score: float | None = None


@dataclass(frozen=True, slots=True)
class PatientSaved:
    """The patient as stored."""

    head: PatientHead
    changes: Changes
