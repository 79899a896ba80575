"""Exchange partners: set up, tried out, paused; patients chosen for them; rounds of asking and sending."""

from __future__ import annotations

import uuid

from sqlalchemy import select

from db.models.partners import ExchangeKey, ExchangePartner, PartnerCopy, PartnerPatient, PartnerState
from db.partner_keys import new_private_key
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts import partners as told
from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.partners import (
    AnswerCopy,
    CopyAnswered,
    PartnerEdit,
    PartnerSaved,
    PartnerTested,
    PatientChosen,
    PausePartner,
    Polled,
    PollRequest,
    RemovePartner,
    UnchoosePatient,
)
from icm_desktop.errors import Conflict, Invalid, NotFound, UserError
from icm_desktop.exchange.fhir.contents import unpacked
from icm_desktop.exchange.fhir.values import obj, text
from icm_desktop.exchange.live.address import BadAddress, checked
from icm_desktop.exchange.live.problems import Refused, Trouble
from icm_desktop.exchange.received import Received
from icm_desktop.long_work import NoProgress, Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.queries.partner_keys import key_name, public_key
from icm_desktop.services import lines
from icm_desktop.services.differences import answer_open, open_about
from icm_desktop.services.exchanging.opening import client_for
from icm_desktop.services.exchanging.polling import Poll
from icm_desktop.services.importing.returning import TAKING
from icm_desktop.services.importing.run import ImportRun
from icm_desktop.services.rows import current

KIND = "partner"


@requires(Privilege.SETTINGS)
def save(uow: UnitOfWork, request: PartnerEdit) -> PartnerSaved:
    """Add or change a server to exchange with. A key is made the first time one is needed and stays the same.

    Raises:
        Invalid: partners.name_missing, partners.bad_address, partners.needs_tls, partners.address_taken,
            partners.client_missing, partners.bad_choice, partners.bad_seconds, registration.too_long.
        NotFound: set_up.gone.
        Conflict: set_up.changed_meanwhile, partners.address_stays once patients are chosen.
    """
    base, token = _address(request.base_address, "base_address"), None
    if request.token_address.strip():
        token = _address(request.token_address, "token_address")
    _check(request)
    new = request.id is None
    row = (
        ExchangePartner(kind=told.SERVER)
        if new
        else current(uow.session, ExchangePartner, request.id or 0, request.expected_version)
    )
    _check_address(uow, row, base)
    row.name = lines.needed(request.name, "name", "partners.name_missing")
    row.base_address = row.source = base
    row.authorization, row.token_address = request.authorization, token
    row.client_id = lines.line(request.client_id, "client_id")
    row.poll_seconds, row.sends = request.poll_seconds, request.sends
    uow.session.add(row)
    uow.session.flush()
    if request.authorization == told.SMART:
        _keep_key(uow, row, request.algorithm)
    return PartnerSaved(row.id, public_key(uow, row), Changes.of(KIND, action_id=uow.action_id))


def _address(typed: str, field: str) -> str:
    try:
        return checked(typed)
    except BadAddress as bad:
        raise Invalid(bad.code, field=field) from None


def _check(request: PartnerEdit) -> None:
    if request.authorization not in (told.NO_PROOF, told.SMART) or request.algorithm not in told.ALGORITHMS:
        raise Invalid("partners.bad_choice", field="authorization")
    if request.authorization == told.SMART and not request.client_id.strip():
        raise Invalid("partners.client_missing", field="client_id")
    if not told.LEAST_SECONDS <= request.poll_seconds <= told.MOST_SECONDS:
        raise Invalid("partners.bad_seconds", field="poll_seconds", least=told.LEAST_SECONDS, most=told.MOST_SECONDS)


def _check_address(uow: UnitOfWork, row: ExchangePartner, base: str) -> None:
    if row.source == base:
        return
    taken = select(ExchangePartner.id).where(ExchangePartner.source == base, ExchangePartner.removed_at.is_(None))
    if uow.session.scalar(taken) is not None:
        raise Invalid("partners.address_taken", field="base_address")
    chosen = select(PartnerPatient.id).where(PartnerPatient.partner_id == row.id).limit(1)
    if uow.session.scalar(chosen) is not None:
        raise Conflict("partners.address_stays", field="base_address")


def _keep_key(uow: UnitOfWork, row: ExchangePartner, algorithm: str) -> None:
    kept = uow.session.scalar(select(ExchangeKey).where(ExchangeKey.name == key_name(row.id)))
    if kept is not None and row.algorithm == algorithm:
        return
    kept = kept or ExchangeKey(name=key_name(row.id))
    kept.private_key = new_private_key(algorithm)
    row.algorithm, row.key_id = algorithm, str(uuid.uuid4())
    uow.session.add(kept)
    uow.session.flush()


@requires(Privilege.SETTINGS)
def pause(uow: UnitOfWork, request: PausePartner) -> PartnerSaved:
    """Stop asking and sending, or go on where it stopped.

    Raises:
        NotFound: set_up.gone.
        Conflict: set_up.changed_meanwhile.
    """
    row = current(uow.session, ExchangePartner, request.id, request.expected_version)
    row.paused_at = uow.now if request.paused else None
    _forget_waits(uow, row.id)
    return PartnerSaved(row.id, public_key(uow, row), Changes.of(KIND, action_id=uow.action_id))


