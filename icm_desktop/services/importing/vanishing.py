"""What was deleted at its source stays here and becomes a question: keep ours, or mark it as a mistake."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from db.models.by_table import CLASSES
from db.repositories import imports, partners
from db.repositories.imports import Stored
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.records import KINDS, is_mistaken
from icm_desktop.exchange.fhir.reading import Gone
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services.importing.differing import Questions, ask_gone


@requires(Privilege.IMPORT)
def note_gone(uow: UnitOfWork, gone: Iterable[Gone], import_id: int | None) -> int:
    """Ask about what we have of this, and of what is ours there; how many questions that are.

    Who a patient is is never asked away: a deleted Patient there changes nothing here.

    Args:
        uow: A write transaction.
        gone: What was deleted.
        import_id: The import that tells of it; None when a partner was asked, or in a dry run.
    """
    ids: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in gone:
        ids[one.source, one.kind].add(one.id)
    asked = 0
    for (source, kind), some in ids.items():
        if kind == "Patient":
            continue
        for stored in imports.stored(uow.session, source, kind, sorted(some)):
            row = _row(uow, stored)
            asked += row is not None and ask_gone(uow, stored, row, import_id)
        for stored in list(partners.copies(uow.session, source, kind, sorted(some))):
            asked += _ask_about_ours(uow, stored, import_id)
    return asked


def _ask_about_ours(uow: UnitOfWork, stored: Stored, import_id: int | None) -> bool:
    """Something we sent is no longer there."""
    copy, row = partners.copy_of(uow.session, stored), _row(uow, stored)
    if copy is None or row is None or copy.state == "gone":
        return False
    Questions(uow, copy, import_id).gone(row)
    copy.state = "question"
    return True


def _row(uow: UnitOfWork, stored: Stored) -> Any:
    """What it is here, unless it was removed or marked already."""
    kind = KINDS.get(stored.table or "")
    if kind is None or kind.mistaken_in is None or stored.row_id is None:
        return None
    row = uow.session.get(CLASSES[kind.table], stored.row_id)
    if row is None or getattr(row, "removed_at", None) is not None or is_mistaken(kind, row):
        return None
    return row
