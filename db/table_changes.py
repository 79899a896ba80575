"""Counts, whoever writes, how often a table was changed: what was read from tables is right until one of them was.

`table_change` has one number for each table of `COUNTED`, moved by triggers, and of `NOTED`, moved by the one writer of
that table (they have many rows that are written together). It holds no fact, so nothing of it is audited. A table
without a number is one of which nothing can be known.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from db.engine import driver_connection

COUNTED = (
    "appointment", "appointment_type", "care_note", "care_note_reader", "case_recommendation", "closure",
    "contact_log", "detected_issue", "encounter", "import_batch", "instrument_use", "medication_reconciliation",
    "near_miss", "observation", "pathway_adoption", "pathway_edit", "pathway_enrolment", "patient",
    "patient_request", "plan_action", "plan_sign_off", "plan_version", "policy_setting", "program_enrolment",
    "questionnaire_answer", "questionnaire_response", "referral_event", "relapse_plan", "safety_assessment",
    "service_request", "step_decision", "task", "team_question", "transition", "user_account", "work_standing",
    "worklist_hold",
)  # fmt: skip
NOTED = ("conflict_found", "pathway_due", "work_kept")
TOGETHER = {"pathway_checked": "pathway_due", "pathway_tally": "pathway_due"}  # tables that change with another only
_NOTE = "UPDATE table_change SET changes = changes + 1 WHERE name = "

DDL: list[str] = [
    "CREATE TABLE table_change (name TEXT PRIMARY KEY, changes INTEGER NOT NULL) WITHOUT ROWID",
    *(
        f"CREATE TRIGGER table_change_{table}_{name} AFTER {when} ON {table} BEGIN {_NOTE}'{table}'; END"
        for table in COUNTED
        for name, when in (("added", "INSERT"), ("changed", "UPDATE"), ("purged", "DELETE"))
    ),
]


def begin(connection: Connection) -> None:
    """Give every table its number; those that have one keep it."""
    for table in (*COUNTED, *NOTED):
        connection.exec_driver_sql("INSERT OR IGNORE INTO table_change (name, changes) VALUES (?, 0)", (table,))


def note(raw: Any, table: str) -> None:
    """Count a change of a table of `NOTED`.

    Args:
        raw: The driver's connection.
    """
    raw.execute(f"{_NOTE}?", (table,))


def counted(connection: Connection) -> dict[str, int]:
    """How often each table was changed."""
    return dict(driver_connection(connection).execute("SELECT name, changes FROM table_change").fetchall())
