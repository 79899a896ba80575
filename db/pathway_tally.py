"""How much work of pathways falls due on each day and in each month, kept by triggers: a list counts without its rows.

Only what Today lists is counted: `measure` "due" by the day it is due, "late" by the last day of its grace; each by the
day and by the month ("due-month"), so that everything up to a day is the months before it and the days of its own.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from db.engine import driver_connection

_COLUMNS = {"due": "due_on", "late": "overdue_after"}
_GRAINS = {"": 10, "-month": 7}  # how much of an ISO day is the period
_LISTED = "{0}listed = 'today' AND {0}state = 'open' AND {0}due_on IS NOT NULL"
_KEY = "measure, period, role, whose"
_LOOKED_AT = "listed, state, due_on, overdue_after, role, whose"


def _parts(row: str, tail: str) -> str:
    """What rows count for, as one question: `row` such as "NEW.", `tail` from where."""
    return " UNION ALL ".join(
        f"SELECT '{measure}{grain}' AS measure, substr({row}{column}, 1, {length}) AS period, {row}role AS role, "
        f"{row}whose AS whose{tail}"
        for measure, column in _COLUMNS.items()
        for grain, length in _GRAINS.items()
    )


def _counted(row: str, by: int) -> str:
    return (
        f"INSERT INTO pathway_tally ({_KEY}, n) SELECT {_KEY}, {by} FROM ({_parts(row, '')}) WHERE true "  # noqa: S608
        f"ON CONFLICT ({_KEY}) DO UPDATE SET n = n + excluded.n; "
    )


_RIGHT = (
    f"SELECT {_KEY}, count(*) AS n "  # noqa: S608  our own words only
    f"FROM ({_parts('', f' FROM pathway_due WHERE {_LISTED.format(str())}')}) GROUP BY {_KEY}"
)
_ADDED, _GONE = (_counted("NEW.", 1), _LISTED.format("NEW.")), (_counted("OLD.", -1), _LISTED.format("OLD."))


def _trigger(name: str, when: str, *bodies: tuple[str, str]) -> list[str]:
    return [
        f"CREATE TRIGGER pathway_tally_{name}_{place} AFTER {when} ON pathway_due WHEN {condition} BEGIN {body}END"
        for place, (body, condition) in enumerate(bodies)
    ]


DDL: list[str] = [
    (
        "CREATE TABLE pathway_tally (measure TEXT NOT NULL, period TEXT NOT NULL, role TEXT NOT NULL, "
        f"whose INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY ({_KEY})) WITHOUT ROWID"
    ),
    *_trigger("added", "INSERT", _ADDED),
    *_trigger("changed", f"UPDATE OF {_LOOKED_AT}", _GONE, _ADDED),
    *_trigger("gone", "DELETE", _GONE),
]


def until(connection: Connection, measure: str, day: str, more: str, values: dict[str, object]) -> int:
    """How much there is up to a day (ISO).

    Args:
        connection: The running transaction.
        measure: "due" or "late".
        day: The last day that counts.
        more: A condition on role and whose, beginning with " AND ", or nothing.
        values: What it names.
    """
    query = (  # our own words only
        f"SELECT (SELECT coalesce(sum(n), 0) FROM pathway_tally WHERE measure = :months AND period < :month{more}) + "  # noqa: S608
        "(SELECT coalesce(sum(n), 0) FROM pathway_tally "
        f"WHERE measure = :days AND period >= :month AND period <= :until{more})"
    )
    named = {"months": f"{measure}-month", "days": measure, "month": day[:7], "until": day}
    return int(driver_connection(connection).execute(query, values | named).fetchone()[0])


def refresh_all(connection: Connection) -> None:
    """Count everything anew, for a file from before there was the table."""
    connection.exec_driver_sql("DELETE FROM pathway_tally")
    connection.exec_driver_sql(f"INSERT INTO pathway_tally ({_KEY}, n) {_RIGHT}")


def tally_fits(raw: Any) -> bool:
    """Whether what is counted is what there is.

    Args:
        raw: The driver's connection.
    """
    kept = f"SELECT {_KEY}, n FROM pathway_tally WHERE n <> 0"  # noqa: S608  our own words only
    differs = f"SELECT EXISTS ({kept} EXCEPT {_RIGHT}) OR EXISTS ({_RIGHT} EXCEPT {kept})"
    return not raw.execute(differs).fetchone()[0]
