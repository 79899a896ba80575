"""Takes one committed act back, whatever it was, and is itself an act that can be taken back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapper

from db import audit
from db.errors import DatabaseProblem
from db.models.audit import Action, AuditEvent
from db.models.base import Audited, Base
from db.unit_of_work import SEE_INCOMPLETE, UnitOfWork

_KEPT = frozenset({"id", "version", "created_at", "created_by_id", "updated_at", "updated_by_id"})


def undo(uow: UnitOfWork, action_id: int) -> frozenset[str]:
    """Restore every row the act changed and remove every row it made, if nobody touched them since.

    Args:
        uow: The running write transaction; it becomes the act "undo of" the other.
        action_id: The act to take back; the act of an undo may be given too, which is redo.

    Returns:
        Table names of what was restored or removed.

    Raises:
        DatabaseProblem: db.changed_meanwhile, db.already_undone, db.not_undoable (unknown, an import).
    """
    if uow.session.scalar(select(Action.id).where(Action.undo_of == action_id)) is not None:
        raise DatabaseProblem("db.already_undone", action_id=action_id)
    history = _history(uow, action_id)
    kinds = frozenset(kind for (kind, row_id), events in history.items() if _revert(uow, kind, row_id, events))
    if not kinds:
        raise DatabaseProblem("db.not_undoable", action_id=action_id)
    uow.undo_of = action_id
    return kinds


def _history(uow: UnitOfWork, action_id: int) -> dict[tuple[str, int], list[AuditEvent]]:
    events = uow.session.scalars(
        select(AuditEvent).where(AuditEvent.action_id == action_id).order_by(AuditEvent.seq.desc())
    ).all()
    history: dict[tuple[str, int], list[AuditEvent]] = {}
    for event in events:
        if event.object_kind is None or event.object_id is None:
            raise DatabaseProblem("db.not_undoable", action_id=action_id)  # an import is undone as a whole
        history.setdefault((event.object_kind, event.object_id), []).append(event)
    return history


def _revert(uow: UnitOfWork, kind: str, row_id: int, events: list[AuditEvent]) -> bool:
    mapper = mapper_of(kind)
    row = uow.session.get(mapper.class_, row_id, populate_existing=True, execution_options={SEE_INCOMPLETE: True})
    digest = uow.digest_of(kind)
    stored = digest.stored(uow.session.connection(), row_id)
    if row is None or stored is None or digest.of(stored).to_bytes(32, "big") != events[0].digest_after:
        raise DatabaseProblem("db.changed_meanwhile", kind=kind)
    if events[-1].event == "created":
        if not isinstance(row, Audited):
            return False  # part of a row that is removed itself, such as a component of an observation
        row.removed_at = uow.now
        return True
    for event in events:
        _restore(uow, mapper, row, event.changes or {})
    return True


def _restore(uow: UnitOfWork, mapper: Mapper[Any], row: Any, changes: dict[str, Any]) -> None:
    dialect = uow.database.engine.dialect
    for name, (old, _) in changes.items():
        if name in _KEPT:
            continue
        column = mapper.local_table.c[name]
        convert = column.type.result_processor(dialect, None)
        value = audit.stored_value(old)
        setattr(row, mapper.get_property_by_column(column).key, convert(value) if convert else value)


def mapper_of(kind: str) -> Mapper[Any]:
    """The mapped class of a table."""
    return next(mapper for mapper in Base.registry.mappers if mapper.local_table.name == kind)  # type: ignore[attr-defined]
