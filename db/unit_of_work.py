"""One transaction: the session, who acts and when, and audit rows in the same commit."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, event, or_
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, object_session, with_loader_criteria
from sqlalchemy.orm.exc import StaleDataError

from db import audit, match_keys
from db.audit import Entry, Head, RowDigest, Stamp
from db.database import OpenDatabase
from db.engine import driver_connection
from db.errors import DatabaseProblem, problem_of
from db.models.base import Audited, Base, Imported

_LAST_ACTION = "SELECT max(id) FROM action"
_ADD_ACTION = "INSERT INTO action (id, at, user_id, role, name, undo_of) VALUES (?, ?, ?, ?, ?, ?)"
_INCOMPLETE = "SELECT id FROM import_batch WHERE state <> 'complete'"
SEE_INCOMPLETE = "see_incomplete_imports"  # execution option of a statement that must also see unfinished imports


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does it: a signed-in user, or the program itself (user_id None)."""

    user_id: int | None
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Moment:
    """When it happens: the instant (aware UTC), the practice's zone, and the day there."""

    now: dt.datetime
    zone: ZoneInfo
    today: dt.date

    @classmethod
    def of(cls, now: dt.datetime | None, zone: ZoneInfo | None, today: dt.date | None) -> Moment:
        """Fill what is not given: the clock, UTC, and the day of the instant in the zone."""
        instant, place = now or dt.datetime.now(dt.UTC), zone or ZoneInfo("UTC")
        return cls(instant, place, today or instant.astimezone(place).date())


