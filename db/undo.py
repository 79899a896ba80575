"""Takes one committed act back, whatever it was, and is itself an act that can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Mapper

from db import audit
from db.errors import DatabaseProblem
from db.models.audit import Action, AuditEvent
from db.models.base import Audited, Base
from db.unit_of_work import SEE_INCOMPLETE, UnitOfWork

_ABOUT = frozenset({"match_candidate", "patient_merge"})  # what was decided about a record; it may have gone since
_KEPT = frozenset({"id", "version", "created_at", "created_by_id", "updated_at", "updated_by_id"})


def undo(uow: UnitOfWork, action_id: int) -> frozenset[str]:
    """Restore every row the act changed and remove every row it made, if nobody touched or used them since.

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
    before = {thing: _revert(uow, *thing, events) for thing, events in history.items()}
    reverted = {thing: state for thing, state in before.items() if state is not State.LEFT}
    if not reverted:
        raise DatabaseProblem("db.not_undoable", action_id=action_id)
    uow.session.flush()
    for (kind, row_id), state in reverted.items():
        _refuse_loose_ends(uow, kind, row_id, state)
    uow.undo_of = action_id
    return frozenset(kind for kind, _ in reverted)


def _history(uow: UnitOfWork, action_id: int) -> dict[tuple[str, int], list[AuditEvent]]:
    events = uow.session.scalars(
        select(AuditEvent).where(AuditEvent.action_id == action_id).order_by(AuditEvent.seq.desc())
    ).all()
    history: dict[tuple[str, int], list[AuditEvent]] = {}
    for event in events:
        if event.object_kind is None or event.object_id is None:
            raise DatabaseProblem("db.not_undoable", action_id=action_id)  # an import is undone as a whole
        if event.digest_after is None and event.changes is None:
            continue  # a note about a row, such as why it was done: the row's own event says what to restore
        history.setdefault((event.object_kind, event.object_id), []).append(event)
    return history


class State(Enum):
    """What a row was before it was reverted; LEFT when it was not reverted by itself."""

    THERE = 1
    REMOVED = 2
    LEFT = 3


def _revert(uow: UnitOfWork, kind: str, row_id: int, events: list[AuditEvent]) -> State:
    mapper = mapper_of(kind)
    row = uow.session.get(mapper.class_, row_id, populate_existing=True, execution_options={SEE_INCOMPLETE: True})
    digest = uow.digest_of(kind)
    stored = digest.stored(uow.session.connection(), row_id)
    last = _last_digest(uow, kind, row_id, events[0])
    if row is None or stored is None or last is None or digest.of(stored).to_bytes(32, "big") != last:
        raise DatabaseProblem("db.changed_meanwhile", kind=kind)
    was = State.REMOVED if isinstance(row, Audited) and row.removed_at is not None else State.THERE
    if events[-1].event == "created":
        if not isinstance(row, Audited):
            return State.LEFT  # part of a row that is removed itself, such as a component of an observation
        row.removed_at = uow.now
        return was
    for event in events:
        restore(uow, mapper, row, event.changes or {})
    return was


def _last_digest(uow: UnitOfWork, kind: str, row_id: int, done: AuditEvent) -> bytes | None:
    """What the row must be now: as the act left it, or as acts that were all taken back since left it; else None."""
    since = (
        select(AuditEvent.action_id, Action.undo_of, AuditEvent.changes, AuditEvent.digest_after)
        .join(Action, Action.id == AuditEvent.action_id)
        .where(AuditEvent.object_kind == kind, AuditEvent.object_id == row_id, AuditEvent.seq > done.seq)
        .where(AuditEvent.digest_after.is_not(None))
        .order_by(AuditEvent.seq)
    )
    acts: dict[int | None, int | None] = {}  # an act may have touched the row more than once
    last = done.digest_after
    for act, undo_of, changes, last in uow.session.execute(since):  # noqa: B007  the last one counts
        if not changes or changes.keys() - _KEPT:  # saved again without a change is no obstacle
            acts[act] = undo_of
    standing: list[int | None] = []  # those that still hold
    for act, undo_of in acts.items():
        if standing and standing[-1] == undo_of:
            standing.pop()
        else:
            standing.append(act)
    return None if standing else last


def restore(uow: UnitOfWork, mapper: Mapper[Any], row: Any, changes: dict[str, Any]) -> None:
    """Put the values from before a recorded change back into a row; who and when stay those of now."""
    dialect = uow.database.engine.dialect
    for name, (old, _) in changes.items():
        if name in _KEPT:
            continue
        column = mapper.local_table.c[name]
        convert = column.type.result_processor(dialect, None)
        value = audit.stored_value(old)
        setattr(row, mapper.get_property_by_column(column).key, convert(value) if convert else value)


def _refuse_loose_ends(uow: UnitOfWork, kind: str, row_id: int, before: State) -> None:
    """A row that is gone again may not be in use by now, and one that is back may not hang on something gone."""
    row = None if kind in _ABOUT else uow.session.get(mapper_of(kind).class_, row_id)
    if not isinstance(row, Audited) or (row.removed_at is not None and before is State.REMOVED):
        return  # what was removed before this undo hides nothing now that was not hidden then
    loose = _users(uow, kind, row_id) if row.removed_at is not None else _gone_parents(uow, row)
    for name in loose:
        raise DatabaseProblem("db.changed_meanwhile", kind=name)


def _users(uow: UnitOfWork, kind: str, row_id: int) -> Iterator[str]:
    for table, column in _links_to(kind):
        wanted = select(table.c.id).where(column == row_id, table.c.removed_at.is_(None)).limit(1)
        if uow.session.scalar(wanted) is not None:
            yield table.name


def _gone_parents(uow: UnitOfWork, row: Audited) -> Iterator[str]:
    mapper = mapper_of(row.__tablename__)  # type: ignore[attr-defined]
    for link in mapper.local_table.foreign_keys:
        parent, value = link.column.table, getattr(row, mapper.get_property_by_column(link.parent).key)
        if value is not None and "removed_at" in parent.c:
            gone = select(parent.c.id).where(parent.c.id == value, parent.c.removed_at.is_not(None))
            if uow.session.scalar(gone) is not None:
                yield parent.name


@cache
def _links_to(kind: str) -> tuple[tuple[Table, Column[Any]], ...]:
    return tuple(
        (table, link.parent)
        for table in audit.audited_tables()
        if "removed_at" in table.c and table.name not in _ABOUT
        for link in table.foreign_keys
        if link.column.table.name == kind
    )


def mapper_of(kind: str) -> Mapper[Any]:
    """The mapped class of a table."""
    return next(mapper for mapper in Base.registry.mappers if mapper.local_table.name == kind)  # type: ignore[attr-defined]
