"""Phone numbers, e-mail and postal addresses of a person: several, with use, rank and dates."""

from __future__ import annotations

from typing import Any

from db.models.patient import PatientAddress, PatientTelecom
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.demographics_requests import PersonSaved, SaveAddress, SaveTelecom
from icm_desktop.domain import names, reaching
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import cleaning, person_rows

_LOWEST_RANK = 9


@requires(Privilege.DEMOGRAPHICS)
def save_telecom(uow: UnitOfWork, request: SaveTelecom) -> PersonSaved:
    """Add or change a number or e-mail address; the best number in use is the one lists show.

    Raises:
        Invalid: demographics.value_missing, bad_rank, not_a_choice, bad_date, ends_before_start;
            registration.bad_phone, bad_email, too_long.
        NotFound: patients.unknown, demographics.unknown_row.
        Conflict: demographics.changed_meanwhile.
    """
    row = person_rows.row_of(uow, PatientTelecom, request.row)
    system = cleaning.one_of("system", request.system, reaching.TELECOM_SYSTEMS, row.system)
    value = _value(system, request.value, row.value)
    if value is None:
        raise Invalid("demographics.value_missing", "value")
    if request.rank is not None and not 1 <= request.rank <= _LOWEST_RANK:
        raise Invalid("demographics.bad_rank", "rank")
    starts_on, ends_on = cleaning.dates(request.starts_on, request.ends_on)
    values: dict[str, Any] = {
        "system": system,
        "value": value,
        "digits": names.digits(value) if system in (*reaching.CALLED, "fax", "pager") else None,
        "use": cleaning.one_of("use", request.use, reaching.TELECOM_USES, row.use),
        "rank": request.rank,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "note": cleaning.line("note", request.note),
    }
    return person_rows.keep(uow, row, values)


@requires(Privilege.DEMOGRAPHICS)
def save_address(uow: UnitOfWork, request: SaveAddress) -> PersonSaved:
    """Add or change a postal address.

    Raises:
        Invalid: demographics.address_empty, not_a_choice, bad_date, ends_before_start; registration.too_long.
        NotFound: patients.unknown, demographics.unknown_row.
        Conflict: demographics.changed_meanwhile.
    """
    row = person_rows.row_of(uow, PatientAddress, request.row)
    parts = ("line", "city", "state", "postal_code", "country")
    values: dict[str, Any] = {name: cleaning.line(name, getattr(request, name)) for name in parts}
    if not (values["line"] or values["city"]):
        raise Invalid("demographics.address_empty", "line")
    values["use"] = cleaning.one_of("use", request.use, reaching.ADDRESS_USES, row.use)
    values["starts_on"], values["ends_on"] = cleaning.dates(request.starts_on, request.ends_on)
    return person_rows.keep(uow, row, values)


def _value(system: str | None, typed: str, stored: str | None) -> str | None:
    if typed == stored:  # an imported value nobody touched is not refused
        return stored
    if system in (*reaching.CALLED, "fax", "pager"):
        return cleaning.phone("value", typed)
    return cleaning.email("value", typed) if system == "email" else cleaning.line("value", typed)
