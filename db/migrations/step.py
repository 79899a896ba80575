"""Prints what brings the frozen steps to what the models describe: `python -m db.migrations.step > .../r0002.sql`.

Run with the number of the step that is being made ("0002"); steps from that number on are not counted as frozen.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, create_engine

from db.migrations.render import described, statements
from db.schema import make_tables

_FOLDER = Path(__file__).parent / "versions"
_END = ";\n\n"


def rendered(step: str) -> str:
    """The statements of a step, each ended by ";" and an empty line.

    New tables, new columns (they may be empty: see `db.audit.RowDigest`), and indexes, views and triggers that are new
    or read differently. Nothing is ever dropped that holds facts.

    Raises:
        ValueError: a column has gone or changed its type: that needs a step written by hand.
    """
    before, after = _made(step), _made(None)
    found = [f"DROP {kind.upper()} {name}" for kind, name in _outdated(before, after)]
    found += _tables(before, after)
    known = {name: sql for name, _, sql in before}
    found += [sql for name, kind, sql in after if kind != "table" and known.get(name) != sql]
    return "".join(f"{statement}{_END}" for statement in found)


Object = tuple[str, str, str]  # name, kind, statement


def columns_of(connection: Connection, table: str) -> dict[str, tuple[Any, ...]]:
    """{column: (type, not null, default, place in the primary key)} of a table, and where its foreign keys lead."""
    found = {row[1]: tuple(row[2:6]) for row in connection.exec_driver_sql(f'PRAGMA table_info("{table}")')}
    for row in connection.exec_driver_sql(f'PRAGMA foreign_key_list("{table}")'):
        found[row[3]] += (row[2], row[4])
    return found


def _made(step: str | None) -> list[Object]:
    engine = create_engine("sqlite://", module=driver)
    with engine.connect() as connection:
        if step is None:
            make_tables(connection)
        else:
            for file in sorted(_FOLDER.glob("r*.sql")):
                for statement in statements(file.read_text(encoding="utf-8")) if file.stem < f"r{step}" else ():
                    connection.exec_driver_sql(statement)
        found = [named(statement) for statement in described(connection)]
        _COLUMNS[step] = {name: columns_of(connection, name) for name, kind, _ in found if kind == "table"}
    engine.dispose()
    return found


_COLUMNS: dict[str | None, dict[str, dict[str, tuple[Any, ...]]]] = {}


def named(statement: str) -> Object:
    """Name and kind of what a CREATE statement makes."""
    words = statement.replace("CREATE UNIQUE ", "CREATE ").replace("CREATE VIRTUAL ", "CREATE ").split(None, 3)
    return words[2].strip('"'), words[1].lower(), statement


def _outdated(before: list[Object], after: list[Object]) -> list[tuple[str, str]]:
    now = {name: sql for name, _, sql in after}
    order = ("trigger", "view", "index")  # a view that goes takes the triggers that name it along
    gone = [(kind, name) for name, kind, sql in before if kind != "table" and now.get(name) != sql]
    return sorted(gone, key=lambda one: (order.index(one[0]), one[1]))


def _tables(before: list[Object], after: list[Object]) -> list[str]:
    known = {name for name, kind, _ in before if kind == "table"}
    old, new = next(columns for step, columns in _COLUMNS.items() if step is not None), _COLUMNS[None]
    found = [sql for name, kind, sql in after if kind == "table" and name not in known]
    for name in (name for name, kind, _ in after if kind == "table" and name in known):
        if any(new[name].get(column) != what for column, what in old[name].items()):
            raise ValueError(f"{name}: a column has gone or changed")
        found += [_added(name, column, new[name][column]) for column in new[name] if column not in old[name]]
    return found


def _added(table: str, column: str, what: tuple[Any, ...]) -> str:
    kind, not_null, default, key, *target = what
    if not_null or default is not None or key:
        raise ValueError(f"{table}.{column}: a new column of an old table must be allowed to be empty")
    points = f' REFERENCES "{target[0]}" ({target[1]})' if target else ""
    return f'ALTER TABLE "{table}" ADD COLUMN {column} {kind}{points}'


if __name__ == "__main__":
    sys.stdout.write(rendered(sys.argv[1]))
