"""Who was on the list of each population when it was last reckoned, since when, and who left when; holds no fact.

What makes somebody a member is reckoned from the records by `icm_desktop` each time; here is only the outcome, so that
a list is there at once and its changes since last month are known. Derived, so not audited.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from db.engine import driver_connection

DDL: list[str] = [
    (
        "CREATE TABLE population_member (population TEXT NOT NULL, patient_id INTEGER NOT NULL, since TEXT NOT NULL, "
        "gone_on TEXT, PRIMARY KEY (population, patient_id)) WITHOUT ROWID"
    ),
    "CREATE INDEX ix_population_member_patient_id ON population_member (patient_id, population, gone_on)",
    "CREATE INDEX ix_population_member_since ON population_member (population, since)",
    "CREATE INDEX ix_population_member_gone_on ON population_member (population, gone_on, patient_id)",
    (
        "CREATE TABLE population_reckoned (population TEXT PRIMARY KEY, first_on TEXT NOT NULL, on_day TEXT NOT NULL, "
        "at TEXT NOT NULL, known INTEGER NOT NULL, content TEXT NOT NULL, members INTEGER NOT NULL) WITHOUT ROWID"
    ),
    (
        "CREATE TRIGGER population_member_patient_purged AFTER DELETE ON patient BEGIN "
        "DELETE FROM population_member WHERE patient_id = OLD.id; END"
    ),
]
_NOW = "gone_on IS NULL"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """When a list was made: first, last (day, instant), knowing the records up to which change, by which content."""

    population: str
    first_on: str
    on_day: str
    at: str
    known: int
    content: str
    members: int


def reckoned(connection: Connection) -> dict[str, Reckoned]:
    """Every list that was made."""
    return {
        row[0]: Reckoned(*row) for row in driver_connection(connection).execute("SELECT * FROM population_reckoned")
    }


def store(connection: Connection, made: Reckoned, members: Iterable[int]) -> None:
    """Keep a list as it is now: who is new joins on its day, who is missing is gone from it.

    Args:
        connection: Of the running write transaction.
        made: What is known of the list; its `first_on` is that of the earlier one where there is one.
        members: The ids of everybody on it.
    """
    raw = driver_connection(connection)
    now = set(members)
    known = "SELECT patient_id, gone_on IS NULL FROM population_member WHERE population = ?"
    before = dict(raw.execute(known, (made.population,)))
    joined = [(made.population, one, made.on_day) for one in sorted(now) if not before.get(one)]
    left = [(made.on_day, made.population, one) for one, there in before.items() if there and one not in now]
    raw.executemany("INSERT OR REPLACE INTO population_member VALUES (?, ?, ?, NULL)", joined)
    raw.executemany("UPDATE population_member SET gone_on = ? WHERE population = ? AND patient_id = ?", left)
    values = (
        made.population, made.first_on, made.on_day, made.at, made.known, made.content, len(now),
    )  # fmt: skip
    raw.execute("INSERT OR REPLACE INTO population_reckoned VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def changes(connection: Connection, population: str, day: str) -> tuple[int, int]:
    """How many joined and how many left after a day; what was there when the list was first made did not join."""
    raw = driver_connection(connection)
    joined = (
        "SELECT count(*) FROM population_member AS m JOIN population_reckoned AS r ON r.population = m.population "
        "WHERE m.population = ? AND m.since > ? AND m.since > r.first_on AND m.gone_on IS NULL"
    )
    left = "SELECT count(*) FROM population_member WHERE population = ? AND gone_on > ?"
    return raw.execute(joined, (population, day)).fetchone()[0], raw.execute(left, (population, day)).fetchone()[0]


def members(connection: Connection, population: str) -> dict[int, str]:
    """Who is on a list, and since which day."""
    query = f"SELECT patient_id, since FROM population_member WHERE population = ? AND {_NOW}"  # noqa: S608
    return dict(driver_connection(connection).execute(query, (population,)))


def gone(connection: Connection, population: str, day: str) -> dict[int, str]:
    """Who left a list after a day, and when."""
    query = "SELECT patient_id, gone_on FROM population_member WHERE population = ? AND gone_on > ?"
    return dict(driver_connection(connection).execute(query, (population, day)))


def forget(connection: Connection, population: str) -> None:
    """A rule is gone or reads differently: its list begins anew."""
    raw = driver_connection(connection)
    raw.execute("DELETE FROM population_member WHERE population = ?", (population,))
    raw.execute("DELETE FROM population_reckoned WHERE population = ?", (population,))
