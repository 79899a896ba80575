"""What every act on a referral begins with: the row as it was read."""

from __future__ import annotations

from db.models.scheduling import ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.errors import Conflict, NotFound
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.REFERRAL_LOGISTICS)
def referral_row(uow: UnitOfWork, referral_id: int, expected_version: int) -> ServiceRequest:
    """The referral, as read at a version.

    Raises:
        Conflict: referrals.changed_meanwhile.
        NotFound: referrals.unknown.
    """
    row = uow.session.get(ServiceRequest, referral_id)
    if row is None or row.removed_at is not None or not row.is_referral:
        raise NotFound("referrals.unknown")
    if row.version != expected_version:
        raise Conflict("referrals.changed_meanwhile")
    return row
