"""An imported row as it was when it came, before anybody here changed it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.audit import stored_value
from db.models.audit import Action, AuditEvent
from db.repositories.imports import OURS_NOT
from db.stored_values import from_stored
from icm_desktop.exchange.fhir.writing.rows import Row


def as_imported(session: Session, row: Row) -> Row:
    """The row with the first value of each column that somebody here changed; the row itself when nobody did."""
    if (row["version"] or 1) < 2:
        return row
    events = (
        select(AuditEvent.changes)
        .join(Action, Action.id == AuditEvent.action_id)
        .where(AuditEvent.object_kind == row.table, AuditEvent.object_id == row.id, AuditEvent.event == "updated")
        .where(Action.name.not_in(OURS_NOT))
        .order_by(AuditEvent.seq.desc())
    )
    was: dict[str, Any] = {}
    for changes in session.scalars(events):
        was |= {
            name: from_stored(session, row.table, name, stored_value(old)) for name, (old, _) in (changes or {}).items()
        }
    return Row(row.table, {**row.values, **was}, row.children) if was else row
