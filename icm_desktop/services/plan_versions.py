"""Versions of the plan are put to the team, answered, and given out."""

from __future__ import annotations

import datetime as dt

from db.models.patient import Patient
from db.models.shared_plan import PlanCopy, PlanSignOff, PlanVersion
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.common import OwnerKind
from icm_desktop.contracts.plan_sheet import AskSheet
from icm_desktop.contracts.plan_versions import AnswerVersion, FreezePlan, GiveCopy, Signer, VersionSaved
from icm_desktop.domain import plan_difference as plans
from icm_desktop.domain import plan_versions as rules
from icm_desktop.domain.names import spoken
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.plan_sheet import sheet
from icm_desktop.queries.plan_signers import known_signer
from icm_desktop.queries.plan_snapshot import snapshot
from icm_desktop.queries.plan_versions import stored_versions, version_rows
from icm_desktop.services.plan_input import text_of
from icm_desktop.services.plan_parts import plan_review
from icm_desktop.services.plan_rows import check_patient

_LONGEST_NAME = 200
_BY_VERSION = ("version", "copy")  # what only comes after a version: that it is agreed, that a copy was given


@requires(Privilege.CLINICAL_WRITE)
def freeze(uow: UnitOfWork, request: FreezePlan) -> VersionSaved:
    """Make the plan as it is a version and ask the patient and these members about it.

    Raises:
        NotFound: patients.unknown.
        Conflict: plans.new_version_meanwhile.
        Invalid: plans.plan_empty; plans.nobody_asked, plans.no_such_owner at "asked"; plans.* of the review.
    """
    check_patient(uow, request.patient_id)
    before = stored_versions(uow, request.patient_id)
    if (before[-1].id if before else None) != request.since:
        raise Conflict("plans.new_version_meanwhile")
    items = snapshot(uow, request.patient_id)
    if not any(item.section in ("concern", "goal", "action") for item in items):
        raise Invalid("plans.plan_empty")
    if not request.asked:
        raise Invalid("plans.nobody_asked", field="asked")
    plan = plan_review(uow, request.patient_id, request.risk, request.review_due, reviewed=True)
    lacks = (each.id for each in sheet(uow, AskSheet(request.patient_id)).missing if each.fill not in _BY_VERSION)
    content = plans.content_of(items, lacks)
    row = PlanVersion(
        patient_id=request.patient_id,
        number=max((each.number for each in before), default=0) + 1,
        frozen_at=uow.now,
        frozen_on=uow.today,
        frozen_by_id=uow.actor.user_id,
        frozen_by=uow.actor.name,
        reason=text_of(request.reason, "reason"),
        risk=plan.risk,
        review_due=plan.review_due,
        content=content,
        content_hash=plans.hash_of(content),
    )
    uow.session.add(row)
    uow.session.flush()
    _ask(uow, row, request.asked)
    return _saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def answer(uow: UnitOfWork, request: AnswerVersion) -> VersionSaved:
    """Accept or dissent for oneself, or write down what the patient or somebody outside answered.

    Raises:
        NotFound: plans.unknown.
        Conflict: plans.changed_meanwhile; plans.version_closed once it is agreed or superseded.
        Invalid: plans.bad_answer, plans.reason_missing, plans.answers_for_self, plans.how_missing, plans.bad_day.
    """
    row = uow.session.get(PlanSignOff, request.sign_off_id)
    if row is None or row.removed_at is not None:
        raise NotFound("plans.unknown")
    if row.version != request.expected_version:
        raise Conflict("plans.changed_meanwhile")
    version = _open_version(uow, row.plan_version_id)
    _check_answer(uow, row, request)
    mine = row.user_id is not None and row.user_id == uow.actor.user_id
    row.answer, row.reason = request.answer, text_of(request.reason, "reason")
    if request.answer in rules.WITH_REASON and not row.reason:
        raise Invalid("plans.reason_missing", field="reason")
    row.how = rules.HERE if mine else request.how
    row.answered_on = _day(uow, version, request.answered_on, "answered_on")
    row.answered_by = text_of(request.answered_by, "answered_by", _LONGEST_NAME) or row.name
    row.recorded_by = uow.actor.name
    return _saved(uow, version)


