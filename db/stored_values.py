"""Values of a column as the file holds them, and back: for records that keep values of other records."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from db.models.base import Base


def to_stored(session: Session, table: str, column: str, value: Any) -> Any:
    """A Python value as the file holds it: dates and lists become text."""
    kind = Base.metadata.tables[table].c[column].type
    dialect = session.get_bind().dialect
    convert = kind.dialect_impl(dialect).bind_processor(dialect)
    return value if value is None or convert is None else convert(value)


def from_stored(session: Session, table: str, column: str, value: Any) -> Any:
    """The Python value of what the file holds; as it is for a column that is no more."""
    found = Base.metadata.tables[table].c.get(column)
    if value is None or found is None:
        return value
    dialect = session.get_bind().dialect
    convert = found.type.dialect_impl(dialect).result_processor(dialect, None)
    return convert(value) if convert is not None else value
