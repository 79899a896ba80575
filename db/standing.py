"""Where open work and calls stand (referrals, actions, missed visits, stays) in one small table, kept by triggers.

Today and the referrals board rank and count by it; it holds no fact of its own, so it is not audited. `since` is the
day of the state, `counted_from` that of the order where there is one; no due day is kept, because the practice's limits
and holidays may change. `holder` has the next step of a referral where that is not its owner: who reviews the note, or
who coordinates the patient after a visit that did not take place. `coordinator`, `clinician` and `tries` (calls in vain
since the state began) decide to whom it goes once it is late.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from db import standing_calls
from db.standing_sql import COLUMNS, NO_REFERRAL, VISIBLE, refresh, trigger

NOT_REACHED = ("left_message", "no_answer", "wrong_number")  # outcomes of calls in vain
NOBODY, SOMEBODY_ELSE = 0, -1  # `whose` when it is no user's; a user's id otherwise

_LAST_FACT = (
    "(SELECT f.id FROM referral_event AS f WHERE f.service_request_id = s.id AND f.removed_at IS NULL "  # noqa: S608
    f"AND {VISIBLE.format('f')} ORDER BY f.happened_on DESC, f.id DESC LIMIT 1)"
)
_VISIT = (
    "(SELECT max(v.starts_at) FROM appointment AS v WHERE v.service_request_id = s.id AND v.removed_at IS NULL "  # noqa: S608
    f"AND v.status || '' IN ('booked', 'pending', 'proposed') AND {VISIBLE.format('v')})"
)
_STATE = (
    "CASE WHEN s.status = 'completed' AND (e.state IS NULL OR e.state NOT IN "
    "('closed', 'rerouted', 'cancelled', 'patient_declined', 'expired')) THEN 'closed' "
    "WHEN s.status = 'revoked' AND (e.state IS NULL OR e.state NOT IN "
    "('closed', 'rerouted', 'cancelled', 'patient_declined', 'expired')) THEN 'cancelled' "
    "WHEN e.state IS NOT NULL THEN e.state "
    "WHEN s.status IS NOT 'draft' AND s.source_id IS NOT NULL THEN 'sent' ELSE 'draft' END"
)
_OF_REFERRAL = (
    "CASE WHEN coalesce(s.owner_kind, '') = '' OR coalesce(s.owner_name, '') = '' THEN coalesce(p.coordinator_id, 0) "
    "WHEN s.owner_kind = 'user' THEN coalesce(s.owner_user_id, -1) ELSE -1 END"
)
_OF_ITEM = (
    "CASE WHEN s.owner_user_id IS NOT NULL THEN s.owner_user_id "
    "WHEN s.owner_kind IS NULL THEN coalesce(p.coordinator_id, 0) ELSE -1 END"
)

_HOLDER = (
    "CASE WHEN e.state = 'report_received' THEN s.reviewer_id "
    "WHEN e.state IN ('no_show', 'visit_cancelled') THEN p.coordinator_id END"
)
_SINCE = "CASE WHEN e.id IS NULL THEN s.ordered_on ELSE e.happened_on END"
_TRIES = (
    "(SELECT count(*) FROM contact_log AS c WHERE c.item_key >= 'referral:' || s.id || ':' "  # noqa: S608
    f"AND c.item_key < 'referral:' || s.id || ';' AND c.outcome IN {NOT_REACHED} "
    f"AND c.at >= coalesce({_SINCE}, '') AND c.removed_at IS NULL)"
)

_REFERRALS = (
    "SELECT 'referral' AS kind, s.id AS row_id, s.patient_id AS patient_id, "  # noqa: S608  our own words only
    f"{_STATE} AS state, s.urgency <> 'routine' AS urgent, "
    f"{_SINCE} AS since, "
    "coalesce(s.ordered_on, e.happened_on) AS counted_from, s.ordered_on AS ordered_on, "
    f"CASE WHEN e.state = 'scheduled' THEN {_VISIT} END AS visit_at, "
    f"coalesce(e.state = 'scheduled', 0) AND {_VISIT} IS NOT NULL AS booked, "
    f"NULL AS held_until, {_OF_REFERRAL} AS whose, "
    "coalesce(s.owner_kind, '') = '' OR coalesce(s.owner_name, '') = '' AS unowned, "
    "s.closed_on IS NULL AND coalesce(s.status, '') NOT IN ('completed', 'revoked') AND NOT p.deceased AS listed, "
    "coalesce(s.import_id, 0) AS import_id, coalesce(s.service, '') AS service, "
    f"{_HOLDER} AS holder, coalesce(p.coordinator_id, 0) AS coordinator, coalesce(s.reviewer_id, 0) AS clinician, "
    f"{_TRIES} AS tries "
    "FROM service_request AS s JOIN patient AS p ON p.id = s.patient_id "
    f"LEFT JOIN referral_event AS e ON e.id = {_LAST_FACT} "
    "WHERE s.is_referral AND s.removed_at IS NULL AND coalesce(s.status, '') <> 'entered-in-error'"
)


def _dated(kind: str, urgent: str, condition: str) -> str:
    return (
        f"SELECT '{kind}' AS kind, s.id AS row_id, s.patient_id AS patient_id, 'open' AS state, "  # noqa: S608
        f"{urgent} AS urgent, "
        "s.due_on AS since, s.due_on AS counted_from, NULL AS ordered_on, NULL AS visit_at, 0 AS booked, "
        f"s.held_until AS held_until, {_OF_ITEM} AS whose, s.owner_kind IS NULL AS unowned, "
        f"NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, {NO_REFERRAL} "
        f"FROM {kind} AS s JOIN patient AS p ON p.id = s.patient_id "
        f"WHERE s.removed_at IS NULL AND s.due_on IS NOT NULL AND {condition}"
    )


_SAME_PERSON = (
    "CASE WHEN s.practitioner_id IS NOT NULL THEN v.practitioner_id = s.practitioner_id "
    "ELSE v.with_text IS s.with_text END"
)
# Visits that were missed and not booked again with the same person; the state is how often somebody tried, up to 2.
# `status || ''` keeps the planner from walking through every missed visit for the few rows that are asked for.
_MISSED = (
    "SELECT 'appointment' AS kind, s.id AS row_id, s.patient_id AS patient_id, "  # noqa: S608  our own words only
    "min((SELECT count(*) FROM contact_log AS c WHERE c.item_key = 'appointment:' || s.id || ':missed' "
    "AND c.removed_at IS NULL), 2) || '' AS state, 0 AS urgent, s.starts_at AS since, s.starts_at AS counted_from, "
    "NULL AS ordered_on, NULL AS visit_at, 0 AS booked, n.held_until AS held_until, "
    "coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, n.done_on IS NULL AND NOT p.deceased AS listed, "
    f"coalesce(s.import_id, 0) AS import_id, {NO_REFERRAL} "
    "FROM appointment AS s JOIN patient AS p ON p.id = s.patient_id "
    "LEFT JOIN worklist_hold AS n ON n.id = (SELECT max(h.id) FROM worklist_hold AS h "
    "WHERE h.item_key = 'appointment:' || s.id || ':missed' AND h.removed_at IS NULL) "
    "WHERE s.status || '' = 'noshow' AND s.service_request_id IS NULL AND s.removed_at IS NULL "
    "AND s.starts_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM appointment AS v WHERE v.patient_id = s.patient_id "
    "AND v.starts_at > s.starts_at "
    "AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'fulfilled', 'pending') AND v.removed_at IS NULL "
    f"AND {_SAME_PERSON} AND {VISIBLE.format('v')})"
)

# A review of a plan of ours; whoever coordinates the patient has it.
_REVIEWS = (
    "SELECT 'plan_review' AS kind, s.id AS row_id, s.patient_id AS patient_id, 'open' AS state, 0 AS urgent, "  # noqa: S608
    "s.review_due AS since, s.review_due AS counted_from, NULL AS ordered_on, NULL AS visit_at, 0 AS booked, "
    "NULL AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, NOT p.deceased AS listed, "
    f"coalesce(s.import_id, 0) AS import_id, {NO_REFERRAL} "
    "FROM care_plan AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.removed_at IS NULL "
    "AND s.review_due IS NOT NULL AND s.source_id IS NULL AND coalesce(s.status, 'active') = 'active'"
)

# FHIR CarePlan.activity.detail.status and Task.status of what is still open.
_SOURCES: dict[str, tuple[str, str]] = {
    "referral": ("service_request", _REFERRALS),
    "plan_action": (
        "plan_action",
        _dated("plan_action", "s.urgent", "s.status IN ('not-started', 'scheduled', 'in-progress')"),
    ),
    "task": (
        "task",
        _dated(
            "task",
            "0",
            "s.status IN ('requested', 'received', 'accepted', 'ready', 'in-progress') "
            "AND s.service_request_id IS NULL",
        ),
    ),
    "appointment": ("appointment", _MISSED),
    "plan_review": ("care_plan", _REVIEWS),
}
_VIEWS = {kind: query for kind, (_, query) in _SOURCES.items()} | standing_calls.VIEWS


def _of_table(kind: str, table: str, columns: str, condition: str = "") -> list[str]:
    return [
        trigger(f"{kind}_added", f"INSERT ON {table} {condition}", refresh(kind, "NEW.id")),
        trigger(f"{kind}_changed", f"UPDATE OF {columns} ON {table}", refresh(kind, "NEW.id")),
        trigger(f"{kind}_purged", f"DELETE ON {table}", refresh(kind, "OLD.id")),
    ]


def _of_part(name: str, table: str, columns: str) -> list[str]:
    # The other value is the same nearly always, and then the same row of an `IN` list.
    new, old = "NEW.service_request_id", "OLD.service_request_id"
    return [
        trigger(f"{name}_added", f"INSERT ON {table} WHEN {new} IS NOT NULL", refresh("referral", new)),
        trigger(
            f"{name}_changed",
            f"UPDATE OF service_request_id, removed_at, import_id, {columns} ON {table} "
            f"WHEN coalesce({new}, {old}) IS NOT NULL",
            refresh("referral", f"{old}, {new}"),
        ),
        trigger(f"{name}_purged", f"DELETE ON {table} WHEN {old} IS NOT NULL", refresh("referral", old)),
    ]


def _of_visits(patient: str) -> str:
    """Any visit of a patient decides whether those that were missed were made up for."""
    missed = f"SELECT id FROM appointment WHERE patient_id = {patient} AND status || '' = 'noshow'"  # noqa: S608
    return refresh("appointment", missed)


def _of_note(kind: str, table: str, columns: str) -> list[str]:
    """Calls and notes name the row they are about by its key ("appointment:12:missed")."""
    new, old = (f"CAST(substr({row}.item_key, {len(kind) + 2}) AS INTEGER)" for row in ("NEW", "OLD"))
    fits = f"WHEN {{}}.item_key LIKE '{kind}:%'"
    name = f"{table}_of_{kind}"
    return [
        trigger(f"{name}_added", f"INSERT ON {table} {fits.format('NEW')}", refresh(kind, new)),
        trigger(
            f"{name}_changed",
            f"UPDATE OF item_key, removed_at{columns} ON {table} {fits.format('NEW')}",
            refresh(kind, f"{old}, {new}"),
        ),
        trigger(f"{name}_purged", f"DELETE ON {table} {fits.format('OLD')}", refresh(kind, old)),
    ]


def _of_patient(kind: str, table: str) -> str:
    return refresh(kind, f"SELECT id FROM {table} WHERE patient_id = NEW.id")  # noqa: S608  our own words only


def _of_import(table: str) -> str:
    other = (
        f"SELECT f.service_request_id FROM {table} AS f JOIN service_request AS s ON s.id = f.service_request_id "  # noqa: S608
        "WHERE f.import_id = NEW.id AND s.import_id IS NOT NEW.id"
    )
    return refresh("referral", other)


_MADE_UP = (
    "SELECT m.id FROM appointment AS v JOIN appointment AS m ON m.patient_id = v.patient_id "
    "WHERE v.import_id = NEW.id AND m.status || '' = 'noshow' AND m.import_id IS NOT NEW.id"
)
_OWNER = "owner_kind, owner_name, owner_user_id"
_FOR_WHOM = "whose, holder, coordinator, clinician, tries, service"  # answered by the index alone
_INDEXED = f"(kind, state, urgent, booked, listed, {{}}, row_id, {_FOR_WHOM}, held_until, import_id, {{}}, visit_at)"

DDL: list[str] = [
    (
        "CREATE TABLE work_standing (kind TEXT NOT NULL, row_id INTEGER NOT NULL, patient_id INTEGER NOT NULL, "
        "state TEXT NOT NULL, urgent INTEGER NOT NULL, since TEXT, counted_from TEXT, ordered_on TEXT, visit_at TEXT, "
        "booked INTEGER NOT NULL, held_until TEXT, whose INTEGER NOT NULL, unowned INTEGER NOT NULL, "
        "listed INTEGER NOT NULL, import_id INTEGER NOT NULL, service TEXT, holder INTEGER, coordinator INTEGER, "
        "clinician INTEGER, tries INTEGER, PRIMARY KEY (kind, row_id)) WITHOUT ROWID"
    ),
    f"CREATE INDEX ix_work_standing_since ON work_standing {_INDEXED.format('since', 'counted_from')}",
    (
        "CREATE INDEX ix_work_standing_counted_from ON work_standing "
        f"{_INDEXED.format('counted_from', 'since')} WHERE kind = 'referral'"
    ),
    (
        "CREATE INDEX ix_work_standing_visit_at ON work_standing "
        f"(urgent, listed, visit_at, row_id, {_FOR_WHOM}, import_id, counted_from, since) "
        "WHERE kind = 'referral' AND booked"
    ),
    "CREATE INDEX ix_work_standing_future ON work_standing (since, listed) WHERE kind = 'referral'",
    "CREATE INDEX ix_work_standing_held_until ON work_standing (kind, held_until) WHERE held_until IS NOT NULL",
    *(f"CREATE VIEW work_standing_of_{kind} AS {query}" for kind, query in _VIEWS.items()),
    *_of_table(
        "referral",
        "service_request",
        "patient_id, is_referral, status, removed_at, ordered_on, urgency, closed_on, source_id, import_id, service, "
        f"reviewer_id, {_OWNER}",
        "WHEN NEW.is_referral",
    ),
    *_of_part("fact", "referral_event", "state, happened_on"),
    *_of_part("visit", "appointment", "status, starts_at"),
    *_of_table(
        "plan_action",
        "plan_action",
        f"patient_id, status, removed_at, due_on, held_until, urgent, import_id, {_OWNER}",
        "WHEN NEW.due_on IS NOT NULL",
    ),
    *_of_table(
        "task",
        "task",
        f"patient_id, status, removed_at, due_on, held_until, service_request_id, import_id, {_OWNER}",
        "WHEN NEW.due_on IS NOT NULL",
    ),
    *_of_table(
        "plan_review",
        "care_plan",
        "patient_id, status, removed_at, review_due, source_id, import_id",
        "WHEN NEW.review_due IS NOT NULL",
    ),
    trigger("missed_added", "INSERT ON appointment", _of_visits("NEW.patient_id")),
    trigger(
        "missed_changed",
        "UPDATE OF patient_id, starts_at, status, practitioner_id, with_text, service_request_id, removed_at, "
        "import_id ON appointment",
        # One that is no longer missed is not among the missed ones of its patient.
        refresh("appointment", "NEW.id") + _of_visits("NEW.patient_id"),
    ),
    trigger(
        "missed_purged",
        "DELETE ON appointment",
        refresh("appointment", "OLD.id") + _of_visits("OLD.patient_id"),
    ),
    *_of_note("appointment", "contact_log", ""),
    *_of_note("appointment", "worklist_hold", ", held_until, done_on"),
    *_of_note("referral", "contact_log", ", outcome, at"),
    trigger(
        "patient_changed",
        "UPDATE OF deceased, coordinator_id ON patient",
        "".join(_of_patient(kind, table) for kind, (table, _) in _SOURCES.items()),
    ),
    trigger(
        "import_changed",
        "UPDATE OF state ON import_batch",
        "".join(_of_import(table) for table in ("referral_event", "appointment")) + refresh("appointment", _MADE_UP),
    ),
    *standing_calls.TRIGGERS,
]


def refresh_all(connection: Connection) -> None:
    """Make every standing anew, for a file that was kept by an earlier step; kinds of later steps come with theirs."""
    columns = ", ".join(COLUMNS)
    there = {name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'view'")}
    connection.exec_driver_sql("DELETE FROM work_standing")
    for kind in _VIEWS:
        if f"work_standing_of_{kind}" not in there:
            continue
        made = f"SELECT {columns} FROM work_standing_of_{kind}"  # noqa: S608  our own words only
        connection.exec_driver_sql(f"INSERT INTO work_standing ({columns}) {made}")


def standing_faults(raw: Any) -> list[str]:
    """Kinds of work whose standings do not fit the records, made anew and compared row by row.

    Args:
        raw: The driver's connection.
    """
    columns = ", ".join(COLUMNS)
    faults = []
    for kind in _VIEWS:
        kept = f"SELECT {columns} FROM work_standing WHERE kind = '{kind}'"  # noqa: S608  our own words only
        right = f"SELECT {columns} FROM work_standing_of_{kind}"  # noqa: S608  our own words only
        differs = (
            f"SELECT EXISTS (SELECT * FROM ({kept} EXCEPT {right})) OR EXISTS (SELECT * FROM ({right} EXCEPT {kept}))"  # noqa: S608
        )
        if raw.execute(differs).fetchone()[0]:
            faults.append(kind)
    return faults
