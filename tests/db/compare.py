"""Two files of one practice compared row by row, in every table there is, also those nobody audits."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.engine import keyed_connection
from db.key import Key

_TABLES = (
    "SELECT name FROM {}.sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
    "AND name NOT LIKE 'sqlite_stat%'"
)


@dataclass
class Differences:
    """What the later file has that the earlier one has not: `changed` "table.column", rows `added` and `gone`."""

    tables: int = 0
    rows: int = 0
    changed: set[str] = field(default_factory=set)
    added: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    gone: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def compare(earlier: Path, later: Path, key: Key) -> Differences:
    """Every table of both files; the files are closed and have the same key."""
    raw = keyed_connection(later, key)
    raw.execute(f"ATTACH ? AS earlier KEY \"x'{key.hex}'\"", (str(earlier),))
    names = {side: {row[0] for row in raw.execute(_TABLES.format(side))} for side in ("main", "earlier")}
    assert names["main"] == names["earlier"]
    found = Differences(tables=len(names["main"]))
    for name in sorted(names["main"]):
        found.rows += raw.execute(f'SELECT count(*) FROM main."{name}"').fetchone()[0]  # noqa: S608  as the file says
        _compare(raw, name, found)
    raw.close()
    return found


def _compare(raw: Any, name: str, found: Differences) -> None:
    columns = raw.execute(f'PRAGMA main.table_info("{name}")').fetchall()
    key = [row[1] for row in columns if row[5]] or [columns[0][1]]
    sides = [_only(raw, name, *pair) for pair in (("earlier", "main"), ("main", "earlier"))]
    before, after = ({tuple(row[each] for each in key): row for row in side} for side in sides)
    for place in before.keys() & after.keys():
        found.changed |= {
            f"{name}.{column}" for column, value in after[place].items() if value != before[place][column]
        }
    found.gone |= _some(name, [row for place, row in before.items() if place not in after])
    found.added |= _some(name, [row for place, row in after.items() if place not in before])


def _only(raw: Any, name: str, here: str, there: str) -> list[dict[str, Any]]:
    query = f'SELECT * FROM {here}."{name}" EXCEPT SELECT * FROM {there}."{name}"'  # noqa: S608  as the file says
    cursor = raw.execute(query)
    columns = [each[0] for each in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor]


def _some(name: str, rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    return {name: rows} if rows else {}