@requires(Privilege.CLINICAL_WRITE)
def give_copy(uow: UnitOfWork, request: GiveCopy) -> VersionSaved:
    """Note that somebody received a version: who, how and when.

    Raises:
        NotFound: plans.unknown.
        Invalid: plans.receiver_missing, plans.bad_kind, plans.how_missing, plans.bad_day.
    """
    version = _version(uow, request.version_id)
    name = text_of(request.to_name, "to_name", _LONGEST_NAME)
    if request.to_kind not in rules.RECEIVERS:
        raise Invalid("plans.bad_kind", field="to_kind")
    if not name:
        raise Invalid("plans.receiver_missing", field="to_name")
    if request.how not in rules.COPY_WAYS:
        raise Invalid("plans.how_missing", field="how")
    uow.session.add(
        PlanCopy(
            patient_id=version.patient_id,
            plan_version_id=version.id,
            to_kind=request.to_kind,
            to_name=name,
            to_organization=text_of(request.to_organization, "to_organization", _LONGEST_NAME),
            how=request.how,
            given_on=_day(uow, version, request.given_on, "given_on"),
            given_by=uow.actor.name,
            without_sensitive=request.without_sensitive,
            note=text_of(request.note, "note"),
        )
    )
    return _saved(uow, version)


def _ask(uow: UnitOfWork, version: PlanVersion, asked: tuple[Signer, ...]) -> None:
    patient = uow.session.get(Patient, version.patient_id)
    name = spoken(patient.given, patient.family) if patient else ""
    whose = {"patient_id": version.patient_id, "plan_version_id": version.id}
    uow.session.add(PlanSignOff(party=rules.PATIENT, name=name, **whose))
    for each in dict.fromkeys(asked):
        known = known_signer(uow, version.patient_id, each.who)
        if known is None:
            raise Invalid("plans.no_such_owner", field="asked")
        who = known.who
        uow.session.add(
            PlanSignOff(
                party=rules.MEMBER,
                user_id=who.id if who.kind is OwnerKind.USER else None,
                practitioner_id=who.id if who.kind is OwnerKind.PRACTITIONER else None,
                name=who.name,
                role=known.role,
                organization=who.organization,
                **whose,
            )
        )


def _version(uow: UnitOfWork, version_id: int) -> PlanVersion:
    row = uow.session.get(PlanVersion, version_id)
    if row is None or row.removed_at is not None:
        raise NotFound("plans.unknown")
    return row


def _open_version(uow: UnitOfWork, version_id: int) -> PlanVersion:
    version = _version(uow, version_id)
    rows = version_rows(uow, version.patient_id, stored_versions(uow, version.patient_id))
    if next(row.state for row in rows if row.id == version_id) != rules.IN_SIGN_OFF:
        raise Conflict("plans.version_closed")
    return version


def _check_answer(uow: UnitOfWork, row: PlanSignOff, request: AnswerVersion) -> None:
    if request.answer not in rules.ANSWERS:
        raise Invalid("plans.bad_answer", field="answer")
    if row.user_id is not None:
        if row.user_id != uow.actor.user_id and request.answer != rules.NO_ANSWER:
            raise Invalid("plans.answers_for_self", field="answer", name=row.name)
    elif request.answer != rules.NO_ANSWER and request.how not in rules.WAYS:
        raise Invalid("plans.how_missing", field="how")


def _day(uow: UnitOfWork, version: PlanVersion, day: dt.date | None, field: str) -> dt.date:
    """Today unless told: from the day of the version until today."""
    found = day or uow.today
    if not version.frozen_on <= found <= uow.today:
        raise Invalid("plans.bad_version_day", field=field)
    return found


def _saved(uow: UnitOfWork, version: PlanVersion) -> VersionSaved:
    uow.session.flush()
    kinds = ("plan_version", "plan_sign_off", "plan_copy", "care_plan")
    return VersionSaved(version.id, Changes.of(*kinds, patient_id=version.patient_id, action_id=uow.action_id))
