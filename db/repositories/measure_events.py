"""What people here did, as measures count it: plans, pages, contacts, referral steps, answers about medicines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from db.engine import driver_connection

# What a call was about, by the beginning of its key, and the day that fell due; a key is such as "task:7".
_DUE = (
    ("plan_action", "SELECT p.due_on FROM plan_action AS p WHERE p.id = {id}"),
    ("task", "SELECT t.due_on FROM task AS t WHERE t.id = {id}"),
    ("appointment", "SELECT a.starts_at FROM appointment AS a WHERE a.id = {id}"),
)
_NUMBER = "CAST(substr(c.item_key, {after}) AS INTEGER)"
_DUE_OF_CONTACT = "CASE " + " ".join(
    f"WHEN c.item_key LIKE '{kind}:%' THEN ({wanted.format(id=_NUMBER.format(after=len(kind) + 2))})"
    for kind, wanted in _DUE
) + " END"  # fmt: skip
_STAY = "encounter:"
# Of each: patient, table, id, what, first and last day, the record it is about, outcome, due day, value, stay.
_FROM = "WHERE patient_id IN (SELECT value FROM json_each(?)) AND removed_at IS NULL"
_QUERIES = (
    (
        "SELECT patient_id, 'plan_version', id, 'plan-version', frozen_on, coalesce(review_due, frozen_on), NULL, "  # noqa: S608
        f"NULL, NULL, NULL, NULL, NULL FROM plan_version {_FROM}"
    ),
    (
        "SELECT patient_id, 'plan_sign_off', id, 'plan-agreed', answered_on, answered_on, 'plan_version', "  # noqa: S608
        f"plan_version_id, NULL, NULL, NULL, NULL FROM plan_sign_off {_FROM} "
        "AND party = 'patient' AND +answer = 'accepted'"
    ),
    (
        "SELECT patient_id, 'handout', id, 'next-steps', printed_on, printed_on, NULL, NULL, NULL, NULL, NULL, NULL "  # noqa: S608
        f"FROM handout {_FROM} AND kind = 'next-steps' AND handed_to IS NOT NULL"
    ),
    (
        "SELECT patient_id, 'referral_event', id, 'referral-' || replace(state, '_', '-'), happened_on, happened_on, "  # noqa: S608
        f"'service_request', service_request_id, NULL, NULL, NULL, NULL FROM referral_event {_FROM} AND {{shown}}"
    ),
    (
        f"SELECT c.patient_id, 'contact_log', c.id, 'contact', c.at, c.at, NULL, NULL, c.outcome, {_DUE_OF_CONTACT}, "  # noqa: S608
        f"NULL, CASE WHEN c.item_key LIKE '{_STAY}%' THEN {_NUMBER.format(after=len(_STAY) + 1)} END "
        f"FROM contact_log AS c {_FROM}"
    ),
    (
        "SELECT patient_id, 'medication_adherence', id, 'taking-asked', asked_on, asked_on, 'medication_entry', "  # noqa: S608
        "medication_entry_id, taking, NULL, CASE WHEN missed_days > 0 THEN missed_doses * 1.0 / missed_days END, NULL "
        f"FROM medication_adherence {_FROM} AND {{shown}} AND taking <> 'unknown'"
    ),
)


class Event(NamedTuple):
    """One thing that was done.

    `what`: its code among our own. `first` and `last`: as stored. `about_table` and `about_id`: the record it is about.
    `due`: of a contact the day what it was about fell due; `stay`: the encounter it was about. `value`: of an answer
    about a medicine the missed doses of a day.
    """

    patient_id: int
    table: str
    id: int
    what: str
    first: str | None
    last: str | None
    about_table: str | None
    about_id: int | None
    status: str | None
    due: str | None
    value: float | None
    stay: int | None


def events(connection: Connection, ids: str, hidden: Sequence[str]) -> Iterator[Event]:
    """Everything of that kind these patients have.

    Args:
        connection: The running transaction.
        ids: Of patients, as `db.search.as_text` makes them.
        hidden: Imports that are not complete.
    """
    raw: Any = driver_connection(connection)
    for query in _QUERIES:
        yield from map(Event._make, raw.execute(query.format(shown=_complete(hidden)), (ids,)))


def visits_due(connection: Connection, ids: str) -> dict[int, tuple[str | None, int | None]]:
    """By stay: how complex its discharge is said to be, and within how many days a person said they are to be seen."""
    query = f"SELECT encounter_id, complexity, visit_days FROM transition {_FROM}"  # noqa: S608  our own words
    return {stay: (complexity, days) for stay, complexity, days in driver_connection(connection).execute(query, (ids,))}


def refills_told(connection: Connection, ids: str, hidden: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    """Refills the patient told of: patient, id of the answer, the medicine's codes, words and days of supply, day."""
    query = (
        "SELECT a.patient_id, a.id, m.code_system, m.code, m.other_codes, m.text, m.days_supply, a.last_refill_on "  # noqa: S608
        "FROM medication_adherence AS a JOIN medication_entry AS m ON m.id = a.medication_entry_id "
        "WHERE a.patient_id IN (SELECT value FROM json_each(?)) AND a.removed_at IS NULL "
        "AND a.last_refill_on IS NOT NULL "
        f"AND m.days_supply > 0 AND {_complete(hidden, 'a.')} ORDER BY a.id"
    )
    yield from driver_connection(connection).execute(query, (ids,))


def _complete(hidden: Sequence[str], alias: str = "") -> str:
    """The condition that a row is not of one of these imports."""
    return f"({alias}import_id IS NULL OR {alias}import_id NOT IN ({', '.join(hidden)}))" if hidden else "1"
