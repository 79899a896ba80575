"""Whether a consent something was approved by still holds when it leaves, for roles that may not read it."""

from __future__ import annotations

from sqlalchemy import select

from db.models.coverage import Consent
from db.models.privacy import Disclosure
from db.unit_of_work import UnitOfWork
from icm_desktop.domain import validity
from icm_desktop.errors import Conflict
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


@requires(Privilege.PRINT_HANDOUT)
def check_before_it_leaves(uow: UnitOfWork, kind: str, object_id: int) -> None:
    """What was kept of the table `kind` and waits for a printer may still go to whom it was made for.

    Raises:
        Conflict: handout.consent_over: the consent it would leave by no longer holds.
    """
    wanted = select(Disclosure.consent_id).where(
        Disclosure.object_kind == kind, Disclosure.object_id == object_id, Disclosure.removed_at.is_(None)
    )
    for consent_id in uow.session.scalars(wanted):
        if consent_id is not None and not still_holds(uow, consent_id):
            raise Conflict("handout.consent_over")
