"""A record as one C-CDA document: what of it stands in which, and what the document says of itself."""

from __future__ import annotations

import uuid
from collections import Counter

from sqlalchemy import select

from db.models.practice import Practice
from db.unit_of_work import UnitOfWork
from icm_desktop.content.part2 import part2_notice
from icm_desktop.contracts.plan_document import PATIENT, RECORD
from icm_desktop.contracts.record_export import CCDA_CARE_PLAN, CCDA_REFERRAL, RecordRequest
from icm_desktop.errors import Invalid
from icm_desktop.exchange.ccda.writing import documents
from icm_desktop.exchange.ccda.writing.header import Head
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.exporting.assembling import Assembled

_AROUND = frozenset({"Patient", "Organization", "Practitioner", "PractitionerRole", "Location", "CareTeam"})
_PLAN = _AROUND | {"CarePlan", "Goal", "Condition", "ServiceRequest", "Observation"}
KINDS_OF = {
    CCDA_CARE_PLAN: _PLAN,
    CCDA_REFERRAL: _PLAN | {"AllergyIntolerance", "MedicationRequest", "MedicationStatement", "Medication"},
}


def only_kinds(made: Assembled, kinds: frozenset[str]) -> Assembled:
    """The record without the types a document does not tell of."""
    held = Counter({key: count for key, count in made.held.items() if key[0] in kinds})
    resources = [one for one in made.resources if one["resourceType"] in kinds]
    return Assembled(resources, held, made.substance_use, made.rows)


@requires(Privilege.EXPORT)
def as_document(uow: UnitOfWork, made: Assembled, request: RecordRequest) -> bytes:
    """The bytes of the document.

    Raises:
        Invalid: exports.no_referral at "format".
    """
    head = _head(uow, made, request)
    if request.format == CCDA_CARE_PLAN:
        return documents.care_plan(made.resources, head)
    referral = documents.open_referral(made.resources)
    if referral is None:
        raise Invalid("exports.no_referral", field="format")
    return documents.referral_note(made.resources, head, referral)


def _head(uow: UnitOfWork, made: Assembled, request: RecordRequest) -> Head:
    practice = uow.session.scalars(select(Practice).limit(1)).one()
    reader = request.reader
    receiver = None if reader.kind in (RECORD, PATIENT) else reader.name
    return Head(
        number=str(uuid.uuid4()),
        root=uow.database.database_id,
        at=uow.now.isoformat(timespec="seconds").replace("+00:00", "Z"),
        practice=practice.name,
        phone=practice.phone,
        address=practice.address,
        author=uow.actor.name,
        receiver=receiver,
        notice=part2_notice("en") if made.substance_use else None,
    )
