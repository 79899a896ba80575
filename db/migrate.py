"""Brings an older database to the present schema: on a copy that is checked and then takes the old one's place."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from db.engine import check_file, driver_connection, keyed_connection
from db.errors import DatabaseProblem, problem_of
from db.files import replace_durably, write_private
from db.key import Key
from db.locations import refuse_shared_folder
from db.room import needed_for_update, require_room
from db.schema import REVISIONS
from db.verify import row_faults

Progress = Callable[[int, int], None]
_NEVER_FEWER = ("audit_event", "action", "patient")


@dataclass(frozen=True, slots=True)
class Steps:
    """The folder of the steps and their revisions, oldest first."""

    folder: Path = Path(__file__).parent / "migrations"
    revisions: tuple[str, ...] = REVISIONS


def migrate(
    path: Path, key: Key, *, steps: Steps = Steps(), progress: Progress = lambda done, total: None
) -> Path | None:
    """Bring a closed database to the newest schema. The caller holds the window lock, so nobody else writes.

    Args:
        path: The database file.
        key: Its key.
        steps: What to run; the program's own by default.
        progress: Called with stages done and in all; an exception from it leaves the old file as it was.

    Returns:
        Where the file as it was before lies; None when there was nothing to do.

    Raises:
        DatabaseProblem: db.newer_schema, db.migration_failed (the file is as it was), db.no_room, db.disk_full, and
            as `db.engine.open_database`.
    """
    refuse_shared_folder(path)
    found = check_file(path, key, newest=len(steps.revisions), any_version=True)
    if found == len(steps.revisions):
        return None
    draft, before = Path(f"{path}.migrating"), Path(f"{path}.before-{len(steps.revisions)}")
    try:
        _remove(draft)  # of a try that was interrupted
        require_room(path.parent, needed_for_update(path))
        counts = _copy(path, draft, key)
        progress(1, 3)
        _run(draft, key, steps)
        progress(2, 3)
        _check(draft, key, counts)
        progress(3, 3)
    except Exception as error:  # noqa: BLE001  whatever stopped it, the old file stays as it was
        _remove(draft)
        raise problem_of(error) or error from None
    _swap(path, draft, before)
    return before


def _copy(path: Path, draft: Path, key: Key) -> dict[str, int]:
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    source, target = keyed_connection(path, key), keyed_connection(draft, key)
    try:
        source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE").fetchall()
        counts = _counts(target)
    finally:
        source.close()
        target.close()
    if Path(f"{path}-wal").exists():  # it would be played into the new file
        raise DatabaseProblem("db.busy")
    return counts


def _run(draft: Path, key: Key, steps: Steps) -> None:
    from alembic import command
    from alembic.config import Config

    engine = _engine(draft, key)
    config = Config()
    config.set_main_option("script_location", str(steps.folder).replace("%", "%%"))
    try:
        with engine.connect() as connection:
            # Rebuilding a table drops the old one, which must not take the rows that point at it along.
            driver_connection(connection).execute("PRAGMA foreign_keys = OFF")
            config.attributes["connection"] = connection
            command.upgrade(config, steps.revisions[-1])
            _number(connection, len(steps.revisions))
    finally:
        engine.dispose()


def _engine(draft: Path, key: Key) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: keyed_connection(draft, key),
        module=driver,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    driver_connection(connection).execute("BEGIN IMMEDIATE")


def _number(connection: Connection, version: int) -> None:
    if connection.in_transaction():
        connection.commit()
    driver_connection(connection).execute(f"PRAGMA user_version = {version}")


def _check(draft: Path, key: Key, before: dict[str, int]) -> None:
    engine = _engine(draft, key)
    try:
        with engine.connect() as connection:
            raw = driver_connection(connection)
            right = (
                raw.execute("PRAGMA cipher_integrity_check").fetchall() == []
                and raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                and raw.execute("PRAGMA foreign_key_check").fetchall() == []
            )
            after = _counts(raw)
            _, faults = row_faults(connection, key.audit)
    finally:
        engine.dispose()
    # Rows may move between tables, but the audit record never shrinks and nobody loses patients.
    if not right or faults or any(after.get(name, 0) < before.get(name, 0) for name in _NEVER_FEWER):
        raise DatabaseProblem("db.migration_failed", reason="; ".join(faults[:1]) or "checks")


def _swap(path: Path, draft: Path, before: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    before.unlink(missing_ok=True)  # of a try that was interrupted right before the exchange
    try:
        os.link(path, before)
    except OSError:  # a file system without links
        write_private(before, path.read_bytes(), durable=True)
    replace_durably(draft, path)
    for older in path.parent.glob(f"{glob.escape(path.name)}.before-*"):
        if older != before and older.suffix.removeprefix(".before-").isdigit():
            older.unlink()  # of an update before this one


def _counts(connection: Any) -> dict[str, int]:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608
        for name in names
        if name in _NEVER_FEWER
    }


def _remove(draft: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        Path(f"{draft}{suffix}").unlink(missing_ok=True)
