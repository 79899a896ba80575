"""Demographics typed into a form: cleaned, refused at the field, and kept in the rows they belong to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from db.models.access import UserAccount
from db.models.patient import PatientAddress, PatientContact, PatientName, PatientTelecom
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.patients import PatientDetails
from icm_desktop.domain import names, person
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.registration import current_parts


@requires(Privilege.DEMOGRAPHICS)
def usable(uow: UnitOfWork, details: PatientDetails, before: PatientDetails | None = None) -> PatientDetails:
    """The details as they are kept.

    Args:
        uow: The unit of work.
        details: As typed.
        before: What is stored of the patient being corrected; imported values nobody touched are not refused.

    Raises:
        Invalid: registration.* at the field.
    """
    kept = replace(details, **{field.name: _clean(uow, field.name, details, before) for field in fields(details)})
    if not kept.family:
        raise Invalid("registration.name_missing", field="family")
    _check_coordinator(uow, kept.coordinator_id, before)
    return kept


@requires(Privilege.DEMOGRAPHICS)
def keep_parts(uow: UnitOfWork, patient_id: int, details: PatientDetails) -> None:
    """Bring name, phone, e-mail, address and contact rows in line with the details; an emptied one is removed."""
    parts = current_parts(uow, patient_id)
    name = {part: getattr(details, part) for part in ("family", "given", "prefix", "suffix")}
    _keep(uow, parts.name or PatientName(patient_id=patient_id, use="official"), name)
    phone = {"value": details.phone, "use": details.phone_use, "digits": names.digits(details.phone)}
    _keep(uow, parts.phone or PatientTelecom(patient_id=patient_id, system="phone"), phone, needs="value")
    email = {"value": details.email}
    _keep(uow, parts.email or PatientTelecom(patient_id=patient_id, system="email"), email, needs="value")
    address = {
        "line": details.address_line,
        "city": details.city,
        "state": details.state,
        "postal_code": details.postal_code,
    }
    _keep(uow, parts.address or PatientAddress(patient_id=patient_id, use="home"), address)
    contact = {
        "name": details.contact_name,
        "relationship_text": details.contact_relationship,
        "phone": details.contact_phone,
    }
    _keep(uow, parts.contact or PatientContact(patient_id=patient_id), contact)


def _keep(uow: UnitOfWork, row: Any, values: dict[str, str | None], needs: str | None = None) -> None:
    """Set a row's values. When all (or the one it `needs`) are empty, a stored row goes, a new one is not added."""
    empty = values[needs] is None if needs else not any(values.values())
    if empty and row.id is None:
        return
    if empty:
        row.removed_at = uow.now
        return
    for name, value in values.items():
        setattr(row, name, value)
    if row.id is None:
        uow.session.add(row)


def _clean(uow: UnitOfWork, field: str, details: PatientDetails, before: PatientDetails | None) -> Any:
    value = getattr(details, field)
    if not isinstance(value, str):
        return value
    if before is not None and getattr(before, field) == value:
        return value
    rules: dict[str, Callable[[str], str | None]] = {
        "birth_date": lambda text: person.birth_date(text, uow.today),
        "phone": person.phone,
        "contact_phone": person.phone,
        "email": person.email,
        "language": person.language,
        "sex": person.sex,
    }
    longest = person.LONGEST.get(field, person.LONGEST_OTHER)
    rule = rules.get(field)
    try:
        return rule(value) if rule else person.one_line(value, longest)
    except person.Unusable as error:
        raise Invalid(f"registration.{error.reason}", field=field, **error.params) from None


def _check_coordinator(uow: UnitOfWork, user_id: int | None, before: PatientDetails | None) -> None:
    if user_id is None or (before is not None and before.coordinator_id == user_id):
        return
    user = uow.session.get(UserAccount, user_id)
    if user is None or user.disabled_at is not None or user.removed_at is not None:
        raise Invalid("registration.no_such_coordinator", field="coordinator_id")
