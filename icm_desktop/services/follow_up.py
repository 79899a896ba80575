"""What one does with a row of Today: finish it, put it off, log a contact."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from db.models.conferences import NearMiss
from db.models.notes import CareNoteReader, EmergencyAccess
from db.models.pathways import StepDecision
from db.models.patient import Patient
from db.models.plan import ContactLog, PlanAction, Task, WorklistHold
from db.models.scheduling import Appointment, WaitListEntry
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.pathways import pathways
from icm_desktop.contracts.worklist import FinishWork, HoldWork, LogContact, WorkDone
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.work_privacy import may_look
from icm_desktop.services.cleaning import line, with_notes
from icm_desktop.services.no_shows import note_reason
from icm_desktop.services.safety_items import needs_assessment
from icm_desktop.services.work_kinds import DONE_ELSEWHERE, MODELS, NEEDS, PATHWAY, Source
from icm_desktop.services.wrong_numbers import end_number

CHANNELS = ("phone", "text", "email", "portal", "letter", "in_person")
OUTCOMES = ("reached", "left_message", "no_answer", "wrong_number", "declined")
REACHED, WRONG_NUMBER = "reached", "wrong_number"
LONGEST_HOLD = 366  # days
LONGEST_TEXT = 4000
DONE = "completed"


@dataclass(frozen=True, slots=True)
class _Item:
    """The record behind a worklist key."""

    key: str
    kind: str
    row: Source

    @property
    def patient_id(self) -> int:
        return self.row.id if isinstance(self.row, Patient) else self.row.patient_id or 0

    @property
    def about_safety(self) -> bool:
        """Whether only an assessment ends it; of a form that is to be followed up its score is meant."""
        return self.kind != "form" and needs_assessment(self.row)


@requires(Privilege.WORKLIST)
def finish(uow: UnitOfWork, request: FinishWork) -> WorkDone:
    """Mark a row done: a plan action or task is completed, anything computed is noted as finished today.

    Results and answers that are critical are finished by somebody who may review them.

    Raises:
        NotAllowed: permissions.denied, today.own_emergency.
        Conflict: today.changed_meanwhile.
        Invalid: today.referral_moves_on, question_needs_answer, note_is_opened, near_miss_in_admin, assess_first,
            plan_moves_on, say_what_followed, ask_it_again, recommendation_answered, relapse_written.
        NotFound: today.unknown_item.
    """
    item = _item(uow, request.key)
    _check_role(uow, item.kind)
    if item.kind == PATHWAY:
        _decide(uow, item, "done")
        return _done(uow, item)
    if item.row.version != request.expected_version:
        raise Conflict("today.changed_meanwhile")
    if item.kind in DONE_ELSEWHERE:
        raise Invalid(DONE_ELSEWHERE[item.kind])
    if item.about_safety:
        raise Invalid("today.assess_first")
    if isinstance(item.row, EmergencyAccess) and not may_look(uow, item.row):
        raise NotAllowed("today.own_emergency")
    if isinstance(item.row, PlanAction | Task):
        item.row.status, item.row.done_on, item.row.held_until = DONE, uow.today, None
    elif isinstance(item.row, WaitListEntry):
        item.row.closed_on = uow.today
    else:
        _note(uow, item, done_on=uow.today)
    return _done(uow, item)


@requires(Privilege.WORKLIST)
def hold(uow: UnitOfWork, request: HoldWork) -> WorkDone:
    """Put a row off until a local day: it waits under Waiting and comes back that day.

    A step of a pathway is put off with the reason, which stands in the chart.

    Raises:
        NotAllowed: permissions.denied.
        Invalid: today.hold_past, today.hold_too_far, today.too_long, today.assess_first, pathways.reason_missing.
        NotFound: today.unknown_item.
    """
    item = _item(uow, request.key)
    _check_role(uow, item.kind)
    if item.about_safety:
        raise Invalid("today.assess_first")
    _check_until(uow, request.until, "until")
    reason = line("reason", request.reason, LONGEST_TEXT)
    if item.kind == PATHWAY and reason is None:
        raise Invalid("pathways.reason_missing", "reason")
    _put_off(uow, item, request.until, reason)
    return _done(uow, item)


@requires(Privilege.CALL_LOG)
def log_contact(uow: UnitOfWork, request: LogContact) -> WorkDone:
    """Log a contact that was tried. For a row, `next_try_on` puts it off; reaching the patient finishes a call.

    A row the role may not put off, such as a critical result, stays where it is: only the try is logged. So does an
    answer about safety, whoever tried: only an assessment ends it.

    Raises:
        Invalid: today.bad_channel, today.bad_outcome, today.hold_past, today.hold_too_far, today.too_long,
            today.other_patient, and those of the number told instead of a wrong one and of the reason of a no-show.
        NotFound: patients.unknown, today.unknown_item.
    """
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown", "patient_id")
    if request.channel not in CHANNELS:
        raise Invalid("today.bad_channel", "channel")
    if request.outcome not in OUTCOMES:
        raise Invalid("today.bad_outcome", "outcome")
    request = with_notes(request, "note", longest=LONGEST_TEXT)
    item = _item(uow, request.key) if request.key else None
    if item is not None and item.patient_id != request.patient_id:
        raise Invalid("today.other_patient", "key")
    if request.next_try_on is not None:
        _check_until(uow, request.next_try_on, "next_try_on")
    uow.session.add(
        ContactLog(
            patient_id=request.patient_id,
            item_key=request.key,
            at=uow.now,
            by_user_id=uow.actor.user_id,
            channel=request.channel,
            outcome=request.outcome,
            note=request.note,
            next_try_on=request.next_try_on,
        )
    )
    if request.outcome == WRONG_NUMBER:
        end_number(uow, request)
    if request.no_show_reason is not None and item is not None and isinstance(item.row, Appointment):
        note_reason(uow, item.row, request.no_show_reason)
    if item is not None and not item.about_safety:
        _after_contact(uow, item, request)
    return _done(uow, item, patient_id=request.patient_id)


def _after_contact(uow: UnitOfWork, item: _Item, request: LogContact) -> None:
    """What a try does to the row it was about."""
    reached = request.outcome == REACHED
    if item.kind == PATHWAY and reached:
        return  # who was reached has been called; whether the step was done is said of the step
    if reached and _is_call(item):
        _note(uow, item, done_on=uow.today)
    elif request.next_try_on is not None and allows(uow.actor.role, NEEDS[item.kind]):
        _put_off(uow, item, request.next_try_on, None)


def _is_call(item: _Item) -> bool:
    """Whether the row asks for nothing but to reach the patient."""
    return item.kind == "appointment" or item.key.endswith(":contact")


def _done(uow: UnitOfWork, item: _Item | None, patient_id: int | None = None) -> WorkDone:
    uow.session.flush()
    kinds = {"worklist", "contact", "patient"} if item is None or patient_id else {"worklist"}
    if item is not None and item.kind in ("plan_action", "task", PATHWAY):
        kinds.add(item.kind)
    whose = (item.patient_id or None) if item else patient_id
    return WorkDone(item.key if item else "", Changes.of(*kinds, patient_id=whose, action_id=uow.action_id))


def _decide(uow: UnitOfWork, item: _Item, kind: str, until: dt.date | None = None, reason: str | None = None) -> None:
    """A step of a pathway, named "pathway:PATIENT:ACTIVITY": what is said of it holds in every pathway."""
    activity = item.key.split(":")[2]
    uow.session.add(
        StepDecision(
            patient_id=item.patient_id, activity=activity, kind=kind, made_on=uow.today, until_on=until, reason=reason
        )
    )


def _put_off(uow: UnitOfWork, item: _Item, until: dt.date, reason: str | None) -> None:
    if item.kind == PATHWAY:
        _decide(uow, item, "deferred", until, (reason or "").strip() or None)
    elif isinstance(item.row, PlanAction | Task | NearMiss):
        item.row.held_until = until
        if reason:
            uow.record("worklist.held", patient_id=item.patient_id or None, object_kind=item.kind,
                       object_id=item.row.id, detail={"reason": reason})  # fmt: skip
    else:
        _note(uow, item, held_until=until, reason=reason)


def _note(
    uow: UnitOfWork,
    item: _Item,
    *,
    held_until: dt.date | None = None,
    done_on: dt.date | None = None,
    reason: str | None = None,
) -> None:
    known = uow.session.scalars(
        select(WorklistHold)
        .where(WorklistHold.item_key == item.key, WorklistHold.removed_at.is_(None))
        .order_by(WorklistHold.id.desc())
    ).first()
    row = known or WorklistHold(item_key=item.key, patient_id=item.patient_id)
    row.held_until, row.done_on, row.reason = held_until, done_on, reason
    uow.session.add(row)


def _item(uow: UnitOfWork, key: str) -> _Item:
    kind, _, rest = key.partition(":")
    number = rest.partition(":")[0]
    model = MODELS.get(kind)
    row = uow.session.get(model, int(number)) if model and number.isdecimal() else None
    if row is None or row.removed_at is not None or (kind == PATHWAY and not _is_asked(rest.partition(":")[2])):
        raise NotFound("today.unknown_item")
    if kind == "care_note" and not _is_addressed(uow, row.id, rest.partition(":")[2]):
        raise NotFound("today.unknown_item")  # of a note only its readers know here
    return _Item(key, kind, row)


def _is_addressed(uow: UnitOfWork, note_id: int, user_id: str) -> bool:
    mine = select(CareNoteReader.id).where(
        CareNoteReader.care_note_id == note_id, CareNoteReader.user_id == uow.actor.user_id,
        CareNoteReader.removed_at.is_(None),
    )  # fmt: skip
    return user_id == str(uow.actor.user_id) and uow.session.scalar(mine) is not None


def _is_asked(activity: str) -> bool:
    steps = (step.activity for one in pathways() for step in one.steps)
    return any(activity in (each.id, each.group) for each in steps)


def _check_role(uow: UnitOfWork, kind: str) -> None:
    needed = NEEDS[kind]
    if not allows(uow.actor.role, needed):
        raise NotAllowed("permissions.denied", role=uow.actor.role, privilege=needed.value)


def _check_until(uow: UnitOfWork, until: dt.date, field: str) -> None:
    if until <= uow.today:
        raise Invalid("today.hold_past", field)
    if (until - uow.today).days > LONGEST_HOLD:
        raise Invalid("today.hold_too_far", field, days=LONGEST_HOLD)
