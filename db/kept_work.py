"""Work that rules find in the facts of a patient, in one table that Today ranks and counts by: positive screens that
wait for a follow-up or are to be asked again, stays that began soon after another.

Reckoned by `icm_desktop` together with the work of pathways: the same marks (`pathway_stale`) say of which patients it
may not be right any more, and `pathway_checked` that it was reckoned. It holds no fact of its own: it is not audited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection

from db import stale_marks, table_changes
from db.engine import driver_connection
from db.search import as_text


class Row(NamedTuple):
    """One line of the list; days are ISO texts.

    `kind`: follow_up, rescreen (`row_id` of the score), form (of one without a score) or readmitted (of the stay). It
    began on `began_on`, is due on `due_on`, and stands on the list from `from_on` to `until_on`. `whose`: the
    coordinator, 0 nobody.
    """

    kind: str
    row_id: int
    patient_id: int
    began_on: str
    due_on: str
    from_on: str
    until_on: str
    whose: int


COLUMNS = Row._fields
_NAMES = ", ".join(COLUMNS)
_STALE = "pathway_stale"
_OWN = ("screening_follow_up", "safety_assessment")  # everything else that decides marks `pathway_stale` already
_LISTED = "SELECT value FROM json_each(?)"

DDL: list[str] = [
    (
        "CREATE TABLE work_kept (kind TEXT NOT NULL, row_id INTEGER NOT NULL, patient_id INTEGER NOT NULL, "
        "began_on TEXT NOT NULL, due_on TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL, "
        "whose INTEGER NOT NULL, PRIMARY KEY (kind, row_id)) WITHOUT ROWID"
    ),
    (
        "CREATE INDEX ix_work_kept_due_on ON work_kept "
        "(kind, due_on, row_id, until_on, from_on, whose, patient_id, began_on)"
    ),
    "CREATE INDEX ix_work_kept_patient_id ON work_kept (patient_id)",
    *(trigger for table in _OWN for trigger in stale_marks.of_facts(_STALE, table)),
    (
        "CREATE TRIGGER work_kept_patient_purged AFTER DELETE ON patient "
        "BEGIN DELETE FROM work_kept WHERE patient_id = OLD.id; END"
    ),
]


class Difference(NamedTuple):
    """What must change in the table: the keys of rows that go, and new rows; rows that stay are left alone."""

    gone: list[tuple[str, int]]
    new: list[Row]


def difference(connection: Connection, rows: Iterable[Row], ids: Iterable[int]) -> Difference:
    """Between what is kept of these patients and what was reckoned for them."""
    before, after = set(of_patients(connection, ids)), set(rows)
    return Difference([one[:2] for one in before - after], sorted(after - before))


def change(connection: Connection, found: Difference) -> None:
    """Keep what was reckoned."""
    raw = driver_connection(connection)
    raw.executemany("DELETE FROM work_kept WHERE kind = ? AND row_id = ?", found.gone)
    marks = ", ".join("?" * len(COLUMNS))
    raw.executemany(f"INSERT OR REPLACE INTO work_kept ({_NAMES}) VALUES ({marks})", found.new)  # noqa: S608
    table_changes.note(raw, "work_kept")


def of_patients(connection: Connection, ids: Iterable[int]) -> Iterator[Row]:
    """The kept rows of these patients."""
    query = f"SELECT {_NAMES} FROM work_kept WHERE patient_id IN ({_LISTED})"  # noqa: S608  our own words only
    return map(Row._make, driver_connection(connection).execute(query, (as_text(ids),)))


def kept_faults(raw: Any) -> list[str]:
    """The table, when it has work of somebody of whom nothing was reckoned.

    Args:
        raw: The driver's connection.
    """
    loose = "SELECT EXISTS (SELECT 1 FROM work_kept WHERE patient_id NOT IN (SELECT patient_id FROM pathway_checked))"
    return ["work_kept"] if raw.execute(loose).fetchone()[0] else []
