"""Where an outside fact came from, for many rows in one question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import and_, select

from db import search
from db.models.exchange import SourceResource
from db.models.partners import ExchangePartner, PartnerCursor, PartnerPatient
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Provenance
from icm_desktop.permissions import Privilege, requires


class Whence(NamedTuple):
    """Where a stored resource came from and when.

    `synced_at`: when that partner was last asked about the patient; `subject`: whose record it is there.
    """

    source: str
    received_at: dt.datetime
    synced_at: dt.datetime | None = None
    subject: str = ""


@requires(Privilege.DEMOGRAPHICS)
def sources_of(uow: UnitOfWork, source_ids: Iterable[int | None]) -> Mapping[int, Whence]:
    """The stored resources' source, subject there and time of arrival, by id; contents are not loaded."""
    ids = {source_id for source_id in source_ids if source_id is not None}
    if not ids:
        return {}
    columns = (SourceResource.id, SourceResource.source, SourceResource.received_at, SourceResource.subject)
    rows = uow.session.execute(with_synced(select(*columns)).where(SourceResource.id.in_(search.among(ids))))
    return {row.id: Whence(row.source, row.received_at, row.pulled_at, row.subject) for row in rows}


def teller(sources: Mapping[int, Whence], source_id: int | None) -> tuple[str, str]:
    """Which record of which system tells a fact; empty for what was entered here."""
    source = sources.get(source_id) if source_id is not None else None
    return ("", "") if source is None else (source.source, source.subject)


def with_synced(query: Any) -> Any:
    """A question about stored resources, with when the exchange partner each came from was last asked."""
    partner = and_(ExchangePartner.source == SourceResource.source, ExchangePartner.removed_at.is_(None))
    chosen = and_(
        PartnerPatient.partner_id == ExchangePartner.id,
        PartnerPatient.patient_id == SourceResource.patient_id,
        PartnerPatient.removed_at.is_(None),
    )
    return (
        query.add_columns(PartnerCursor.pulled_at)
        .outerjoin(ExchangePartner, partner)
        .outerjoin(PartnerPatient, chosen)
        .outerjoin(PartnerCursor, PartnerCursor.partner_patient_id == PartnerPatient.id)
    )


def provenance(
    sources: Mapping[int, Whence],
    source_id: int | None,
    author: str | None = None,
    organization: str | None = None,
    recorded: str | None = None,
) -> Provenance:
    """Who said it where and when it came; empty for what was entered here."""
    source = sources.get(source_id) if source_id is not None else None
    if source is None:
        return Provenance(author=author, organization=organization, recorded=recorded)
    return Provenance(source.source, author, organization, recorded, source.received_at, source.synced_at)
