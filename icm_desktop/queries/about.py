"""Everything about a person that the About tab shows, and the lists its forms choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from sqlalchemy import select

from db.models.patient import Patient, PatientAddress, PatientIdentifier, PatientName, PatientPhoto, PatientTelecom
from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.content import demographics as lists
from icm_desktop.contracts.demographics import (
    About,
    AddressRow,
    Choices,
    Coded,
    Death,
    Identity,
    NameRow,
    Preferences,
    TelecomRow,
)
from icm_desktop.contracts.demographics_requests import Photo
from icm_desktop.domain import reaching
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import contact_people
from icm_desktop.queries.alerts import alerts
from icm_desktop.queries.heads import heads
from icm_desktop.queries.provenance import provenance, sources_of

_NAME = ("id", "version", "use", "family", "given", "prefix", "suffix", "starts_on", "ends_on")
_TELECOM = ("id", "version", "system", "value", "use", "rank", "starts_on", "ends_on", "note")
_ADDRESS = (
    "id", "version", "use", "line", "city", "state", "postal_code", "country", "text", "starts_on", "ends_on",
)  # fmt: skip


@requires(Privilege.SIGN_IN)
def choices(uow: UnitOfWork, language: str) -> Choices:
    """The lists forms choose from, in English or Spanish."""
    return Choices(lists.choices(language))


@requires(Privilege.DEMOGRAPHICS)
def about(uow: UnitOfWork, patient_id: int) -> About:
    """A person in full; alerts only those this role may see.

    Raises:
        NotFound: patients.unknown.
    """
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    whence = sources_of(uow, [patient.source_id])
    return About(
        head=heads(uow, [patient_id])[patient_id],
        version=patient.version,
        suffix=patient.suffix,
        identity=_identity(patient),
        preferences=Preferences(**{one.name: getattr(patient, one.name) for one in fields(Preferences)}),
        death=Death(patient.deceased, patient.deceased_on, patient.deceased_note),
        names=_names(uow, patient_id),
        telecoms=telecoms(uow, patient_id),
        addresses=_addresses(uow, patient_id),
        contacts=contact_people.contact_people(uow, patient_id),
        coverages=contact_people.coverages(uow, patient_id),
        consents=contact_people.consents(uow, patient_id),
        alerts=alerts(uow, patient_id),
        identifiers=_identifiers(uow, patient_id),
        provenance=provenance(whence, patient.source_id),
        photos_enabled=photos_enabled(uow),
        photo_id=photo_id(uow, patient_id),
    )


@requires(Privilege.DEMOGRAPHICS)
def telecoms(uow: UnitOfWork, patient_id: int) -> tuple[TelecomRow, ...]:
    """Numbers and e-mail addresses, those in use today first, the best number on top."""
    stored = _rows(uow, PatientTelecom, patient_id)
    numbers = [row for row in stored if row.system in reaching.CALLED]
    best = reaching.best(numbers, uow.today)
    others = [row for row in stored if row.system not in reaching.CALLED]
    ordered = [*reaching.best_first(numbers, uow.today), *reaching.best_first(others, uow.today)]
    whence = sources_of(uow, (row.source_id for row in ordered))
    rows = [
        TelecomRow(
            **{name: getattr(row, name) for name in _TELECOM},
            in_use=reaching.in_use(row, uow.today),
            best=row is best,
            provenance=provenance(whence, row.source_id),
        )
        for row in ordered
    ]
    return tuple(sorted(rows, key=lambda row: not row.in_use))


@requires(Privilege.DEMOGRAPHICS)
def photos_enabled(uow: UnitOfWork) -> bool:
    """Whether the practice turned photographs on; off until somebody does."""
    return bool(uow.session.scalar(select(Practice.photos_enabled).order_by(Practice.id).limit(1)))


@requires(Privilege.DEMOGRAPHICS)
def photo_id(uow: UnitOfWork, patient_id: int) -> int | None:
    """The newest picture of the patient, if photographs are on and there is one."""
    if not photos_enabled(uow):
        return None
    kept = select(PatientPhoto.id).where(PatientPhoto.patient_id == patient_id, PatientPhoto.removed_at.is_(None))
    return uow.session.scalar(kept.order_by(PatientPhoto.id.desc()).limit(1))


@requires(Privilege.DEMOGRAPHICS)
def photo(uow: UnitOfWork, patient_id: int) -> Photo | None:
    """The picture of the patient; None when there is none or photographs are off."""
    found = photo_id(uow, patient_id)
    row = uow.session.get(PatientPhoto, found) if found is not None else None
    return Photo(row.content_type, row.data, row.taken_on) if row is not None else None


def _rows(uow: UnitOfWork, kind: type[Any], patient_id: int) -> list[Any]:
    kept = select(kind).where(kind.patient_id == patient_id, kind.removed_at.is_(None))
    return list(uow.session.scalars(kept.order_by(kind.id)))


def _identity(patient: Patient) -> Identity:
    lists_ = ("race", "ethnicity")
    plain = {one.name: getattr(patient, one.name) for one in fields(Identity) if one.name not in lists_}
    return Identity(**plain, race=_coded(patient.race), ethnicity=_coded(patient.ethnicity))


def _coded(items: Iterable[Any] | None) -> tuple[Coded, ...]:
    pairs = [
        (item.get("code"), str(item.get("text") or item.get("code") or ""))
        for item in items or ()
        if isinstance(item, dict)
    ]
    return tuple((code, text) for code, text in pairs if text)


def _names(uow: UnitOfWork, patient_id: int) -> tuple[NameRow, ...]:
    stored = _rows(uow, PatientName, patient_id)
    whence = sources_of(uow, (row.source_id for row in stored))
    return tuple(
        NameRow(**{name: getattr(row, name) for name in _NAME}, provenance=provenance(whence, row.source_id))
        for row in stored
    )


def _addresses(uow: UnitOfWork, patient_id: int) -> tuple[AddressRow, ...]:
    stored = reaching.best_first(_rows(uow, PatientAddress, patient_id), uow.today)
    whence = sources_of(uow, (row.source_id for row in stored))
    return tuple(
        AddressRow(
            **{name: getattr(row, name) for name in _ADDRESS},
            in_use=reaching.in_use(row, uow.today),
            provenance=provenance(whence, row.source_id),
        )
        for row in stored
    )


def _identifiers(uow: UnitOfWork, patient_id: int) -> tuple[tuple[str, str], ...]:
    rows = _rows(uow, PatientIdentifier, patient_id)
    return tuple((row.type_text or row.system or "", row.value) for row in rows)
