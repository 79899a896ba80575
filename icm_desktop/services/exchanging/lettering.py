"""Makes the letter of a sealed package, and the list of what the other practice then has of us."""

from __future__ import annotations

import base64
import uuid

from sqlalchemy import select

from db.models.partners import ExchangePartner, PartnerCopy
from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.packages import SendPackage
from icm_desktop.contracts.plan_document import PlanPaperRequest
from icm_desktop.errors import Invalid
from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing import identity, part2
from icm_desktop.exchange.fhir.writing.bundle import document
from icm_desktop.exchange.packages import PLAN, Letter
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.exporting.assembling import Assembled
from icm_desktop.queries.exporting.directory import Directory
from icm_desktop.queries.exporting.record import Record
from icm_desktop.queries.record_export import record_for
from icm_desktop.reports.care_plan import render
from icm_desktop.services.exchanging.abroad import STANDS_FOR_SEVERAL
from icm_desktop.services.importing.parting import arrived, renamed

_PLAN_TYPE = {"coding": [{"system": "http://loinc.org", "code": "52521-2"}], "text": "Care plan"}


@requires(Privilege.EXPORT)
def letter_for(
    uow: UnitOfWork, partner: ExchangePartner, request: SendPackage
) -> tuple[Letter, list[PartnerCopy], Assembled, bool]:
    """The letter for one practice, what it will have of us, what was told and held back, whether that is agreed.

    Raises:
        NotFound, Invalid: as `services.packages.send`.
    """
    made, telling = record_for(uow, request.request)
    if not made.resources:
        raise Invalid("exports.nothing")
    plan = _plan(uow, request, partner)
    resources = [*made.resources, *([plan] if plan is not None else [])]
    source = identity.system_of(uow.database.database_id)
    practice = uow.session.scalars(select(Practice).limit(1)).one()
    composition = _composition(
        uow, resources, practice.name, notice=made.notice.line if made.notice is not None else ""
    )
    bundle = document(composition, resources, identity.base_of(uow.database.database_id), source, uow.now)
    letter = Letter(practice.name, source, partner.sent_number or 1, partner.opened_number, uow.now, bundle)
    return letter, _copies(uow, partner, request.request.patient_id, made, resources), made, telling.allowed


def _plan(uow: UnitOfWork, request: SendPackage, partner: ExchangePartner) -> Json | None:
    """The plan as pages for this reader; None when there is no plan to print."""
    asked = request.request
    pages = PlanPaperRequest(
        asked.patient_id, asked.reader, language=request.language, paper=request.paper, sensitive=asked.sensitive
    )
    try:
        pdf = render(uow, pages).pdf
    except Invalid:
        return None
    own = identity.own_id(uow.database.database_id, f"plan-for-{partner.id}", partner.sent_number or 1)
    data = base64.b64encode(pdf).decode()
    return {
        "resourceType": "DocumentReference",
        "id": f"{PLAN}{own}",
        "status": "current",
        "type": _PLAN_TYPE,
        "subject": _subject(uow, asked.patient_id),
        "date": uow.now.isoformat(timespec="seconds"),
        "description": "Care plan",
        "content": [{"attachment": {"contentType": "application/pdf", "data": data, "title": "Care plan"}}],
    }


def _subject(uow: UnitOfWork, patient_id: int) -> Json:
    directory = Directory(uow.session, uow.database.database_id, uow.zone)
    return Record(uow.session, directory, patient_id).patient()


def _composition(uow: UnitOfWork, resources: list[Json], practice: str, *, notice: str) -> Json:
    patient = next(one for one in resources if one["resourceType"] == "Patient")
    plans = [one for one in resources if one["resourceType"] == "CarePlan"]
    sections = [("Plan of care", plans), ("Everything else", [one for one in resources if one not in plans])]
    return {
        "resourceType": "Composition",
        "id": str(uuid.uuid4()),
        **({"meta": {"security": [part2.label(notice)]}} if notice else {}),
        "status": "final",
        "type": _PLAN_TYPE,
        "subject": {"reference": f"Patient/{patient['id']}"},
        "date": uow.now.isoformat(timespec="seconds"),
        "author": [{"display": practice}],
        "title": "Care plan",
        "section": [
            {"title": title, "entry": [{"reference": f"{one['resourceType']}/{one['id']}"} for one in some]}
            for title, some in sections
            if some
        ],
    }


def _copies(
    uow: UnitOfWork, partner: ExchangePartner, patient_id: int, made: Assembled, resources: list[Json]
) -> list[PartnerCopy]:
    directory = Directory(uow.session, uow.database.database_id, uow.zone)
    for _ in directory.own_places():  # so that it knows where each of its entries leaves
        pass
    found = []
    for one in resources:
        kind, own_id = str(one["resourceType"]), str(one["id"])
        row = made.rows.get(f"{kind}/{own_id}")
        place = (row.table, row.id) if row is not None else directory.row_of(f"{kind}/{own_id}")
        whole = place is not None and place[1] > 0 and place[0] not in STANDS_FOR_SEVERAL
        content = Content.of(one)
        of_patient = row is not None or own_id.startswith(PLAN)
        found.append(PartnerCopy(
            partner_id=partner.id, patient_id=patient_id if of_patient else None, kind=kind, own_id=own_id,
            own_table=place[0] if place is not None else None, row_id=place[1] if whole and place is not None else None,
            parts=arrived(renamed(None, row.of("plan_action"))) if row is not None else None,
            their_id=own_id, their_version=str(partner.sent_number), state="sent", there=content.packed(),
            there_hash=content.digest, sent_at=uow.now, tries=0,
        ))  # fmt: skip
    return found
