"""Alerts of a chart. A clinical one is written only by those who write clinical facts, and never shown to others."""

from __future__ import annotations

from typing import Any

from db.models.coverage import Flag
from db.unit_of_work import UnitOfWork
from icm_desktop.content import demographics as lists
from icm_desktop.contracts.demographics_requests import PersonSaved, RowId, SaveAlert
from icm_desktop.domain.alerts import is_clinical
from icm_desktop.errors import Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.services import cleaning, person_rows

SEVERITIES = ("high", "caution", "info")
_LONGEST = 300


@requires(Privilege.DEMOGRAPHICS)
def save(uow: UnitOfWork, request: SaveAlert) -> PersonSaved:
    """Add or change an alert.

    Raises:
        Invalid: demographics.alert_text_missing, not_a_choice, bad_date, ends_before_start; registration.too_long.
        NotAllowed: permissions.denied for a clinical alert.
        NotFound: patients.unknown, demographics.unknown_row.
        Conflict: demographics.changed_meanwhile.
    """
    row = _row(uow, request.row)
    text = row.text if request.text == row.text else cleaning.line("text", request.text, _LONGEST)
    if not text:
        raise Invalid("demographics.alert_text_missing", "text")
    category = cleaning.one_of("category", request.category, lists.codes("alert_category"), row.category)
    starts_on, ends_on = cleaning.dates(request.starts_on, request.ends_on)
    values: dict[str, Any] = {
        "text": text,
        "severity": cleaning.one_of("severity", request.severity, SEVERITIES),
        "category": category,
        "clinical": is_clinical(request.clinical, category),
        "when_booking": request.when_booking,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "note": cleaning.note("note", request.note),
        "status": row.status or "active",
    }
    if values["clinical"]:
        _check_clinical(uow)
    return person_rows.keep(uow, row, values, "flag")


def _row(uow: UnitOfWork, asked: RowId) -> Flag:
    """The row; to those who may not see clinical alerts one of them does not exist."""
    row: Flag = person_rows.row_of(uow, Flag, asked)
    if asked.row_id is not None and is_clinical(row.clinical, row.category):
        if not allows(uow.actor.role, Privilege.CLINICAL_READ):
            raise NotFound("demographics.unknown_row")
        _check_clinical(uow)
    return row


def _check_clinical(uow: UnitOfWork) -> None:
    if not allows(uow.actor.role, Privilege.CLINICAL_WRITE):
        denied = Privilege.CLINICAL_WRITE.value
        raise NotAllowed("permissions.denied", role=uow.actor.role, privilege=denied)
