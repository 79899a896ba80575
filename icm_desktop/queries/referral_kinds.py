"""Open referrals from before kinds of service had limits of their own: which of them has one now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sqlalchemy import select

from db.models.scheduling import ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.content.referral_services import service_of
from icm_desktop.permissions import Privilege, requires

_kind_of = lru_cache(maxsize=2_000)(service_of)  # thousands of referrals ask for the same few dozen services


@requires(Privilege.REFERRAL_LOGISTICS)
def unnamed(uow: UnitOfWork) -> int:
    """How many open referrals would have the limits of a kind of service if their words had been read."""
    return sum(1 for _ in kinds_told(uow))


@requires(Privilege.REFERRAL_LOGISTICS)
def kinds_told(uow: UnitOfWork) -> Iterator[tuple[int, str]]:
    """Ids of these referrals with the kind of service that their words tell."""
    wanted = select(ServiceRequest.id, ServiceRequest.text).where(
        ServiceRequest.is_referral.is_(True),
        ServiceRequest.closed_on.is_(None),
        ServiceRequest.service.is_(None),
        ServiceRequest.removed_at.is_(None),
    )
    for row in uow.session.execute(wanted).all():
        if (kind := _kind_of(row.text)) is not None:
            yield row.id, kind
