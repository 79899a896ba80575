"""Notes, whoever writes, of which patients the facts changed since something kept was reckoned from them.

`pathway_stale` and `conflict_stale` are such tables of ids, filled by triggers; they hold no fact, so nothing of them
is audited. The statements made here stand in released steps of the migrations: they may not read differently.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from db.engine import driver_connection

Part = tuple[str, tuple[str, ...]]  # a table with a condition, and the values of that
_NONE_YET = "AND NOT EXISTS (SELECT 1 FROM {table} AS s WHERE s.patient_id = {patient})"


def create(table: str) -> str:
    """The table itself."""
    return f"CREATE TABLE {table} (patient_id INTEGER PRIMARY KEY)"


def mark(table: str, patient: str) -> str:
    """The statement of a trigger that marks one patient, `patient` such as "NEW.patient_id"."""
    # A trigger runs with the conflict rule of the statement that fires it, so no OR IGNORE here.
    return (
        f"INSERT INTO {table} (patient_id) SELECT {patient} "  # noqa: S608  our own words only
        f"WHERE NOT EXISTS (SELECT 1 FROM {table} AS s WHERE s.patient_id = {patient}); "
    )


def of_facts(table: str, facts: str) -> list[str]:
    """Triggers: whatever is done to a row of `facts` marks its patient, and whose it was before."""
    name = f"CREATE TRIGGER {table}_{facts}"
    before, after = mark(table, "OLD.patient_id"), mark(table, "NEW.patient_id")
    return [
        f"{name}_added AFTER INSERT ON {facts} BEGIN {after} END",
        f"{name}_changed AFTER UPDATE ON {facts} BEGIN {before}{after} END",
        f"{name}_purged AFTER DELETE ON {facts} BEGIN {before} END",
    ]


def of_import(table: str, facts: Iterable[str], more: str = "") -> str:
    """Trigger: what an import brought counts from the moment it is complete, and no more when it was taken back."""
    body = "".join(
        f"INSERT INTO {table} (patient_id) SELECT DISTINCT f.patient_id FROM {each} AS f "  # noqa: S608  our own words
        f"WHERE f.import_id = NEW.id {_NONE_YET.format(table=table, patient='f.patient_id')}; "
        for each in facts
    )
    return f"CREATE TRIGGER {table}_import_changed AFTER UPDATE OF state ON import_batch BEGIN {body}{more}END"


def of_imported_patients(table: str) -> str:
    """The statement that marks the patients an import brought, for `of_import`."""
    return (
        f"INSERT INTO {table} (patient_id) SELECT p.id FROM patient AS p WHERE p.import_id = NEW.id "  # noqa: S608
        f"{_NONE_YET.format(table=table, patient='p.id')}; "
    )


def of_purged_patient(table: str, *kept: str) -> str:
    """Trigger: with a patient goes what was `kept` of them, and their mark."""
    body = "".join(f"DELETE FROM {each} WHERE patient_id = OLD.id; " for each in (*kept, table))  # noqa: S608
    return f"CREATE TRIGGER {table}_patient_purged AFTER DELETE ON patient BEGIN {body}END"


def first(connection: Connection, table: str, most: int) -> list[int]:
    """The first `most` patients that are marked."""
    query = f"SELECT patient_id FROM {table} ORDER BY patient_id LIMIT ? + 0"  # noqa: S608
    return [row[0] for row in driver_connection(connection).execute(query, (most,))]


def how_many(connection: Connection, parts: Iterable[Part], most: int) -> int:
    """How many patients `union` finds, counted up to `most`: a list says how many are left, not all of a practice."""
    some, values = list[str](), list[Any]()
    for table, asked in parts:
        some.append(f"SELECT * FROM (SELECT patient_id FROM {table} LIMIT ?)")  # noqa: S608  our own words only
        values += (*asked, most)
    query = f"SELECT count(*) FROM ({' UNION '.join(some)})"  # noqa: S608
    return min(most, int(driver_connection(connection).execute(query, values).fetchone()[0]))


def union(connection: Connection, parts: Iterable[Part]) -> list[int]:
    """Every patient of tables with conditions ("pathway_checked WHERE again_on <= ?", (day,)), in order of their ids.

    Each is asked by itself, so that each finds its index.
    """
    raw = driver_connection(connection)
    found: set[int] = set()
    for table, values in parts:
        found.update(row[0] for row in raw.execute(f"SELECT patient_id FROM {table}", values))  # noqa: S608
    return sorted(found)


def mark_all(connection: Connection, table: str) -> None:
    """Nothing of anybody has been reckoned yet: for a file from before there was the table."""
    connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608
    connection.exec_driver_sql(f"INSERT INTO {table} (patient_id) SELECT id FROM patient")  # noqa: S608


def faults(raw: Any, checked: str, kept: str, *stale: str) -> list[str]:
    """Tables that do not fit each other: `checked` lacks somebody who is not marked, rows `kept` of nobody checked.

    Args:
        raw: The driver's connection.
        checked: The table with a row for everybody whose work is reckoned.
        kept: The table of what was found.
        stale: The tables of marks.
    """
    known = " UNION ALL ".join(f"SELECT patient_id FROM {table}" for table in (checked, *stale))  # noqa: S608
    lost = f"SELECT EXISTS (SELECT 1 FROM patient WHERE id NOT IN ({known}))"  # noqa: S608
    loose = f"SELECT EXISTS (SELECT 1 FROM {kept} WHERE patient_id NOT IN (SELECT patient_id FROM {checked}))"  # noqa: S608
    return [name for name, query in ((checked, lost), (kept, loose)) if raw.execute(query).fetchone()[0]]
