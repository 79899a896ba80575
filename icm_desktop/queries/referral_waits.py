"""How long our own patients waited for a visit with somebody outside."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import aliased

from db.models.scheduling import ReferralEvent, ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.referrals import MeasuredWait, OwnWaits
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.waits import LOOK_BACK_DAYS, middle_and_longest
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.REFERRAL_LOGISTICS)
def measured(uow: UnitOfWork, practitioner_id: int | None, organization_id: int | None) -> MeasuredWait:
    """The wait with a person, or with a place when no person is named: from the day it was sent to the day seen."""
    whose = (
        ServiceRequest.to_practitioner_id == practitioner_id
        if practitioner_id is not None
        else ServiceRequest.to_organization_id == organization_id
    )
    days = [(last - first).days for _, _, first, last in uow.session.execute(_sent_to_seen(uow, whose))]
    found = middle_and_longest(days)
    return MeasuredWait(len(days), *(found or (None, None)))


def _sent_to_seen(uow: UnitOfWork, whose: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Of each referral the person and the place it went to, the day it was sent and the day of the visit."""
    sent, seen = aliased(ReferralEvent), aliased(ReferralEvent)
    return (
        select(
            ServiceRequest.to_practitioner_id,
            ServiceRequest.to_organization_id,
            func.min(sent.happened_on),
            func.max(seen.happened_on),
        )
        .join(sent, sent.service_request_id == ServiceRequest.id)
        .join(seen, seen.service_request_id == ServiceRequest.id)
        .where(
            whose,
            ServiceRequest.removed_at.is_(None),
            sent.removed_at.is_(None),
            seen.removed_at.is_(None),
            sent.state == states.SENT,
            seen.state == states.SEEN,
            seen.happened_on >= uow.today - dt.timedelta(days=LOOK_BACK_DAYS),
        )
        .group_by(ServiceRequest.id)
    )


@requires(Privilege.DEMOGRAPHICS)
def of_entries(uow: UnitOfWork, people: tuple[int, ...], places: tuple[int, ...]) -> OwnWaits:
    """The same for entries of the directory: people and places by id, those nobody was sent to left out."""
    waits: dict[tuple[str, int], list[int]] = {}
    wanted = _sent_to_seen(
        uow, or_(ServiceRequest.to_practitioner_id.in_(people), ServiceRequest.to_organization_id.in_(places))
    )
    for person, place, first, last in uow.session.execute(wanted):
        days = (last - first).days
        if person in people:
            waits.setdefault(("person", person), []).append(days)
        if place in places:
            waits.setdefault(("place", place), []).append(days)
    found = ((key, MeasuredWait(len(days), *(middle_and_longest(days) or (None, None)))) for key, days in waits.items())
    return OwnWaits(tuple(found))
