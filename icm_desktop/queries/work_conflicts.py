"""Worklist items of conflicts at the stop level that nobody has decided: one for each patient, for their owner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from db.conflict_work import FoundRow
from db.repositories.conflict_board import BoardRows, Wanted
from db.unit_of_work import UnitOfWork
from icm_desktop.content.conflicts import told_by_rule
from icm_desktop.content.goal_conflicts import told_by_goal_rule
from icm_desktop.domain.conflicts.rules import SEVERITIES
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conflict_rows import Notes
from icm_desktop.queries.work_items import SAFETY, Found, Scope, WorkItem

KIND = "conflict"
_STOP = SEVERITIES.index("stop")


@requires(Privilege.WORKLIST)
def conflict_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Who has an open conflict at the stop level; of a past day what stood then and was not decided by its end."""
    if not scope.wants(KIND):
        return Found((), ())
    mine = None if scope.asked.everyone else uow.actor.user_id or 0
    patients = None if scope.patients is None else sorted(scope.patients)
    wanted = Wanted(
        scope.day.isoformat(), (_STOP,), mine=mine, patients=patients, past=scope.asked.on is not None, or_nobody=True
    )
    rows = BoardRows(uow.session.connection(), wanted)
    found = rows.patients(scope.need)
    firsts = rows.first_of([one for one, _ in found])
    noted = scope.noted(KIND)
    items = scope.settled(_items(uow, scope, found, firsts))
    if scope.need is None or len(found) < scope.need or noted:
        return items
    return Found(items.items, (("critical", rows.how_many_patients()),))


def _items(
    uow: UnitOfWork, scope: Scope, found: Sequence[tuple[int, int]], firsts: dict[int, FoundRow]
) -> Iterator[WorkItem]:
    notes = Notes(uow, [one for one, _ in found], scope.day)
    for patient_id, count in found:
        first = firsts[patient_id]
        told = told_by_rule().get(first.rule) or told_by_goal_rule().get(first.rule)
        title = dict(told.title) if told is not None else {"en": first.rule}
        since = dt.date.fromisoformat(first.since)
        yield WorkItem(
            key=f"{KIND}:{patient_id}",
            section="critical",
            kind=KIND,
            patient_id=patient_id,
            title="today.conflict" if count == 1 else "today.conflicts",
            title_params=(("step", title["en"]), ("step_es", title.get("es", title["en"])), ("more", str(count - 1))),
            neutral="today.neutral_critical",
            why="today.why_conflict",
            why_params=(("since_on", since.isoformat()),),
            due=scope.day,
            priority=SAFETY,
            owner=notes.owner(first),
            can_finish=False,
            version=0,
        )
