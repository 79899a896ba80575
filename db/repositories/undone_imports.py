"""A whole import taken back: what was done with it since, what it changed, and putting its rows away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, func, or_, select, update
from sqlalchemy.orm import Session

from db import audit
from db.audit import MODULUS, Entry, RowDigest
from db.engine import driver_connection
from db.models.audit import Action, AuditEvent
from db.models.base import Base
from db.models.exchange import ImportBatch
from db.repositories.imports import IMPORT_ACTION
from db.undo import mapper_of, restore
from db.unit_of_work import SEE_INCOMPLETE, UnitOfWork

PUT_AWAY = "undone"  # a source that begins so is no source any more: the same resource may come in again
_KEPT = frozenset({"id", "version", "created_at", "created_by_id", "updated_at", "updated_by_id"})
_NO_USE = frozenset({"match_candidate", "draft", "source_resource"})  # these point at rows without using them
_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Since:
    """One thing done since an import to what it brought or changed. `patient_id` whose record it is, when known."""

    kind: str
    row_id: int
    patient_id: int | None
    by_import: bool


@dataclass(frozen=True, slots=True)
class _Change:
    columns: frozenset[str]
    patient_id: int | None
    by_import: bool


def completing_act(session: Session, import_id: int) -> tuple[int, int]:
    """The act that completed an import, and the number of its last event."""
    act = session.scalar(
        select(func.max(AuditEvent.action_id))
        .join(Action, Action.id == AuditEvent.action_id)
        .where(
            AuditEvent.object_kind == ImportBatch.__tablename__,
            AuditEvent.object_id == import_id,
            AuditEvent.event == "updated",
            Action.name == IMPORT_ACTION,
        )
    )
    if act is None:
        raise RuntimeError("the import was never completed")
    return act, session.scalar(select(func.max(AuditEvent.seq)).where(AuditEvent.action_id == act)) or 0


def done_since(session: Session, import_id: int) -> Iterator[Since]:
    """What was changed of an import since, by hand or by a later one, and what was made that hangs on it.

    A change that was taken back again counts as none.
    """
    act, last = completing_act(session, import_id)
    changed = _changed_since(session, last)
    updated = _updated_by(session, act)
    for (kind, row_id), change in changed.items():
        if kind == ImportBatch.__tablename__:
            continue
        theirs = updated.get((kind, row_id), frozenset())
        if change.columns & theirs or _came_with(session, kind, row_id, import_id):
            yield Since(kind, row_id, change.patient_id, change.by_import)
    yield from _hanging_on(session, import_id)


def restore_updated(uow: UnitOfWork, import_id: int) -> int:
    """Give the rows an import changed their values from before back; how many there were."""
    act, _ = completing_act(uow.session, import_id)
    events = uow.session.scalars(
        select(AuditEvent)
        .where(AuditEvent.action_id == act, AuditEvent.event == "updated", AuditEvent.object_kind.is_not(None))
        .order_by(AuditEvent.seq.desc())
    ).all()
    rows = set()
    for event in events:
        kind, row_id = event.object_kind or "", event.object_id
        if kind == ImportBatch.__tablename__:
            continue
        mapper = mapper_of(kind)
        row = uow.session.get(mapper.class_, row_id, execution_options={SEE_INCOMPLETE: True})
        if row is not None:
            restore(uow, mapper, row, event.changes or {})
            rows.add((kind, row_id))
    uow.session.flush()
    return len([1 for kind, _ in rows if kind != "source_resource"])


def brought(session: Session, import_id: int) -> dict[str, int]:
    """How many rows of each table an import brought that are not put away yet."""
    found = {}
    for table in _tables():
        count = session.scalar(select(func.count()).select_from(table).where(*_left(table, import_id)))
        if count:
            found[table.name] = count
    return found


def put_away(uow: UnitOfWork, import_id: int, limit: int, only: str | None = None) -> int:
    """Mark up to `limit` rows of an import that was taken back as removed, so that derived tables forget them too.

    Its sources get a name nobody asks for: the same resources may come in again as new ones. The audit record gets one
    event with what that does to the digests of the rows.

    Args:
        uow: The running write transaction.
        import_id: The import.
        limit: At most so many rows.
        only: Rows of this table only.

    Returns:
        How many rows were put away; 0 when none is left.
    """
    sums: dict[str, int] = {}
    done = 0
    for table in _tables():
        if only is not None and table.name != only:
            continue
        if done >= limit:
            break
        ids = list(
            uow.session.connection().scalars(
                select(table.c.id).where(*_left(table, import_id)).order_by(table.c.id).limit(limit - done)
            )
        )
        for start in range(0, len(ids), _AT_ONCE):
            sums[table.name] = sums.get(table.name, 0) + _put_away(uow, table, ids[start : start + _AT_ONCE], import_id)
        done += len(ids)
    if sums:
        rows = {name: [0, f"{total % MODULUS:064x}"] for name, total in sums.items()}
        detail = {"import_id": import_id, "file": None, "rows": rows}
        whole = sum(sums.values()) % MODULUS
        uow.add_entry(Entry("import.put_away", detail=detail, digest_after=whole, of_action=True))
    return done


def _tables() -> list[Table]:
    return [
        table
        for table in Base.metadata.sorted_tables
        if "import_id" in table.c and ("removed_at" in table.c or table.name == "source_resource")
    ]


def _left(table: Table, import_id: int) -> list[Any]:
    if table.name == "source_resource":
        return [table.c.import_id == import_id, table.c.source.not_like(f"{PUT_AWAY}:%")]
    return [table.c.import_id == import_id, table.c.removed_at.is_(None)]


def _put_away(uow: UnitOfWork, table: Table, ids: list[int], import_id: int) -> int:
    """Mark some rows; those with events of their own get another one, of the others the change of digests is given."""
    connection, digest = uow.session.connection(), uow.digest_of(table.name)
    own = _with_own_events(uow.session, table.name, ids)
    before = {_id(digest, row): row for row in digest.among(connection, ids)}
    values: dict[str, Any]
    if table.name == "source_resource":
        values = {"source": f"{PUT_AWAY}:{import_id}:" + table.c.source}
    else:
        values = {"removed_at": uow.now, "updated_at": uow.now, "updated_by_id": uow.actor.user_id}
        values["version"] = table.c.version + 1
    connection.execute(update(table).where(table.c.id.in_(ids)).values(values))
    total = 0
    for after in digest.among(connection, ids):
        row_id = _id(digest, after)
        old, new = digest.of(before[row_id]), digest.of(after)
        if row_id not in own:
            total += new - old
            continue
        changes = audit.changed_columns(table.name, digest.names, before[row_id], after)
        patient = row_id if table.name == "patient" else dict(zip(digest.names, after, strict=True)).get("patient_id")
        uow.add_entry(Entry("updated", patient, table.name, row_id, None, changes, old, new, of_action=True))
    return total


def _id(digest: RowDigest, row: tuple[Any, ...]) -> int:
    return int(row[digest.names.index("id")])


def _with_own_events(session: Session, kind: str, ids: list[int]) -> frozenset[int]:
    query = select(AuditEvent.object_id).where(
        AuditEvent.object_kind == kind, AuditEvent.object_id.in_(ids), AuditEvent.digest_after.is_not(None)
    )
    return frozenset(found for found in session.scalars(query.distinct()) if found is not None)


def _changed_since(session: Session, seq: int) -> dict[tuple[str, int], _Change]:
    """Rows changed after an event, with the columns whose value is another now than then."""
    query = (
        "SELECT e.object_kind, e.object_id, e.patient_id, e.changes, a.name FROM audit_event AS e "
        "JOIN action AS a ON a.id = e.action_id WHERE e.seq > ? AND e.event = 'updated' AND e.object_kind IS NOT NULL "
        "ORDER BY e.seq"
    )
    spans: dict[tuple[str, int], dict[str, list[Any]]] = {}
    told: dict[tuple[str, int], tuple[int | None, bool]] = {}
    for kind, row_id, patient, changes, act in driver_connection(session.connection()).execute(query, (seq,)):
        columns = spans.setdefault((kind, row_id), {})
        for name, (old, new) in json.loads(changes or "{}").items():
            if name not in _KEPT:
                columns[name] = [columns[name][0] if name in columns else old, new]
        told[kind, row_id] = patient, act == IMPORT_ACTION
    changed = {}
    for thing, columns in spans.items():
        real = frozenset(name for name, (old, new) in columns.items() if old != new)
        if real:
            changed[thing] = _Change(real, *told[thing])
    return changed


def _updated_by(session: Session, act: int) -> dict[tuple[str, int], frozenset[str]]:
    query = select(AuditEvent.object_kind, AuditEvent.object_id, AuditEvent.changes).where(
        AuditEvent.action_id == act, AuditEvent.event == "updated", AuditEvent.object_kind.is_not(None)
    )
    found: dict[tuple[str, int], frozenset[str]] = {}
    for kind, row_id, changes in session.execute(query):
        found[kind, row_id] = found.get((kind, row_id), frozenset()) | frozenset(changes or {}) - _KEPT
    return found


def _came_with(session: Session, kind: str, row_id: int, import_id: int) -> bool:
    table = Base.metadata.tables[kind]
    if "import_id" not in table.c:
        return False
    return session.scalar(select(table.c.id).where(table.c.id == row_id, table.c.import_id == import_id)) is not None


def _hanging_on(session: Session, import_id: int) -> Iterator[Since]:
    """Rows that are not of this import and point to one of it."""
    for table in audit.audited_tables():
        if table.name in _NO_USE or "removed_at" not in table.c:
            continue
        for link in table.foreign_keys:
            parent = link.column.table
            if parent.name in ("import_batch", "source_resource") or "import_id" not in parent.c:
                continue
            ours = select(parent.c.id).where(parent.c.import_id == import_id)
            query = select(table.c.id, table.c.get("patient_id", table.c.id)).where(
                link.parent.in_(ours), table.c.removed_at.is_(None)
            )
            if "import_id" in table.c:
                query = query.where(or_(table.c.import_id.is_(None), table.c.import_id != import_id))
            for row_id, patient_id in session.execute(query.limit(_AT_ONCE)):
                whose = patient_id if "patient_id" in table.c else (row_id if table.name == "patient" else None)
                yield Since(table.name, row_id, whose, by_import=_is_imported(session, table, row_id))


def _is_imported(session: Session, table: Table, row_id: int) -> bool:
    if "import_id" not in table.c:
        return False
    return session.scalar(select(table.c.import_id).where(table.c.id == row_id)) is not None
