"""Everything of one day: visits here and elsewhere, deadlines of referrals, plan actions, calls, steps of pathways."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import String, bindparam, select

from db.models.plan import PlanAction, Task, WorklistHold
from db.models.scheduling import Appointment, ServiceRequest
from db.repositories.pathway_due import due_on
from db.repositories.standing import Group, Range, Standings
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.agenda import KINDS, MOST, Agenda, AgendaOf, AgendaRow
from icm_desktop.contracts.common import PatientHead
from icm_desktop.domain.names import folded
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.appointments import between
from icm_desktop.queries.heads import heads
from icm_desktop.queries.pathways_in_use import in_use
from icm_desktop.queries.people import names_of_users
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.referral_rows import referral_subjects
from icm_desktop.queries.work_limits import due_of, parts

_NOBODY = PatientHead(0, "", "", None, None, None, None, None, None, None)
_NEUTRAL = "today.neutral_item"
_PLAN: dict[str, Any] = {"plan_action": PlanAction, "task": Task}
_AGAIN = frozenset({"referral", "appointment", "encounter", "patient", "plan_action", "task", "pathway"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A row before its patient is looked up."""

    patient_id: int
    row: AgendaRow


@requires(Privilege.WORKLIST)
def of_day(uow: UnitOfWork, asked: AgendaOf) -> Agenda:
    """The day in one list, in order of time; what is due some time of the day follows by urgency and kind."""
    sources: dict[str, Callable[[UnitOfWork, dt.date], Iterator[_Found]]] = {
        "visits": _visits, "referral": _referrals, "plan": _plan, "call": _calls, "pathway": _pathways,
    }  # fmt: skip
    found = [each for source in sources.values() for each in source(uow, asked.day)]
    if words := [folded(word) for word in asked.search.split()]:
        whose = heads(uow, {each.patient_id for each in found})
        found = [each for each in found if each.patient_id in whose and _has(whose[each.patient_id], words)]
    counts = Counter(each.row.kind for each in found)
    kept = sorted((each for each in found if not asked.kinds or each.row.kind in asked.kinds), key=_order)
    counted = tuple((kind, counts[kind]) for kind in KINDS if counts[kind])
    return Agenda(asked.day, _whole(uow, kept[:MOST]), counted, len(kept) > MOST)


def _whole(uow: UnitOfWork, page: Sequence[_Found]) -> tuple[AgendaRow, ...]:
    """What rows still lack is looked up for those that are shown."""
    whose = heads(uow, {each.patient_id for each in page})
    about = referral_subjects(uow, [_number(each.row) for each in page if each.row.kind == "referral"])
    rows = (replace(each.row, head=whose[each.patient_id]) for each in page if each.patient_id in whose)
    return tuple(
        replace(row, title_params=about.get(_number(row), ())) if row.kind == "referral" else row for row in rows
    )


def _number(row: AgendaRow) -> int:
    return int(row.key.split(":")[1])


def _has(head: PatientHead, words: list[str]) -> bool:
    text = folded(" ".join(filter(None, (head.family, head.given, head.record_number))))
    return all(word in text for word in words)


def _order(each: _Found) -> tuple[bool, str, bool, int, str]:
    row = each.row
    return row.at is None, row.at.isoformat() if row.at else "", not row.urgent, KINDS.index(row.kind), row.key


def _visits(uow: UnitOfWork, day: dt.date) -> Iterator[_Found]:
    hidden: set[int] = set()
    rows = between(uow, day, day)
    if not allows(uow.actor.role, Privilege.CLINICAL_READ):
        ids = as_text(row.id for row in rows)
        wanted = select(Appointment.id).where(
            Appointment.id.in_(listed(bindparam("ids", type_=String))), Appointment.sensitive.is_(True)
        )
        hidden = set(uow.session.scalars(wanted, {"ids": ids}))
    for row in rows:
        kind = "outside" if row.outside else "appointment"
        about = None if row.id in hidden else (row.reason or row.type_name)
        params = (("with", row.with_whom or ""), ("what", about or ""))
        title = f"agenda.{kind}" if about else f"agenda.{kind}_plain"
        yield _Found(row.head.id, AgendaRow(
            f"appointment:{row.id}", kind, row.head, day, row.starts_at, title, params, None, row.status, row.where,
        ))  # fmt: skip


