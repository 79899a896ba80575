"""How the steps of pathways stand over the whole practice: counted by the kept due work, and who is behind a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, TextualSelect, text

from db.engine import driver_connection
from db.models.scheduling import Appointment

# Where a step stands on a day. What was put off is neither late nor skipped.
_STANDS = (
    "CASE WHEN d.state <> 'open' THEN d.state WHEN d.overdue_after < :day THEN 'overdue' "
    "WHEN d.held_until > :day THEN 'deferred' ELSE 'on_time' END"
)
# The last visit here that took place says who sees the patient, and where.
_LAST = (
    "SELECT v.patient_id AS patient_id, v.practitioner_id AS practitioner_id, "
    "coalesce(v.site_id, c.default_site_id) AS site_id, max(v.starts_at) AS seen FROM appointment AS v "
    "LEFT JOIN practitioner AS c ON c.id = v.practitioner_id "
    "WHERE v.status IN ('fulfilled', 'arrived', 'checked-in') AND v.removed_at IS NULL AND v.outside = 0 "
    "AND v.starts_at < :until "
    "GROUP BY v.patient_id"
)
_LAST_OF_ALL = f"SELECT l.patient_id, l.practitioner_id, l.site_id FROM ({_LAST}) AS l"  # noqa: S608  our own words
_GROUPS = {"step": "NULL", "clinician": "l.practitioner_id", "site": "l.site_id"}
_MADE = (
    "SELECT max(m.id) FROM step_decision AS m WHERE m.patient_id = d.patient_id AND m.activity = d.activity "
    "AND m.kind = d.state AND m.removed_at IS NULL"
)


def counts(connection: Connection, by: str, day: str, until: str) -> Iterator[tuple[Any, ...]]:
    """Group, pathways, activity, how it stands, reason, how many.

    Args:
        connection: The running transaction.
        by: step (one group of all), clinician or site.
        day: ISO.
        until: The instant the day ends, as stored.
    """
    group = _GROUPS[by]
    joined = "" if by == "step" else f"LEFT JOIN ({_LAST}) AS l ON l.patient_id = d.patient_id"
    query = (
        f"SELECT {group}, d.pathways, d.activity, {_STANDS} AS stands, s.reason, count(*) FROM pathway_due AS d "  # noqa: S608
        f"{joined} LEFT JOIN step_decision AS s ON d.state IN ('declined', 'not_applicable') AND s.id = ({_MADE}) "
        "WHERE d.due_on IS NOT NULL OR d.state <> 'open' GROUP BY 1, 2, 3, 4, 5"
    )
    yield from driver_connection(connection).execute(query, {"day": day, "until": until})


def behind(connection: Connection, activity: str, by: str, group: int | None, days: tuple[str, str]) -> Iterator[Any]:
    """Patient, pathways, how it stands, due day, reason, who decided, when: of everybody asked for an activity.

    Args:
        connection: The running transaction.
        activity: Which.
        by: step, clinician or site.
        group: Which clinician or site; None: of whom nobody is known.
        days: ISO day, and the instant it ends, as stored.
    """
    only = "" if by == "step" else f"AND {_GROUPS[by]} IS :group"
    query = (
        f"SELECT d.patient_id, d.pathways, {_STANDS} AS stands, d.due_on, s.reason, s.created_by_id, s.made_on "  # noqa: S608
        f"FROM pathway_due AS d LEFT JOIN ({_LAST}) AS l ON l.patient_id = d.patient_id "
        f"LEFT JOIN step_decision AS s ON d.state IN ('declined', 'not_applicable') AND s.id = ({_MADE}) "
        f"WHERE d.activity = :activity AND (d.due_on IS NOT NULL OR d.state <> 'open') {only} "
        "ORDER BY d.due_on, d.patient_id"
    )
    values = {"activity": activity, "group": group, "day": days[0], "until": days[1]}
    yield from driver_connection(connection).execute(query, values)


_ASKED = "d.state = 'open' AND d.due_on IS NOT NULL"


def by_patient(connection: Connection, day: str) -> Iterator[tuple[int, int, int]]:
    """Patient, how many of the steps asked for are not overdue on a day, and how many are asked for."""
    query = (
        "SELECT d.patient_id, sum(coalesce(d.overdue_after, :day) >= :day), count(*) FROM pathway_due AS d "  # noqa: S608
        f"WHERE {_ASKED} GROUP BY d.patient_id"
    )
    yield from driver_connection(connection).execute(query, {"day": day})


def steps_of(connection: Connection, day: str, *, overdue: bool) -> Iterator[tuple[int, str, str]]:
    """Patient, the activity and its due day: those that are overdue on a day, or those that are not."""
    stands = "coalesce(d.overdue_after, :day) < :day" if overdue else "coalesce(d.overdue_after, :day) >= :day"
    query = f"SELECT d.patient_id, d.activity, d.due_on FROM pathway_due AS d WHERE {_ASKED} AND {stands}"  # noqa: S608
    yield from driver_connection(connection).execute(query, {"day": day})


def last_seen_by(until: str) -> TextualSelect:
    """Patient, clinician and site of the last visit here that took place before an instant, as stored."""
    row = Appointment
    return text(_LAST_OF_ALL).bindparams(until=until).columns(row.patient_id, row.practitioner_id, row.site_id)
