"""Many rows at once for imports and demo data: plain inserts, one audit event for the lot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, Dialect, Table, func, select
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from db.audit import MODULUS, Entry, RowDigest, digest_sum
from db.engine import driver_connection
from db.models.base import Base
from db.unit_of_work import UnitOfWork

_IDS_AT_ONCE = 500
_Process = Callable[[Any], Any]  # a value of Python in the form the file holds


def insert_bulk(
    uow: UnitOfWork,
    event: str,
    patient_id: int | None,
    rows_by_table: Mapping[str, list[dict[str, Any]]],
    *,
    import_id: int | None = None,
    file: str | None = None,
) -> None:
    """Insert rows of several tables and record them in one audit event.

    Args:
        uow: The running write transaction.
        event: Dotted name, such as "import.rows".
        patient_id: Whose rows they are, when they are one patient's.
        rows_by_table: {table name: rows as {column: value}}, parents before children. A row without "id" gets one;
            created and updated columns and plain defaults go in where they are absent.
        import_id: The import they belong to.
        file: Number or short name of the file they came from; never a path.
    """
    for name, rows in rows_by_table.items():
        if rows:
            _insert(uow, Base.metadata.tables[name], rows)
    record_bulk(uow, event, patient_id, rows_by_table, import_id=import_id, file=file)


def record_bulk(
    uow: UnitOfWork,
    event: str,
    patient_id: int | None,
    rows_by_table: Mapping[str, list[dict[str, Any]]],
    *,
    import_id: int | None = None,
    file: str | None = None,
) -> None:
    """Record rows that this transaction has inserted without the ORM: one event with the digest of the set.

    The rows are read back, so the digest is of what the file really holds.

    Args:
        uow: The running write transaction.
        event: Dotted name, such as "import.rows".
        patient_id: Whose rows they are, when they are one patient's.
        rows_by_table: {table name: the new rows, each with its "id"}.
        import_id: The import they belong to.
        file: Number or short name of the file they came from; never a path.
    """
    ids = {name: [int(row["id"]) for row in rows] for name, rows in rows_by_table.items() if rows}
    sums = {name: (len(these), _digest(uow, name, these)) for name, these in ids.items()}
    if not sums:
        return
    detail = {
        "import_id": import_id,
        "file": file,
        "rows": {name: [count, f"{total:064x}"] for name, (count, total) in sums.items()},
    }
    whole = sum(total for _, total in sums.values()) % MODULUS
    uow.add_entry(Entry(event, patient_id, detail=detail, digest_after=whole, of_action=True))


def next_id(uow: UnitOfWork, table: str) -> int:
    """The first id that is free in a table, inside the running write transaction."""
    return (uow.session.scalar(select(func.max(Base.metadata.tables[table].c.id))) or 0) + 1


def _insert(uow: UnitOfWork, table: Table, rows: list[dict[str, Any]]) -> None:
    uow.session.flush()
    free = next_id(uow, table.name) if any(row.get("id") is None for row in rows) else 0
    for row in rows:
        if row.get("id") is None:
            row["id"], free = free, free + 1
    stamps: dict[str, Any] = {"created_at": uow.now, "updated_at": uow.now}
    stamps |= {"created_by_id": uow.actor.user_id, "updated_by_id": uow.actor.user_id}
    same = {name: value for name, value in stamps.items() if name in table.c}
    for name, value in _plain_defaults(table):
        same.setdefault(name, value)
    for names, group in _alike(rows).items():
        _execute(uow.session.connection(), table, names, group, {n: v for n, v in same.items() if n not in names})


@cache
def _plain_defaults(table: Table) -> tuple[tuple[str, Any], ...]:
    defaults = ((column.name, column.default) for column in table.c)
    return tuple((name, each.arg) for name, each in defaults if isinstance(each, ScalarElementColumnDefault))


def _alike(rows: list[dict[str, Any]]) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    # One statement has the same columns for every row, so rows with other columns go in a statement of their own.
    groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(tuple(row), []).append(row)
    return groups


def _execute(
    connection: Connection, table: Table, names: tuple[str, ...], rows: list[dict[str, Any]], same: dict[str, Any]
) -> None:
    # Ten times as fast as an executemany that compiles its parameters row by row; an import lives on it.
    statement, processors = _prepared(table, (*names, *same), connection.dialect)
    columns: list[Iterable[Any]] = list(zip(*(row.values() for row in rows), strict=True))
    columns = [_stored(process, values) for process, values in zip(processors, columns, strict=False)]
    for process, value in zip(processors[len(names) :], same.values(), strict=True):
        columns.append(repeat(process(value) if process else value, len(rows)))
    driver_connection(connection).executemany(statement, list(zip(*columns, strict=True)))


@lru_cache(maxsize=128)
def _prepared(table: Table, names: tuple[str, ...], dialect: Dialect) -> tuple[str, list[_Process | None]]:
    unknown = [name for name in names if name not in table.c]
    if unknown:
        raise ValueError(f"{table.name} has no column {', '.join(sorted(unknown))}")  # they would be left out silently
    processors: list[_Process | None] = [
        table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names
    ]
    marks = ", ".join("?" * len(names))
    quoted = ", ".join(f'"{name}"' for name in names)
    statement = f'INSERT INTO "{table.name}" ({quoted}) VALUES ({marks})'  # noqa: S608  names of our own columns
    return statement, processors


def _stored(process: _Process | None, values: Iterable[Any]) -> Iterable[Any]:
    """The column's values in the form the file holds; equal neighbours (a whole column has one time) are made once."""
    if process is None:
        return values
    stored: list[Any] = []
    last: Any = stored  # no value of a column is this list
    for value in values:
        if value is not last:
            last, made = value, process(value)
        stored.append(made)
    return stored


def _digest(uow: UnitOfWork, table: str, ids: Sequence[int]) -> int:
    digest = uow.digest_of(table)
    return digest_sum(digest.of(row) for row in _read_back(uow, digest, ids))


def _read_back(uow: UnitOfWork, digest: RowDigest, ids: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    connection = uow.session.connection()
    if max(ids) - min(ids) + 1 == len(ids):
        yield from digest.between(connection, min(ids), max(ids))
        return
    for start in range(0, len(ids), _IDS_AT_ONCE):
        yield from digest.among(connection, ids[start : start + _IDS_AT_ONCE])
