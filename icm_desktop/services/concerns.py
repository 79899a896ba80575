"""Concerns and barriers of the shared plan are added, changed, ended, put in order and taken off."""

from __future__ import annotations

from db.models.clinical import Condition
from db.models.shared_plan import HealthConcern, PlanBarrier
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.concerns import (
    AddBarrier,
    AddConcern,
    BarrierDraft,
    ChangeBarrier,
    ChangeConcern,
    ConcernDraft,
)
from icm_desktop.contracts.plans import MoveItem, PlanSaved, RemoveItem
from icm_desktop.domain import concerns as rules
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.addressed import goals_about
from icm_desktop.queries.plan_tree import ordered_concerns
from icm_desktop.services.plan_input import (
    concern_of,
    language_of,
    past_day,
    priority,
    reason_text,
    text_of,
    write_owner,
)
from icm_desktop.services.plan_leftovers import settle_concern
from icm_desktop.services.plan_rows import (
    add,
    as_read,
    check_patient,
    found,
    goal_of,
    last_place,
    put,
    saved,
    under_concern,
)


@requires(Privilege.CLINICAL_WRITE)
def add_concern(uow: UnitOfWork, request: AddConcern) -> PlanSaved:
    """Add a concern at the end of the concerns; goals from elsewhere that name its problem go beneath it.

    Raises:
        NotFound: patients.unknown; plans.unknown when the problem is not this patient's.
        Invalid: plans.* at the field.
    """
    check_patient(uow, request.patient_id)
    row = HealthConcern(patient_id=request.patient_id, status=rules.OPEN)
    _write_concern(uow, row, request.concern)
    row.noticed_on = row.noticed_on or uow.today
    row.position = last_place(ordered_concerns(uow, request.patient_id)) + 1
    added = add(uow, row)
    if row.condition_id is not None:
        for goal in goals_about(uow, request.patient_id, row.condition_id):
            goal.concern_id = row.id
        uow.session.flush()
    return added


@requires(Privilege.CLINICAL_WRITE)
def change_concern(uow: UnitOfWork, request: ChangeConcern) -> PlanSaved:
    """Change a concern, or end it with what becomes of the open work under it.

    Raises:
        NotFound: plans.unknown.
        Conflict: plans.changed_meanwhile; plans.work_undecided.
        Invalid: plans.* at the field.
    """
    row = as_read(uow, HealthConcern, request.concern_id, request.expected_version)
    if request.status not in rules.STATUSES:
        raise Invalid("plans.bad_status", field="status")
    _write_concern(uow, row, request.concern)
    if request.status != rules.OPEN and row.status == rules.OPEN:
        settle_concern(uow, row.id, request.leftovers, request.reason)
        row.ended_on = uow.today
    elif request.status == rules.OPEN:
        row.ended_on = None
    row.status, row.reason = request.status, reason_text(request.reason) or row.reason
    return saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def remove_concern(uow: UnitOfWork, request: RemoveItem) -> PlanSaved:
    """Take a concern off the plan; what is open under it becomes what was decided, what has ended stays on the plan.

    Raises:
        NotFound: plans.unknown.
        Conflict: plans.changed_meanwhile; plans.work_undecided.
        Invalid: plans.reason_missing and what `change_goal` refuses of a replacement.
    """
    row = as_read(uow, HealthConcern, request.id, request.expected_version)
    settle_concern(uow, row.id, request.leftovers, request.reason)
    uow.session.flush()
    for under in under_concern(uow, row.id):
        under.concern_id = None
    row.removed_at = uow.now
    return saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def move_concern(uow: UnitOfWork, request: MoveItem) -> PlanSaved:
    """Put a concern some places up (negative) or down among those that are as open as it is.

    Raises:
        NotFound: plans.unknown.
    """
    row = found(uow, HealthConcern, request.id)
    alike = [
        each
        for each in ordered_concerns(uow, row.patient_id)
        if (each.status == rules.OPEN) == (row.status == rules.OPEN)
    ]
    put(alike, row, request.by)
    return saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def add_barrier(uow: UnitOfWork, request: AddBarrier) -> PlanSaved:
    """Add a barrier to a goal, to a concern, or to the plan as a whole.

    Raises:
        NotFound: patients.unknown; plans.unknown when the goal or concern is not this patient's.
        Invalid: plans.* at the field.
    """
    check_patient(uow, request.patient_id)
    row = PlanBarrier(patient_id=request.patient_id, status=rules.OPEN)
    _write_barrier(uow, row, request.barrier)
    row.noticed_on = row.noticed_on or uow.today
    return add(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def change_barrier(uow: UnitOfWork, request: ChangeBarrier) -> PlanSaved:
    """Change a barrier, say it is gone, or that it is back.

    Raises:
        NotFound: plans.unknown.
        Conflict: plans.changed_meanwhile.
        Invalid: plans.* at the field.
    """
    row = as_read(uow, PlanBarrier, request.barrier_id, request.expected_version)
    if request.status not in rules.BARRIER_STATUSES:
        raise Invalid("plans.bad_status", field="status")
    _write_barrier(uow, row, request.barrier)
    if request.status == rules.OPEN:
        row.ended_on = None
    elif row.status == rules.OPEN:
        row.ended_on = uow.today
    row.status, row.reason = request.status, reason_text(request.reason) or row.reason
    return saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def remove_barrier(uow: UnitOfWork, request: RemoveItem) -> PlanSaved:
    """Take a barrier off the plan.

    Raises:
        NotFound: plans.unknown.
        Conflict: plans.changed_meanwhile.
    """
    row = as_read(uow, PlanBarrier, request.id, request.expected_version)
    row.removed_at = uow.now
    return saved(uow, row)


def _write_concern(uow: UnitOfWork, row: HealthConcern, draft: ConcernDraft) -> None:
    if draft.kind not in rules.KINDS:
        raise Invalid("plans.bad_kind", field="kind")
    row.kind = draft.kind
    row.words, row.text = text_of(draft.words, "words"), text_of(draft.text, "text")
    row.condition_id = _problem(uow, draft.condition_id, row.patient_id)
    if not row.words and not row.text and row.condition_id is None:
        raise Invalid("plans.concern_empty", field="words")
    row.words_language = language_of(draft.words_language, "words_language") if row.words else None
    row.priority = priority(draft.priority, row.priority)
    row.note = text_of(draft.note, "note")
    row.noticed_on = past_day(uow, draft.noticed_on, "noticed_on")
    row.sensitive = draft.sensitive
    write_owner(uow, row, draft.owner, row.patient_id)


def _write_barrier(uow: UnitOfWork, row: PlanBarrier, draft: BarrierDraft) -> None:
    if draft.kind not in rules.BARRIER_KINDS:
        raise Invalid("plans.bad_kind", field="kind")
    text = text_of(draft.text, "text")
    if not text:
        raise Invalid("plans.barrier_empty", field="text")
    row.kind, row.text, row.help_text = draft.kind, text, text_of(draft.help_text, "help_text")
    row.goal_id = goal_of(uow, draft.goal_id, row.patient_id)
    row.concern_id = concern_of(uow, draft.concern_id, row.patient_id) if row.goal_id is None else None
    row.noticed_on = past_day(uow, draft.noticed_on, "noticed_on")
    row.sensitive = draft.sensitive


def _problem(uow: UnitOfWork, condition_id: int | None, patient_id: int) -> int | None:
    if condition_id is not None:
        problem = uow.session.get(Condition, condition_id)
        if problem is None or problem.removed_at is not None or problem.patient_id != patient_id:
            raise NotFound("plans.unknown")
    return condition_id
