"""Rows on their way to the tables, each with its id from the start, so that rows can point at one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

# Parents before children: the order rows are inserted in.
TABLES = (
    "patient",
    "patient_name",
    "patient_identifier",
    "patient_telecom",
    "patient_address",
    "patient_contact",
    "source_resource",
    "care_plan",
    "care_team",
    "care_team_member",
    "condition",
    "allergy_intolerance",
    "medication_entry",
    "medication_adherence",
    "medication_dispense",
    "encounter",
    "immunization",
    "procedure",
    "observation",
    "observation_component",
    "questionnaire_response",
    "diagnostic_report",
    "family_member_history",
    "device",
    "health_concern",
    "goal",
    "plan_action",
    "plan_barrier",
    "plan_part",
    "service_request",
    "referral_event",
    "task",
    "appointment",
    "contact_log",
    "communication",
    "transition",
    "transition_step",
    "medication_reconciliation",
    "program_enrolment",
    "time_entry",
    "coverage",
    "document",
    "document_content",
    "consent",
    "flag",
    "claim",
)


class Ids:
    """The next free id of each table; `first` tells where a table begins."""

    def __init__(self, first: Callable[[str], int]) -> None:
        self._first = first
        self._next: dict[str, int] = {}

    def take(self, table: str) -> int:
        """A fresh id."""
        number = self._next.get(table) or self._first(table)
        self._next[table] = number + 1
        return number


class Rows:
    """The rows of some patients."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._rows: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def reserve(self, table: str) -> int:
        """An id for a row that comes later."""
        return self._ids.take(table)

    def add(self, table: str, **values: Any) -> int:
        """Add a row; its id."""
        number = self._ids.take(table)
        self._rows[table].append({"id": number, "version": 1, **values})
        return number

    def add_as(self, table: str, number: int, **values: Any) -> None:
        """Add a row under a reserved id."""
        self._rows[table].append({"id": number, "version": 1, **values})

    def add_part_as(self, table: str, number: int, **values: Any) -> None:
        """Add a row of a table that has no version of its own under a reserved id."""
        self._rows[table].append({"id": number, **values})

    def add_part(self, table: str, **values: Any) -> int:
        """Add a row of a table that has no version of its own."""
        number = self._ids.take(table)
        self._rows[table].append({"id": number, **values})
        return number

    def by_table(self) -> dict[str, list[dict[str, Any]]]:
        """{table: rows}, parents before children."""
        return {table: self._rows[table] for table in TABLES if self._rows[table]}
