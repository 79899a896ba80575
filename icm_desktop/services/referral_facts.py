"""Dated facts of referrals that follow from what happens to their visits."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import referral_states as states
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.APPOINTMENTS)
def note_visit(uow: UnitOfWork, referral_id: int, state: str, visit: Appointment) -> bool:
    """Add the fact that follows from a visit, when the referral may reach it.

    Args:
        uow: The running write transaction.
        referral_id: The referral of the visit.
        state: scheduled, seen, no_show or visit_cancelled.
        visit: The visit, as it is now.

    Returns:
        Whether a fact was added: a referral that is further on (its note has come) stays there.
    """
    referral = uow.session.get_one(ServiceRequest, referral_id)
    events = uow.session.scalars(
        select(ReferralEvent).where(ReferralEvent.service_request_id == referral_id, ReferralEvent.removed_at.is_(None))
    ).all()
    facts = [states.Fact(event.state, event.happened_on, event.id) for event in events]
    now = states.standing(
        facts,
        status=referral.status,
        ordered_on=referral.ordered_on,
        imported=referral.source_id is not None,
    )
    if not states.may_become(now.state, state):
        return False
    seen_on = visit.starts_at.astimezone(uow.zone).date() if visit.starts_at and state == states.SEEN else uow.today
    happened_on = max(min(seen_on, uow.today), now.since or seen_on)
    uow.session.add(
        ReferralEvent(
            service_request_id=referral_id,
            patient_id=referral.patient_id,
            state=state,
            happened_on=happened_on,
            how="visit",
        )
    )
    referral.status = states.REQUEST_STATUS.get(state, "active")
    flag_modified(referral, "status")  # the version moves with every fact
    return True
