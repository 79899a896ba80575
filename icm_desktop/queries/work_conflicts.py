"""Worklist items of conflicts at the stop level that nobody has decided: one for each patient, for their owner."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.repositories.conflict_board import BoardRows, Standing, Wanted
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
    rows = _rows(scope, None if scope.patients is None else sorted(scope.patients))
    noted = {int(key.split(":")[1]) for key in scope.noted(KIND)}
    found, light = list[int](), list[WorkItem]()
    for one in rows.patients():
        if scope.need is None or one.patient_id in noted:
            found.append(one.patient_id)
        else:
            light.append(_light(scope, one))
    settled = scope.settled(_items(uow, scope, rows, found))
    counts = Counter({"critical": len(light)}) + Counter(dict(settled.counts))
    return Found((*light[: scope.need], *settled.items), tuple(counts.items()))


@requires(Privilege.WORKLIST)
def whole_conflicts(uow: UnitOfWork, scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items that so far have only a rank, with everything a row shows."""
    ids = [item.number for item in items]
    return list(_items(uow, scope, _rows(scope, ids), ids))


def _rows(scope: Scope, patients: Sequence[int] | None) -> BoardRows:
    mine = None if scope.asked.everyone else scope.uow.actor.user_id or 0
    past = scope.asked.on is not None
    wanted = Wanted(scope.day.isoformat(), (_STOP,), mine=mine, patients=patients, past=past, or_nobody=True)
    return BoardRows(scope.uow.session.connection(), wanted)


def _light(scope: Scope, one: Standing) -> WorkItem:
    key = f"{KIND}:{one.patient_id}"
    return replace(scope.light(key, KIND, scope.day, SAFETY, one.since), section="critical")


def _items(uow: UnitOfWork, scope: Scope, rows: BoardRows, ids: Sequence[int]) -> Iterator[WorkItem]:
    if not ids:
        return
    notes = Notes(uow, ids, scope.day)
    for patient_id, found in rows.of(ids).items():
        first, count = found[0], len(found)
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
            tie=first.since,
        )
