"""Gives open referrals from before kinds of service had limits of their own the kind that their words tell."""

from __future__ import annotations

from db.models.scheduling import ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.referrals import Noted
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.referral_kinds import kinds_told


@requires(Privilege.REFERRAL_LOGISTICS)
def name_kinds(uow: UnitOfWork) -> Noted:
    """From now on the limits of their kind of service count; the history shows the change."""
    found = dict(kinds_told(uow))
    for referral_id, kind in found.items():
        uow.session.get_one(ServiceRequest, referral_id).service = kind
    return Noted(len(found), Changes.of("referral") if found else Changes())
