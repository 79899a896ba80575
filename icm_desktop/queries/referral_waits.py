"""How long our own patients waited for a visit with somebody outside."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from db.models.scheduling import ReferralEvent, ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.referrals import MeasuredWait
from icm_desktop.domain import referral_states as states
from icm_desktop.domain.waits import LOOK_BACK_DAYS, middle_and_longest
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.REFERRAL_LOGISTICS)
def measured(uow: UnitOfWork, practitioner_id: int | None, organization_id: int | None) -> MeasuredWait:
    """The wait with a person, or with a place when no person is named: from the day it was sent to the day seen."""
    sent, seen = aliased(ReferralEvent), aliased(ReferralEvent)
    whose = (
        ServiceRequest.to_practitioner_id == practitioner_id
        if practitioner_id is not None
        else ServiceRequest.to_organization_id == organization_id
    )
    wanted = (
        select(func.min(sent.happened_on), func.max(seen.happened_on))
        .select_from(ServiceRequest)
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
    days = [(last - first).days for first, last in uow.session.execute(wanted)]
    found = middle_and_longest(days)
    return MeasuredWait(len(days), *(found or (None, None)))
