"""Stored resources by the id they leave with."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, String, bindparam, func, select
from sqlalchemy.orm import Session

from db.models.exchange import ImportBatch, SourceResource
from db.search import listed
from icm_desktop.exchange.fhir.writing import identity


class Sourced(NamedTuple):
    """A stored resource without its content, and the row it became."""

    number: int
    source: str
    kind: str
    resource_id: str
    subject: str
    table: str | None
    row_id: int | None
    full_url: str | None


_COLUMNS = (
    *(SourceResource.id, SourceResource.source, SourceResource.resource_type, SourceResource.resource_id),
    *(SourceResource.subject, SourceResource.target_table, SourceResource.target_id),
    SourceResource.full_url,
)


def stored(session: Session, which: ColumnElement[bool]) -> list[Sourced]:
    """Stored resources of imports that are complete, in the order in which they came."""
    unfinished = select(ImportBatch.id).where(ImportBatch.state != "complete")
    query = select(*_COLUMNS).where(which, SourceResource.import_id.not_in(unfinished)).order_by(SourceResource.id)
    return [Sourced(*row) for row in session.execute(query)]


def export_ids(session: Session, rows: Iterable[Sourced]) -> dict[int, str]:
    """The id each stored resource leaves with, by its number.

    The first one that came under a type and id keeps it for good; later ones of other sources or patients get a mark.
    """
    wanted = list(rows)
    query = (
        select(SourceResource.resource_type, SourceResource.resource_id, func.min(SourceResource.id))
        .where(SourceResource.resource_id.in_(among_texts({row.resource_id for row in wanted})))
        .group_by(SourceResource.resource_type, SourceResource.resource_id)
    )
    first = {(kind, resource_id): number for kind, resource_id, number in session.execute(query)}
    return {row.number: _id_of(row, first.get((row.kind, row.resource_id))) for row in wanted}


def _id_of(row: Sourced, first: int | None) -> str:
    return identity.kept_id(row.resource_id, None if first == row.number else f"{row.source}|{row.subject}")


def among_texts(values: Iterable[str]) -> Select[Any]:
    """A subquery of texts, passed as one value however many they are."""
    return listed(bindparam(None, json.dumps(sorted(set(values))), String))
