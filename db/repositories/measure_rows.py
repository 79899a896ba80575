"""Records that measures look at, of many patients at once: read with the driver itself, since a whole practice is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from db.engine import driver_connection
from db.repositories import measure_events
from db.search import as_text

Stored = tuple[Any, ...]
_INCOMPLETE = "SELECT id FROM import_batch WHERE state <> 'complete'"
_LISTED = "SELECT value FROM json_each(?)"
_CODED = "code_system, code, other_codes"
# What each table is asked for behind the id of the patient, its own id and the id of its source.
COLUMNS = {
    "condition": f"{_CODED}, status, verification, category, onset_when, abated_when, recorded_when",
    "allergy_intolerance": f"{_CODED}, status, verification, onset_when, recorded_when",
    "medication_entry": (
        f"{_CODED}, kind, status, intent, starts_when, ends_when, recorded_when, refills, days_supply, text"
    ),
    "medication_dispense": f"{_CODED}, status, handed_over_when, quantity, days_supply, text",
    "observation": (
        f"{_CODED}, status, category, effective_when, recorded_when, value_number, value_unit, value_code_system, "
        "value_code, value_text, encounter_source"
    ),
    "encounter": f"{_CODED}, status, class_code, starts_when, ends_when",
    "procedure": f"{_CODED}, status, performed_when, performed_end",
    "service_request": f"{_CODED}, status, intent, recorded_when, ordered_on, is_referral, service, text",
    "task": f"{_CODED}, status, service_request_id, done_on",
}


class MeasureRows:
    """The rows of some patients that count: not removed, and not of an import that is not complete."""

    def __init__(self, connection: Connection, ids: Iterable[int]) -> None:
        self._connection, self._raw = connection, driver_connection(connection)
        hidden = [str(row[0]) for row in self._raw.execute(_INCOMPLETE)]
        self._imports = hidden
        self._hidden = f"import_id IN ({', '.join(hidden)})" if hidden else "0"
        self._shown = f" AND (import_id IS NULL OR import_id NOT IN ({', '.join(hidden)}))" if hidden else ""
        self._ids = (as_text(ids),)

    def of(self, table: str) -> Iterator[Stored]:
        """Patient, id, source and columns of every row, patient by patient."""
        return self._run(
            f"SELECT patient_id, id, source_id, {COLUMNS[table]} FROM {table} "  # noqa: S608  our own words only
            f"WHERE patient_id IN ({_LISTED}) AND removed_at IS NULL{self._shown} ORDER BY patient_id, id"
        )

    def components(self) -> Iterator[Stored]:
        """Parts of observations that are numbers: the observation, code, value and unit."""
        return self._run(
            "SELECT observation_id, code_system, code, value_number, value_unit FROM observation_component "  # noqa: S608
            f"WHERE patient_id IN ({_LISTED}) AND value_number IS NOT NULL{self._shown} ORDER BY id"
        )

    def visits(self) -> Iterator[Stored]:
        """The patient of a visit, the key its facts name it by, and its class."""
        return self._run(
            "SELECT e.patient_id, r.resource_id, e.class_code FROM encounter AS e "  # noqa: S608  our own words only
            "JOIN source_resource AS r ON r.id = e.source_id "
            f"WHERE e.patient_id IN ({_LISTED}) AND e.removed_at IS NULL"
        )

    def conditions(self) -> Iterator[Stored]:
        """The patient of a problem, its id where it came from, and its codes."""
        return self._run(
            f"SELECT c.patient_id, r.resource_id, {_CODED} FROM condition AS c "  # noqa: S608  our own words only
            "JOIN source_resource AS r ON r.id = c.source_id "
            f"WHERE c.patient_id IN ({_LISTED}) AND c.removed_at IS NULL"
        )

    def reports(self) -> Iterator[Stored]:
        """Reports that came back for referrals: patient, id, referral, day and whether it came with an import."""
        return self._run(
            "SELECT patient_id, id, service_request_id, happened_on, source_id FROM referral_event "  # noqa: S608
            f"WHERE patient_id IN ({_LISTED}) AND state = 'report_received' AND removed_at IS NULL{self._shown} "
            "ORDER BY id"
        )

    def appointments(self) -> Iterator[Stored]:
        """Visits here: patient, id, source, status and times."""
        return self._run(
            "SELECT patient_id, id, source_id, status, starts_at, ends_at, created_at, moved_from_id FROM appointment "  # noqa: S608
            f"WHERE patient_id IN ({_LISTED}) AND removed_at IS NULL AND outside = 0{self._shown} ORDER BY id"
        )

    def events(self) -> Iterator[measure_events.Event]:
        """What we did ourselves."""
        return measure_events.events(self._connection, *self._ids, self._imports)

    def visits_due(self) -> dict[int, tuple[str | None, int | None]]:
        """By stay: the complexity of its discharge, and a limit of days of its own."""
        return measure_events.visits_due(self._connection, *self._ids)

    def refills_told(self) -> Iterator[Stored]:
        """Refills the patient told of."""
        return measure_events.refills_told(self._connection, *self._ids, self._imports)

    def followed(self) -> Iterator[Stored]:
        """What followed positive screens: patient, id, day, act, and the code of the score."""
        return self._run(
            "SELECT f.patient_id, f.id, f.done_on, f.act, o.code FROM screening_follow_up AS f "  # noqa: S608
            "JOIN observation AS o ON o.id = f.observation_id "
            f"WHERE f.patient_id IN ({_LISTED}) AND f.removed_at IS NULL ORDER BY f.id"
        )

    def unread(self, kinds: Iterable[str]) -> Iterator[Stored]:
        """Resources of types that become no row: patient, id, type and packed content."""
        wanted = ", ".join(f"'{kind}'" for kind in kinds)
        return self._run(
            "SELECT patient_id, id, resource_type, content FROM source_resource "  # noqa: S608  our own words only
            f"WHERE patient_id IN ({_LISTED}) AND target_table IS NULL AND resource_type IN ({wanted})"
            f"{self._shown} ORDER BY id"
        )

    def contents(self, sources: Iterable[int]) -> dict[int, bytes]:
        """The packed content of these resources."""
        query = f"SELECT id, content FROM source_resource WHERE id IN ({_LISTED}) AND content IS NOT NULL"  # noqa: S608
        return dict(self._raw.execute(query, (as_text(sources),)))

    def people(self) -> Iterator[Stored]:
        """Id, birth date, sex, whether and when they died, and whether the record counts."""
        return self._run(
            "SELECT id, birth_date, sex, deceased, deceased_on, "  # noqa: S608  our own words only
            f"CASE WHEN removed_at IS NOT NULL OR {self._hidden} THEN 0 ELSE 1 END "
            f"FROM patient WHERE id IN ({_LISTED}) ORDER BY id"
        )

    def _run(self, query: str) -> Iterator[Stored]:
        found: Iterator[Stored] = self._raw.execute(query, self._ids)
        return found
