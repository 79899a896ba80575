"""Requests of patients about their records: taken with their last day, made longer once, answered, disputed.

An amendment never overwrites what it is about: what was asked and what was answered stand beside the record.
Source of the terms: resources/content/codes/privacy.toml.
"""

from __future__ import annotations

from db.models.access import UserAccount
from db.models.privacy import PatientRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import privacy
from icm_desktop.contracts.common import OwnerKind
from icm_desktop.contracts.demographics_requests import RowId, SaveAlert
from icm_desktop.contracts.patient_requests import (
    CloseRequest,
    ExtendRequest,
    NoteStatement,
    ReopenRequest,
    RequestSaved,
    TakeRequest,
)
from icm_desktop.contracts.records import FactRef
from icm_desktop.domain.privacy import AMENDMENT, CLOSED, KINDS, OPEN, RESTRICTION, due_on
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries import records
from icm_desktop.services import alerts, cleaning
from icm_desktop.services.person_rows import patient_of

_LONGEST, _LONGEST_LINE = 4000, 300
_BINDING, _AGREED = ("agreed", "partly"), "Restriction agreed"


@requires(Privilege.PATIENT_RIGHTS)
def take(uow: UnitOfWork, request: TakeRequest) -> RequestSaved:
    """Note what a patient asks for; its last day follows from the day it came.

    Raises:
        NotFound: patients.unknown.
        Invalid: privacy.no_kind at "kind", privacy.no_text at "text", privacy.bad_received at "received_on",
            privacy.no_record at "about", privacy.no_owner at "owner_user_id", registration.too_long.
    """
    patient_of(uow, request.patient_id)
    if request.kind not in KINDS:
        raise Invalid("privacy.no_kind", "kind")
    text = cleaning.note("text", request.text, _LONGEST)
    if text is None:
        raise Invalid("privacy.no_text", "text")
    received = request.received_on or uow.today
    if received > uow.today or received.year < uow.today.year - 10:
        raise Invalid("privacy.bad_received", "received_on")
    row = PatientRequest(
        patient_id=request.patient_id, kind=request.kind, status=OPEN, received_on=received, text=text,
        due_on=due_on(received, privacy.term(request.kind).days),
        asked_by=cleaning.line("asked_by", request.asked_by, _LONGEST_LINE),
        form_wanted=cleaning.line("form_wanted", request.form_wanted, _LONGEST_LINE),
    )  # fmt: skip
    if request.about is not None:
        _link(uow, row, request.about)
    if request.owner_user_id is not None:
        _give(uow, row, request.owner_user_id)
    uow.session.add(row)
    return _saved(uow, row)


@requires(Privilege.PATIENT_RIGHTS)
def extend(uow: UnitOfWork, request: ExtendRequest) -> RequestSaved:
    """Make the term longer, once, within the first one.

    Raises:
        NotFound: privacy.unknown. Conflict: privacy.changed_meanwhile.
        Invalid: privacy.is_closed, privacy.no_longer_term, privacy.too_late_to_extend, privacy.no_reason at "reason".
    """
    row = _open(uow, request.id, request.version)
    longer = privacy.term(row.kind).longer
    if not longer or row.extended_on is not None:
        raise Invalid("privacy.no_longer_term")
    if uow.today > row.due_on:
        raise Invalid("privacy.too_late_to_extend")
    reason = cleaning.note("reason", request.reason, _LONGEST)
    if reason is None:
        raise Invalid("privacy.no_reason", "reason")
    row.extended_on, row.extension_reason, row.due_on = uow.today, reason, due_on(row.due_on, longer)
    return _saved(uow, row)


@requires(Privilege.PATIENT_RIGHTS)
def close(uow: UnitOfWork, request: CloseRequest) -> RequestSaved:
    """Say how it ended; a denial needs the reason that the patient is told in writing.

    A restriction that was agreed to stands on the chart as an alert from then on.

    Raises:
        NotFound: privacy.unknown. Conflict: privacy.changed_meanwhile.
        Invalid: privacy.is_closed, privacy.no_outcome at "outcome", privacy.no_reason at "text", privacy.no_ground at
            "ground".
    """
    row = _open(uow, request.id, request.version)
    outcomes = privacy.outcomes(row.kind)
    if request.outcome not in outcomes:
        raise Invalid("privacy.no_outcome", "outcome")
    text = cleaning.note("text", request.text, _LONGEST)
    if outcomes[request.outcome] and text is None:
        raise Invalid("privacy.no_reason", "text")
    grounds = privacy.denials(row.kind) if outcomes[request.outcome] else {}
    if grounds and request.ground not in grounds:
        raise Invalid("privacy.no_ground", "ground")
    row.status, row.outcome, row.outcome_text = CLOSED, request.outcome, text
    row.ground = request.ground if grounds else None
    row.closed_on, row.closed_by_id = uow.today, uow.actor.user_id
    if row.kind == RESTRICTION and request.outcome in _BINDING:
        _show_restriction(uow, row)
    return _saved(uow, row)


