"""What imports brought before: finding it, and taking away what an import left unfinished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Table, delete, select, text
from sqlalchemy.orm import Session

from db.audit import MODULUS, Entry, digest_sum
from db.database import OpenDatabase
from db.models.audit import Action, AuditEvent
from db.models.base import Base
from db.models.exchange import ImportBatch, SourceResource
from db.process_lock import ProcessLock
from db.unit_of_work import UnitOfWork

_AT_ONCE = 500
IMPORT_ACTION = "services.exchange.import_files"
UNDO_ACTION = "services.exchange.undo_import"
OURS_NOT = (IMPORT_ACTION, UNDO_ACTION)  # what these acts change nobody changed by hand
DECIDE_ACTIONS = ("services.differences.decide", "services.partners.answer")  # what they change is theirs again


@dataclass(frozen=True, slots=True)
class Stored:
    """An outside resource we have, and the row it became."""

    id: int
    source: str
    kind: str
    resource_id: str
    subject: str
    patient_id: int | None
    digest: bytes
    table: str | None
    row_id: int | None


_STORED = (
    SourceResource.id,
    SourceResource.source,
    SourceResource.resource_type,
    SourceResource.resource_id,
    SourceResource.subject,
    SourceResource.patient_id,
    SourceResource.content_hash,
    SourceResource.target_table,
    SourceResource.target_id,
)


_COMPLETE = SourceResource.import_id.not_in(select(ImportBatch.id).where(ImportBatch.state != "complete"))


def import_lock(database: OpenDatabase) -> ProcessLock:
    """Held by the one import that runs on this computer."""
    return ProcessLock(database.anchor.path.parent / f"{database.database_id}.import.lock")


def anything_stored(session: Session) -> bool:
    """Whether any import ever brought anything."""
    return session.scalar(select(SourceResource.id).limit(1)) is not None


def stored(session: Session, source: str, kind: str, resource_ids: Iterable[str]) -> Iterator[Stored]:
    """What we have of a source and type under these resource ids, whoever it is about."""
    for ids in _batches(resource_ids):
        query = select(*_STORED).where(
            SourceResource.source == source,
            SourceResource.resource_type == kind,
            SourceResource.resource_id.in_(ids),
            _COMPLETE,
        )
        for row in session.execute(query):
            yield Stored(*row)


def stored_under(session: Session, resource_id: str) -> list[Stored]:
    """What we have under a resource id, of any source and type."""
    query = select(*_STORED).where(SourceResource.resource_id == resource_id, _COMPLETE).order_by(SourceResource.id)
    return [Stored(*row) for row in session.execute(query)]


def stored_of_types(session: Session, kinds: Sequence[str]) -> list[Stored]:
    """Everything we have of some types that are few: the directory of people and places."""
    query = select(*_STORED).where(SourceResource.resource_type.in_(kinds), _COMPLETE).order_by(SourceResource.id)
    return [Stored(*row) for row in session.execute(query)]


def contents(session: Session, ids: Iterable[int]) -> dict[int, bytes | None]:
    """The packed content of stored resources by their row id."""
    found: dict[int, bytes | None] = {}
    for some in _batches(ids):
        query = select(SourceResource.id, SourceResource.content).where(SourceResource.id.in_(some))
        found |= {row.id: row.content for row in session.execute(query)}
    return found


def unfinished(session: Session) -> list[int]:
    """Imports that were begun and neither completed nor cleaned up."""
    return list(session.scalars(select(ImportBatch.id).where(ImportBatch.state == "loading")))


def take_away(uow: UnitOfWork, import_id: int, limit: int) -> int:
    """Delete up to `limit` rows of an unfinished import; nobody ever saw them.

    The audit record gets one event that takes their digests out again, so that the file still verifies.

    Returns:
        How many rows went; 0 when none is left.
    """
    sums: dict[str, tuple[int, int]] = {}
    gone = 0
    for table in reversed(Base.metadata.sorted_tables):
        if "import_id" not in table.c or gone >= limit:
            continue
        count, total = _take_away_of(uow, table, import_id, limit - gone)
        if count:
            sums[table.name] = (-count, -total % MODULUS)
            gone += count
    if sums:
        rows = {name: [count, f"{total:064x}"] for name, (count, total) in sums.items()}
        whole = sum(total for _, total in sums.values()) % MODULUS
        detail = {"import_id": import_id, "file": None, "rows": rows}
        uow.add_entry(Entry("import.taken_away", detail=detail, digest_after=whole, of_action=True))
    return gone


def _take_away_of(uow: UnitOfWork, table: Table, import_id: int, limit: int) -> tuple[int, int]:
    connection = uow.session.connection()
    query = select(table.c.id).where(table.c.import_id == import_id).order_by(table.c.id).limit(limit)
    ids = list(connection.scalars(query))
    digest, total = uow.digest_of(table.name), 0
    for some in _batches(ids):
        total += digest_sum(digest.of(row) for row in digest.among(connection, some))
        connection.execute(delete(table).where(table.c.id.in_(some)))
    return len(ids), total % MODULUS


def check_references_at_commit(uow: UnitOfWork) -> None:
    """Let rows of this transaction point to rows that follow; every reference is checked when it commits."""
    uow.session.execute(text("PRAGMA defer_foreign_keys = ON"))


def columns_changed_here(session: Session, table: str, row_id: int) -> set[str]:
    """Columns of a row that somebody changed here, by hand, since it was imported or since theirs was taken."""
    query = (
        select(AuditEvent.changes, Action.name)
        .join(Action, Action.id == AuditEvent.action_id)
        .where(
            AuditEvent.object_kind == table,
            AuditEvent.object_id == row_id,
            AuditEvent.event == "updated",
            Action.name.not_in(OURS_NOT),
        )
        .order_by(AuditEvent.seq)
    )
    found: set[str] = set()
    for changes, act in session.execute(query):
        found = found - set(changes or {}) if act in DECIDE_ACTIONS else found | set(changes or {})
    return found


def _batches(values: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    left = iter(values)
    while some := tuple(islice(left, _AT_ONCE)):
        yield some
