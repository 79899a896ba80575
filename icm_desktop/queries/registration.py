"""What the registration form needs: a patient's current details, and who looks like the one being typed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db import search
from db.models.patient import Patient, PatientAddress, PatientContact, PatientIdentifier, PatientName, PatientTelecom
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.patients import EditablePatient, Likeness, PatientDetails
from icm_desktop.domain import names
from icm_desktop.domain.matching import Alike, Person, likeness
from icm_desktop.domain.reaching import best_first
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads

_COMPARED = 300
_SHOWN = 10
_OLD_NAMES = ("maiden", "old", "nickname", "anonymous", "temp")


@dataclass(frozen=True, slots=True)
class Parts:
    """The rows that hold a patient's current name, phone, e-mail, address and first contact person."""

    name: PatientName | None
    phone: PatientTelecom | None
    email: PatientTelecom | None
    address: PatientAddress | None
    contact: PatientContact | None


@requires(Privilege.DEMOGRAPHICS)
def editable(uow: UnitOfWork, patient_id: int) -> EditablePatient:
    """The details of one patient as the form shows them, with the version to save against.

    Raises:
        NotFound: patients.unknown.
    """
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    return EditablePatient(patient.id, patient.version, patient.record_number, _details(uow, patient))


@requires(Privilege.DEMOGRAPHICS)
def likenesses(uow: UnitOfWork, details: PatientDetails, other_than: int | None = None) -> tuple[Likeness, ...]:
    """Patients on file who may be the person being typed, the most certain first.

    Args:
        uow: The unit of work.
        details: As typed so far.
        other_than: The patient being corrected.
    """
    typed = _typed(details)
    alike: dict[int, Alike] = {}
    for patient_id, person in _comparable(uow, typed).items():
        found = likeness(typed, person)
        if found is not None and patient_id != other_than:
            alike[patient_id] = found
    shown = heads(uow, alike)
    order = sorted(shown, key=lambda patient_id: (alike[patient_id].rank, patient_id))[:_SHOWN]
    return tuple(Likeness(shown[one], alike[one].certainty, alike[one].reasons) for one in order)


@requires(Privilege.DEMOGRAPHICS)
def current_parts(uow: UnitOfWork, patient_id: int) -> Parts:
    """The rows a correction changes; others (old names, further numbers) stay as they are."""

    def rows(kind: type[Any]) -> list[Any]:
        kept = select(kind).where(kind.patient_id == patient_id, kind.removed_at.is_(None))
        return list(uow.session.scalars(kept.order_by(kind.id)))

    telecoms, people = rows(PatientTelecom), [name for name in rows(PatientName) if name.use not in _OLD_NAMES]
    official = sorted(people, key=lambda name: name.use != "official")
    shown = uow.session.scalar(select(Patient.phone).where(Patient.id == patient_id))
    phones = sorted(
        best_first((one for one in telecoms if one.system == "phone"), uow.today), key=lambda one: one.value != shown
    )
    return Parts(
        name=_first(official),
        phone=_first(phones),
        email=_first(best_first((one for one in telecoms if one.system == "email"), uow.today)),
        address=_first(best_first(rows(PatientAddress), uow.today)),
        contact=_first(rows(PatientContact)),
    )


def _first(rows: list[Any]) -> Any:
    return rows[0] if rows else None


def _details(uow: UnitOfWork, patient: Patient) -> PatientDetails:
    parts = current_parts(uow, patient.id)
    phone, address, contact = parts.phone, parts.address, parts.contact
    return PatientDetails(
        family=patient.family,
        given=patient.given,
        prefix=patient.prefix,
        suffix=patient.suffix,
        preferred_name=patient.preferred_name,
        birth_date=patient.birth_date,
        sex=patient.sex,
        phone=phone.value if phone else patient.phone,
        phone_use=phone.use if phone else None,
        email=parts.email.value if parts.email else None,
        address_line=address.line if address else None,
        city=address.city if address else None,
        state=address.state if address else None,
        postal_code=address.postal_code if address else None,
        language=patient.language,
        interpreter_needed=patient.interpreter_needed,
        best_time=patient.best_time,
        large_print=patient.large_print,
        coordinator_id=patient.coordinator_id,
        contact_name=contact.name if contact else None,
        contact_relationship=contact.relationship_text if contact else None,
        contact_phone=contact.phone if contact else None,
    )


def _typed(details: PatientDetails) -> Person:
    digits = names.digits(details.phone)
    return Person(
        family=details.family,
        given=details.given,
        birth_date=details.birth_date,
        sex=details.sex,
        phones=frozenset({digits} if digits else ()),
        postal_code=details.postal_code,
    )


def _comparable(uow: UnitOfWork, typed: Person) -> dict[int, Person]:
    """Everybody who shares a birth date, a phone number or the name with the person: nobody else can be alike."""
    ids: dict[int, None] = {}
    if typed.birth_date:
        same_day = select(Patient.id).where(Patient.birth_date == typed.birth_date).limit(_COMPARED)
        ids |= dict.fromkeys(uow.session.scalars(same_day))
    for digits in typed.phones:
        ids |= dict.fromkeys(search.matching(uow.session, [search.Term(digits=digits)], limit=_COMPARED))
    if typed.family and typed.given:
        first = typed.given.split()[0] if typed.given.split() else ""
        for key in {search.sort_key(typed.family, first), search.sort_key(first, typed.family.split()[0])}:
            ids |= dict.fromkeys(search.starting_with(uow.session, key, _COMPARED))
    return _people(uow, list(ids)[: 3 * _COMPARED])


def _people(uow: UnitOfWork, ids: list[int]) -> dict[int, Person]:
    chosen = search.among(ids)
    phones: dict[int, set[str]] = defaultdict(set)
    telecoms = select(PatientTelecom.patient_id, PatientTelecom.digits).where(
        PatientTelecom.patient_id.in_(chosen), PatientTelecom.digits.is_not(None), PatientTelecom.removed_at.is_(None)
    )
    for patient_id, digits in uow.session.execute(telecoms):
        phones[patient_id].add(digits or "")
    identifiers: dict[int, set[tuple[str | None, str]]] = defaultdict(set)
    numbers = select(PatientIdentifier.patient_id, PatientIdentifier.system, PatientIdentifier.value).where(
        PatientIdentifier.patient_id.in_(chosen), PatientIdentifier.removed_at.is_(None)
    )
    for patient_id, system, value in uow.session.execute(numbers):
        identifiers[patient_id].add((system, value))
    rows = select(Patient.id, Patient.family, Patient.given, Patient.birth_date, Patient.sex).where(
        Patient.id.in_(chosen), Patient.removed_at.is_(None)
    )
    return {
        row[0]: Person(*row[1:], phones=frozenset(phones[row[0]]), identifiers=frozenset(identifiers[row[0]]))
        for row in uow.session.execute(rows)
    }
