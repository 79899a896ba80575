"""Who a patient is at an exchange partner: looked for there, decided here, never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select

from db.models.partners import ExchangePartner, PartnerCopy, PartnerPatient
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.matching import match_rules
from icm_desktop.contracts.partners import SERVER, ChoosePatient, FoundThere, PatientChosen, ThereRequest
from icm_desktop.domain.matching import CERTAINTIES, Person, likeness
from icm_desktop.errors import Conflict, NotFound, UserError
from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.people import person
from icm_desktop.exchange.fhir.values import Json, obj, text
from icm_desktop.exchange.live.client import Client
from icm_desktop.exchange.live.problems import Refused, Trouble
from icm_desktop.long_work import Progress, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.practice import OpenPractice
from icm_desktop.queries.match_people import people_of
from icm_desktop.services.exchanging.opening import client_for
from icm_desktop.services.partners import KIND

_MOST = 20
_UNLIKELY = "unlikely"


@long_work
@requires(Privilege.EXPORT)
def find(practice: OpenPractice, request: ThereRequest, progress: Progress) -> tuple[FoundThere, ...]:
    """Who of the partner's patients could be this one, the surest first.

    Asked by the identifiers on file, then by family name and birth date: nothing else of the patient leaves.

    Raises:
        NotFound: patients.unknown, partners.unknown.
        UserError: what is wrong with the partner.
    """
    with practice.read() as uow:
        who = people_of(uow, [request.patient_id]).get(request.patient_id)
        if who is None:
            raise NotFound("patients.unknown")
        client = client_for(uow, _server(uow, request.partner_id))
    with client, _as_user_errors():
        found = {str(one["id"]): one for one in _asked(client, who)}
    rated = [_found(one, who) for one in found.values()]
    order = [*CERTAINTIES, _UNLIKELY]
    return tuple(sorted(rated, key=lambda one: (order.index(one.certainty), one.name))[:_MOST])


def _asked(client: Client, who: Person) -> Iterator[Json]:
    for system, value in sorted(who.identifiers, key=str):
        if system:
            yield from _patients(client, identifier=f"{system}|{value}")
    if who.family and who.birth_date:
        yield from _patients(client, family=who.family, birthdate=who.birth_date)


def _patients(client: Client, **params: str) -> Iterator[Json]:
    try:
        for page in client.search("Patient", **params, _count=str(_MOST)):
            yield from (one for one in page.resources if one["resourceType"] == "Patient")
            return
    except Refused as refused:
        if refused.status not in (400, 404):
            raise


def _found(resource: Json, who: Person) -> FoundThere:
    other = person(resource)
    how = likeness(who, other, match_rules())
    name = ", ".join(filter(None, (other.family, other.given)))
    certainty, reasons = (how.certainty, how.reasons) if how is not None else (_UNLIKELY, ())
    return FoundThere(str(resource["id"]), name, other.birth_date, other.sex, certainty, reasons)


@long_work
@requires(Privilege.EXPORT)
def choose(practice: OpenPractice, request: ChoosePatient, progress: Progress) -> PatientChosen:
    """Exchange a patient with a partner who knows them under this id; the first round brings all there is.

    Raises:
        NotFound: patients.unknown, partners.unknown, partners.nobody_there.
        Conflict: partners.chosen_already, partners.somebody_else.
        UserError: what is wrong with the partner.
    """
    with practice.read() as uow:
        partner = _server(uow, request.partner_id)
        client = client_for(uow, partner)
    with client, _as_user_errors():
        there = client.read("Patient", request.outside_id)
    with practice.write("services.partner_patients.choose") as uow:
        if uow.session.get(Patient, request.patient_id) is None:
            raise NotFound("patients.unknown")
        _check_free(uow, request, there.id)
        row = PartnerPatient(partner_id=partner.id, patient_id=request.patient_id, outside_id=there.id)
        uow.session.add(row)
        _know(uow, row, there.resource)
        uow.session.flush()
        return PatientChosen(row.id, Changes.of(KIND, patient_id=row.patient_id, action_id=uow.action_id))


def _check_free(uow: UnitOfWork, request: ChoosePatient, outside_id: str) -> None:
    rows = select(PartnerPatient).where(
        PartnerPatient.partner_id == request.partner_id, PartnerPatient.removed_at.is_(None)
    )
    for row in uow.session.scalars(rows):
        if row.patient_id == request.patient_id:
            raise Conflict("partners.chosen_already")
        if row.outside_id == outside_id:
            raise Conflict("partners.somebody_else")


def _know(uow: UnitOfWork, row: PartnerPatient, resource: Json) -> None:
    """What the partner calls this patient is this patient from now on, in whatever comes from there."""
    known = select(PartnerCopy).where(
        PartnerCopy.partner_id == row.partner_id,
        PartnerCopy.kind == "Patient",
        PartnerCopy.own_id == str(row.patient_id),
    )
    copy = uow.session.scalar(known) or PartnerCopy(
        partner_id=row.partner_id, patient_id=row.patient_id, kind="Patient", own_id=str(row.patient_id), tries=0
    )
    content = Content.of(resource)
    copy.own_table, copy.row_id, copy.state, copy.their_id = "patient", row.patient_id, "sent", row.outside_id
    copy.there, copy.there_hash = content.packed(), content.digest
    copy.their_version = text(obj(resource.get("meta")).get("versionId"))
    uow.session.add(copy)


def _server(uow: UnitOfWork, partner_id: int) -> ExchangePartner:
    row = uow.session.get(ExchangePartner, partner_id)
    if row is None or row.removed_at is not None or row.kind != SERVER:
        raise NotFound("partners.unknown")
    return row


@contextmanager
def _as_user_errors() -> Iterator[None]:
    """What a partner answers, as something a person can act on."""
    try:
        yield
    except Trouble as trouble:
        raise UserError(trouble.code, None, **trouble.params) from None
    except Refused as refused:
        if refused.status in (404, 410):
            raise NotFound("partners.nobody_there") from None
        raise UserError("partners.refused", status=refused.status) from None
