"""Which pages that patients hold say something that is not so any more; it holds no fact of its own, so no audit.

Triggers note, whoever writes, of which patients something changed that a page can say (`page_stale`), and only of
those who hold a page (a saved one is nobody's until it was given): everybody else costs one look into an index.
`page_outdated` has a row for each page that was found to differ, with what differs; `again_on` is when time alone may
settle it (a changed visit is over).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from sqlalchemy import Connection

from db import stale_marks
from db.engine import driver_connection
from db.search import as_text

_STALE = "page_stale"
_LISTED = "SELECT value FROM json_each(?)"
_FACTS = (
    "medication_entry", "appointment", "goal", "plan_action", "care_plan", "pathway_enrolment", "encounter",
    "detected_issue", "team_member", "service_request",
)  # fmt: skip
_IMPORTED = ("medication_entry", "appointment", "goal", "plan_action", "care_plan", "encounter", "service_request")
_HELD = "h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL"
_HOLDS = f"EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = {{patient}} AND {_HELD})"  # noqa: S608  our own words
_NEW, _OLD = "NEW.patient_id", "OLD.patient_id"


@dataclass(frozen=True, slots=True)
class Outdated:
    """A page that does not say what it would say now; `what`: JSON list of sections; days are ISO."""

    handout_id: int
    patient_id: int
    kind: str
    printed_on: str
    since: str
    again_on: str | None
    what: str


def _mark(patient: str) -> str:
    holds = _HOLDS.format(patient=patient)
    return stale_marks.mark(_STALE, patient).removesuffix("; ") + f" AND {holds}; "


def _of_facts(table: str) -> list[str]:
    name = f"CREATE TRIGGER {_STALE}_{table}"
    return [
        f"{name}_added AFTER INSERT ON {table} BEGIN {_mark(_NEW)} END",
        f"{name}_changed AFTER UPDATE ON {table} BEGIN {_BOTH} END",
    ]


_PRINTED = "handed_to, facts, told_facts, removed_at, patient_id, how"
_PERSON = "coordinator_id, deceased, removed_at, family, given, birth_date"
_CALLED = "phone, after_hours_phone, hours_text"
_BOTH = _mark(_OLD) + _mark(_NEW)
_BOTH_ANYWAY = stale_marks.mark(_STALE, _OLD) + stale_marks.mark(_STALE, _NEW)
_EVERYBODY = (
    f"INSERT INTO {_STALE} (patient_id) SELECT DISTINCT h.patient_id FROM handout AS h "  # noqa: S608  our own words
    f"WHERE {_HELD} AND NOT EXISTS (SELECT 1 FROM {_STALE} AS s WHERE s.patient_id = h.patient_id);"
)
DDL: list[str] = [
    stale_marks.create(_STALE),
    (
        "CREATE TABLE page_outdated (handout_id INTEGER PRIMARY KEY, patient_id INTEGER NOT NULL, kind TEXT NOT NULL, "
        "printed_on TEXT NOT NULL, since TEXT NOT NULL, again_on TEXT, what TEXT NOT NULL)"
    ),
    "CREATE INDEX ix_page_outdated_patient_id ON page_outdated (patient_id)",
    "CREATE INDEX ix_page_outdated_kind ON page_outdated (kind, printed_on, handout_id)",
    "CREATE INDEX ix_page_outdated_printed_on ON page_outdated (printed_on, handout_id)",
    "CREATE INDEX ix_page_outdated_again_on ON page_outdated (again_on) WHERE again_on IS NOT NULL",
    *(trigger for table in _FACTS for trigger in _of_facts(table)),
    f"CREATE TRIGGER {_STALE}_handout_added AFTER INSERT ON handout BEGIN {_mark(_NEW)} END",
    # Whoever gives back the last page holds none any more: what was found of it must go.
    f"CREATE TRIGGER {_STALE}_handout_changed AFTER UPDATE OF {_PRINTED} ON handout BEGIN {_BOTH_ANYWAY} END",
    f"CREATE TRIGGER {_STALE}_patient_changed AFTER UPDATE OF {_PERSON} ON patient BEGIN {_mark('NEW.id')} END",
    # Whom to call stands on every page.
    f"CREATE TRIGGER {_STALE}_practice_changed AFTER UPDATE OF {_CALLED} ON practice BEGIN {_EVERYBODY} END",
    stale_marks.of_purged_patient(_STALE, "page_outdated"),
    stale_marks.of_import(_STALE, _IMPORTED),
]


def stale(connection: Connection, most: int) -> list[int]:
    """Patients of whom something changed that a page may say; the first `most`."""
    return stale_marks.first(connection, _STALE, most)


def waiting(connection: Connection, day: str) -> list[int]:
    """Patients whose pages must be compared again on a day, in order of their ids."""
    return stale_marks.union(connection, [(_STALE, ()), ("page_outdated WHERE again_on <= ?", (day,))])


def store(connection: Connection, rows: Iterable[Outdated], patient_ids: Sequence[int]) -> None:
    """Keep what comparing the pages of these patients came to, in the place of what was found before.

    A page that was found outdated before stays so since then.
    """
    raw, listed = driver_connection(connection), (as_text(patient_ids),)
    before = dict(raw.execute(f"SELECT handout_id, since FROM page_outdated WHERE patient_id IN ({_LISTED})", listed))  # noqa: S608
    for table in ("page_outdated", _STALE):
        raw.execute(f"DELETE FROM {table} WHERE patient_id IN ({_LISTED})", listed)  # noqa: S608
    kept = []
    for row in rows:
        values = list(astuple(row))
        values[4] = before.get(row.handout_id, row.since)
        kept.append(values)
    raw.executemany("INSERT INTO page_outdated VALUES (?, ?, ?, ?, ?, ?, ?)", kept)


def page_faults(raw: Any) -> list[str]:
    """Outdated pages that are no pages.

    Args:
        raw: The driver's connection.
    """
    loose = "SELECT EXISTS (SELECT 1 FROM page_outdated WHERE handout_id NOT IN (SELECT id FROM handout))"
    return ["page_outdated"] if raw.execute(loose).fetchone()[0] else []
