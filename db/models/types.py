"""Column types: aware UTC instants and calendar dates, both kept as sortable text."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


def utc_text(moment: dt.datetime) -> str:
    """An instant as the file holds it: "2026-07-14T14:30:00Z"."""
    return f"{moment.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


class UtcDateTime(TypeDecorator[dt.datetime]):
    """An aware datetime, kept as "2026-07-14T14:30:00Z"; a naive value is refused."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("naive datetime")
        return utc_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else dt.datetime.fromisoformat(value)


class IsoDate(TypeDecorator[dt.date]):
    """A calendar date, kept as "2026-07-14"."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: dt.date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.date | None:
        return None if value is None else dt.date.fromisoformat(value)
