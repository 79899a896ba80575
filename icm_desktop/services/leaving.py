"""Gives the open work of somebody who leaves, or has too much, to a colleague, in one act that can be taken back."""

from __future__ import annotations

from typing import Any

from db.models.access import UserAccount
from db.models.patient import Patient
from db.models.practice import Practitioner
from db.models.scheduling import Appointment, ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.common import OwnerKind
from icm_desktop.contracts.leaving import HandedOver, HandOver, HandWorkOver, OpenWork, WorkOf
from icm_desktop.contracts.scheduling import MoveAppointment
from icm_desktop.errors import Conflict, Invalid
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.leaving import OWNED, open_work, work_of
from icm_desktop.services.rows import known
from icm_desktop.services.scheduling import move

_GIVEN = (
    "referral", "health_concern", "goal", "plan_action", "task", "question", "near_miss", "case_review", "patient",
    "worklist", "patient_request",
)  # fmt: skip


@requires(Privilege.SETTINGS)
def hand_over(uow: UnitOfWork, request: HandOver) -> HandedOver:
    """Referrals, goals, actions, tasks and patients go to a user; visits to a clinician who is free at the same time.

    A visit for which there is no free time stays where it is and is listed on Today to be booked anew.

    Raises:
        Invalid: set_up.no_such_user, set_up.same_clinician, scheduling.no_such_clinician.
        NotFound: set_up.gone.
    """
    user = _taker(uow, request.to_user_id)
    if request.to_clinician_id == request.from_clinician_id:
        raise Invalid("set_up.same_clinician", "to_clinician_id")
    if not known(uow.session, Practitioner, request.to_clinician_id):
        raise Invalid("scheduling.no_such_clinician", "to_clinician_id")
    work = open_work(uow, request.from_clinician_id)
    from_user_id = uow.session.get_one(Practitioner, request.from_clinician_id).user_id
    _hand(uow, work, user, from_user_id)
    moved = sum(_moved(uow, visit_id, request.to_clinician_id) for visit_id in work.visits)
    changes = Changes.of("appointment", *_GIVEN, action_id=uow.action_id)
    return HandedOver(work.owned, moved, len(work.visits) - moved, changes)


@requires(Privilege.CLINICAL_WRITE)
def hand_work_over(uow: UnitOfWork, request: HandWorkOver) -> HandedOver:
    """Give everything a user has open with one patient, or with all, to a colleague; patients they lead too.

    Raises:
        Invalid: set_up.no_such_user, set_up.same_person, set_up.no_open_work.
        NotFound: set_up.gone.
    """
    user = _taker(uow, request.to_user_id)
    if user.id == request.from_user_id:
        raise Invalid("set_up.same_person", "to_user_id")
    if not allows(user.role, Privilege.CLINICAL_WRITE):
        raise Invalid("set_up.cannot_do_it", "to_user_id")
    work = work_of(uow, WorkOf(request.from_user_id, request.patient_id))
    if not work.owned:
        raise Invalid("set_up.no_open_work")
    _hand(uow, work, user, request.from_user_id)
    changes = Changes.of("care_team", *_GIVEN, patient_id=request.patient_id, action_id=uow.action_id)
    return HandedOver(work.owned, 0, 0, changes)


def _taker(uow: UnitOfWork, user_id: int) -> UserAccount:
    user = uow.session.get(UserAccount, user_id)
    if user is None or user.disabled_at is not None or user.removed_at is not None:
        raise Invalid("set_up.no_such_user", "to_user_id")
    return user


def _hand(uow: UnitOfWork, work: OpenWork, user: UserAccount, from_user_id: int | None) -> None:
    for name, (model, _states) in OWNED.items():
        for row_id in getattr(work, name):
            row = uow.session.get_one(model, row_id)
            _give(row, user, from_user_id)
    for patient_id in work.patients:
        uow.session.get_one(Patient, patient_id).coordinator_id = user.id
    uow.session.flush()


def _give(row: Any, user: UserAccount, from_user_id: int | None) -> None:
    """Whoever takes over owns it; a review goes to them when they may review, else to nobody by name."""
    if isinstance(row, ServiceRequest) and from_user_id is not None and row.reviewer_id == from_user_id:
        row.reviewer_id = user.id if allows(user.role, Privilege.REVIEW_NOTES) else None
        if row.owner_user_id is not None and row.owner_user_id != from_user_id:
            return  # somebody else's, who keeps it
    row.owner_kind, row.owner_name = OwnerKind.USER.value, user.display_name
    row.owner_user_id, row.owner_practitioner_id = user.id, None


def _moved(uow: UnitOfWork, visit_id: int, clinician_id: int | None) -> bool:
    row = uow.session.get_one(Appointment, visit_id)
    if clinician_id is None or row.starts_at is None:
        return False
    try:
        move(uow, MoveAppointment(row.id, row.version, row.starts_at, clinician_id))
    except (Invalid, Conflict):  # not working or not free then: somebody books it anew
        return False
    return True
