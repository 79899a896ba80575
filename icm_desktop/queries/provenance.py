"""Where an outside fact came from, for many rows in one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from db import search
from db.models.exchange import SourceResource
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Provenance
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.DEMOGRAPHICS)
def sources_of(uow: UnitOfWork, source_ids: Iterable[int | None]) -> Mapping[int, SourceResource]:
    """The stored resources' source, subject there and time of arrival, by id; contents are not loaded."""
    ids = {source_id for source_id in source_ids if source_id is not None}
    if not ids:
        return {}
    columns = (SourceResource.id, SourceResource.source, SourceResource.subject, SourceResource.received_at)
    rows = uow.session.execute(select(*columns).where(SourceResource.id.in_(search.among(ids))))
    return {
        row.id: SourceResource(id=row.id, source=row.source, subject=row.subject, received_at=row.received_at)
        for row in rows
    }


def teller(sources: Mapping[int, SourceResource], source_id: int | None) -> tuple[str, str]:
    """Which record of which system tells a fact; empty for what was entered here."""
    source = sources.get(source_id) if source_id is not None else None
    return ("", "") if source is None else (source.source, source.subject)


def provenance(
    sources: Mapping[int, SourceResource],
    source_id: int | None,
    author: str | None = None,
    organization: str | None = None,
    recorded: str | None = None,
) -> Provenance:
    """Who said it where and when it came; empty for what was entered here."""
    source = sources.get(source_id) if source_id is not None else None
    if source is None:
        return Provenance(author=author, organization=organization, recorded=recorded)
    return Provenance(source.source, author, organization, recorded, source.received_at)
