"""The file as it stood at an earlier moment: taken back row by row by its audit, inside a transaction nobody keeps.

Every change that somebody made here since then is reverted, in the reader's own transaction, and all of it is undone
when the reading ends; nothing is ever committed. So a screen of that evening is answered by the same questions as one
of now. What came by an import has no history here: it counts by its own dates.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from db import audit
from db.audit import utc_text
from db.engine import driver_connection
from db.models.base import Base
from db.unit_of_work import Moment, UnitOfWork

_SECOND = dt.timedelta(seconds=1)
_ALSO = (
    "patient",
    "policy_setting",
    "closure",
    "absence",
    "pathway_adoption",
    "pathway_edit",
)  # beside every table of things a patient has
_SINCE = """
SELECT e.object_kind, e.object_id, e.event, e.changes FROM action AS a JOIN audit_event AS e ON e.action_id = a.id
WHERE a.at >= ? AND a.name NOT IN (SELECT value FROM json_each(?)) AND e.object_kind IS NOT NULL ORDER BY e.seq DESC
"""
# What a fact of a later day changed. Nobody knew of it yet, whoever wrote it down.
_LATER_FACTS = """
UPDATE referral_event SET removed_at = :until WHERE happened_on > :day AND removed_at IS NULL
AND service_request_id IN (SELECT row_id FROM work_standing WHERE kind = 'referral' AND since > :day);
UPDATE service_request SET removed_at = :until WHERE ordered_on > :day AND removed_at IS NULL
AND id IN (SELECT row_id FROM work_standing WHERE kind = 'referral' AND since > :day);
UPDATE service_request SET status = CASE WHEN status IN ('completed', 'revoked') THEN 'active' ELSE status END,
closed_on = NULL WHERE is_referral = 1 AND closed_on > :day;
UPDATE plan_action SET status = 'in-progress', done_on = NULL WHERE done_on > :day AND status = 'completed';
UPDATE task SET status = 'in-progress', done_on = NULL WHERE done_on > :day AND status = 'completed';
UPDATE wait_list_entry SET closed_on = NULL, appointment_id = NULL WHERE closed_on > :day;
UPDATE worklist_hold SET done_on = NULL WHERE done_on > :day;
UPDATE appointment SET status = 'booked', arrived_at = NULL WHERE starts_at >= :until
AND status || '' IN ('arrived', 'checked-in', 'fulfilled', 'noshow');
UPDATE contact_log SET removed_at = :until WHERE at >= :until AND removed_at IS NULL;
UPDATE patient SET deceased = 0 WHERE deceased AND deceased_on > :day AND length(deceased_on) >= 10
"""


@contextmanager
def at_the_end_of(uow: UnitOfWork, day: dt.date, ends_at: dt.datetime, kept: Collection[str]) -> Iterator[UnitOfWork]:
    """What a reader of `uow` would have seen at the end of a day.

    Args:
        uow: A reading unit of work; it must not be used inside the block.
        day: The local day.
        ends_at: When it ended, aware UTC.
        kept: Names of acts that are not reverted, such as imports.

    Raises:
        DatabaseProblem: db.busy, when somebody wrote since `uow` began to read: read again.
    """
    raw = driver_connection(uow.session.connection())
    changed = raw.total_changes
    uow.session.expunge_all()
    raw.execute("SAVEPOINT earlier")
    try:
        _take_back(raw, utc_text(ends_at), kept)
        for statement in _LATER_FACTS.split(";"):
            raw.execute(statement, {"until": utc_text(ends_at), "day": day.isoformat()})
        moment = Moment(ends_at - _SECOND, uow.zone, day)
        yield UnitOfWork(uow.database, uow.session, uow.actor, moment, "", None)
    finally:
        raw.execute("ROLLBACK TO earlier")
        raw.execute("RELEASE earlier")
        uow.taken_back += raw.total_changes - changed
        uow.session.expunge_all()


def _take_back(raw: Any, since: str, kept: Collection[str]) -> None:
    tables = _tables()
    before: dict[tuple[str, int], dict[str, Any] | None] = {}  # None: not there yet
    for kind, row_id, what, changes in raw.execute(_SINCE, (since, json.dumps(sorted(kept)))):
        if kind not in tables:
            continue
        if what == "created":
            before[kind, row_id] = None
        elif changes is not None:
            was = {name: audit.stored_value(old) for name, (old, _) in json.loads(changes).items()}
            before[kind, row_id] = {**(before.get((kind, row_id)) or {}), **was}
    for (kind, row_id), columns in before.items():
        values = {"removed_at": since} if columns is None else {n: v for n, v in columns.items() if n in tables[kind]}
        if values:
            put = ", ".join(f'"{name}" = ?' for name in values)
            raw.execute(f'UPDATE "{kind}" SET {put} WHERE id = ?', (*values.values(), row_id))  # noqa: S608  our names


def _tables() -> dict[str, frozenset[str]]:
    """Columns of every table that is taken back; each of its rows can be removed."""
    found = {
        table.name: frozenset(column.name for column in table.columns)
        for table in Base.metadata.sorted_tables
        if table.name in _ALSO or ("patient_id" in table.c and table.name not in audit.NOT_AUDITED)
    }
    return {name: columns for name, columns in found.items() if "removed_at" in columns}
