"""Recognises what is ours in what a partner gives, by the number it carries: it must never come in as something new.

That happens when something arrived there and its answer got lost, or when a backup from before that was put back here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import select

from db.models.partners import PartnerCopy, PartnerPatient
from db.unit_of_work import UnitOfWork
from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.index import subject_of
from icm_desktop.exchange.fhir.values import Json, obj, objs, text
from icm_desktop.exchange.fhir.writing import identity
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services.exchanging.abroad import SENT, STANDS_FOR_SEVERAL

_NUMBER = re.compile(r"([a-z-]+?)-(-?\d+)")


@requires(Privilege.IMPORT)
def adopt(uow: UnitOfWork, partner_id: int, resources: Iterable[Json]) -> set[tuple[str, str]]:
    """Note under which ids the partner has what is ours.

    Args:
        uow: A write transaction.
        partner_id: Who gave it.
        resources: What was given.

    Returns:
        Type and id of what must not be taken in: a second copy there of something of ours.
    """
    system, doubles = identity.system_of(uow.database.database_id), set[tuple[str, str]]()
    for resource in resources:
        number = _number_of(resource, system)
        kind, their_id = str(resource["resourceType"]), str(resource["id"])
        if number is None or kind not in SENT:
            continue
        table, row_id = number
        own_id = identity.own_id(uow.database.database_id, table, row_id)
        copy = _copy(uow, partner_id, kind, own_id) or _missing(uow, partner_id, resource, own_id, number)
        if copy is None or copy.their_id not in (None, their_id):
            doubles.add((kind, their_id))
        elif copy.their_id is None:
            content = Content.of(resource)
            copy.their_id, copy.there, copy.there_hash = their_id, content.packed(), content.digest
            copy.agreed, copy.their_version = content.packed(), text(obj(resource.get("meta")).get("versionId"))
    return doubles


def _number_of(resource: Json, system: str) -> tuple[str, int] | None:
    told = resource.get("identifier")
    values = (text(one.get("value")) for one in objs(told) if one.get("system") == system)
    found = _NUMBER.fullmatch(next(values, None) or "")
    return (found[1].replace("-", "_"), int(found[2])) if found else None


def _copy(uow: UnitOfWork, partner_id: int, kind: str, own_id: str) -> PartnerCopy | None:
    mine = (PartnerCopy.partner_id == partner_id, PartnerCopy.kind == kind, PartnerCopy.own_id == own_id)
    return uow.session.scalar(select(PartnerCopy).where(*mine))


def _missing(
    uow: UnitOfWork, partner_id: int, resource: Json, own_id: str, number: tuple[str, int]
) -> PartnerCopy | None:
    """The copy nobody remembers, of whom the resource is about; None when that is nobody chosen."""
    outside = str(subject_of(resource).get("reference")).rpartition("/")[2]
    chosen = select(PartnerPatient.patient_id).where(
        PartnerPatient.partner_id == partner_id, PartnerPatient.outside_id == outside
    )
    patient_id = uow.session.scalar(chosen.limit(1))
    if patient_id is None:
        return None
    table, row_id = number
    whole = row_id > 0 and table not in STANDS_FOR_SEVERAL
    copy = PartnerCopy(
        partner_id=partner_id, patient_id=patient_id, kind=str(resource["resourceType"]), own_id=own_id,
        own_table=table, row_id=row_id if whole else None, state="sent", tries=0,
    )  # fmt: skip
    uow.session.add(copy)
    return copy
