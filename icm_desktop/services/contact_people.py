"""Contacts, relatives and proxies: who they are, what they may and may not hear, and until when."""

from __future__ import annotations

from typing import Any

from db.models.patient import PatientContact
from db.unit_of_work import UnitOfWork
from icm_desktop.content import demographics as lists
from icm_desktop.contracts.demographics_requests import PersonSaved, SaveContactPerson
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import cleaning, person_rows


@requires(Privilege.DEMOGRAPHICS)
def save(uow: UnitOfWork, request: SaveContactPerson) -> PersonSaved:
    """Add or change a contact person.

    Raises:
        Invalid: demographics.contact_empty, authority_needs_name, may_and_may_not, not_a_choice, bad_date,
            ends_before_start; registration.bad_phone, bad_email, bad_language, too_long.
        NotFound: patients.unknown, demographics.unknown_row.
        Conflict: demographics.changed_meanwhile.
    """
    row = person_rows.row_of(uow, PatientContact, request.row)
    values = _values(request, row)
    if not (values["name"] or values["phone"]):
        raise Invalid("demographics.contact_empty", "name")
    if values["authority"] and not values["name"]:
        raise Invalid("demographics.authority_needs_name", "name")
    if set(values["may"] or ()) & set(values["may_not"] or ()):
        raise Invalid("demographics.may_and_may_not", "may_not")
    return person_rows.keep(uow, row, values)


def _values(request: SaveContactPerson, row: PatientContact) -> dict[str, Any]:
    starts_on, ends_on = cleaning.dates(request.starts_on, request.ends_on)
    topics = lists.codes("topic")
    return {
        "name": cleaning.line("name", request.name),
        "relationship_code": cleaning.one_of(
            "relationship_code", request.relationship_code, lists.codes("relationship"), row.relationship_code
        ),
        "relationship_text": cleaning.line("relationship_text", request.relationship_text, 500),
        "phone": row.phone if request.phone == row.phone else cleaning.phone("phone", request.phone),
        "email": row.email if request.email == row.email else cleaning.email("email", request.email),
        "address": cleaning.line("address", request.address, 300),
        "language": row.language
        if request.language == row.language
        else cleaning.language("language", request.language),
        "is_emergency": request.is_emergency if request.is_emergency or row.is_emergency is not None else None,
        "authority": cleaning.one_of("authority", request.authority, lists.codes("authority"), row.authority),
        "may": cleaning.some_of("may", request.may, topics, row.may or ()) or None,
        "may_not": cleaning.some_of("may_not", request.may_not, topics, row.may_not or ()) or None,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "note": cleaning.note("note", request.note),
    }
