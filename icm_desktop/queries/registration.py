"""What the registration form needs: a patient's current details, and who looks like the one being typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from db.models.patient import Patient, PatientAddress, PatientContact, PatientName, PatientTelecom
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.patients import EditablePatient, Likeness, PatientDetails
from icm_desktop.domain import names
from icm_desktop.domain.matching import Person
from icm_desktop.domain.reaching import best_first
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.match_decisions import decided_different
from icm_desktop.queries.match_people import alike, people_of

_NOT_ON_FILE = 0
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
    before = people_of(uow, [other_than]).get(other_than) if other_than is not None else None
    key = other_than or _NOT_ON_FILE
    found = {pair[1]: how for pair, how in alike(uow, {key: _typed(details, before)}).items()}
    kept = found.keys() - decided_different(uow, key) if other_than is not None else found.keys()
    shown = heads(uow, kept)
    order = sorted(shown, key=lambda one: (found[one].rank, -found[one].score, one))[:_SHOWN]
    return tuple(Likeness(shown[one], found[one].certainty, found[one].reasons, found[one].score) for one in order)


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


def _typed(details: PatientDetails, before: Person | None) -> Person:
    digits, place = names.digits(details.phone), (details.address_line, details.city, details.postal_code)
    typed = Person(
        family=details.family,
        given=details.given,
        birth_date=details.birth_date,
        sex=details.sex,
        phones=frozenset({digits} if digits else ()),
        preferred=details.preferred_name,
        suffix=details.suffix,
        emails=frozenset({details.email.strip().lower()} if details.email else ()),
        addresses=frozenset({place} if any(place) else ()),
    )
    if before is None:
        return typed
    return replace(
        typed,
        phones=typed.phones | before.phones,
        identifiers=before.identifiers,
        others=before.others,
        multiple_birth=before.multiple_birth,
    )
