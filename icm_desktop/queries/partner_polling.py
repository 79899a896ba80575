"""Whether any exchange partner is asked over the network: asked at each sign-in, and loads nothing of the exchange."""

from __future__ import annotations

from sqlalchemy import select

from db.models.partners import ExchangePartner
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.partners import SERVER
from icm_desktop.permissions import Privilege, requires


@requires(Privilege.SIGN_IN)
def anybody(uow: UnitOfWork) -> bool:
    """Whether there is a partner in use that is not paused."""
    query = select(ExchangePartner.id).where(
        ExchangePartner.kind == SERVER, ExchangePartner.removed_at.is_(None), ExchangePartner.paused_at.is_(None)
    )
    return uow.session.scalar(query.limit(1)) is not None
