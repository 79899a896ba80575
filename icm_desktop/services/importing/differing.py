"""A copy says otherwise than what somebody here changed: ours stand, and what is new in theirs becomes a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import func, select

from db.models.exchange import ImportDifference
from db.repositories.imports import Stored
from db.stored_values import to_stored
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.differences import AGREED, OPEN
from icm_desktop.domain.records import KINDS, UNTOLD
from icm_desktop.exchange.fhir.mapped import Mapped
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services.importing.updating import Kept, Path

_NOTHING: Mapping[str, Any] = {}


@requires(Privilege.IMPORT)
def note_differences(
    uow: UnitOfWork, stored: Stored, kept: Iterable[Kept], before: Mapped | None, import_id: int | None
) -> None:
    """Ask about each row of which the copy says something new that was not taken over.

    What the source had said before somebody here changed it is no question: that person saw it. An open question is
    brought up to date; one both agree about by now ends.

    Args:
        uow: The last transaction of the import.
        stored: The resource we have.
        kept: Rows with what was not taken over.
        before: What its earlier copy mapped to; None when that is not known.
        import_id: The import, None in a dry run.
    """
    waiting = _waiting(uow, stored.id)
    for one in kept:
        known = waiting.pop((one.row.__tablename__, one.row.id), None)
        theirs = {name: value for name, value in one.theirs.items() if not isinstance(value, bytes)}
        if one.row.__tablename__ not in KINDS or not theirs.keys() - UNTOLD:
            continue
        said = _row_at(before, one.path)
        if known is None and all(value == said.get(name) for name, value in theirs.items() if name not in UNTOLD):
            continue
        _write(uow, known or ImportDifference(source_id=stored.id, import_id=import_id), one, theirs)
    for known in waiting.values():
        known.state = AGREED


@requires(Privilege.IMPORT)
def asked_so_far(uow: UnitOfWork) -> int:
    """How many questions were ever asked, in this transaction too."""
    return uow.session.scalar(select(func.count()).select_from(ImportDifference)) or 0


def _write(uow: UnitOfWork, row: ImportDifference, kept: Kept, theirs: dict[str, Any]) -> None:
    ours, kind = kept.row, kept.row.__tablename__
    row.patient_id = ours.id if kind == "patient" else ours.patient_id
    row.kind, row.row_id = kind, ours.id
    row.ours = {name: to_stored(uow.session, kind, name, getattr(ours, name)) for name in theirs}
    row.theirs = {name: to_stored(uow.session, kind, name, value) for name, value in theirs.items()}
    row.author, row.organization = getattr(ours, "author", None), getattr(ours, "organization", None)
    row.asserted_when = getattr(ours, "recorded_when", None)
    if row.id is None:
        row.state = OPEN
        uow.session.add(row)


def _waiting(uow: UnitOfWork, source_id: int) -> dict[tuple[str, int], ImportDifference]:
    """Open questions a source asks about rows that came with it."""
    chosen = select(ImportDifference).where(
        ImportDifference.source_id == source_id,
        ImportDifference.state == OPEN,
        ImportDifference.other_id.is_(None),
        ImportDifference.removed_at.is_(None),
    )
    return {(row.kind, row.row_id): row for row in uow.session.scalars(chosen)}


def _row_at(mapped: Mapped | None, path: Path) -> Mapping[str, Any]:
    """The row of a mapped resource at the place of another; empty where it had none."""
    for step, place in path:
        if mapped is None:
            return _NOTHING
        if step != "also":
            rows = [child.row for child in mapped.children if child.table == step]
            return rows[place] if place < len(rows) else _NOTHING
        mapped = mapped.also[place] if place < len(mapped.also) else None
    return mapped.row if mapped is not None else _NOTHING
