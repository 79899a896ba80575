"""The append-only record of who did what: acts, their events, and which database this is."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import DDL, JSON, ForeignKey, Index, LargeBinary, event, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base

# Events of records that left; a query that says exactly this is answered by their own small index.
LEFT = "event IN ('record.exported', 'practice.exported')"
HAS_LEFT = text("audit_event.event IN ('record.exported', 'practice.exported')")


class DatabaseInfo(Base):
    """Which database this is; the slot file, anchor and backups carry the same id."""

    __tablename__ = "database_info"

    id: Mapped[int] = mapped_column(primary_key=True)
    database_id: Mapped[str]
    created_at: Mapped[dt.datetime]


class Action(Base):
    """One committed unit of work that changed rows; `undo_of` names the act it reverted."""

    __tablename__ = "action"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[dt.datetime] = mapped_column(index=True)
    user_id: Mapped[int | None] = mapped_column(index=True)
    role: Mapped[str]
    name: Mapped[str]
    undo_of: Mapped[int | None] = mapped_column(ForeignKey("action.id"), index=True)


class AuditEvent(Base):
    """One link of the chain. Digests and MACs have 32 bytes; `changes` is {column: [before, after]} as stored.

    `monotonic_ms` orders events within one process whatever the wall clock does; `seq` orders them all.
    """

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_object", "object_kind", "object_id"),
        Index("ix_audit_event_patient_id", "patient_id"),
        Index("ix_audit_event_left", "seq", sqlite_where=text(LEFT)),
        Index("ix_audit_event_at", "at"),
        Index("ix_audit_event_user_id", "user_id"),
        Index("ix_audit_event_event", "event"),
    )

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[dt.datetime]
    monotonic_ms: Mapped[int]
    action_id: Mapped[int | None] = mapped_column(index=True)
    user_id: Mapped[int | None]
    role: Mapped[str]
    event: Mapped[str]
    patient_id: Mapped[int | None]
    object_kind: Mapped[str | None]
    object_id: Mapped[int | None]
    detail: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    changes: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    digest_before: Mapped[bytes | None] = mapped_column(LargeBinary)
    digest_after: Mapped[bytes | None] = mapped_column(LargeBinary)
    prev_mac: Mapped[bytes] = mapped_column(LargeBinary)
    mac: Mapped[bytes] = mapped_column(LargeBinary)


def _append_only(table: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END"
        for verb in ("UPDATE", "DELETE")
    ]


def _in_sequence(table: str, column: str) -> str:
    return (
        f"CREATE TRIGGER {table}_in_sequence BEFORE INSERT ON {table} "  # noqa: S608  both names are constants here
        f"WHEN NEW.{column} IS NOT (SELECT coalesce(max({column}), 0) + 1 FROM {table}) "
        "BEGIN SELECT RAISE(ABORT, 'the audit record has no gaps'); END"
    )


TRIGGERS = {
    "audit_event": [*_append_only("audit_event"), _in_sequence("audit_event", "seq")],
    "action": [*_append_only("action"), _in_sequence("action", "id")],
    "database_info": _append_only("database_info"),
}
for _table, _statements in TRIGGERS.items():
    for _statement in _statements:
        event.listen(Base.metadata.tables[_table], "after_create", DDL(_statement))  # type: ignore[no-untyped-call]
