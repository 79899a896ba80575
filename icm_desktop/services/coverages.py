"""Insurance: who pays, in which order, from when to when."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from db.models.coverage import Coverage
from db.unit_of_work import UnitOfWork
from icm_desktop.content import demographics as lists
from icm_desktop.contracts.demographics_requests import PersonSaved, SaveCoverage
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import cleaning, person_rows

_LINES = ("payer", "member_id", "group_number", "subscriber", "relationship_text")


@requires(Privilege.DEMOGRAPHICS)
def save(uow: UnitOfWork, request: SaveCoverage) -> PersonSaved:
    """Add or change an insurance; at its place in the order the others make room.

    Raises:
        Invalid: demographics.payer_missing, not_a_choice, bad_rank, bad_date, ends_before_start;
            registration.bad_phone, too_long.
        NotFound: patients.unknown, demographics.unknown_row.
        Conflict: demographics.changed_meanwhile.
    """
    row = person_rows.row_of(uow, Coverage, request.row)
    values: dict[str, Any] = {name: cleaning.line(name, getattr(request, name)) for name in _LINES}
    values["text"] = cleaning.line("plan", request.plan)
    if not (values["payer"] or values["text"]):
        raise Invalid("demographics.payer_missing", "payer")
    values["kind"] = cleaning.one_of("kind", request.kind, lists.codes("coverage_kind"), row.kind)
    values["phone"] = row.phone if request.phone == row.phone else cleaning.phone("phone", request.phone)
    values["starts_on"], values["ends_on"] = cleaning.dates(request.starts_on, request.ends_on)
    values["note"] = cleaning.note("note", request.note)
    values["status"] = row.status or "active"
    if request.position is not None and not 1 <= request.position <= 9:
        raise Invalid("demographics.bad_rank", "position")
    done = person_rows.keep(uow, row, values, "coverage")
    _order(uow, row, request.position)
    return person_rows.saved(uow, done.patient_id, row.id, "coverage")


@requires(Privilege.DEMOGRAPHICS)
def close_ranks(uow: UnitOfWork, row: Coverage) -> None:
    """An insurance no longer counts: those after it move up."""
    _number(_others(uow, row))


def _others(uow: UnitOfWork, row: Coverage) -> list[Coverage]:
    kept = select(Coverage).where(
        Coverage.patient_id == row.patient_id, Coverage.removed_at.is_(None), Coverage.id != row.id
    )
    return sorted(uow.session.scalars(kept), key=lambda one: (one.position or 99, one.id))


def _order(uow: UnitOfWork, row: Coverage, position: int | None) -> None:
    if position is None and row.position is not None:
        return
    rows = _others(uow, row)
    place = len(rows) if position is None else position - 1
    rows.insert(place, row)
    _number(rows)


def _number(rows: list[Coverage]) -> None:
    for place, one in enumerate(rows, start=1):
        if one.position != place:
            one.position = place
