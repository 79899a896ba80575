"""Makes the tables of a new database and stamps their version."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, insert, text

import db.models  # noqa: F401  registers every table
from db import (
    answers,
    conflict_work,
    kept_work,
    match_keys,
    measure_facts,
    page_work,
    pathway_tally,
    pathway_work,
    population_work,
    search,
    standing,
    table_changes,
)
from db.models.audit import DatabaseInfo
from db.models.base import Base

REVISIONS = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
)  # every migration, oldest first; the last one is what the models describe


def create_schema(connection: Connection, database_id: str, at: dt.datetime) -> None:
    """Make everything the models describe, and say which database and schema this is."""
    make_tables(connection)
    connection.execute(insert(DatabaseInfo), {"id": 1, "database_id": database_id, "created_at": at})
    stamp(connection)


def make_tables(connection: Connection) -> None:
    """Make every table, index, view and trigger."""
    Base.metadata.create_all(connection)
    kept = (
        *(search, standing, match_keys, answers, pathway_work, pathway_tally, kept_work, conflict_work, page_work),
        *(measure_facts, population_work, table_changes),
    )
    for statement in (each for part in kept for each in part.DDL):
        connection.exec_driver_sql(statement)
    table_changes.begin(connection)


def stamp(connection: Connection) -> None:
    """Note the newest revision the way Alembic reads it, without loading Alembic."""
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": REVISIONS[-1]})
