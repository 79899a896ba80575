"""Rows of one patient by table, as plain values; what was removed or belongs to an unfinished import is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, inspect, select
from sqlalchemy.orm import Session

from db.models.base import Base
from db.models.documents import DocumentContent
from db.search import among
from icm_desktop.exchange.fhir.writing.rows import Row

_LARGE = {"document_content": frozenset({"data", "plain_text"}), "patient_photo": frozenset({"data"})}


@cache
def class_of(table: str) -> Any:
    """The class of a table."""
    return next(mapper.class_ for mapper in Base.registry.mappers if mapper.local_table.name == table)  # type: ignore[attr-defined]  # every mapper here has a table


@cache
def columns_of(table: str) -> tuple[Any, ...]:
    """The columns of a table but for contents of files."""
    kind, left = class_of(table), _LARGE.get(table, frozenset())
    return tuple(getattr(kind, one.key) for one in inspect(kind).column_attrs if one.key not in left)


class Rows:
    """The rows of some patients: each table is read once for all of them, when it is asked for the first time."""

    def __init__(self, session: Session, patient_ids: Sequence[int]) -> None:
        self._session, self._ids = session, sorted(set(patient_ids))
        self._tables: dict[str, dict[int, list[Row]]] = {}

    def of(self, table: str, patient_id: int, *, removed: bool = False) -> list[Row]:
        """The rows of a table that belong to a patient, by id."""
        if table not in self._tables:
            self._tables[table] = self._read(table)
        found = self._tables[table].get(patient_id, [])
        return found if removed else [row for row in found if row["removed_at"] is None]

    def _read(self, table: str) -> dict[int, list[Row]]:
        kind, column = class_of(table), "id" if table == "patient" else "patient_id"
        found: dict[int, list[Row]] = {}
        for row in _rows(self._session, table, getattr(kind, column).in_(among(self._ids))):
            found.setdefault(row[column], []).append(row)
        return found


def by_ids(session: Session, table: str, ids: Iterable[int]) -> list[Row]:
    """Rows by their numbers."""
    return _rows(session, table, class_of(table).id.in_(among(sorted(set(ids)))))


def with_bytes(session: Session, row: Row) -> Row:
    """An attachment with what is in it."""
    data = session.scalar(select(DocumentContent.data).where(DocumentContent.id == row.id))
    return Row(row.table, {**row.values, "data": data})


def _rows(session: Session, table: str, which: ColumnElement[bool]) -> list[Row]:
    query = select(*columns_of(table)).where(which).order_by(class_of(table).id)
    return [Row(table, dict(row._mapping)) for row in session.execute(query)]
