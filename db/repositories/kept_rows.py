"""Work that is kept as Today ranks it, and what it is reckoned from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection

from db.engine import driver_connection
from db.kept_work import COLUMNS, Row
from db.search import as_text

_NAMES = ", ".join(COLUMNS)
_INCOMPLETE = "SELECT id FROM import_batch WHERE state <> 'complete'"
_LATE = {"overdue": "due_on < :day", "due_today": "due_on >= :day"}
_ON_THE_LIST = "kind = :kind AND from_on <= :day AND until_on >= :day AND due_on >= :oldest AND due_on <= :newest"


class Score(NamedTuple):
    """The last score of a questionnaire of a living patient; `whose`: their coordinator, 0 nobody."""

    id: int
    version: int
    patient_id: int
    code: str
    effective_when: str
    value_number: float
    sex: str | None
    coordinator_id: int | None


class KeptRows:
    """Questions to the table for one day and one person (`me`, None: everyone's).

    `window`: the first and the last due day of what can stand on the list that day.
    """

    def __init__(self, connection: Connection, day: str, window: tuple[str, str], me: int | None) -> None:
        self._raw = driver_connection(connection)
        self._values: dict[str, object] = {"day": day, "oldest": window[0], "newest": window[1]}
        self._mine = ""
        if me is not None:
            self._values["me"] = me
            self._mine = " AND whose IN (0, :me)"

    def counts(self, kind: str) -> tuple[int, int]:
        """How much is overdue, and how much else is on the list."""
        query = (
            "SELECT coalesce(sum(due_on < :day), 0), count(*) FROM work_kept INDEXED BY ix_work_kept_due_on "  # noqa: S608
            f"WHERE {_ON_THE_LIST}{self._mine}"
        )
        late, every = self._raw.execute(query, self._values | {"kind": kind}).fetchone()
        return int(late), int(every) - int(late)

    def first(self, kind: str, section: str, most: int) -> list[Row]:
        """The first rows of a section ("overdue", "due_today"), the longest due first."""
        query = (
            f"SELECT {_NAMES} FROM work_kept INDEXED BY ix_work_kept_due_on "  # noqa: S608  our own words only
            f"WHERE {_ON_THE_LIST}{self._mine} AND {_LATE[section]} ORDER BY due_on, row_id LIMIT :most + 0"
        )
        values = self._values | {"kind": kind, "most": most}
        return [Row._make(row) for row in self._raw.execute(query, values)]

    def every(self, kind: str) -> list[Row]:
        """All that is on the list, in the order it was made: of a kind that stands there for some days only."""
        query = (
            f"SELECT {_NAMES} FROM work_kept INDEXED BY ix_work_kept_due_on "  # noqa: S608  our own words only
            f"WHERE {_ON_THE_LIST}{self._mine} ORDER BY row_id"
        )
        return [Row._make(row) for row in self._raw.execute(query, self._values | {"kind": kind})]

    def of(self, kind: str, row_ids: Iterable[int]) -> list[Row]:
        """Those of these rows that are on the list."""
        return self._some(kind, "row_id IN (SELECT value FROM json_each(:ids)) AND ", row_ids)

    def of_patients(self, kind: str, ids: Iterable[int]) -> list[Row]:
        """What is on the list of these patients."""
        return self._some(kind, "patient_id IN (SELECT value FROM json_each(:ids)) AND +", ids)  # by their index

    def _some(self, kind: str, which: str, ids: Iterable[int]) -> list[Row]:
        query = f"SELECT {_NAMES} FROM work_kept WHERE {which}{_ON_THE_LIST}{self._mine}"  # noqa: S608
        found = self._raw.execute(query, self._values | {"kind": kind, "ids": as_text(ids)})
        return [Row._make(row) for row in found]


def last_scores(connection: Connection, ids: Iterable[int], codes: Iterable[str]) -> Iterator[Score]:
    """The scores of these patients that have no later one of the same code, refuted and wrong ones left out."""
    raw = driver_connection(connection)
    hidden = [str(row[0]) for row in raw.execute(_INCOMPLETE)]
    shown = " AND ({0}.import_id IS NULL OR {0}.import_id NOT IN (" + ", ".join(hidden) + "))" if hidden else ""
    right = (
        "{0}.value_number IS NOT NULL AND {0}.removed_at IS NULL "
        f"AND ({{0}}.status IS NULL OR {{0}}.status NOT IN ('entered-in-error', 'cancelled')){shown}"
    )
    query = (
        "SELECT o.id, o.version, o.patient_id, o.code, o.effective_when, o.value_number, p.sex, p.coordinator_id "  # noqa: S608
        "FROM patient AS p CROSS JOIN observation AS o INDEXED BY ix_observation_patient_id_code_effective_when "
        "WHERE p.id IN (SELECT value FROM json_each(:ids)) AND NOT p.deceased AND o.patient_id = p.id "
        "AND o.code IN (SELECT value FROM json_each(:codes)) AND o.effective_when IS NOT NULL "
        f"AND {right.format('o')} AND NOT EXISTS (SELECT 1 FROM observation AS n WHERE n.patient_id = o.patient_id "
        f"AND n.code = o.code AND n.effective_when > o.effective_when AND {right.format('n')}) ORDER BY o.id"
    )
    values: dict[str, Any] = {"ids": as_text(ids), "codes": json.dumps(list(codes))}
    return map(Score._make, raw.execute(query, values))


class StoredStay(NamedTuple):
    """A stay in hospital of a living patient as it is stored."""

    id: int
    patient_id: int
    class_code: str
    starts_when: str | None
    ends_when: str | None
    priority: str | None
    text: str | None
    admitted_from: str | None
    coordinator_id: int | None


def stays(connection: Connection, ids: Iterable[int], classes: Iterable[str], since: str) -> Iterator[StoredStay]:
    """The stays of these patients that ended from a day on (ISO) or last, in order of time."""
    raw = driver_connection(connection)
    hidden = [str(row[0]) for row in raw.execute(_INCOMPLETE)]
    shown = f" AND (e.import_id IS NULL OR e.import_id NOT IN ({', '.join(hidden)}))" if hidden else ""
    query = (
        "SELECT e.id, e.patient_id, e.class_code, e.starts_when, e.ends_when, e.priority, e.text, e.admitted_from, "  # noqa: S608
        "p.coordinator_id FROM patient AS p CROSS JOIN encounter AS e ON e.patient_id = p.id "
        "WHERE p.id IN (SELECT value FROM json_each(:ids)) AND NOT p.deceased "
        "AND e.class_code || '' IN (SELECT value FROM json_each(:classes)) "
        "AND (e.ends_when >= :since OR e.ends_when IS NULL) AND e.removed_at IS NULL "
        f"AND (e.status IS NULL OR e.status NOT IN ('entered-in-error', 'cancelled', 'planned')){shown} "
        "ORDER BY e.starts_when, e.id"
    )
    values = {"ids": as_text(ids), "classes": json.dumps(list(classes)), "since": since}
    return map(StoredStay._make, raw.execute(query, values))
