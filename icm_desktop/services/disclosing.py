"""Whatever lets records of a patient out of the program notes here to whom they went and on what ground."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from db.models.patient import PatientContact
from db.models.practice import Organization, Practitioner
from db.models.privacy import Disclosure
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.plan_document import CAREGIVER, PATIENT, RECORD, PlanReader
from icm_desktop.contracts.team import ORGANIZATION, PRACTITIONER
from icm_desktop.permissions import Privilege, requires

TREATMENT, OPERATIONS, TO_PATIENT, INVOLVED, OTHER = "treatment", "operations", "patient", "involved", "other"
_NEED_NO_AGREEMENT = frozenset({TREATMENT, "payment", "law", TO_PATIENT})


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets it, and where they are, as far as known."""

    name: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Leaving:
    """What leaves: of whom (None: of everybody), by which way, on what ground, in words.

    `kept`: the table and id of the exact page that is kept; `substance_use` None: not known; `consent_id`: by which
    consent records of it leave. `extent`: see `db.models.privacy.Disclosure`.
    """

    patient_id: int | None
    channel: str
    legal_basis: str
    description: str
    purpose: str
    substance_use: bool | None = None
    kept: tuple[str, int] | None = None
    sha256: str | None = None
    consent_id: int | None = None
    extent: Mapping[str, Any] | None = None


def extent_of(detail: Mapping[str, Any]) -> dict[str, Any]:
    """How much left and what for, of what the audit record says of it."""
    found = {"entries": detail.get("resources"), "held": detail.get("held")}
    return {**found, **{name: detail[name] for name in ("format", "purpose", "kind") if name in detail}}


@requires(Privilege.PRINT_HANDOUT)
def disclose(uow: UnitOfWork, leaving: Leaving, to: Recipient = Recipient()) -> Disclosure:
    """Put a disclosure on record, in the act that lets it out."""
    kind, number = leaving.kept or (None, None)
    row = Disclosure(
        patient_id=leaving.patient_id, at=uow.now, channel=leaving.channel, legal_basis=leaving.legal_basis,
        to_name=to.name, to_address=to.address, description=leaving.description, purpose=leaving.purpose,
        substance_use=leaving.substance_use, object_kind=kind, object_id=number, sha256=leaving.sha256,
        consent_id=leaving.consent_id,
        extent=dict(leaving.extent) if leaving.extent is not None else None,
    )  # fmt: skip
    uow.session.add(row)
    uow.session.flush()
    return row


@requires(Privilege.PRINT_HANDOUT)
def left_at_last(uow: UnitOfWork, kind: str, object_id: int, *, gone: bool = False) -> None:
    """What waited for a printer has left, which is on record whatever else; `gone`: it never leaves."""
    wanted = select(Disclosure).where(
        Disclosure.object_kind == kind, Disclosure.object_id == object_id, Disclosure.removed_at.is_(None)
    )
    for row in uow.session.scalars(wanted):
        if gone:
            row.removed_at = uow.now
        else:
            row.at = uow.now


def ground_of(reader: PlanReader, *, allowed: bool) -> str:
    """On what ground a reader gets something: who treats needs no agreement, anybody else without one is listed."""
    if reader.kind == RECORD:
        return OPERATIONS
    if reader.kind == PATIENT:
        return TO_PATIENT
    if reader.kind != CAREGIVER and reader.hearer in (PRACTITIONER, ORGANIZATION):
        return TREATMENT
    return INVOLVED if allowed else OTHER


def ground_for(purpose_basis: str, *, allowed: bool) -> str:
    """The ground of a purpose; one that needs an agreement and has none is listed."""
    return purpose_basis if allowed or purpose_basis in _NEED_NO_AGREEMENT else OTHER


@requires(Privilege.PRINT_HANDOUT)
def reader_as_recipient(uow: UnitOfWork, reader: PlanReader) -> Recipient:
    """A reader with the address on file: of the contact person, else of the place or person in the directory."""
    name = ", ".join(part for part in (reader.name, reader.organization) if part) or None
    return Recipient(name, contact_address(uow, reader.contact_id) or _in_directory(uow, reader))


@requires(Privilege.PRINT_HANDOUT)
def contact_address(uow: UnitOfWork, contact_id: int | None) -> str | None:
    """Where a contact person lives, None when it is not on file."""
    contact = uow.session.get(PatientContact, contact_id) if contact_id is not None else None
    return contact.address if contact is not None else None


@requires(Privilege.PRINT_HANDOUT)
def entry_as_recipient(
    uow: UnitOfWork, name: str | None, practitioner_id: int | None, organization_id: int | None
) -> Recipient:
    """Somebody of the directory."""
    person = uow.session.get(Practitioner, practitioner_id) if practitioner_id is not None else None
    place_id = organization_id or (person.organization_id if person is not None else None)
    place = uow.session.get(Organization, place_id) if place_id is not None else None
    address = (person.address if person is not None else None) or (place.address if place is not None else None)
    return Recipient(name, address)


def _in_directory(uow: UnitOfWork, reader: PlanReader) -> str | None:
    """The address of the place by its name; nothing when several places have that name."""
    if not reader.organization:
        return None
    wanted = select(func.min(Organization.address), func.count(func.distinct(Organization.address))).where(
        Organization.name == reader.organization, Organization.removed_at.is_(None), Organization.address.is_not(None)
    )
    address, different = uow.session.execute(wanted).one()
    return address if different == 1 else None
