"""A discharge is typed in, described, its steps are signed, and it is closed with an outcome."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.models.clinical import Encounter
from db.models.patient import Patient
from db.models.plan import WorklistHold
from db.models.transitions import Transition, TransitionStep
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import transitions as content
from icm_desktop.contracts.transitions import (
    CloseTransition,
    DescribeTransition,
    RecordDischarge,
    SignStep,
    TransitionSaved,
)
from icm_desktop.domain import moments
from icm_desktop.domain.transitions import OUTCOMES
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.transitions import of_patient
from icm_desktop.services import lines

KIND = "transition"
_STAY = "IMP"  # HL7 v3 ActCode: an inpatient stay
_OPEN_KEYS = ("contact", "visit")
_LONGEST_STAY = 366  # days
_WITH_REASON = ("declined", "moved", "not_needed")


@requires(Privilege.CLINICAL_WRITE)
def record_discharge(uow: UnitOfWork, request: RecordDischarge) -> TransitionSaved:
    """Write down a stay that ended, as somebody told it; its clocks run from then on.

    Raises:
        NotFound: patients.unknown.
        Invalid: transitions.future, long_ago, admitted_after, long_stay, unknown_place, unknown_complexity, at the
            field; registration.too_long.
        Conflict: transitions.known_already.
    """
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    _check_days(uow, request)
    place = next((one for one in content.destinations() if one.id == request.destination), None)
    if place is None:
        raise Invalid("transitions.unknown_place", field="destination")
    _check_complexity(request.complexity)
    for row in of_patient(uow, patient.id):
        if abs((row.discharged_on - request.discharged_on).days) <= 1:
            raise Conflict("transitions.known_already", field="discharged_on", day=row.discharged_on.isoformat())
    ended = moments.from_datetime(request.discharged_at) if request.discharged_at else request.discharged_on.isoformat()
    stay = Encounter(
        patient_id=patient.id,
        status="finished",
        class_code=_STAY,
        text="Hospital stay",
        starts_when=request.admitted_on.isoformat() if request.admitted_on else None,
        ends_when=ended,
        reason=lines.line(request.reason, "reason"),
        discharge=place.text,
        organization=lines.line(request.facility, "facility"),
        recorded_when=moments.from_datetime(uow.now),
        author=uow.actor.name,
    )
    uow.session.add(stay)
    uow.session.flush()
    if request.complexity or request.acute is not None:
        uow.session.add(
            Transition(
                patient_id=patient.id,
                encounter_id=stay.id,
                complexity=request.complexity or None,
                acute=request.acute,
            )
        )
    return _saved(uow, stay)


@requires(Privilege.CLINICAL_WRITE)
def describe(uow: UnitOfWork, request: DescribeTransition) -> TransitionSaved:
    """Say how complex the patient is and whether the admission was an emergency.

    Raises:
        NotFound: transitions.gone.
        Conflict: transitions.changed_meanwhile.
        Invalid: transitions.unknown_complexity; transitions.bad_limit at "visit_days", reason_missing at
            "visit_reason"; transitions.no_such_visit at "seen_elsewhere".
    """
    stay = _stay(uow, request.encounter_id)
    _check_complexity(request.complexity)
    said = _said(uow, stay, request.expected_version)
    said.complexity, said.acute = request.complexity or None, request.acute
    said.visit_days, said.visit_reason = _own_limit(request)
    said.seen_appointment_id, said.seen_encounter_id = _seen_elsewhere(uow, stay, request.seen_elsewhere)
    return _saved(uow, stay)


@requires(Privilege.CLINICAL_WRITE)
def sign_step(uow: UnitOfWork, request: SignStep) -> TransitionSaved:
    """Write down that a step was done: reconciliation signed, red flags taught, the summary read.

    Raises:
        NotFound: transitions.gone.
        Invalid: transitions.unknown_step, future, before_discharge at the field; registration.too_long.
    """
    stay = _stay(uow, request.encounter_id)
    if request.kind not in content.steps():
        raise Invalid("transitions.unknown_step", field="kind")
    done_on = request.done_on or uow.today
    ended = moments.local_day(stay.ends_when, uow.zone)
    if done_on > uow.today:
        raise Invalid("transitions.future", field="done_on")
    if ended is not None and done_on < ended:
        raise Invalid("transitions.before_discharge", field="done_on")
    said = _said(uow, stay, None)
    uow.session.flush()
    uow.session.add(
        TransitionStep(
            patient_id=stay.patient_id,
            transition_id=said.id,
            kind=request.kind,
            done_on=done_on,
            done_by=lines.line(request.done_by, "done_by") or uow.actor.name,
            note=lines.note(request.note),
        )
    )
    return _saved(uow, stay)


@requires(Privilege.CLINICAL_WRITE)
def close(uow: UnitOfWork, request: CloseTransition) -> TransitionSaved:
    """End a transition with its outcome, or ("") open it again; Today asks for a closed one no more.

    Raises:
        NotFound: transitions.gone.
        Conflict: transitions.changed_meanwhile.
        Invalid: transitions.unknown_outcome, reason_missing; registration.too_long.
    """
    stay = _stay(uow, request.encounter_id)
    if request.outcome and request.outcome not in OUTCOMES:
        raise Invalid("transitions.unknown_outcome", field="outcome")
    reason = lines.line(request.reason, "reason")
    if request.outcome in _WITH_REASON and reason is None:
        raise Invalid("transitions.reason_missing", field="reason")
    said = _said(uow, stay, request.expected_version)
    said.outcome = request.outcome or None
    said.closed_on = uow.today if request.outcome else None
    said.reason = reason
    for what in _OPEN_KEYS:
        _note(uow, stay, what, uow.today if request.outcome else None)
    return _saved(uow, stay)


def _own_limit(request: DescribeTransition) -> tuple[int | None, str | None]:
    """The limit that was set for this discharge, with its reason."""
    if request.visit_days is None:
        return None, None
    least, most = content.own_limit()
    if not least <= request.visit_days <= most:
        raise Invalid("transitions.bad_limit", field="visit_days", least=least, most=most)
    reason = lines.line(request.visit_reason, "visit_reason")
    if reason is None:
        raise Invalid("transitions.reason_missing", field="visit_reason")
    return request.visit_days, reason


def _seen_elsewhere(uow: UnitOfWork, stay: Encounter, key: str) -> tuple[int | None, int | None]:
    """The outside appointment or the encounter a person says was the visit."""
    if not key:
        return None, None
    known = next((row.elsewhere for row in of_patient(uow, stay.patient_id) if row.encounter_id == stay.id), ())
    if key not in {one.key for one in known}:
        raise Invalid("transitions.no_such_visit", field="seen_elsewhere")
    kind, _, number = key.partition(":")
    return (int(number), None) if kind == "appointment" else (None, int(number))


def _check_days(uow: UnitOfWork, request: RecordDischarge) -> None:
    policy = practice_policies(uow).after_discharge
    if request.discharged_on > uow.today or (request.discharged_at is not None and request.discharged_at > uow.now):
        raise Invalid("transitions.future", field="discharged_on")
    if (uow.today - request.discharged_on).days > policy.look_back_days:
        raise Invalid("transitions.long_ago", field="discharged_on", days=policy.look_back_days)
    if request.admitted_on is not None and request.admitted_on > request.discharged_on:
        raise Invalid("transitions.admitted_after", field="admitted_on")
    longest = dt.timedelta(days=_LONGEST_STAY)
    if request.admitted_on is not None and request.discharged_on - request.admitted_on > longest:
        raise Invalid("transitions.long_stay", field="admitted_on")


def _check_complexity(complexity: str) -> None:
    if complexity and complexity not in content.complexities():
        raise Invalid("transitions.unknown_complexity", field="complexity")


def _stay(uow: UnitOfWork, encounter_id: int) -> Encounter:
    stay = uow.session.get(Encounter, encounter_id)
    if stay is None or stay.removed_at is not None or stay.status == "entered-in-error":
        raise NotFound("transitions.gone")
    return stay


def _said(uow: UnitOfWork, stay: Encounter, expected_version: int | None) -> Transition:
    """What was said of the discharge so far, or a new record; `expected_version` 0 when there was none."""
    stored = select(Transition).where(Transition.encounter_id == stay.id, Transition.removed_at.is_(None))
    row = uow.session.scalars(stored).first()
    if expected_version is not None and (row.version if row else 0) != expected_version:
        raise Conflict("transitions.changed_meanwhile")
    if row is None:
        row = Transition(patient_id=stay.patient_id, encounter_id=stay.id)
        uow.session.add(row)
    return row


def _note(uow: UnitOfWork, stay: Encounter, what: str, done_on: dt.date | None) -> None:
    """Finish, or bring back, the row of Today."""
    key = f"encounter:{stay.id}:{what}"
    known = select(WorklistHold).where(WorklistHold.item_key == key, WorklistHold.removed_at.is_(None))
    row = uow.session.scalars(known.order_by(WorklistHold.id.desc())).first()
    if row is None and done_on is None:
        return
    row = row or WorklistHold(item_key=key, patient_id=stay.patient_id)
    row.held_until, row.done_on = None, done_on
    uow.session.add(row)


def _saved(uow: UnitOfWork, stay: Encounter) -> TransitionSaved:
    uow.session.flush()
    row = next((one for one in of_patient(uow, stay.patient_id) if one.encounter_id == stay.id), None)
    changes = Changes.of(KIND, "encounter", "worklist", patient_id=stay.patient_id, action_id=uow.action_id)
    return TransitionSaved(stay.id, row, changes)
