"""A copy says otherwise than what somebody here changed: ours stand, and what is new in theirs becomes a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import func, select

from db.models.exchange import ImportDifference
from db.models.partners import ExchangePartner, PartnerCopy
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
    waiting = _waiting(uow, ImportDifference.source_id == stored.id)
    for one in kept:
        known = waiting.pop((one.row.__tablename__, one.row.id), None)
        theirs = {name: value for name, value in one.theirs.items() if not isinstance(value, bytes)}
        if one.row.__tablename__ not in KINDS or not theirs.keys() - UNTOLD:
            continue
        said = _row_at(before, one.path)
        if known is None and all(value == said.get(name) for name, value in theirs.items() if name not in UNTOLD):
            continue
        _write(uow, known or ImportDifference(source_id=stored.id, import_id=import_id), one.row, theirs)
    for known in waiting.values():
        known.state = AGREED


@requires(Privilege.IMPORT)
def asked_so_far(uow: UnitOfWork) -> int:
    """How many questions were ever asked, in this transaction too."""
    return uow.session.scalar(select(func.count()).select_from(ImportDifference)) or 0


@requires(Privilege.IMPORT)
def open_of_source(uow: UnitOfWork, stored: Stored) -> list[ImportDifference]:
    """Open questions something that came from outside asks."""
    return list(_waiting(uow, ImportDifference.source_id == stored.id).values())


class Questions:
    """What a partner's copy of something of ours asks, inside one write transaction."""

    def __init__(self, uow: UnitOfWork, copy: PartnerCopy, import_id: int | None) -> None:
        self._uow, self._copy, self._import_id = uow, copy, import_id
        self._waiting = _waiting(uow, ImportDifference.partner_copy_id == copy.id)
        partner = uow.session.get(ExchangePartner, copy.partner_id)
        self._partner = partner.name if partner is not None else None

    def names(self, row: Any) -> set[str]:
        """The columns of a row that are asked about already."""
        known = self._waiting.get((row.__tablename__, row.id))
        return set(known.theirs) if known is not None and known.gone_at is None else set()

    def ask(self, row: Any, theirs: Mapping[str, Any], when: str | None) -> int:
        """Ask about a row, or bring its question up to date; how many columns need an answer.

        Args:
            row: Ours.
            theirs: What they say, in columns that differ; none: both agree by now.
            when: When they said so, as they tell it.
        """
        key = row.__tablename__, row.id
        known = self._waiting.get(key)
        if not theirs.keys() - UNTOLD:
            if known is not None and known.gone_at is None:
                known.state = AGREED
                del self._waiting[key]
            return 0
        found = known or self._new()
        _write(self._uow, found, row, dict(theirs))
        found.author, found.organization, found.asserted_when = None, self._partner, when
        self._waiting[key] = found
        return len(theirs.keys() - UNTOLD)

    def gone(self, row: Any) -> int:
        """Ask what becomes of a row they do not have any more; 1 as it needs an answer."""
        key = row.__tablename__, row.id
        found = self._waiting.get(key) or self._new()
        _write(self._uow, found, row, {})
        found.author, found.organization, found.asserted_when = None, self._partner, None
        found.gone_at = self._uow.now
        self._waiting[key] = found
        return 1

    def are_open(self) -> bool:
        """Whether anything of the copy waits for an answer."""
        return bool(self._waiting)

    def _new(self) -> ImportDifference:
        return ImportDifference(partner_copy_id=self._copy.id, import_id=self._import_id)


def _write(uow: UnitOfWork, found: ImportDifference, ours: Any, theirs: dict[str, Any]) -> None:
    kind = ours.__tablename__
    found.patient_id = ours.id if kind == "patient" else ours.patient_id
    found.kind, found.row_id = kind, ours.id
    found.ours = {name: to_stored(uow.session, kind, name, getattr(ours, name)) for name in theirs}
    found.theirs = {name: to_stored(uow.session, kind, name, value) for name, value in theirs.items()}
    found.author, found.organization = getattr(ours, "author", None), getattr(ours, "organization", None)
    found.asserted_when, found.gone_at = getattr(ours, "recorded_when", None), None
    if found.id is None:
        found.state = OPEN
        uow.session.add(found)


@requires(Privilege.IMPORT)
def ask_gone(uow: UnitOfWork, stored: Stored, row: Any, import_id: int | None) -> bool:
    """Ask what becomes of something that is no longer at its source; once, whatever was answered.

    Returns:
        Whether it is asked now.
    """
    before = select(ImportDifference.id).where(
        ImportDifference.source_id == stored.id, ImportDifference.gone_at.is_not(None),
        ImportDifference.removed_at.is_(None),
    )  # fmt: skip
    if uow.session.scalar(before.limit(1)) is not None:
        return False
    known = _waiting(uow, ImportDifference.source_id == stored.id).get((row.__tablename__, row.id))
    found = known or ImportDifference(source_id=stored.id, import_id=import_id)
    _write(uow, found, row, {})
    found.gone_at = uow.now
    return True


def _waiting(uow: UnitOfWork, whose: Any) -> dict[tuple[str, int], ImportDifference]:
    """Open questions about rows, not between two rows."""
    chosen = select(ImportDifference).where(
        whose,
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
