"""Many rows at once for imports and demo data: plain inserts, one audit event for the lot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from db.audit import MODULUS, Entry, RowDigest, digest_sum
from db.models.base import Base
from db.unit_of_work import UnitOfWork

_IDS_AT_ONCE = 500


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
            created and updated columns are filled in when absent.
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
    stamps: dict[str, Any] = {"created_at": uow.now, "updated_at": uow.now}
    stamps |= {"created_by_id": uow.actor.user_id, "updated_by_id": uow.actor.user_id}
    missing = {name: value for name, value in stamps.items() if name in table.c}
    missing |= _plain_defaults(table)
    for row in rows:
        if row.get("id") is None:
            row["id"], free = free, free + 1
        for name, value in missing.items():
            row.setdefault(name, value)
    for names, group in _alike(table, rows):
        _execute(uow.session.connection(), table, names, group)


def _plain_defaults(table: Table) -> dict[str, Any]:
    defaults = ((column.name, column.default) for column in table.c)
    return {name: default.arg for name, default in defaults if isinstance(default, ScalarElementColumnDefault)}


def _execute(connection: Connection, table: Table, names: list[str], rows: list[dict[str, Any]]) -> None:
    # Five times as fast as an executemany that compiles its parameters row by row; an import lives on it.
    processors = [
        table.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect) for name in names
    ]
    columns = [_stored(process, [row[name] for row in rows]) for name, process in zip(names, processors, strict=True)]
    marks = ", ".join("?" * len(names))
    quoted = ", ".join(f'"{name}"' for name in names)
    statement = f'INSERT INTO "{table.name}" ({quoted}) VALUES ({marks})'  # noqa: S608  names of our own columns
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


def _stored(process: Callable[[Any], Any] | None, values: list[Any]) -> list[Any]:
    """The column's values in the form the file holds; equal neighbours (a whole column has one time) are made once."""
    if process is None:
        return values
    stored: list[Any] = []
    last: Any = values  # no value of a column is this list
    for value in values:
        if value is not last:
            last, made = value, process(value)
        stored.append(made)
    return stored


def _alike(table: Table, rows: list[dict[str, Any]]) -> Iterator[tuple[list[str], list[dict[str, Any]]]]:
    # One statement has the same columns for every row, so rows with other columns go in a statement of their own.
    groups: dict[frozenset[str], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(frozenset(row), []).append(row)
    unknown = {name for columns in groups for name in columns if name not in table.c}
    if unknown:
        raise ValueError(f"{table.name} has no column {', '.join(sorted(unknown))}")  # they would be left out silently
    for columns, group in groups.items():
        yield sorted(columns), group


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
