"""What is still open for a patient who died."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from db.models.plan import Task
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.demographics_requests import OpenThing
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.domain import appointment_states, referral_states
from icm_desktop.domain import goals as plan_rules
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries import appointments, referrals
from icm_desktop.queries.care_plan import ordered_actions

_TASK_ENDED = ("completed", "cancelled", "rejected", "failed", "entered-in-error")


@requires(Privilege.DEMOGRAPHICS)
def open_things(uow: UnitOfWork, patient_id: int) -> tuple[OpenThing, ...]:
    """What can be called off: coming visits, and for roles that read clinical facts referrals, actions and tasks."""
    found = list(_visits(uow, patient_id))
    if allows(uow.actor.role, Privilege.REFERRAL_CLINICAL):
        found += _referrals(uow, patient_id)
    if allows(uow.actor.role, Privilege.CLINICAL_WRITE):
        found += [*_actions(uow, patient_id), *_tasks(uow, patient_id)]
    return tuple(found)


def _visits(uow: UnitOfWork, patient_id: int) -> Iterator[OpenThing]:
    for visit in appointments.of_patient(uow, patient_id, since=uow.now):
        if visit.status in appointment_states.COMING:
            text = visit.type_name or visit.reason or visit.with_whom
            yield OpenThing(f"appointment:{visit.id}", visit.version, text, visit.starts_at)


def _referrals(uow: UnitOfWork, patient_id: int) -> Iterator[OpenThing]:
    for row in referrals.rows(uow, ReferralFilter(patient_id=patient_id, closed_days=0)):
        if referral_states.may_become(row.state, referral_states.CANCELLED):
            yield OpenThing(f"referral:{row.id}", row.version, row.service or row.to, row.due)


def _actions(uow: UnitOfWork, patient_id: int) -> Iterator[OpenThing]:
    for action in ordered_actions(uow, patient_id):
        if action.source_id is None and (action.status or "not-started") in plan_rules.ACTION_OPEN:
            yield OpenThing(f"plan_action:{action.id}", action.version, action.text, action.due_on)


def _tasks(uow: UnitOfWork, patient_id: int) -> Iterator[OpenThing]:
    rows = select(Task).where(Task.patient_id == patient_id, Task.removed_at.is_(None), Task.done_on.is_(None))
    for task in uow.session.scalars(rows.order_by(Task.id)):
        if (task.status or "requested") not in _TASK_ENDED:
            yield OpenThing(f"task:{task.id}", task.version, task.text or task.description, task.due_on)