class UnitOfWork:
    """What a use case gets: the session and the circumstances of the act. Made by `write` and `read` only."""

    def __init__(
        self, database: OpenDatabase, session: Session, actor: Actor, moment: Moment, action: str, action_id: int | None
    ) -> None:
        self.database = database
        self.session = session
        self.actor = actor
        self.now, self.zone, self.today = moment.now, moment.zone, moment.today
        self.action = action
        self._action_id = action_id
        self._told_id = False
        self.undo_of: int | None = None
        self.writable = action_id is not None
        self.taken_back = 0  # changes made and undone again while an earlier moment was read
        self._entries: list[Entry] = []
        self._digests: dict[str, RowDigest] = {}
        self._before: dict[Any, tuple[Any, ...]] = {}

    @property
    def action_id(self) -> int | None:
        """The number of this act; an id that was told is never given to another act, even if nothing was changed."""
        self._told_id = True
        return self._action_id

    def record(
        self,
        event: str,
        *,
        patient_id: int | None = None,
        object_kind: str | None = None,
        object_id: int | None = None,
        detail: dict[str, Any] | None = None,
    ) -> None:
        """Add an audit event for something that changes no row: a chart opened, a page printed, a search.

        Args:
            event: Dotted name, such as "chart.opened".
            patient_id: Whose record it is.
            object_kind: Table of the thing, when there is one.
            object_id: Its id.
            detail: JSON values; lives in the encrypted file.
        """
        self.add_entry(Entry(event, patient_id, object_kind, object_id, detail))

    def add_entry(self, entry: Entry) -> None:
        """Queue an audit event for this commit."""
        if not self.writable:
            raise RuntimeError("a read cannot be audited: make it a service")
        self._entries.append(entry)

    def digest_of(self, kind: str) -> RowDigest:
        """The row digest of one table."""
        if kind not in self._digests:
            self._digests[kind] = RowDigest(self.database.audit_key, Base.metadata.tables[kind])
        return self._digests[kind]

    def remember(self, row: Any, connection: Connection) -> None:
        """Keep the stored form of a row that is about to be updated."""
        stored = self.digest_of(row.__tablename__).stored(connection, row.id)
        if stored is not None:
            self._before[row] = stored

    def note_created(self, row: Any, connection: Connection) -> None:
        """Queue the event of a new row."""
        digest = self.digest_of(row.__tablename__)
        stored = digest.stored(connection, row.id)
        if stored is not None:
            self._note(row, "created", None, None, digest.of(stored))

    def note_updated(self, row: Any, connection: Connection) -> None:
        """Queue the event of a changed row with its values before and after."""
        before = self._before.pop(row, None)
        digest = self.digest_of(row.__tablename__)
        after = digest.stored(connection, row.id)
        if before is None or after is None or before == after:
            return
        self._note(
            row,
            "updated",
            audit.changed_columns(row.__tablename__, digest.names, before, after),
            digest.of(before),
            digest.of(after),
        )

    def finish(self) -> Head | None:
        """Write the queued events into the chain; the new head, or None when there was nothing to write."""
        self.session.flush()
        connection = self.session.connection()
        match_keys.refresh(connection)
        if self._told_id or any(entry.of_action for entry in self._entries):
            self._write_action(connection)
        if not self._entries:
            return None
        last = audit.head(connection, self.database.audit_key, self.database.database_id)
        assert self._action_id is not None  # noqa: S101  a writable unit of work always has one
        stamp = Stamp(self.now, time.monotonic_ns() // 1_000_000, self._action_id, self.actor.user_id, self.actor.role)
        return audit.append(connection, self.database.audit_key, last, stamp, self._entries)

    def _write_action(self, connection: Connection) -> None:
        who = (self.actor.user_id, self.actor.role)
        values = (self._action_id, audit.utc_text(self.now), *who, self.action, self.undo_of)
        driver_connection(connection).execute(_ADD_ACTION, values)

    def _note(self, row: Any, what: str, changes: dict[str, Any] | None, before: int | None, after: int) -> None:
        patient = row.id if row.__tablename__ == "patient" else getattr(row, "patient_id", None)
        self.add_entry(Entry(what, patient, row.__tablename__, row.id, None, changes, before, after, of_action=True))


@contextmanager
def write(
    database: OpenDatabase,
    actor: Actor,
    action: str,
    *,
    now: dt.datetime | None = None,
    zone: ZoneInfo | None = None,
    today: dt.date | None = None,
    see_incomplete: bool = False,
) -> Iterator[UnitOfWork]:
    """Open a write transaction; it commits, with its audit rows, when the block ends and rolls back on any exception.

    Args:
        database: The open database.
        actor: Who acts.
        action: Name of the use case, such as "services.scheduling.book"; undo shows it.
        now: Aware UTC; the clock by default.
        zone: The practice's time zone; UTC by default.
        today: The practice's day; that of `now` in `zone` by default.
        see_incomplete: Also see rows of imports that are not complete (the import itself).

    Raises:
        DatabaseProblem: db.busy, db.disk_full, db.read_only, db.damaged, db.changed_meanwhile.
    """
    with _problems(), Session(database.writer, expire_on_commit=False) as session:
        highest = driver_connection(session.connection()).execute(_LAST_ACTION).fetchone()[0] or 0
        uow = UnitOfWork(database, session, actor, Moment.of(now, zone, today), action, highest + 1)
        _begin(uow, see_incomplete)
        yield uow
        head = uow.finish()
        session.commit()
    if head is not None:
        database.anchor.write(head)


@contextmanager
def read(
    database: OpenDatabase,
    actor: Actor,
    *,
    now: dt.datetime | None = None,
    zone: ZoneInfo | None = None,
    today: dt.date | None = None,
    see_incomplete: bool = False,
) -> Iterator[UnitOfWork]:
    """Open a read snapshot; arguments as in `write`. Any attempt to write fails."""
    with _problems(), Session(database.engine, expire_on_commit=False, autoflush=False) as session:
        uow = UnitOfWork(database, session, actor, Moment.of(now, zone, today), "", None)
        raw = driver_connection(session.connection())
        before = raw.total_changes
        _begin(uow, see_incomplete)
        yield uow
        if raw.total_changes - uow.taken_back != before:
            raise RuntimeError("a read changed rows, which are taken back: make it a service")


def _begin(uow: UnitOfWork, see_incomplete: bool) -> None:
    uow.session.info["uow"] = uow
    if not see_incomplete:
        _hide_incomplete_imports(uow.session)


@contextmanager
def _problems() -> Iterator[None]:
    try:
        yield
    except StaleDataError:
        raise DatabaseProblem("db.changed_meanwhile") from None
    except Exception as error:
        problem = problem_of(error)
        if problem is None:
            raise
        raise problem from None


def _hide_incomplete_imports(session: Session) -> None:
    ids = [row[0] for row in driver_connection(session.connection()).execute(_INCOMPLETE)]
    if not ids:
        return

    @event.listens_for(session, "do_orm_execute")
    def hide(state: ORMExecuteState) -> None:
        if state.is_select and not state.execution_options.get(SEE_INCOMPLETE):
            state.statement = state.statement.options(
                with_loader_criteria(
                    Imported, lambda cls: or_(cls.import_id.is_(None), cls.import_id.not_in(ids)), include_aliases=True
                )
            )


def _unit_of(row: Any) -> UnitOfWork | None:
    session = object_session(row)
    return None if session is None else session.info.get("uow")


@event.listens_for(Session, "before_flush")
def _stamp_rows(session: Session, *_: object) -> None:
    uow: UnitOfWork | None = session.info.get("uow")
    if uow is None:
        return
    if not uow.writable:
        raise RuntimeError("a read cannot write: make it a service")
    for row in session.new:
        if isinstance(row, Audited):
            row.created_at = row.updated_at = uow.now
            row.created_by_id = row.updated_by_id = uow.actor.user_id
    for row in session.dirty:
        if isinstance(row, Audited) and session.is_modified(row, include_collections=False):
            row.updated_at, row.updated_by_id = uow.now, uow.actor.user_id
    for row in session.deleted:
        if row.__tablename__ not in audit.NOT_AUDITED:
            raise RuntimeError(f"rows of {row.__tablename__} are never deleted: set removed_at")


@event.listens_for(Base, "before_update", propagate=True)
def _before_update(_: Mapper[Any], connection: Connection, row: Any) -> None:
    uow = _unit_of(row)
    if uow is not None and row.__tablename__ not in audit.NOT_AUDITED:
        uow.remember(row, connection)


@event.listens_for(Base, "after_update", propagate=True)
def _after_update(_: Mapper[Any], connection: Connection, row: Any) -> None:
    uow = _unit_of(row)
    if uow is not None and row.__tablename__ not in audit.NOT_AUDITED:
        uow.note_updated(row, connection)


@event.listens_for(Base, "after_insert", propagate=True)
def _after_insert(_: Mapper[Any], connection: Connection, row: Any) -> None:
    uow = _unit_of(row)
    if uow is not None and row.__tablename__ not in audit.NOT_AUDITED:
        uow.note_created(row, connection)