def _forget_waits(uow: UnitOfWork, partner_id: int) -> None:
    state = uow.session.scalar(select(PartnerState).where(PartnerState.partner_id == partner_id))
    if state is not None:
        state.next_try_at = None


@requires(Privilege.SETTINGS)
def remove(uow: UnitOfWork, request: RemovePartner) -> PartnerSaved:
    """Take a partner out of use; what came from there stays, and so does what was sent.

    Raises:
        NotFound: set_up.gone.
        Conflict: set_up.changed_meanwhile.
    """
    row = current(uow.session, ExchangePartner, request.id, request.expected_version)
    row.removed_at = uow.now
    return PartnerSaved(row.id, None, Changes.of(KIND, action_id=uow.action_id))


@long_work
@requires(Privilege.SETTINGS)
def try_out(practice: OpenPractice, partner_id: int, progress: Progress) -> PartnerTested:
    """Ask a server what it is and whether it lets us in.

    Raises:
        NotFound: partners.unknown.
        UserError: what is wrong, as partners.no_answer.
    """
    with practice.read() as uow:
        client = client_for(uow, _partner(uow, partner_id))
    with client:
        try:
            statement = client.describe()
            next(client.search("Patient", _count="1", _id="0"), None)
        except Trouble as trouble:
            raise UserError(trouble.code, None, **trouble.params) from None
        except Refused as refused:
            if refused.status not in (400, 404):
                raise UserError("partners.refused", status=refused.status) from None
    software = obj(statement.get("software"))
    named = " ".join(filter(None, (text(software.get("name")), text(software.get("version")))))
    return PartnerTested(named, text(statement.get("fhirVersion")) or "")


@requires(Privilege.EXPORT)
def unchoose(uow: UnitOfWork, request: UnchoosePatient) -> PatientChosen:
    """Exchange a patient no longer; what came and what was sent stays where it is.

    Raises:
        NotFound: partners.not_chosen.
    """
    row = uow.session.get(PartnerPatient, request.id)
    if row is None or row.removed_at is not None:
        raise NotFound("partners.not_chosen")
    row.removed_at = uow.now
    return PatientChosen(row.id, Changes.of(KIND, patient_id=row.patient_id, action_id=uow.action_id))


@long_work
@requires(Privilege.SIGN_IN)
def poll(practice: OpenPractice, request: PollRequest, progress: Progress) -> Polled:
    """One round with every partner whose time has come. Nothing is set up: nothing is done, no network is touched.

    It runs as the program itself; what it brings is seen by whoever may see it.

    Raises:
        NotFound: partners.unknown.
    """
    return Poll(practice, request, progress).run()


@long_work
@requires(Privilege.CLINICAL_WRITE)
def answer(practice: OpenPractice, request: AnswerCopy, progress: Progress) -> CopyAnswered:
    """Decide about all of a resource that both sides changed, or try again what was refused.

    Raises:
        NotFound: partners.no_question.
        Invalid: partners.bad_choice.
        Conflict: exchange.import_running, and as `differences.decide`.
    """
    if request.take not in (told.MINE, told.THEIRS):
        raise Invalid("partners.bad_choice", field="take")
    with practice.write("services.partners.answer") as uow:
        copy = uow.session.get(PartnerCopy, request.id)
        if copy is None or copy.state not in ("question", "failed"):
            raise NotFound("partners.no_question")
        partner, theirs = _partner(uow, copy.partner_id), unpacked(copy.theirs)
        questions = open_about(uow, copy.id)
        for one in questions:
            answer_open(uow, one, request.take)
        detail = {"partner_id": partner.id, "take": request.take, "columns": copy.differing}
        uow.record(
            "partner.answered",
            patient_id=copy.patient_id,
            object_kind=copy.own_table,
            object_id=copy.row_id,
            detail=detail,
        )
        taking = request.take == told.THEIRS and bool(theirs)
        if taking:
            copy.state, copy.waiting = TAKING, None
        elif not questions:
            _keep_mine(copy, bool(theirs))
        changes = Changes.of(KIND, "chart", "difference", "goal", "plan_action", "task", patient_id=copy.patient_id)
        source, name = str(partner.source), partner.name
    if taking:
        received = Received.of(name, source, [theirs])
        ImportRun(practice, ImportRequest(()), NoProgress(), received, partner.id).run()
    return CopyAnswered(request.id, changes)


def _keep_mine(copy: PartnerCopy, theirs: bool) -> None:
    """Ours goes over theirs with the next round, as the version they have now; what was refused is tried again."""
    if theirs:
        copy.there, copy.theirs, copy.differing = copy.theirs, None, None
        copy.waiting = copy.waiting or copy.agreed
        copy.agreed = None
    copy.state, copy.problem, copy.problem_params = "waiting", None, None


def _partner(uow: UnitOfWork, partner_id: int) -> ExchangePartner:
    row = uow.session.get(ExchangePartner, partner_id)
    if row is None or row.removed_at is not None:
        raise NotFound("partners.unknown")
    return row
