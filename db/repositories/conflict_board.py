"""Conflicts of the whole practice, open or decided: counted and listed without reading a chart."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from db.conflict_work import COLUMNS, FoundRow
from db.engine import driver_connection
from db.search import as_text

_NAMES = ", ".join(f"f.{each}" for each in COLUMNS)
_SAME = (
    "d.patient_id = f.patient_id AND d.rule = f.rule AND d.subject = f.subject AND d.fingerprint = f.fingerprint "
    "AND d.removed_at IS NULL"
)
_DECIDED = (
    f"EXISTS (SELECT 1 FROM detected_issue AS d WHERE {_SAME} AND d.decided_on >= f.since AND d.decided_on <= :day "  # noqa: S608
    "AND (d.state IN ('resolved', 'overridden') OR (d.state = 'muted' AND d.until_on > :day)))"
)
_ASKED = (
    "EXISTS (SELECT 1 FROM detected_issue AS d JOIN team_question AS q ON q.id = d.team_question_id "
    "WHERE d.patient_id = f.patient_id AND d.rule = f.rule AND d.subject = f.subject AND d.removed_at IS NULL "
    "AND q.removed_at IS NULL AND q.status = 'open')"
)
_NOTED = (
    "SELECT d.owner_user_id FROM detected_issue AS d WHERE d.patient_id = f.patient_id AND d.rule = f.rule "
    "AND d.subject = f.subject AND d.removed_at IS NULL AND d.owner_user_id IS NOT NULL "
    "ORDER BY d.updated_at DESC, d.id DESC LIMIT 1"
)
_OWNER = f"coalesce(({_NOTED}), p.coordinator_id, {{nobody}}) = :me"  # who was given it, else who coordinates
_PEOPLE = "JOIN patient AS p ON p.id = f.patient_id"
_ALIVE = "p.removed_at IS NULL AND NOT p.deceased"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which conflicts. `ranks`: of severities; `rules`: only these; `mine`: of this user, `or_nobody`'s.

    `past`: `day` is an earlier one; what stood then counts, also when its facts are gone by now.
    """

    day: str
    ranks: Sequence[int] = (0, 1, 2, 3)
    rules: Sequence[str] | None = None
    patients: Sequence[int] | None = None
    mine: int | None = None
    waiting: bool = False
    decided: bool = False
    past: bool = False
    or_nobody: bool = False


class Standing(NamedTuple):
    """A patient, and since when (ISO) the first of their conflicts."""

    patient_id: int
    since: str


class BoardRows:
    """Questions to the table of conflicts for one filter."""

    def __init__(self, connection: Connection, wanted: Wanted) -> None:
        self._raw = driver_connection(connection)
        ranks = ", ".join(str(int(each)) for each in wanted.ranks) or "-1"
        there = "f.since <= :day AND (f.gone_on IS NULL OR f.gone_on > :day)" if wanted.past else "f.gone_on IS NULL"
        parts = [there, f"f.rank IN ({ranks})", f"{'' if wanted.decided else 'NOT '}{_DECIDED}", _ALIVE]
        self._values: dict[str, object] = {"day": wanted.day}
        either = []
        if wanted.rules is not None:
            either.append("f.rule IN (SELECT value FROM json_each(:rules))")
            self._values["rules"] = _texts(wanted.rules)
        if wanted.patients is not None:
            either.append("f.patient_id IN (SELECT value FROM json_each(:ids))")
            self._values["ids"] = as_text(wanted.patients)
        if either:
            parts.append(f"({' OR '.join(either)})")
        if wanted.mine is not None:
            parts.append(_OWNER.format(nobody=":me" if wanted.or_nobody else "0"))
            self._values["me"] = wanted.mine
        if wanted.waiting:
            parts.append(_ASKED)
        self._from = f"FROM conflict_found AS f {_PEOPLE} WHERE {' AND '.join(parts)}"

    def counts(self) -> dict[int, int]:
        """How many there are, by the rank of their severity."""
        query = f"SELECT f.rank, count(*) {self._from} GROUP BY f.rank"
        return dict(self._raw.execute(query, self._values))

    def first(self, most: int, offset: int = 0) -> list[FoundRow]:
        """The worst first, of these the longest there."""
        query = (
            f"SELECT {_NAMES} {self._from} ORDER BY f.rank, f.since, f.patient_id, f.rule LIMIT :most OFFSET :offset"
        )
        values = self._values | {"most": most, "offset": offset}
        return [FoundRow(*row) for row in self._raw.execute(query, values)]

    def patients(self) -> list[Standing]:
        """Whom they concern, the longest there first."""
        query = (
            f"SELECT f.patient_id, min(f.since) AS longest {self._from} GROUP BY f.patient_id "
            "ORDER BY longest, f.patient_id"
        )
        return [Standing._make(row) for row in self._raw.execute(query, self._values)]

    def of(self, patients: Sequence[int]) -> dict[int, list[FoundRow]]:
        """Those of each of these patients, the worst and longest there first."""
        among = f"{self._from} AND f.patient_id IN (SELECT value FROM json_each(:some))"  # noqa: S608
        query = f"SELECT {_NAMES} {among} ORDER BY f.rank, f.since, f.rule"
        found: dict[int, list[FoundRow]] = {}
        for row in self._raw.execute(query, self._values | {"some": as_text(patients)}):
            found.setdefault(row[0], []).append(FoundRow(*row))
        return found


def by_rule(connection: Connection) -> dict[str, int]:
    """How many stand now, by rule."""
    query = "SELECT rule, count(*) FROM conflict_found WHERE gone_on IS NULL GROUP BY rule"
    return dict(driver_connection(connection).execute(query))


def _texts(values: Iterable[str]) -> str:
    return json.dumps(list(values))
