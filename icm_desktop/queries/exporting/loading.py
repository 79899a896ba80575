"""Rows of one patient by table, as plain values; what was removed or belongs to an unfinished import is not there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, inspect, select
from sqlalchemy.orm import Session

from db.models.base import Audited, Base
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


def of_patient(session: Session, table: str, patient_id: int, *, removed: bool = False) -> list[Row]:
    """The rows of a table that belong to a patient, by id."""
    return _rows(session, table, class_of(table).patient_id == patient_id, removed)


def by_ids(session: Session, table: str, ids: Iterable[int]) -> list[Row]:
    """Rows by their numbers."""
    return _rows(session, table, class_of(table).id.in_(among(sorted(set(ids)))), removed=True)


def of_parents(session: Session, table: str, column: str, ids: Sequence[int]) -> dict[int, list[Row]]:
    """The rows that hang on others, by the number of the other."""
    found: dict[int, list[Row]] = {}
    if ids:
        for row in _rows(session, table, getattr(class_of(table), column).in_(among(sorted(ids))), removed=False):
            found.setdefault(row[column], []).append(row)
    return found


def with_bytes(session: Session, row: Row) -> Row:
    """An attachment with what is in it."""
    data = session.scalar(select(DocumentContent.data).where(DocumentContent.id == row.id))
    return Row(row.table, {**row.values, "data": data})


def _rows(session: Session, table: str, which: ColumnElement[bool], removed: bool) -> list[Row]:
    kind = class_of(table)
    query = select(*columns_of(table)).where(which).order_by(kind.id)
    if not removed and issubclass(kind, Audited):
        query = query.where(kind.removed_at.is_(None))
    return [Row(table, dict(row._mapping)) for row in session.execute(query)]