@requires(Privilege.PATIENT_RIGHTS)
def note_statement(uow: UnitOfWork, request: NoteStatement) -> RequestSaved:
    """Keep the patient's statement of disagreement with a denial, and our answer to it, for good.

    Raises:
        NotFound: privacy.unknown. Conflict: privacy.changed_meanwhile.
        Invalid: privacy.is_open, privacy.not_denied, privacy.no_statement at "statement".
    """
    row = _stored(uow, request.id, request.version)
    if row.status == OPEN:
        raise Invalid("privacy.is_open")
    if not privacy.outcomes(row.kind).get(row.outcome or "", False):
        raise Invalid("privacy.not_denied")
    statement = cleaning.note("statement", request.statement, _LONGEST)
    if statement is None:
        raise Invalid("privacy.no_statement", "statement")
    row.statement, row.statement_on = statement, uow.today
    row.rebuttal = cleaning.note("rebuttal", request.rebuttal, _LONGEST)
    return _saved(uow, row)


@requires(Privilege.PATIENT_RIGHTS)
def reopen(uow: UnitOfWork, request: ReopenRequest) -> RequestSaved:
    """It was closed by mistake: its last day stays.

    Raises:
        NotFound: privacy.unknown. Conflict: privacy.changed_meanwhile. Invalid: privacy.is_open.
    """
    row = _stored(uow, request.id, request.version)
    if row.status == OPEN:
        raise Invalid("privacy.is_open")
    row.status, row.outcome, row.outcome_text, row.ground = OPEN, None, None, None
    row.closed_on, row.closed_by_id = None, None
    return _saved(uow, row)


def _show_restriction(uow: UnitOfWork, row: PatientRequest) -> None:
    """What was agreed binds everybody from now on: it stands on the chart as an alert, taken back with this act."""
    words = " ".join((row.outcome_text or row.text).split())
    text = f"{_AGREED}: {words}"
    short = text if len(text) <= _LONGEST_LINE else f"{text[: _LONGEST_LINE - 1]}…"
    alert = SaveAlert(RowId(row.patient_id), short, clinical=True, starts_on=uow.today.isoformat())
    alerts.save(uow, alert)


def _link(uow: UnitOfWork, row: PatientRequest, about: FactRef) -> None:
    """An amendment is about one record of the same chart."""
    try:
        _, found = records.stored(uow, about)
    except NotFound:
        raise Invalid("privacy.no_record", "about") from None
    if row.kind != AMENDMENT or records.patient_of(about, found) != row.patient_id:
        raise Invalid("privacy.no_record", "about")
    row.object_kind, row.object_id = about.kind, about.id


def _give(uow: UnitOfWork, row: PatientRequest, user_id: int) -> None:
    user = uow.session.get(UserAccount, user_id)
    if user is None or user.disabled_at is not None or not allows(user.role, Privilege.PATIENT_RIGHTS):
        raise Invalid("privacy.no_owner", "owner_user_id")
    row.owner_kind, row.owner_name, row.owner_user_id = OwnerKind.USER.value, user.display_name, user.id


def _open(uow: UnitOfWork, request_id: int, version: int) -> PatientRequest:
    row = _stored(uow, request_id, version)
    if row.status != OPEN:
        raise Invalid("privacy.is_closed")
    return row


def _stored(uow: UnitOfWork, request_id: int, version: int) -> PatientRequest:
    row = uow.session.get(PatientRequest, request_id)
    if row is None or row.removed_at is not None:
        raise NotFound("privacy.unknown")
    if row.version != version:
        raise Conflict("privacy.changed_meanwhile")
    return row


def _saved(uow: UnitOfWork, row: PatientRequest) -> RequestSaved:
    uow.session.flush()
    changes = Changes.of("patient_request", "worklist", "patient", patient_id=row.patient_id, action_id=uow.action_id)
    return RequestSaved(row.id, changes)
