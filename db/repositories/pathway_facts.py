"""Rows that pathways look at, of many patients at once: read with the driver itself, since a whole practice is read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from db.engine import driver_connection
from db.search import as_text

Stored = tuple[Any, ...]
_INCOMPLETE = "SELECT id FROM import_batch WHERE state <> 'complete'"
_LISTED = "SELECT value FROM json_each(?)"
_CODED = "code_system, code, other_codes"
_WITH_CODE = " AND (code IN (SELECT value FROM json_each(?)) OR other_codes IS NOT NULL)"
# What each table is asked for behind the id of the patient, and which of its rows; a True: rows of imports.
TABLES: dict[str, tuple[str, str, bool]] = {
    "observation": (
        f"{_CODED}, effective_when, value_number, value_unit, status, method, note, encounter_source, value_code",
        " AND absent_reason IS NULL",
        True,
    ),
    "questionnaire_response": ("questionnaire, authored_when, items, status", "", True),
    "procedure": (f"{_CODED}, performed_when, status", "", True),
    "immunization": (f"{_CODED}, occurred_when, status", "", True),
    "encounter": ("class_code, starts_when, ends_when, status, discharge", "", True),
    "service_request": (f"{_CODED}, ordered_on, status", "", True),
    "condition": (f"{_CODED}, status, onset_when, recorded_when, abated_when, verification", "", True),
    "medication_entry": ("text, status, intent, starts_when, recorded_when, ends_when", "", True),
    "contact_log": ("at, outcome", "", False),
    "step_decision": ("activity, kind, made_on, reason, until_on", "", False),
    "pathway_enrolment": ("pathway, entered_on, left_on", " AND status IN ('enrolled', 'left')", False),
    "pathway_target": ("target, value, set_on, reason", "", False),
}


# A status is asked with a `+` before it: an index that begins with it would walk through everybody's open rows.
_EVENTS = ("observation", "procedure", "immunization", "service_request")


class FactRows:
    """The rows of some patients that count: not removed, and not of an import that is not complete."""

    def __init__(self, connection: Connection, ids: Iterable[int], codes: Iterable[str] | None = None) -> None:
        """`codes`: those asked for, as they are stored; what bears another one, and no further ones, is passed over."""
        self._raw = driver_connection(connection)
        hidden = [str(row[0]) for row in self._raw.execute(_INCOMPLETE)]
        self._shown = f" AND (import_id IS NULL OR import_id NOT IN ({', '.join(hidden)}))" if hidden else ""
        self._ids = (as_text(ids),)
        self._codes = None if codes is None else json.dumps(sorted(codes))

    def of(self, table: str) -> Iterator[Stored]:
        """Patient and columns of every row, of each patient in the order they were made.

        That is the order of the index they are found by: nothing is sorted.
        """
        columns, more, imported = TABLES[table]
        coded = self._codes is not None and table in _EVENTS
        query = (
            f"SELECT patient_id, {columns} FROM {table} "  # noqa: S608  our own words only
            f"WHERE patient_id IN ({_LISTED}) AND removed_at IS NULL{self._shown if imported else ''}{more}"
            f"{_WITH_CODE if coded else ''} ORDER BY patient_id, id"
        )
        return self._run(query, coded)

    def medicines(self) -> Iterator[Stored]:
        """What the rules ask of a current medicine: words and codes, state, intent, dates, who ordered it, the dose."""
        return self._all_of(
            "medication_entry",
            "text, code_system, code, other_codes, status, intent, starts_when, recorded_when, ends_when, author, "
            "dose_value, dose_unit, times_per_day, patient_reported",
            " AND +status IN ('active', 'on-hold')",
        )

    def allergies(self) -> Iterator[Stored]:
        """Words and codes of what was reacted to, its state, and whether it is an allergy or an intolerance."""
        return self._all_of(
            "allergy_intolerance", "text, code_system, code, other_codes, status, verification, kind, category"
        )

    def goals(self) -> Iterator[Stored]:
        """Goals that are not over: words, author and owner, target, when they begin; the name of the patient."""
        query = (
            "SELECT g.patient_id, g.id, g.text, g.words, g.author, g.owner_kind, g.owner_name, g.measure_code, "  # noqa: S608
            "g.target_comparator, g.target_value, g.target_low, g.target_high, g.target_unit, g.starts_when, "
            "p.given, p.family FROM goal AS g JOIN patient AS p ON p.id = g.patient_id "
            f"WHERE g.patient_id IN ({_LISTED}) AND g.removed_at IS NULL"
            f"{self._shown.replace('import_id', 'g.import_id')} "
            "AND +g.status IN ('active', 'accepted', 'planned', 'on-hold') ORDER BY g.id"
        )
        return self._run(query)

    def actions(self) -> Iterator[Stored]:
        """Open actions of plans: words and owner."""
        open_ones = " AND +status IN ('not-started', 'scheduled', 'in-progress', 'on-hold')"
        return self._all_of("plan_action", "text, owner_name", open_ones)

    def _all_of(self, table: str, columns: str, more: str = "") -> Iterator[Stored]:
        query = (
            f"SELECT patient_id, id, {columns} FROM {table} "  # noqa: S608  our own words only
            f"WHERE patient_id IN ({_LISTED}) AND removed_at IS NULL{self._shown}{more} ORDER BY id"
        )
        return self._run(query)

    def parts(self) -> Iterator[Stored]:
        """Parts of observations that are numbers."""
        query = (
            "SELECT c.patient_id, c.code, c.value_number, c.value_unit, o.effective_when, o.status, o.method, o.note, "  # noqa: S608
            "o.encounter_source FROM observation_component AS c JOIN observation AS o ON o.id = c.observation_id "
            f"WHERE c.patient_id IN ({_LISTED}) AND c.value_number IS NOT NULL AND o.removed_at IS NULL"
            f"{self._shown.replace('import_id', 'o.import_id')}"
            f"{'' if self._codes is None else ' AND c.code IN (SELECT value FROM json_each(?))'} "
            "ORDER BY c.patient_id, o.id, c.id"
        )
        return self._run(query, self._codes is not None)

    def visits(self) -> Iterator[Stored]:
        """The id a visit has where it came from, and its class."""
        query = (
            "SELECT r.resource_id, e.class_code FROM encounter AS e JOIN source_resource AS r ON r.id = e.source_id "  # noqa: S608
            f"WHERE e.patient_id IN ({_LISTED}) AND e.removed_at IS NULL"
            f"{self._shown.replace('import_id', 'e.import_id')}"
        )
        return self._run(query)

    def people(self) -> Iterator[Stored]:
        """Id, birth date, sex, coordinator (0: none), when the record was made, whether and when they died."""
        query = (
            "SELECT id, birth_date, sex, coalesce(coordinator_id, 0), created_at, deceased, deceased_on FROM patient "  # noqa: S608
            f"WHERE id IN ({_LISTED}) AND removed_at IS NULL{self._shown}"
        )
        return self._run(query)

    def _run(self, query: str, coded: bool = False) -> Iterator[Stored]:
        found: Iterator[Stored] = self._raw.execute(query, (*self._ids, self._codes) if coded else self._ids)
        return found
