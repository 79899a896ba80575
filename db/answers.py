"""Answers of questionnaires one by one in a small table, kept right by triggers.

Who gave a certain answer is found without reading every form that was ever filled in. It holds no fact of its own, so
it is not audited.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Integer, String, column, table

COLUMNS = ("response_id", "position", "item", "code", "number")
ANSWER = table(
    "questionnaire_answer", column("response_id", Integer), column("item", String), column("code"), column("number")
)

# Some forms name an item "/44250-9/44260-8": it is what stands behind the last stroke.
_ITEM = "substr(link, length(rtrim(link, replace(link, '/', ''))) + 1)"
_EACH = (
    "SELECT q.id AS response_id, i.key AS position, CAST(json_extract(i.value, '$.link_id') AS TEXT) AS link, "
    "CAST(json_extract(i.value, '$.code') AS TEXT) AS code, CASE WHEN json_type(i.value, '$.value') "
    "IN ('integer', 'real') THEN json_extract(i.value, '$.value') + 0.0 END AS number "
    "FROM questionnaire_response AS q, json_each(q.items) AS i WHERE i.type = 'object'"
)
_QUERY = (
    f"SELECT response_id, position, {_ITEM} AS item, code, number FROM ({_EACH}) "  # noqa: S608  our own words only
    "WHERE link IS NOT NULL AND (code IS NOT NULL OR number IS NOT NULL)"
)
_NAMES = ", ".join(COLUMNS)


def _fill(response: str) -> str:
    return (
        f"INSERT INTO questionnaire_answer ({_NAMES}) SELECT {_NAMES} FROM questionnaire_answer_of "  # noqa: S608
        f"WHERE response_id = {response}; "
    )


def _clear(response: str) -> str:
    return f"DELETE FROM questionnaire_answer WHERE response_id = {response}; "  # noqa: S608  our own words only


def _trigger(name: str, when: str, body: str) -> str:
    return f"CREATE TRIGGER questionnaire_answer_{name} AFTER {when} ON questionnaire_response BEGIN {body} END"


DDL: list[str] = [
    (
        "CREATE TABLE questionnaire_answer (response_id INTEGER NOT NULL, position INTEGER NOT NULL, "
        "item TEXT NOT NULL, code TEXT, number REAL, PRIMARY KEY (response_id, position)) WITHOUT ROWID"
    ),
    "CREATE INDEX ix_questionnaire_answer_code ON questionnaire_answer (item, code)",
    "CREATE INDEX ix_questionnaire_answer_number ON questionnaire_answer (item, number) WHERE number IS NOT NULL",
    f"CREATE VIEW questionnaire_answer_of AS {_QUERY}",
    _trigger("added", "INSERT", _fill("NEW.id")),
    _trigger("changed", "UPDATE OF items", _clear("NEW.id") + _fill("NEW.id")),
    _trigger("purged", "DELETE", _clear("OLD.id")),
]


def refresh_all(connection: Connection) -> None:
    """Write down every answer: for a file from before there was the table."""
    connection.exec_driver_sql("DELETE FROM questionnaire_answer")
    connection.exec_driver_sql(f"INSERT INTO questionnaire_answer ({_NAMES}) {_QUERY}")


def answers_fit(raw: Any) -> bool:
    """Whether the table says what the forms say, made anew and compared row by row.

    Args:
        raw: The driver's connection.
    """
    kept = f"SELECT {_NAMES} FROM questionnaire_answer"  # noqa: S608  our own words only
    right = f"SELECT {_NAMES} FROM questionnaire_answer_of"  # noqa: S608  our own words only
    differs = f"SELECT EXISTS (SELECT * FROM ({kept} EXCEPT {right})) OR EXISTS (SELECT * FROM ({right} EXCEPT {kept}))"  # noqa: S608
    return not raw.execute(differs).fetchone()[0]
