"""Prints the schema that the models describe, in the order it can be run: `python -m db.migrations.render`."""

from __future__ import annotations

import sys

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, create_engine

from db.schema import make_tables

_END = ";\n\n"
_ORDER = ("table", "index", "view", "trigger")


def rendered() -> str:
    """Every CREATE statement of the models and of the search, each ended by ";" and an empty line."""
    engine = create_engine("sqlite://", module=driver)
    with engine.connect() as connection:
        make_tables(connection)
        found = "".join(f"{statement}{_END}" for statement in described(connection))
    engine.dispose()
    return found


def described(connection: Connection) -> list[str]:
    """The statements that make a database: tables as they were made, then indexes, views and triggers by name."""
    query = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    rows = [tuple(row) for row in connection.exec_driver_sql(query)]
    rows = [row for row in rows if row[1] != "alembic_version" and not _is_inner(row[2])]
    rows.sort(key=lambda row: (_ORDER.index(row[0]), "" if row[0] == "table" else row[1]))
    return [_tidy(sql) for _, _, sql in rows]


def statements(text: str) -> list[str]:
    """The single statements of a rendered schema."""
    return [part.strip() for part in text.split(_END) if part.strip()]


def _tidy(sql: str) -> str:
    return "\n".join(line.rstrip() for line in sql.replace("\t", "  ").splitlines())


def _is_inner(sql: str) -> bool:
    return sql.startswith("CREATE TABLE '")  # made by the full-text search for itself, with its name in quotes


if __name__ == "__main__":
    sys.stdout.write(rendered())
