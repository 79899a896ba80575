"""What the database does to answer a question: the statements a use case runs, and what it reads from end to end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, text

from db.engine import driver_connection
from icm_desktop.practice import OpenPractice

SMALL = frozenset({
    "absence", "action", "alembic_version", "appointment_type", "backup_record", "closure", "content_confirmation",
    "database_info", "draft", "import_batch", "letter_text", "phrase_text", "policy_setting", "practice", "room",
    "exchange_partner", "partner_state", "second_step", "site", "site_hours", "user_account", "working_hours",
    "pathway_adoption", "pathway_edit", "instrument_use", "table_change",
    "population_rule", "population_reckoned", "hourly_rate", "program_expense", "classification_table",
    "patient_match_due", "pathway_stale", "conflict_stale", "page_stale",  # every act empties these
})  # fmt: skip
"""What a practice has dozens of, however many patients it has; every other table is large."""
_SCAN = re.compile(r"SCAN (\w+)(.*)")
_OF_WORDS = re.compile(r" VIRTUAL TABLE INDEX \d+:=?M")
_QUESTION = re.compile(r"\s*(SELECT|WITH)\b", re.IGNORECASE)
_ALIAS = re.compile(r"\b(\w+) (?:AS )?(\w+)\b")

Statement = tuple[str, Any]


@contextmanager
def asked(practice: Any) -> Iterator[list[Statement]]:
    """Every question put to the database inside, with its values; also those that go past SQLAlchemy."""
    seen: list[Statement] = []
    known: list[bool] = []  # whether the statement that starts now was noted with its values

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        known.append(True)
        if _QUESTION.match(statement):
            seen.append((statement, parameters))

    def trace(statement: str) -> None:
        if not known and _QUESTION.match(statement):
            seen.append((statement, ()))
        known.clear()

    def taken(connection: Any, *_rest: Any) -> None:
        connection.set_trace_callback(trace)

    def given_back(connection: Any, *_rest: Any) -> None:
        connection.set_trace_callback(None)

    heard = (("before_cursor_execute", note), ("checkout", taken), ("checkin", given_back))
    engines = {practice.database.engine, practice.database.writer}
    for engine in engines:
        for name, what in heard:
            event.listen(engine, name, what)
    try:
        yield seen
    finally:
        for engine in engines:
            for name, what in heard:
                event.remove(engine, name, what)


def plans(opened: OpenPractice, statements: Sequence[Statement]) -> list[tuple[str, list[str]]]:
    """Each different statement with the steps of its plan."""
    with opened.read() as uow:
        raw = driver_connection(uow.session.connection())
        return [
            (statement, [step[3] for step in raw.execute(f"EXPLAIN QUERY PLAN {statement}", values)])
            for statement, values in dict(statements).items()
        ]


def scans(opened: OpenPractice, statements: Sequence[Statement]) -> dict[str, str]:
    """Large tables read from end to end, by their table or an index: {table: how, and for which statement}.

    No such thing is walking in the order asked for until a page is full, a question of words, or an index of few rows.
    """
    with opened.read() as uow:
        made = uow.session.execute(text("SELECT type, name, coalesce(sql, '') FROM sqlite_master")).all()
    large = frozenset(name for kind, name, _ in made if kind == "table") - SMALL
    views = "\n".join(sql for kind, _, sql in made if kind == "view")
    of_few = frozenset(name for kind, name, sql in made if kind == "index" and " WHERE " in sql)
    found = {}
    for statement, steps in plans(opened, statements):
        walked = (
            " LIMIT " in statement and "USE TEMP B-TREE FOR ORDER BY" not in steps and "SELECT count" not in statement
        )
        named = {alias: table for table, alias in _ALIAS.findall(f"{views}\n{statement}") if table in large}
        for number, step in enumerate(steps):
            match = _SCAN.match(step)
            if match is None or _OF_WORDS.search(match[2]) or of_few.intersection(match[2].split()):
                continue
            table = match[1] if match[1] in large else named.get(match[1])
            if table is not None and not (walked and number == 0):
                found[table] = f"{step}\n{statement}"
    return found
