"""Worklist items of pathways: steps that are due, late or put off, of patients whom a person put into a pathway."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, select

from db import conflict_work, pathway_work, stale_marks
from db.models.pathways import StepDecision
from db.models.patient import Patient
from db.models.types import IsoDate
from db.pathway_work import Row
from db.repositories.pathway_due import DueRows, Whose
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content import pathways as content
from icm_desktop.content.conflicts import content_digest
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.worklist import MOST_CHECKING
from icm_desktop.domain.deadlines import days_late
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.permissions import Privilege, Role, requires
from icm_desktop.queries.pathway_work import TODAY, Reckoner
from icm_desktop.queries.pathways_in_use import InUse
from icm_desktop.queries.work_items import OTHER, Found, Scope, WorkItem
from icm_desktop.words.pathways import sum_params

KIND = "pathway"
_SLICE = 500
_COORDINATOR, _CLINICIAN = "coordinator", "clinician"
_SEES = {Role.CLINICIAN.value: (_CLINICIAN,), Role.ADMINISTRATOR.value: (_COORDINATOR, _CLINICIAN)}


@requires(Privilege.WORKLIST)
def pathway_items(uow: UnitOfWork, scope: Scope) -> Found:
    """Steps that are due, late or put off; those of one's own role that are nobody else's, or everyone's.

    Today has what is kept, though it may not be right any more for some: nobody waits until that is reckoned again. An
    earlier day is reckoned on the spot.
    """
    if not scope.wants(KIND):
        return Found((), ())
    using = scope.using
    stale: list[int] = []
    if scope.asked.on is not None:
        stale = pathway_work.outdated(uow.session.connection(), scope.day.isoformat(), using.content)
    grace = max((step.grace_days for one in using.pathways for step in one.steps), default=0)
    days = (scope.day.isoformat(), (scope.day - dt.timedelta(days=grace + 1)).isoformat())
    rows = DueRows(uow.session.connection(), days, _whose(scope), stale)
    fresh = list(_reckoned(uow, scope, stale)) if stale else []
    if scope.need is None:
        asked = rows.everybody() if scope.patients is None else sorted(scope.patients)
        return Found.all_of((*_items(scope, using, [*rows.of(asked), *fresh]), *_done(uow, scope, using)))
    late, due = rows.counts()
    held = rows.put_off()
    counts = Counter({"overdue": late, "due_today": due, "waiting": len(held)})
    others = [*_items(scope, using, fresh), *_done(uow, scope, using)]
    counts += Counter(item.section for item in others)
    kept = rows.first("overdue", scope.need) if scope.need else []
    kept += rows.first("due_today", scope.need - len(kept)) if scope.need > len(kept) else []
    return Found((*_items(scope, using, [*kept, *held]), *others), tuple(counts.items()))


@requires(Privilege.WORKLIST)
def checking(uow: UnitOfWork, using: InUse) -> int:
    """Of how many patients what is due, or conflicts, are to be worked out again: no more are counted than are told."""
    connection, day = uow.session.connection(), uow.today.isoformat()
    parts = (
        *pathway_work.outdated_parts(day, using.content),
        *conflict_work.outdated_parts(day, content_digest()),
    )
    return stale_marks.how_many(connection, parts, MOST_CHECKING + 1)


def _whose(scope: Scope) -> Whose:
    if scope.asked.everyone:
        return Whose()
    actor = scope.uow.actor
    return Whose(actor.user_id or 0, _SEES.get(actor.role, (_COORDINATOR,)))


def _reckoned(uow: UnitOfWork, scope: Scope, ids: Sequence[int]) -> Iterator[Row]:
    reckoner, whose, day = Reckoner(uow, scope.day), _whose(scope), scope.day.isoformat()
    wanted = [one for one in ids if scope.patients is None or one in scope.patients]
    for start in range(0, len(wanted), _SLICE):
        for row in reckoner.reckon(wanted[start : start + _SLICE])[0]:
            mine = whose.user_id is None or (row.role in whose.roles and row.whose in (0, whose.user_id))
            shown = row.listed == TODAY and row.state == pathway_work.OPEN and row.due_on is not None
            if mine and shown and ((row.due_on or "") <= day or (row.held_until or "") > day):
                yield row


def _items(scope: Scope, using: InUse, rows: Sequence[Row]) -> Iterator[WorkItem]:
    titles = _titles(using.pathways)
    for row in rows:
        due = dt.date.fromisoformat(row.due_on or "")
        waits = row.held_until is not None and row.held_until > scope.day.isoformat()
        if due > scope.day and not waits:
            continue
        step = titles.get((row.pathways.split()[0], row.step), (row.activity, row.activity))
        late = (row.overdue_after or "") < scope.day.isoformat()
        past = days_late(due, scope.day)
        whose = scope.users.get(row.whose)
        yield WorkItem(
            key=f"{KIND}:{row.patient_id}:{row.activity}",
            section="waiting" if waits else "overdue" if late else "due_today",
            kind=KIND,
            patient_id=row.patient_id,
            title=f"today.pathway_{row.done_by}",
            title_params=(("step", step[0]), ("step_es", step[1])),
            neutral="today.neutral_item",
            why="today.why_pathway",
            why_params=(
                *sum_params(step, json.loads(row.sum), row.due_on or "", past),
                ("who", row.owner.split()[0]),
            ),
            due=due,
            days_late=past,
            priority=OTHER,
            owner=Owner(OwnerKind.USER, whose, row.whose) if whose else None,
            held_until=dt.date.fromisoformat(row.held_until) if waits and row.held_until else None,
            can_finish=scope.clinical,
            version=0,
        )


def _titles(pathways: Iterable[Pathway]) -> Mapping[tuple[str, str], tuple[str, str]]:
    return {(one.id, step.id): (step.activity.title, step.activity.title_es) for one in pathways for step in one.steps}


def _groups(pathways: Iterable[Pathway]) -> Mapping[str, tuple[str, str]]:
    """The title of each activity or group, from the first step that has it."""
    found: dict[str, tuple[str, str]] = {}
    for step in (step for one in pathways for step in one.steps):
        found.setdefault(step.activity.group, (step.activity.title, step.activity.title_es))
    return found


def _done(uow: UnitOfWork, scope: Scope, using: InUse) -> Iterator[WorkItem]:
    """What was decided on the day: it shows under Done, where it can be taken back."""
    some = scope.patients is not None
    made, values = _made(some), {"day": scope.day, "ids": as_text(scope.patients or ())}
    titles: Mapping[str, tuple[str, str]] | None = None
    for row in uow.session.execute(made, values):
        by = row.created_by_id
        owner = Owner(OwnerKind.USER, scope.users[by], by) if by in scope.users else None
        if scope.mine(owner):
            titles = titles or _groups((*using.pathways, *content.pathways()))
            title = titles.get(row.activity, (row.activity, row.activity))
            yield WorkItem(
                key=f"{KIND}:{row.patient_id}:{row.activity}",
                section="done_today",
                kind=KIND,
                patient_id=row.patient_id,
                title="today.done_pathway",
                title_params=(("step", title[0]), ("step_es", title[1])),
                neutral="today.neutral_item",
                due=row.made_on,
                owner=owner,
                can_finish=False,
            )


@cache
def _made(of_some: bool) -> Select[*tuple[Any, ...]]:
    made = (
        select(StepDecision.patient_id, StepDecision.activity, StepDecision.made_on, StepDecision.created_by_id)
        .join(Patient, Patient.id == StepDecision.patient_id)
        .where(
            StepDecision.made_on == bindparam("day", type_=IsoDate),
            StepDecision.kind != "deferred",
            StepDecision.removed_at.is_(None),
        )
        .order_by(StepDecision.id)
    )
    return made.where(StepDecision.patient_id.in_(listed(bindparam("ids", type_=String)))) if of_some else made
