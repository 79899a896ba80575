"""What a call is for: the step of the plan with its goal, the visit to book, and what else is due."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Select, bindparam, select

from db.models.plan import Goal, PlanAction
from db.models.practice import AppointmentType
from db.models.scheduling import Appointment
from db.repositories.pathway_due import DueRows, Whose
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.worklist import CallFor
from icm_desktop.domain.goals import OPEN as OPEN_GOAL
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.pathways_in_use import in_use
from icm_desktop.queries.work_plan import OPEN

_MOST_OTHERS = 2


@requires(Privilege.WORKLIST)
def wants(uow: UnitOfWork, asked: CallFor) -> tuple[tuple[str, str], ...]:
    """Each with what it is: "visit", "action", "goal", "also"; texts of the plan only for who may read them."""
    kind, _, rest = (asked.key or "").partition(":")
    number = rest.partition(":")[0]
    row_id = int(number) if number.isdecimal() else 0
    action = uow.session.get(PlanAction, row_id) if kind == "plan_action" else None
    visit = uow.session.get(Appointment, row_id) if kind == "appointment" else None
    found = list(_visit(uow, action or visit))
    if allows(uow.actor.role, Privilege.CLINICAL_READ):
        found += _plan(uow, asked.patient_id, action)
        found += _others(uow, asked.patient_id, action)
    return tuple(found)


def _visit(uow: UnitOfWork, row: PlanAction | Appointment | None) -> Iterator[tuple[str, str]]:
    kind = uow.session.get(AppointmentType, row.appointment_type_id) if row and row.appointment_type_id else None
    if kind is not None:
        yield "visit", kind.name


@cache
def _first_goal() -> Select[*tuple[Goal]]:
    """What the patient works for: the first open goal of the plan, said in their own words if there is one."""
    mine = select(Goal).where(Goal.patient_id == bindparam("patient"), Goal.status.in_(OPEN_GOAL))
    return mine.where(Goal.removed_at.is_(None)).order_by(Goal.words.is_(None), Goal.position, Goal.id).limit(1)


def _plan(uow: UnitOfWork, patient_id: int, action: PlanAction | None) -> Iterator[tuple[str, str]]:
    """The step the call is about, and the goal it is for, else the first of the patient."""
    if action is not None and action.text:
        yield "action", action.text
    goal = uow.session.get(Goal, action.goal_id) if action is not None and action.goal_id else None
    if goal is None or goal.removed_at is not None:
        goal = uow.session.scalars(_first_goal(), {"patient": patient_id}).first()
    words = (goal.words or goal.text) if goal is not None else None
    if words:
        yield "goal", words


def _others(uow: UnitOfWork, patient_id: int, action: PlanAction | None) -> Iterator[tuple[str, str]]:
    """Other steps that are due: one call may settle them too."""
    due = (
        select(PlanAction.text)
        .where(
            PlanAction.patient_id == patient_id,
            PlanAction.status.in_(OPEN["plan_action"]),
            PlanAction.due_on <= uow.today,
            PlanAction.removed_at.is_(None),
            PlanAction.text.is_not(None),
            PlanAction.id != (action.id if action else 0),
        )
        .order_by(PlanAction.urgent.desc(), PlanAction.due_on, PlanAction.id)
        .limit(_MOST_OTHERS)
    )
    for text in uow.session.scalars(due):
        yield "also", text or ""


@requires(Privilege.WORKLIST)
def steps_due(uow: UnitOfWork, patient_id: int) -> tuple[tuple[str, str], ...]:
    """Steps of pathways that are due, in English and Spanish; nothing for who reads no clinical facts."""
    if not allows(uow.actor.role, Privilege.CLINICAL_READ):
        return ()
    day = uow.today.isoformat()
    rows = DueRows(uow.session.connection(), (day, day), Whose(), ()).of([patient_id])
    due = [row for row in rows if (row.due_on or "") <= day and (row.held_until or "") <= day]
    titles = {(one.id, step.id): step.activity for one in in_use(uow).pathways for step in one.steps} if due else {}
    found = [titles.get((row.pathways.split()[0], row.step)) for row in sorted(due, key=lambda row: row.due_on or "")]
    return tuple(dict.fromkeys((one.title, one.title_es) for one in found if one is not None))
