"""Which conflicts stand in each patient's records, as the rules found them last; it holds no decision of anybody.

What people did about one is kept in `detected_issue`, audited. Here triggers note, whoever writes, of which patients
the facts changed (`conflict_stale`); `conflict_checked` says on which day and by which content a patient was checked,
and what could not be. `conflict_found` has one row per patient, rule, subject and facts: it stays when the facts are
gone (`gone_on`) and counts anew from the day they are back (`since`). Derived, so not audited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection

from db import stale_marks, table_changes
from db.engine import driver_connection
from db.search import as_text

NEVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One conflict; days are ISO. `rank`: of its severity, 0 the worst; `facts`, `action` (to do): JSON, as shown.

    `since`: from when on it stands without a break of a day or more; `relation`: how two goals stand to each other.
    """

    patient_id: int
    rule: str
    subject: str
    fingerprint: str
    rank: int
    relation: str
    first_seen: str
    since: str
    last_seen: str
    gone_on: str | None
    due: str | None
    overdue_after: str | None
    facts: str
    action: str


@dataclass(frozen=True, slots=True)
class Checked:
    """That a patient was checked: on which day, good until before which day, by which rules, and what could not be."""

    patient_id: int
    checked_on: str
    again_on: str
    content: str
    medicines: int
    checked: int
    not_checked: str


COLUMNS = tuple(each.name for each in fields(FoundRow))
_NAMES = ", ".join(COLUMNS)
_VALUES = attrgetter(*COLUMNS)
_CHECKED = attrgetter(*(each.name for each in fields(Checked)))
_STALE = "conflict_stale"
_PATIENT = stale_marks.mark(_STALE, "NEW.patient_id")
_OWN = ("allergy_intolerance", "goal", "plan_action")  # everything else that rules look at marks `pathway_stale`
_LISTED = "SELECT value FROM json_each(?)"
DDL: list[str] = [
    (
        "CREATE TABLE conflict_found (patient_id INTEGER NOT NULL, rule TEXT NOT NULL, subject TEXT NOT NULL, "
        "fingerprint TEXT NOT NULL, rank INTEGER NOT NULL, relation TEXT NOT NULL, first_seen TEXT NOT NULL, "
        "since TEXT NOT NULL, last_seen TEXT NOT NULL, gone_on TEXT, due TEXT, overdue_after TEXT, "
        "facts TEXT NOT NULL, action TEXT NOT NULL, "
        "PRIMARY KEY (patient_id, rule, subject, fingerprint)) WITHOUT ROWID"
    ),
    "CREATE INDEX ix_conflict_found_rank ON conflict_found (rank, gone_on, since, patient_id, rule)",
    "CREATE INDEX ix_conflict_found_rule ON conflict_found (gone_on, rule)",
    stale_marks.create(_STALE),
    (
        "CREATE TABLE conflict_checked (patient_id INTEGER PRIMARY KEY, checked_on TEXT NOT NULL, "
        "again_on TEXT NOT NULL, content TEXT NOT NULL, medicines INTEGER NOT NULL, checked INTEGER NOT NULL, "
        "not_checked TEXT NOT NULL)"
    ),
    "CREATE INDEX ix_conflict_checked_again_on ON conflict_checked (again_on)",
    "CREATE INDEX ix_conflict_checked_content ON conflict_checked (content)",
    *(trigger for table in _OWN for trigger in stale_marks.of_facts(_STALE, table)),
    # Facts that pathways look at too have triggers already; where one is marked there, it is marked here.
    f"CREATE TRIGGER conflict_stale_with_pathways AFTER INSERT ON pathway_stale BEGIN {_PATIENT} END",
    stale_marks.of_purged_patient(_STALE, "conflict_found", "conflict_checked"),
    stale_marks.of_import(_STALE, _OWN),
]


def stale(connection: Connection, most: int) -> list[int]:
    """Patients whose facts changed since they were checked; the first `most`."""
    return stale_marks.first(connection, _STALE, most)


def outdated(connection: Connection, day: str, content: str) -> list[int]:
    """Patients of whom the kept conflicts may not be right on a day by a content, in order of their ids."""
    return stale_marks.union(connection, outdated_parts(day, content))


def outdated_parts(day: str, content: str) -> list[stale_marks.Part]:
    """The same as tables with conditions, each answered by its index."""
    return [
        (_STALE, ()),
        ("pathway_stale", ()),  # already marked there when something else changed, so no trigger told it here
        ("conflict_checked WHERE again_on <= ?", (day,)),
        ("conflict_checked WHERE content < ?", (content,)),
        ("conflict_checked WHERE content > ?", (content,)),
    ]


def checked(connection: Connection, ids: Iterable[int]) -> dict[int, Checked]:
    """When and by what these patients were checked."""
    query = f"SELECT * FROM conflict_checked WHERE patient_id IN ({_LISTED})"  # noqa: S608
    return {row[0]: Checked(*row) for row in driver_connection(connection).execute(query, (as_text(ids),))}


def of_patients(connection: Connection, ids: Iterable[int]) -> Iterator[FoundRow]:
    """The kept rows of these patients, those whose facts are gone too."""
    query = f"SELECT {_NAMES} FROM conflict_found WHERE patient_id IN ({_LISTED})"  # noqa: S608
    for row in driver_connection(connection).execute(query, (as_text(ids),)):
        yield FoundRow(*row)


def found_after(connection: Connection, rank: int, day: str) -> bool:
    """Whether a conflict of this severity that stands now was found after a day."""
    query = "SELECT 1 FROM conflict_found WHERE rank = ? AND gone_on IS NULL AND since > ? LIMIT 1"
    return driver_connection(connection).execute(query, (rank, day)).fetchone() is not None


def store(connection: Connection, rows: Iterable[FoundRow], checked: Sequence[Checked]) -> None:
    """Keep what a check came to; rows that are there are replaced, none is taken away."""
    raw = driver_connection(connection)
    listed = (as_text(one.patient_id for one in checked),)
    raw.execute(f"DELETE FROM conflict_stale WHERE patient_id IN ({_LISTED})", listed)  # noqa: S608
    marks = ", ".join("?" * len(COLUMNS))
    raw.executemany(f"INSERT OR REPLACE INTO conflict_found ({_NAMES}) VALUES ({marks})", map(_VALUES, rows))  # noqa: S608
    raw.executemany("INSERT OR REPLACE INTO conflict_checked VALUES (?, ?, ?, ?, ?, ?, ?)", map(_CHECKED, checked))
    table_changes.note(raw, "conflict_found")


def mark_all(connection: Connection) -> None:
    """Nobody has been checked yet: for a file from before there was the table."""
    stale_marks.mark_all(connection, _STALE)


def conflict_faults(raw: Any) -> list[str]:
    """Tables that do not fit each other: a patient never checked and not marked for it, conflicts of nobody.

    Args:
        raw: The driver's connection.
    """
    return stale_marks.faults(raw, "conflict_checked", "conflict_found", _STALE, "pathway_stale")
