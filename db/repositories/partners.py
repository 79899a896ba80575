"""Copies partners have of our resources, found by what the partners call them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db.models.partners import ExchangePartner, PartnerCopy
from db.repositories import imports
from db.repositories.imports import Stored
from db.search import among

_AT_ONCE = 500


def copies(session: Session, source: str, kind: str, ids: Iterable[str]) -> Iterator[Stored]:
    """Our resources under the ids a partner has them by, as `Stored` with a negative id (see `copy_of`).

    Args:
        session: The session.
        source: What everything of that partner is kept under.
        kind: FHIR type; empty for any.
        ids: What they are called there.
    """
    left = iter(ids)
    while some := tuple(islice(left, _AT_ONCE)):
        query = _query().where(ExchangePartner.source == source, PartnerCopy.their_id.in_(some))
        if kind:
            query = query.where(PartnerCopy.kind == kind)
        for copy in session.scalars(query):
            their_id = str(copy.their_id)
            yield Stored(
                -copy.id, source, copy.kind, their_id, "", copy.patient_id, copy.there_hash or b"",
                copy.own_table, copy.row_id,
            )  # fmt: skip


def any_copies(session: Session) -> bool:
    """Whether anybody has anything of ours."""
    return session.scalar(select(PartnerCopy.id).where(PartnerCopy.their_id.is_not(None)).limit(1)) is not None


def copy_of(session: Session, stored: Stored) -> PartnerCopy | None:
    """The copy that `copies` told of; None when `stored` is something that came from outside."""
    return session.get(PartnerCopy, -stored.id) if stored.id < 0 else None


def copy_beside(session: Session, stored: Stored) -> PartnerCopy | None:
    """The copy of something that came from a partner and goes back there changed."""
    query = _query().where(ExchangePartner.source == stored.source, PartnerCopy.kind == stored.kind)
    return session.scalar(query.where(PartnerCopy.their_id == stored.resource_id))


def _query() -> Select[PartnerCopy]:
    return select(PartnerCopy).join(ExchangePartner, ExchangePartner.id == PartnerCopy.partner_id)


def contents(session: Session, found: Iterable[Stored]) -> dict[int, bytes | None]:
    """The packed content of what is stored and of copies, by the id of the `Stored`."""
    ids = {one.id for one in found}
    packed = imports.contents(session, sorted(each for each in ids if each > 0))
    query = select(PartnerCopy.id, PartnerCopy.there).where(
        PartnerCopy.id.in_(among(-each for each in ids if each < 0))
    )
    return packed | {-row.id: row.there for row in session.execute(query)}
