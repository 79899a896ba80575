"""Stored values as a window can say them: ids become names, lists texts, dates stay ISO."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON, Boolean

from db.models.base import Base
from icm_desktop.contracts.records import Value
from icm_desktop.domain.units import number_text, unit_text
from icm_desktop.queries.labels import Pointed, targets


def told(value: Any) -> Value:
    """A value of a mapped row."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return None
    if isinstance(value, dict):
        return tuple(f"{name}: {part}" for name, part in value.items() if part not in (None, ""))
    if isinstance(value, list | tuple):
        return tuple(_part(part) for part in value)
    return value  # type: ignore[no-any-return]  # str, int, float, bool or None


def told_stored(table: str, column: str, value: Any) -> Value:
    """A value as the file holds it, by the type of its column."""
    kind = Base.metadata.tables[table].c[column].type if column in Base.metadata.tables[table].c else None
    if value is None or isinstance(value, dict):
        return None
    if isinstance(kind, Boolean):
        return bool(value)
    if isinstance(kind, JSON) and isinstance(value, str):
        return told(json.loads(value))
    return told(value)


def named(table: str, column: str, value: Value, names: Mapping[Pointed, str]) -> Value:
    """A value with its id replaced by the name of what it points to."""
    target = targets(table).get(column)
    return names.get((target, value), value) if target and isinstance(value, int) else value


def value_text(row: Any) -> str | None:
    """The value of an observation or a part of one: "< 5 mg/dL", "Negative"; None when it has none."""
    if row.value_number is None:
        shown: str | None = row.value_text or row.value_code
        return shown
    comparator = f"{row.value_comparator} " if row.value_comparator else ""
    return f"{comparator}{number_text(row.value_number)} {unit_text(row.value_unit)}".strip()


def reference_text(row: Any) -> str | None:
    """The reference range as sent: "70 to 99", "at most 5"; None when there is none."""
    low, high = row.reference_low, row.reference_high
    if low is None and high is None:
        return row.reference_text or None
    if low is None:
        return f"≤ {number_text(high)}"
    return f"≥ {number_text(low)}" if high is None else f"{number_text(low)} – {number_text(high)}"


def _part(part: Any) -> str:
    if not isinstance(part, dict):
        return str(part)
    said = [part.get(name) for name in ("text", "value", "onset", "note") if part.get(name) not in (None, "")]
    return ": ".join(str(one) for one in said) or str(part.get("code") or "")