def _referrals(uow: UnitOfWork, day: dt.date) -> Iterator[_Found]:
    """Referrals whose limit ends on the day."""
    standings, policies = Standings(uow.session, None), practice_policies(uow)
    found: dict[int, tuple[str, bool]] = {}
    for part in parts(day, uow.zone, policies):
        for row in standings.first(part.group, part.range, MOST) if part.section == "due_today" else ():
            due = due_of(row, uow.zone, policies)
            if due is not None and due.on == day:
                found[row.row_id] = (due.limit, bool(row.urgent))
    wanted = select(ServiceRequest.id, ServiceRequest.patient_id, ServiceRequest.owner_name)
    ids = as_text(found)
    wanted = wanted.where(ServiceRequest.id.in_(listed(bindparam("ids", type_=String))))
    for each in uow.session.execute(wanted, {"ids": ids}) if found else ():
        limit, urgent = found[each.id]
        yield _Found(each.patient_id, AgendaRow(
            f"referral:{each.id}:{limit}", "referral", _NOBODY, day, None, f"today.referral_{limit}",
            who=each.owner_name, urgent=urgent,
        ))  # fmt: skip


def _plan(uow: UnitOfWork, day: dt.date) -> Iterator[_Found]:
    """Open actions of plans and tasks that are due on the day."""
    standings, clinical = Standings(uow.session, None), allows(uow.actor.role, Privilege.CLINICAL_READ)
    days = Range(((day - dt.timedelta(days=1)).isoformat(), day.isoformat()))
    for kind, model in _PLAN.items():
        ids = [
            row.row_id
            for urgent in (True, False)
            for row in standings.first(Group(kind, "open", urgent, "since"), days, MOST)
        ]
        wanted = select(model).where(model.id.in_(listed(bindparam("ids", type_=String))))
        for row in uow.session.scalars(wanted, {"ids": as_text(ids)}) if ids else ():
            text = (row.text or getattr(row, "description", None)) if clinical else None
            yield _Found(row.patient_id, AgendaRow(
                f"{kind}:{row.id}", "plan", _NOBODY, day, None, "today.no_text" if clinical else _NEUTRAL, (), text,
                who=row.owner_name, urgent=bool(getattr(row, "urgent", False)),
            ))  # fmt: skip


def _calls(uow: UnitOfWork, day: dt.date) -> Iterator[_Found]:
    """What somebody put off until the day: the next try of a call, or a row of Today that comes back."""
    users = names_of_users(uow)
    wanted = (
        select(WorklistHold.id, WorklistHold.patient_id, WorklistHold.item_key, WorklistHold.created_by_id)
        .where(WorklistHold.held_until == day, WorklistHold.done_on.is_(None), WorklistHold.removed_at.is_(None))
        .order_by(WorklistHold.id)
        .limit(MOST)
    )
    for row in uow.session.execute(wanted):
        kind = row.item_key.split(":")[0]
        yield _Found(row.patient_id, AgendaRow(
            row.item_key, "call", _NOBODY, day, None, f"agenda.again_{kind}" if kind in _AGAIN else "agenda.again",
            who=users.get(row.created_by_id or 0),
        ))  # fmt: skip


def _pathways(uow: UnitOfWork, day: dt.date) -> Iterator[_Found]:
    """Steps of pathways that become due on the day, as they were reckoned last."""
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    titles = {
        (one.id, step.id): (step.activity.title, step.activity.title_es)
        for one in in_use(uow).pathways
        for step in one.steps
    }
    users = names_of_users(uow)
    for row in due_on(uow.session.connection(), day.isoformat(), MOST):
        english, spanish = titles.get((row.pathways.split()[0], row.step), (row.activity, row.activity))
        params = (("step", english), ("step_es", spanish)) if clinical else ()
        yield _Found(row.patient_id, AgendaRow(
            f"pathway:{row.patient_id}:{row.activity}", "pathway", _NOBODY, day, None,
            f"today.pathway_{row.done_by}" if clinical else _NEUTRAL, params, who=users.get(row.whose),
        ))  # fmt: skip
