"""Pathways are adopted by the practice; patients enter and leave them; people decide about steps and targets."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from db.models.base import Audited
from db.models.pathways import PathwayAdoption, PathwayEnrolment, PathwayTarget, StepDecision
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import pathways as content
from icm_desktop.contracts.pathways import (
    AdoptPathway,
    DecideStep,
    DismissSuggestion,
    EnrolPatient,
    LeavePathway,
    PathwaySaved,
    SetTarget,
)
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.pathways_in_use import editions, in_use
from icm_desktop.services import lines
from icm_desktop.services.rows import current

KIND = "pathway"
ENROLLED, LEFT, DISMISSED, REOPENED = "enrolled", "left", "dismissed", "reopened"
_WITH_REASON = ("declined", "not_applicable", "deferred")


@requires(Privilege.SETTINGS)
def adopt(uow: UnitOfWork, request: AdoptPathway) -> PathwaySaved:
    """Note that a named clinician stands for a pathway as it is; until it changes it makes work.

    Raises:
        NotFound: pathways.unknown.
        Conflict: pathways.content_changed.
        Invalid: pathways.adopter_missing, registration.too_long.
    """
    pathway = _pathway(request.pathway)
    if editions(uow)[pathway.id][-1].digest != request.digest:
        raise Conflict("pathways.content_changed")
    row = PathwayAdoption(
        pathway=pathway.id,
        content_version=pathway.version,
        digest=request.digest,
        adopted_by=lines.needed(request.adopted_by, "adopted_by", "pathways.adopter_missing"),
        adopted_role=lines.line(request.adopted_role, "adopted_role"),
        adopted_on=uow.today,
    )
    return _add(uow, row)


@requires(Privilege.SETTINGS)
def withdraw(uow: UnitOfWork, pathway_id: str) -> PathwaySaved:
    """The practice no longer uses a pathway: every adoption of it is taken back; who is in it stays.

    Raises:
        NotFound: set_up.gone.
    """
    stored = select(PathwayAdoption).where(PathwayAdoption.pathway == pathway_id, PathwayAdoption.removed_at.is_(None))
    rows = uow.session.scalars(stored).all()
    if not rows:
        raise NotFound("set_up.gone")
    for row in rows:
        row.removed_at = uow.now
    uow.session.flush()
    return PathwaySaved(rows[-1].id, Changes.of(KIND, action_id=uow.action_id))


@requires(Privilege.CLINICAL_WRITE)
def enrol(uow: UnitOfWork, request: EnrolPatient) -> PathwaySaved:
    """A person puts a patient into an adopted pathway.

    Raises:
        NotFound: patients.unknown, pathways.unknown.
        Invalid: pathways.not_adopted, pathways.for_everyone, pathways.already_in, pathways.bad_day.
    """
    _check_patient(uow, request.patient_id)
    pathway = _pathway(request.pathway)
    entered_on = request.entered_on or uow.today
    if pathway.entry.everyone:
        raise Invalid("pathways.for_everyone", field="pathway")
    if not _is_adopted(uow, pathway):
        raise Invalid("pathways.not_adopted", field="pathway")
    if entered_on > uow.today:
        raise Invalid("pathways.bad_day", field="entered_on")
    _close_earlier(uow, request.patient_id, pathway.id)
    row = PathwayEnrolment(
        patient_id=request.patient_id,
        pathway=pathway.id,
        status=ENROLLED,
        entered_on=entered_on,
        evidence=lines.note(request.evidence, "evidence"),
    )
    return _add(uow, row, request.patient_id)


@requires(Privilege.CLINICAL_WRITE)
def dismiss(uow: UnitOfWork, request: DismissSuggestion) -> PathwaySaved:
    """A suggestion is turned down for this patient; it stays away until it is opened again.

    Raises:
        NotFound: patients.unknown, pathways.unknown.
        Invalid: pathways.already_in, pathways.reason_missing.
    """
    _check_patient(uow, request.patient_id)
    pathway = _pathway(request.pathway)
    _close_earlier(uow, request.patient_id, pathway.id)
    row = PathwayEnrolment(
        patient_id=request.patient_id,
        pathway=pathway.id,
        status=DISMISSED,
        entered_on=uow.today,
        reason=lines.needed(request.reason, "reason", "pathways.reason_missing"),
    )
    return _add(uow, row, request.patient_id)


@requires(Privilege.CLINICAL_WRITE)
def leave(uow: UnitOfWork, request: LeavePathway) -> PathwaySaved:
    """A patient leaves a pathway, or a suggestion turned down is opened again; what was done stays.

    Raises:
        NotFound: set_up.gone.
        Conflict: set_up.changed_meanwhile.
        Invalid: pathways.reason_missing.
    """
    row = current(uow.session, PathwayEnrolment, request.enrolment_id, request.expected_version)
    row.status, row.left_on = REOPENED if row.status == DISMISSED else LEFT, uow.today
    row.reason = lines.needed(request.reason, "reason", "pathways.reason_missing")
    uow.session.flush()
    return PathwaySaved(row.id, Changes.of(KIND, patient_id=row.patient_id, action_id=uow.action_id))


@requires(Privilege.CLINICAL_WRITE)
def decide(uow: UnitOfWork, request: DecideStep) -> PathwaySaved:
    """Note that an activity was done, was declined, does not apply, or is put off; it holds in every pathway.

    Raises:
        NotFound: patients.unknown.
        Invalid: pathways.unknown_step, bad_decision, reason_missing, bad_day, until_missing, at the field.
    """
    _check_patient(uow, request.patient_id)
    made_on = request.made_on or uow.today
    _check_decision(request, made_on, uow.today)
    reason = lines.note(request.reason, "reason")
    if request.kind in _WITH_REASON and reason is None:
        raise Invalid("pathways.reason_missing", field="reason")
    row = StepDecision(
        patient_id=request.patient_id,
        activity=request.activity,
        kind=request.kind,
        made_on=made_on,
        until_on=request.until_on,
        reason=reason,
    )
    return _add(uow, row, request.patient_id)


@requires(Privilege.CLINICAL_WRITE)
def set_target(uow: UnitOfWork, request: SetTarget) -> PathwaySaved:
    """Give a patient a target of their own; earlier ones stay in the history.

    Raises:
        NotFound: patients.unknown.
        Invalid: pathways.unknown_target, pathways.bad_value, pathways.reason_missing.
    """
    _check_patient(uow, request.patient_id)
    numbers = {one.id for each in content.pathways() for one in each.targets if one.value is not None}
    if request.target not in numbers:
        raise Invalid("pathways.unknown_target", field="target")
    if not 0 < request.value < float("inf"):
        raise Invalid("pathways.bad_value", field="value")
    row = PathwayTarget(
        patient_id=request.patient_id,
        target=request.target,
        value=request.value,
        set_on=uow.today,
        reason=lines.needed(request.reason, "reason", "pathways.reason_missing"),
    )
    return _add(uow, row, request.patient_id)


def _check_decision(request: DecideStep, made_on: dt.date, today: dt.date) -> None:
    steps = (step for one in content.pathways() for step in one.steps)
    if not any(request.activity in (step.activity.id, step.activity.group) for step in steps):
        raise Invalid("pathways.unknown_step", field="activity")
    if request.kind not in ("done", *_WITH_REASON):
        raise Invalid("pathways.bad_decision", field="kind")
    if made_on > today:
        raise Invalid("pathways.bad_day", field="made_on")
    if request.kind == "deferred" and request.until_on is None:
        raise Invalid("pathways.until_missing", field="until_on")
    if request.until_on is not None and request.until_on <= made_on:
        raise Invalid("pathways.bad_day", field="until_on")


def _pathway(pathway_id: str) -> Pathway:
    found = next((one for one in content.pathways() if one.id == pathway_id), None)
    if found is None:
        raise NotFound("pathways.unknown")
    return found


def _is_adopted(uow: UnitOfWork, pathway: Pathway) -> bool:
    return pathway.id in in_use(uow).digests


def _close_earlier(uow: UnitOfWork, patient_id: int, pathway_id: str) -> None:
    """End what was turned down before; refuse when the patient is in it."""
    stored = select(PathwayEnrolment).where(
        PathwayEnrolment.patient_id == patient_id,
        PathwayEnrolment.pathway == pathway_id,
        PathwayEnrolment.removed_at.is_(None),
        PathwayEnrolment.status.in_((ENROLLED, DISMISSED)),
    )
    for row in uow.session.scalars(stored):
        if row.status == ENROLLED:
            raise Invalid("pathways.already_in", field="pathway")
        row.status, row.left_on = REOPENED, uow.today


def _check_patient(uow: UnitOfWork, patient_id: int) -> None:
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")


def _add(uow: UnitOfWork, row: Audited, patient_id: int | None = None) -> PathwaySaved:
    uow.session.add(row)
    uow.session.flush()
    return PathwaySaved(row.id, Changes.of(KIND, patient_id=patient_id, action_id=uow.action_id))
