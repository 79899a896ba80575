"""What is due for one patient as entries of the timeline: deadlines, actions, calls, steps of pathways."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import func, select

from db import pathway_work
from db.models.plan import PlanAction, Task, WorklistHold
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.pathway_work import TODAY, Reckoner
from icm_desktop.queries.pathways_in_use import in_use
from icm_desktop.queries.referrals import rows
from icm_desktop.queries.work_plan import OPEN

_Line = dict[str, Any]
_DATED: dict[str, tuple[Any, Any]] = {
    "plan_action": (PlanAction, PlanAction.text),
    "task": (Task, func.coalesce(Task.text, Task.description)),
}


@requires(Privilege.DEMOGRAPHICS)
def due_lines(uow: UnitOfWork, patient_id: int) -> str:
    """Everything open that has a day, late or ahead, as the timeline's question reads it (JSON).

    Roles without clinical facts get deadlines of referrals and calls only.
    """
    found = [*_referrals(uow, patient_id), *_calls(uow, patient_id)]
    if allows(uow.actor.role, Privilege.CLINICAL_READ):
        found += [*_plan(uow, patient_id), *_pathways(uow, patient_id)]
    return json.dumps(found)


def _line(kind: str, number: int, day: dt.date | str, step: str, title: str | None, detail: str | None) -> _Line:
    return {
        "kind": kind, "id": number, "day": str(day), "step": step, "title": title or "", "detail": detail or "",
    }  # fmt: skip


def _referrals(uow: UnitOfWork, patient_id: int) -> Iterator[_Line]:
    for row in rows(uow, ReferralFilter(patient_id=patient_id, closed_days=0)):
        if row.due is not None:
            yield _line("service_request", row.id, row.due, f"due_{row.limit_name}", row.service, row.to)


def _calls(uow: UnitOfWork, patient_id: int) -> Iterator[_Line]:
    """What was put off until a day that has not passed."""
    wanted = select(WorklistHold.id, WorklistHold.item_key, WorklistHold.held_until).where(
        WorklistHold.patient_id == patient_id, WorklistHold.held_until >= uow.today, WorklistHold.done_on.is_(None),
        WorklistHold.removed_at.is_(None),
    )  # fmt: skip
    for row in uow.session.execute(wanted):
        yield _line("worklist_hold", row.id, row.held_until, f"due_{row.item_key.split(':')[0]}", None, None)


def _plan(uow: UnitOfWork, patient_id: int) -> Iterator[_Line]:
    for kind, (model, text) in _DATED.items():
        wanted = select(model.id, model.due_on, text.label("words"), model.owner_name).where(
            model.patient_id == patient_id, model.due_on.is_not(None), model.status.in_(OPEN[kind]),
            model.removed_at.is_(None),
        )  # fmt: skip
        if kind == "task":
            wanted = wanted.where(Task.service_request_id.is_(None))  # the referral itself says what is next
        for row in uow.session.execute(wanted):
            yield _line(kind, row.id, row.due_on, "due", row.words, row.owner_name)


def _pathways(uow: UnitOfWork, patient_id: int) -> Iterator[_Line]:
    """Steps that are due or become due; reckoned anew when facts changed since."""
    reckoner = Reckoner(uow, uow.today)
    connection = uow.session.connection()
    kept = reckoner.unchanged([patient_id])
    steps = pathway_work.of_patients(connection, kept) if kept else iter(reckoner.reckon([patient_id])[0])
    titles = {
        (one.id, step.id): (step.activity.title, step.activity.title_es)
        for one in in_use(uow).pathways
        for step in one.steps
    }
    for at, row in enumerate(steps):
        if row.listed == TODAY and row.state == pathway_work.OPEN and row.due_on is not None:
            english, spanish = titles.get((row.pathways.split()[0], row.step), (row.activity, row.activity))
            yield _line("pathway_step", at, row.due_on, f"due_{row.done_by}", english, spanish)
