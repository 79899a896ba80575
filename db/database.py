"""An open database: the engine with everything a unit of work needs beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine, select

import db.models  # noqa: F401  registers every table
from db.anchor import Anchor
from db.engine import WRITE, close_engine, create_database, open_database
from db.errors import DatabaseProblem, problem_of
from db.key import Key
from db.models.audit import DatabaseInfo
from db.models.practice import Practice
from db.schema import create_schema


@dataclass(frozen=True, slots=True)
class OpenDatabase:
    """The open file, its derived audit key and the anchor outside it. One per process."""

    path: Path
    engine: Engine = field(repr=False)
    writer: Engine = field(repr=False)
    key: Key = field(repr=False)
    audit_key: bytes = field(repr=False)
    anchor: Anchor

    @property
    def database_id(self) -> str:
        """The id the slot file, the anchor and backups carry too."""
        return self.key.database_id

    def close(self) -> None:
        """Write the log back and close the file; last, tell the keyring where the audit record ends."""
        close_engine(self.engine)
        self.anchor.copy_to_keyring()


def create(path: Path, key: Key, state_folder: Path) -> OpenDatabase:
    """Make a new encrypted database with the current schema.

    Args:
        path: The file to make; its folder is made when missing.
        key: From `db.keys.new_key`.
        state_folder: Where the audit anchor and lock files of this computer live.

    Raises:
        DatabaseProblem: as `db.engine.create_database`.
    """
    engine = create_database(path, key)
    try:
        with engine.execution_options(**WRITE).begin() as connection:
            create_schema(connection, key.database_id, dt.datetime.now(dt.UTC))
    except BaseException:
        engine.dispose()
        _remove(path)
        raise
    return _open(path, engine, key, state_folder)


def open_existing(path: Path, key: Key, state_folder: Path) -> OpenDatabase:
    """Open a database of the current schema.

    Raises:
        DatabaseProblem: as `db.engine.open_database`; db.wrong_key when the key belongs to another database.
    """
    engine = open_database(path, key)
    try:
        with engine.connect() as connection:
            found = connection.execute(select(DatabaseInfo.database_id)).scalar()
            lineage = connection.execute(select(Practice.lineage)).scalar()
    except Exception as error:  # noqa: BLE001  given on, in words where there are some
        engine.dispose()
        raise problem_of(error) or error from None
    if found != key.database_id:
        engine.dispose()
        raise DatabaseProblem("db.wrong_key")
    return _open(path, engine, key, state_folder, lineage)


def _open(path: Path, engine: Engine, key: Key, state_folder: Path, lineage: str | None = None) -> OpenDatabase:
    return OpenDatabase(
        path=path,
        engine=engine,
        writer=engine.execution_options(**WRITE),
        key=key,
        audit_key=key.audit,
        anchor=Anchor.inside(state_folder, key.database_id, lineage),
    )


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
