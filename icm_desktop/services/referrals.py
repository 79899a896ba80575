"""Making a referral, recording what happened to it, and sending it to somebody else."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from db.models.access import UserAccount
from db.models.patient import Patient
from db.models.practice import Organization, Practitioner
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.referral_services import service_of
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.referrals import (
    AdvanceReferral,
    NewReferral,
    ReferralRow,
    ReferralSaved,
    ReopenReferral,
    RerouteReferral,
)
from icm_desktop.domain import appointment_states
from icm_desktop.domain import referral_reasons as reasons
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.timeslots import FARTHEST
from icm_desktop.errors import Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.referrals import referral
from icm_desktop.services.cleaning import with_lines, with_notes
from icm_desktop.services.referral_handing import note_late
from icm_desktop.services.referral_reviewers import reviewer_of
from icm_desktop.services.referral_rows import referral_row

LONGEST_TEXT, LONGEST_LINE = 4000, 200
URGENCIES = ("routine", "urgent")
Named = NewReferral | RerouteReferral


@requires(Privilege.REFERRAL_CLINICAL)
def create(uow: UnitOfWork, request: NewReferral) -> ReferralSaved:
    """Make a referral, as a draft or sent today.

    Raises:
        Invalid: referrals.service_missing, to_missing, reason_missing (to send it), bad_urgency, future_date,
            no_such_owner, no_such_destination, too_long, patient_deceased.
        NotFound: patients.unknown.
    """
    _check_patient(uow, request.patient_id)
    request = with_lines(request, "service", "to_name", "to_phone", longest=LONGEST_LINE)
    request, service = with_notes(request, "reason", "question", longest=LONGEST_TEXT), request.service
    if not service:
        raise Invalid("referrals.service_missing", "service")
    if request.urgency not in URGENCIES:
        raise Invalid("referrals.bad_urgency", "urgency")
    ordered_on = request.ordered_on or uow.today
    if ordered_on > uow.today:
        raise Invalid("referrals.future_date", "ordered_on")
    row = ServiceRequest(
        patient_id=request.patient_id,
        is_referral=True,
        intent="order",
        status=states.REQUEST_STATUS[states.DRAFT],
        text=service,
        reason=request.reason,
        question=request.question,
        urgency=request.urgency,
        ordered_on=ordered_on,
        requester=uow.actor.name,
        sensitive=request.sensitive,
        service=service_of(service),
        reviewer_id=reviewer_of(uow, request.reviewer_id),
    )
    _set_destination(uow, row, request)
    _set_owner(uow, row, request.owner)
    uow.session.add(row)
    uow.session.flush()
    if request.send_now:
        _check_complete(row)
        _add_fact(uow, row, states.SENT, uow.today)
    return _saved(uow, row)


@requires(Privilege.REFERRAL_LOGISTICS)
def advance(uow: UnitOfWork, request: AdvanceReferral) -> ReferralSaved:
    """Record that the referral reached a state on a local day.

    `scheduled` with `appointment_at` also records the visit elsewhere, or moves the one that is booked. A referral
    closes only when its note was received, reviewed and the patient was told.

    Raises:
        NotAllowed: permissions.denied for a state the role may not record.
        Conflict: referrals.changed_meanwhile.
        Invalid: referrals.not_possible, future_date, before_last, note_missing, bad_reason, not_complete,
            closing_needs, too_long, reroute_instead, past_visit; scheduling.too_far.
        NotFound: referrals.unknown.
    """
    row = referral_row(uow, request.referral_id, request.expected_version)
    before = referral(uow, row.id)
    _check_role(uow, request.state)
    if request.state in states.BY_OWN_ACT:
        raise Invalid("referrals.reroute_instead", "state")
    if not states.may_become(before.state, request.state):
        raise Invalid("referrals.not_possible", "state", state=before.state, new=request.state)
    _check_day(uow, request.happened_on, before)
    request = with_lines(with_notes(request, "note", longest=LONGEST_TEXT), "how", "person", longest=LONGEST_LINE)
    _check_reason(request)
    if request.state == states.SENT:
        _check_complete(row)
    if request.state == states.CLOSED:
        _check_closing(before)
    note_late(uow, (before,))
    _add_fact(uow, row, request.state, request.happened_on, request)
    kinds = ["referral"]
    if request.state == states.SCHEDULED and request.appointment_at is not None:
        _record_visit(uow, row, request.appointment_at, before)
        kinds.append("appointment")
    return _saved(uow, row, *kinds)


@requires(Privilege.REFERRAL_CLINICAL)
def reroute(uow: UnitOfWork, request: RerouteReferral) -> ReferralSaved:
    """After a consultant declined: end this referral and put the same question to somebody else. Returns the new one.

    Raises:
        Conflict: referrals.changed_meanwhile.
        Invalid: referrals.not_possible, to_missing, no_such_destination, too_long.
        NotFound: referrals.unknown.
    """
    old = referral_row(uow, request.referral_id, request.expected_version)
    before = referral(uow, old.id)
    if not states.may_become(before.state, states.REROUTED):
        raise Invalid("referrals.not_possible", "state", state=before.state, new=states.REROUTED)
    request = with_lines(request, "to_name", "to_phone", longest=LONGEST_LINE)
    new = ServiceRequest(
        patient_id=old.patient_id,
        is_referral=True,
        intent="order",
        status=states.REQUEST_STATUS[states.DRAFT],
        code_system=old.code_system,
        code=old.code,
        text=old.text,
        reason=old.reason,
        question=old.question,
        urgency=old.urgency,
        ordered_on=uow.today,
        requester=old.requester,
        sensitive=old.sensitive,
        service=old.service,
        reviewer_id=old.reviewer_id,
        owner_kind=old.owner_kind,
        owner_name=old.owner_name,
        owner_user_id=old.owner_user_id,
        owner_practitioner_id=old.owner_practitioner_id,
    )
    _set_destination(uow, new, request)
    uow.session.add(new)
    note_late(uow, (before,))
    _add_fact(uow, old, states.REROUTED, uow.today)
    uow.session.flush()
    if request.send_now:
        _check_complete(new)
        _add_fact(uow, new, states.SENT, uow.today)
    return _saved(uow, new)


@requires(Privilege.REFERRAL_CLINICAL)
def reopen(uow: UnitOfWork, request: ReopenReferral) -> ReferralSaved:
    """Open an ended referral again where it once stood; when it ended and when it was opened again both stay.

    Raises:
        Conflict: referrals.changed_meanwhile.
        Invalid: referrals.not_ended, why_open_again, too_long.
        NotFound: referrals.unknown.
    """
    row = referral_row(uow, request.referral_id, request.expected_version)
    if request.state not in referral(uow, row.id).may_stand_again:
        raise Invalid("referrals.not_ended", "state")
    request = with_notes(request, "note", longest=LONGEST_TEXT)
    if not request.note:
        raise Invalid("referrals.why_open_again", "note")
    again = AdvanceReferral(row.id, row.version, request.state, uow.today, reasons.REOPENED, note=request.note)
    _add_fact(uow, row, request.state, uow.today, again)
    return _saved(uow, row)


def _saved(uow: UnitOfWork, row: ServiceRequest, *kinds: str) -> ReferralSaved:
    uow.session.flush()
    changes = Changes.of(*(kinds or ("referral",)), patient_id=row.patient_id, action_id=uow.action_id)
    return ReferralSaved(referral(uow, row.id), changes)


def _add_fact(
    uow: UnitOfWork, row: ServiceRequest, state: str, day: dt.date, request: AdvanceReferral | None = None
) -> None:
    uow.session.add(
        ReferralEvent(
            service_request_id=row.id,
            patient_id=row.patient_id,
            state=state,
            happened_on=day,
            how=request.how if request else None,
            person=(request.person if request else None) or _signer(uow, state, request),
            note=request.note if request else None,
            reason_code=_reason(request) if request else None,
        )
    )
    row.status = states.REQUEST_STATUS.get(state, "active")
    row.closed_on = day if state in states.ENDED else None
    # The version moves with every fact, so that two people who look at one card cannot both move it on.
    flag_modified(row, "status")


def _check_reason(request: AdvanceReferral) -> None:
    """An end says why: by one of the listed reasons, or in words."""
    if request.reason_code is not None and request.reason_code not in reasons.REASONS.get(request.state, ()):
        raise Invalid("referrals.bad_reason", "reason_code")
    if request.state not in states.NEEDS_REASON:
        return
    if reasons.needs_words(request.reason_code) and not request.note:
        raise Invalid("referrals.note_missing", "note")


def _reason(request: AdvanceReferral) -> str | None:
    return (request.reason_code or reasons.OTHER) if request.state in states.NEEDS_REASON else None


def _signer(uow: UnitOfWork, state: str, request: AdvanceReferral | None) -> str | None:
    opened_again = request is not None and request.how == reasons.REOPENED
    return uow.actor.name if state in states.REVIEW and not opened_again else None


def _record_visit(uow: UnitOfWork, row: ServiceRequest, starts_at: dt.datetime, before: ReferralRow) -> None:
    if starts_at < uow.now:
        raise Invalid("referrals.past_visit", "appointment_at", starts_at=starts_at)
    if starts_at > uow.now + dt.timedelta(days=FARTHEST):
        raise Invalid("scheduling.too_far", "appointment_at", days=FARTHEST)
    visit = uow.session.scalars(
        select(Appointment).where(
            Appointment.service_request_id == row.id,
            Appointment.status.in_(sorted(appointment_states.COMING)),
            Appointment.outside.is_(True),
            Appointment.removed_at.is_(None),
        )
    ).first()
    if visit is None:
        visit = Appointment(
            patient_id=row.patient_id,
            service_request_id=row.id,
            outside=True,
            with_text=before.to,
            phone=before.to_phone,
            practitioner_id=row.to_practitioner_id,
            organization_id=row.to_organization_id,
            sensitive=row.sensitive,
            status=appointment_states.BOOKED,
        )
        uow.session.add(visit)
    elif visit.starts_at != starts_at:
        visit.ends_at = starts_at + dt.timedelta(minutes=visit.minutes) if visit.minutes else None
    visit.starts_at, visit.time_zone = starts_at, uow.zone.key


def _check_role(uow: UnitOfWork, state: str) -> None:
    needed = Privilege.REFERRAL_LOGISTICS if state in states.LOGISTICS else Privilege.REFERRAL_CLINICAL
    needed = Privilege.REVIEW_NOTES if state in states.REVIEW else needed
    if not allows(uow.actor.role, needed):
        raise NotAllowed("permissions.denied", role=uow.actor.role, privilege=needed.value)


def _check_day(uow: UnitOfWork, day: dt.date, before: ReferralRow) -> None:
    if day > uow.today:
        raise Invalid("referrals.future_date", "happened_on")
    earliest = max((each for each in (before.waiting_since, before.ordered_on) if each), default=day)
    if day < earliest:
        raise Invalid("referrals.before_last", "happened_on", earliest=earliest)


def _check_complete(row: ServiceRequest) -> None:
    if not (row.to_text or row.to_practitioner_id or row.to_organization_id):
        raise Invalid("referrals.to_missing", "to_name")
    if not (row.reason or row.question):
        raise Invalid("referrals.reason_missing", "reason")


def _check_closing(before: ReferralRow) -> None:
    missing = states.missing_for_closing(states.Fact(fact.state, fact.happened_on) for fact in before.facts)
    if missing:
        raise Invalid("referrals.closing_needs", "state", missing=", ".join(missing))


def _check_patient(uow: UnitOfWork, patient_id: int) -> None:
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown", "patient_id")
    if patient.deceased:
        raise Invalid("referrals.patient_deceased", "patient_id")


def _set_destination(uow: UnitOfWork, row: ServiceRequest, request: Named) -> None:
    person = uow.session.get(Practitioner, request.to_practitioner_id or 0)
    place = uow.session.get(Organization, request.to_organization_id or 0)
    for wanted, found in ((request.to_practitioner_id, person), (request.to_organization_id, place)):
        if wanted is not None and (found is None or found.removed_at is not None):
            raise Invalid("referrals.no_such_destination", "to_name")
    row.to_practitioner_id, row.to_organization_id = request.to_practitioner_id, request.to_organization_id
    row.to_text, row.to_phone = request.to_name, request.to_phone
    if isinstance(request, RerouteReferral) and not (row.to_text or row.to_practitioner_id or row.to_organization_id):
        raise Invalid("referrals.to_missing", "to_name")


def _set_owner(uow: UnitOfWork, row: ServiceRequest, owner: Owner | None) -> None:
    wanted = owner or Owner(OwnerKind.USER, uow.actor.name, uow.actor.user_id)
    row.owner_kind, row.owner_name = wanted.kind.value, wanted.name
    if wanted.kind is OwnerKind.USER:
        user = uow.session.get(UserAccount, wanted.id) if wanted.id is not None else None
        if user is None or user.disabled_at is not None:
            raise Invalid("referrals.no_such_owner", "owner")
        row.owner_user_id, row.owner_name = user.id, user.display_name
    elif wanted.kind is OwnerKind.PRACTITIONER:
        row.owner_practitioner_id = wanted.id
