"""The kept due work in the order Today ranks it: how much there is, and the first rows, no patient looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from db import pathway_tally
from db.engine import driver_connection
from db.pathway_work import COLUMNS, Row
from db.search import as_text

_NAMES = ", ".join(COLUMNS)
_TABLE = "pathway_due INDEXED BY ix_pathway_due_due_on"
_LISTED = "listed = 'today' AND state = 'open'"
_LATE = {
    "overdue": "due_on <= :day AND overdue_after < :day",
    "due_today": "due_on > :in_grace AND due_on <= :day AND overdue_after >= :day",
}


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose work is asked for: steps of these roles that are nobody's or `user_id`'s. No `user_id`: everyone's."""

    user_id: int | None = None
    roles: tuple[str, ...] = ()


class DueRows:
    """Questions to the table for one day and one person, without some patients.

    `days`: the day, and one on which whatever was due is overdue by now, however long its grace.
    """

    def __init__(
        self, connection: Connection, days: tuple[str, str], whose: Whose, without: Iterable[int] = ()
    ) -> None:
        self._connection, self._raw = connection, driver_connection(connection)
        self._values: dict[str, object] = {"day": days[0], "in_grace": days[1]}
        self._more = ""
        if whose.user_id is not None:
            self._values["me"] = whose.user_id
            roles = ", ".join(f"'{role}'" for role in whose.roles)
            self._more += f" AND role IN ({roles}) AND whose IN (0, :me)"
        left_out = as_text(without)
        if left_out != "[]":
            self._values["without"] = left_out
            self._more += " AND patient_id NOT IN (SELECT value FROM json_each(:without))"

    def counts(self) -> tuple[int, int]:
        """How much is overdue, and how much else is due; of everybody it is counted already."""
        if "without" not in self._values:
            day = str(self._values["day"])
            yesterday = (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()
            late = pathway_tally.until(self._connection, "late", yesterday, self._more, self._values)
            return late, pathway_tally.until(self._connection, "due", day, self._more, self._values) - late
        query = (
            "SELECT coalesce(sum(overdue_after < :day), 0), coalesce(sum(overdue_after >= :day), 0) "  # noqa: S608
            f"FROM {_TABLE} WHERE {_LISTED} AND due_on <= :day{self._more}"
        )
        late, due = self._raw.execute(query, self._values).fetchone()
        return int(late), int(due)

    def first(self, section: str, most: int) -> list[Row]:
        """The first rows of a section ("overdue", "due_today"), the longest due first."""
        where = f"{_LISTED} AND {_LATE[section]}{self._more}"
        query = f"SELECT {_NAMES} FROM {_TABLE} WHERE {where} ORDER BY due_on, patient_id, activity LIMIT :most + 0"  # noqa: S608
        return [Row._make(row) for row in self._raw.execute(query, self._values | {"most": most})]

    def to_book(self, now: str, most: int) -> list[Row]:
        """Steps that take a visit, are not put off, and whose patient has none here to come; the longest due first.

        Args:
            now: From when on a visit is to come, as instants are kept.
            most: How many rows.
        """
        coming = (
            "SELECT 1 FROM appointment AS v WHERE v.patient_id = d.patient_id AND v.starts_at >= :now "
            "AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'pending') AND NOT v.outside "
            "AND v.removed_at IS NULL"
        )
        query = (
            f"SELECT {_NAMES} FROM pathway_due AS d INDEXED BY ix_pathway_due_due_on "  # noqa: S608  our own words
            f"WHERE {_LISTED} AND due_on <= :day AND done_by = 'visit' AND (held_until IS NULL OR held_until <= :day) "
            f"AND NOT EXISTS ({coming}){self._more} ORDER BY due_on, patient_id, activity LIMIT :most + 0"
        )
        values = self._values | {"now": now, "most": most}
        return [Row._make(row) for row in self._raw.execute(query, values)]

    def put_off(self) -> list[Row]:
        """What somebody put off beyond the day: there is little of it."""
        query = (
            f"SELECT {_NAMES} FROM pathway_due INDEXED BY ix_pathway_due_held_until "  # noqa: S608
            f"WHERE held_until > :day AND {_LISTED}{self._more} ORDER BY held_until, patient_id, activity"
        )
        return [Row._make(row) for row in self._raw.execute(query, self._values)]

    def of(self, patients: Sequence[int]) -> Iterator[Row]:
        """Every listed row of these patients that is due by the day or put off."""
        # The signs keep SQLite from reading what is due of everybody: it finds the rows by their patients.
        query = (
            f"SELECT {_NAMES} FROM pathway_due WHERE patient_id IN (SELECT value FROM json_each(:ids)) "  # noqa: S608
            f"AND +listed = 'today' AND +state = 'open' AND (+due_on <= :day OR +held_until > :day){self._more}"
        )
        for row in self._raw.execute(query, self._values | {"ids": as_text(patients)}):
            yield Row(*row)

    def everybody(self) -> list[int]:
        """Patients with anything listed that is due by the day or put off."""
        query = (
            f"SELECT DISTINCT patient_id FROM {_TABLE} WHERE {_LISTED} AND due_on <= :day{self._more} "  # noqa: S608
            f"UNION SELECT patient_id FROM pathway_due WHERE held_until > :day AND {_LISTED}{self._more}"
        )
        return [row[0] for row in self._raw.execute(query, self._values)]


def due_on(connection: Connection, day: str, most: int) -> list[Row]:
    """The listed rows that become due on a day."""
    query = f"SELECT {_NAMES} FROM {_TABLE} WHERE {_LISTED} AND due_on = ? ORDER BY patient_id, activity LIMIT ? + 0"  # noqa: S608
    return [Row._make(row) for row in driver_connection(connection).execute(query, (day, most))]
