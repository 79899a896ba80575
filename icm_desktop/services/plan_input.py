"""Goals and actions as typed: cleaned, refused at the field, and written into their rows."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Any

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.patient import Patient
from db.models.plan import Goal, Owned, PlanAction
from db.models.practice import Organization, Practitioner
from db.models.shared_plan import HealthConcern
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.plans import ActionDraft, GoalDraft
from icm_desktop.domain import goals as rules
from icm_desktop.domain import names, person
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires

LONGEST = 1000
_LONGEST_NAME = 200
_LOINC = re.compile(r"\d{1,7}-\d")
_FIRST_DUE, _LAST_DUE = dt.date(1900, 1, 1), dt.date(2200, 1, 1)


@requires(Privilege.CLINICAL_WRITE)
def write_goal(uow: UnitOfWork, goal: Goal, draft: GoalDraft) -> None:
    """Copy the draft into the row.

    Raises:
        Invalid: plans.* at the field that cannot be used.
    """
    goal.words, goal.text = text_of(draft.words, "words"), text_of(draft.text, "text")
    if not goal.words and not goal.text:
        raise Invalid("plans.goal_empty", field="words")
    goal.words_language = language_of(draft.words_language, "words_language") if goal.words else None
    _check_target(draft)
    if goal.measure_code != draft.measure_code:
        goal.measure_text = None  # the name the sender gave belongs to the sender's code
    goal.measure_code = draft.measure_code
    goal.target_comparator = draft.target_comparator if draft.target_value is not None else None
    goal.target_value, goal.target_low, goal.target_high = draft.target_value, draft.target_low, draft.target_high
    goal.target_unit = text_of(draft.target_unit, "target_unit", 40)
    goal.target_text = text_of(draft.target_text, "target_text", 200)
    goal.due_on = _due(draft.due_on)
    goal.on_handout, goal.sensitive = draft.on_handout, draft.sensitive
    goal.priority = priority(draft.priority, goal.priority)
    _write_start(uow, goal, draft)
    goal.concern_id = concern_of(uow, draft.concern_id, goal.patient_id)
    write_owner(uow, goal, draft.owner, goal.patient_id)


def _write_start(uow: UnitOfWork, goal: Goal, draft: GoalDraft) -> None:
    """Where the goal stood, and how sure the patient is."""
    if draft.confidence is not None and draft.confidence not in rules.CONFIDENCE:
        raise Invalid("plans.bad_confidence", field="confidence")
    if draft.baseline_value is not None and not math.isfinite(draft.baseline_value):
        raise Invalid("plans.bad_number", field="baseline_value")
    goal.baseline_on = past_day(uow, draft.baseline_on, "baseline_on") if draft.baseline_value is not None else None
    goal.baseline_value, goal.confidence = draft.baseline_value, draft.confidence


@requires(Privilege.CLINICAL_WRITE)
def concern_of(uow: UnitOfWork, concern_id: int | None, patient_id: int) -> int | None:
    """The concern something belongs to, checked.

    Raises:
        NotFound: plans.unknown when it is not this patient's or is gone.
    """
    if concern_id is not None:
        concern = uow.session.get(HealthConcern, concern_id)
        if concern is None or concern.removed_at is not None or concern.patient_id != patient_id:
            raise NotFound("plans.unknown")
    return concern_id


@requires(Privilege.CLINICAL_WRITE)
def past_day(uow: UnitOfWork, day: dt.date | None, field: str) -> dt.date | None:
    """A day something was so, never one to come.

    Raises:
        Invalid: plans.bad_day.
    """
    if day is not None and not _FIRST_DUE <= day <= uow.today:
        raise Invalid("plans.bad_day", field=field)
    return day


def priority(code: str | None, before: str | None) -> str | None:
    """A priority of the list; one that came from elsewhere may stay.

    Raises:
        Invalid: plans.bad_priority.
    """
    if code is not None and code not in rules.PRIORITIES and code != before:
        raise Invalid("plans.bad_priority", field="priority")
    return code


@requires(Privilege.CLINICAL_WRITE)
def write_action(uow: UnitOfWork, action: PlanAction, draft: ActionDraft) -> None:
    """Copy the draft into the row, all but its status.

    Raises:
        Invalid: plans.* at the field that cannot be used.
    """
    action.text = text_of(draft.text, "text")
    if not action.text:
        raise Invalid("plans.action_empty", field="text")
    words = {language_of(name, "patient_words"): text_of(said, "patient_words") for name, said in draft.patient_words}
    action.patient_words = {name: said for name, said in words.items() if name and said} or None
    action.phrase = text_of(draft.phrase, "phrase", 100)
    action.due_on = _due(draft.due_on)
    action.on_handout, action.sensitive, action.urgent = draft.on_handout, draft.sensitive, draft.urgent
    action.appointment_type_id = draft.appointment_type_id
    write_owner(uow, action, draft.owner, action.patient_id)


@requires(Privilege.CLINICAL_WRITE)
def write_status(uow: UnitOfWork, action: PlanAction, status: str, reason: str | None) -> None:
    """Give the action its status, with the day it was done and why it ended.

    Raises:
        Invalid: plans.bad_status; plans.reason_missing when it is cancelled or stopped.
    """
    if status not in rules.ACTION_STATUSES:
        raise Invalid("plans.bad_status", field="status")
    why = text_of(reason, "reason")
    if status in ("cancelled", "stopped") and status != action.status and not why:
        raise Invalid("plans.reason_missing", field="reason")
    if status == rules.ACTION_DONE and action.status != rules.ACTION_DONE:
        action.done_on = uow.today
    elif status != rules.ACTION_DONE:
        action.done_on = None
    action.status = status
    action.reason = why or action.reason


@requires(Privilege.CLINICAL_WRITE)
def write_owner(uow: UnitOfWork, row: Owned, owner: Owner | None, patient_id: int) -> None:
    """Say who does it; the name is kept as it is today.

    Raises:
        Invalid: plans.no_such_owner; plans.owner_missing.
    """
    if owner is not None and (row.owner_kind, row.owner_name) == (owner.kind.value, owner.name):
        known = {OwnerKind.USER: row.owner_user_id, OwnerKind.PRACTITIONER: row.owner_practitioner_id}
        if owner.id == known.get(owner.kind) and owner.organization == row.owner_organization:
            return  # unchanged, though the user may have left since
    name = _owner_name(uow, owner, patient_id) if owner else None
    row.owner_kind, row.owner_name = (owner.kind.value if owner else None), name
    row.owner_organization = _owner_organization(uow, owner) if owner else None
    row.owner_user_id = owner.id if owner and owner.kind is OwnerKind.USER else None
    row.owner_practitioner_id = owner.id if owner and owner.kind is OwnerKind.PRACTITIONER else None


def _owner_organization(uow: UnitOfWork, owner: Owner) -> str | None:
    """Where somebody outside works: as it was told, else as the directory has it."""
    if owner.kind not in (OwnerKind.PRACTITIONER, OwnerKind.PERSON):
        return None
    told = text_of(owner.organization, "owner", _LONGEST_NAME)
    if told or owner.kind is OwnerKind.PERSON or owner.id is None:
        return told
    wanted = (
        select(Organization.name)
        .join(Practitioner, Practitioner.organization_id == Organization.id)
        .where(Practitioner.id == owner.id)
    )
    return uow.session.scalar(wanted)


def reason_text(reason: str | None) -> str | None:
    """Why a goal ended, as it is kept.

    Raises:
        Invalid: plans.too_long.
    """
    return text_of(reason, "reason")


def _owner_name(uow: UnitOfWork, owner: Owner, patient_id: int) -> str:
    found: Any = None
    if owner.kind is OwnerKind.USER and owner.id is not None:
        user = uow.session.get(UserAccount, owner.id)
        found = user.display_name if user and user.disabled_at is None and user.removed_at is None else None
    elif owner.kind is OwnerKind.PRACTITIONER and owner.id is not None:
        one = uow.session.get(Practitioner, owner.id)
        found = names.spoken(one.given, one.family, one.prefix) if one and one.removed_at is None else None
        found = found and (owner.name or found)
    elif owner.kind is OwnerKind.PATIENT:
        patient = uow.session.get(Patient, patient_id)
        found = names.spoken(patient.given, patient.family) if patient else None
    elif owner.kind is OwnerKind.PERSON:
        found = text_of(owner.name, "owner", _LONGEST_NAME)
        if not found:
            raise Invalid("plans.owner_missing", field="owner")
    if not found:
        raise Invalid("plans.no_such_owner", field="owner")
    return str(found)


def text_of(text: str | None, field: str, longest: int = LONGEST) -> str | None:
    """A text as it is kept, line breaks and all; None when nothing was typed.

    Raises:
        Invalid: plans.too_long.
    """
    try:
        return person.paragraphs(text, longest)
    except person.Unusable as error:
        raise Invalid(f"plans.{error.reason}", field=field, **error.params) from None


def language_of(text: str | None, field: str) -> str | None:
    """The tag of a language.

    Raises:
        Invalid: plans.bad_language.
    """
    try:
        return person.language(text)
    except person.Unusable:
        raise Invalid("plans.bad_language", field=field) from None


def _due(day: dt.date | None) -> dt.date | None:
    if day is not None and not _FIRST_DUE <= day <= _LAST_DUE:
        raise Invalid("plans.bad_due", field="due_on")
    return day


def _check_target(draft: GoalDraft) -> None:
    if draft.measure_code is not None and not _LOINC.fullmatch(draft.measure_code):
        raise Invalid("plans.bad_measure", field="measure_code")
    if draft.target_comparator is not None and draft.target_comparator not in rules.COMPARATORS:
        raise Invalid("plans.bad_comparator", field="target_comparator")
    low, high = draft.target_low, draft.target_high
    numbers = [number for number in (draft.target_value, low, high) if number is not None]
    if not all(math.isfinite(number) for number in numbers):
        raise Invalid("plans.bad_number", field="target_value")
    if draft.target_value is not None and len(numbers) > 1:
        raise Invalid("plans.two_targets", field="target_value")
    if low is not None and high is not None and low >= high:
        raise Invalid("plans.range_turned", field="target_low")
