"""Whether a consent something was approved by still holds when it leaves, for roles that may not read it."""

from __future__ import annotations

from db.models.coverage import Consent
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import validity
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.PRINT_HANDOUT)
def still_holds(uow: UnitOfWork, consent_id: int) -> bool:
    """Whether a consent that held is neither revoked, expired, taken away nor entered in error by now."""
    row = uow.session.get(Consent, consent_id)
    if row is None or row.removed_at is not None:
        return False
    state = validity.consent(
        uow.today, status=row.status, decision=row.decision, starts_on=row.starts_on, expires_on=row.expires_on,
        revoked_on=row.revoked_on, zone=uow.zone,
    )  # fmt: skip
    return state == validity.VALID
