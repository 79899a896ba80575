"""Keys of this practice towards exchange partners: the private half for the program, the public one to give away."""

from __future__ import annotations

from sqlalchemy import select

from db.models.partners import ExchangeKey, ExchangePartner
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.partners import SMART
from icm_desktop.permissions import Privilege, requires

SIGNING = "signing"  # the name of the key this practice signs packages with


def key_name(partner_id: int) -> str:
    """What the private key for a partner is kept under."""
    return f"partner-{partner_id}"


@requires(Privilege.EXPORT)
def private_key(uow: UnitOfWork, name: str) -> bytes | None:
    """A private key of this practice; it stays in the process that asked."""
    return uow.session.scalar(select(ExchangeKey.private_key).where(ExchangeKey.name == name))


@requires(Privilege.EXPORT)
def public_key(uow: UnitOfWork, row: ExchangePartner) -> str | None:
    """What the partner must be given so that it knows us; None when it asks for no proof."""
    from icm_desktop.exchange.live.smart import public_key_set  # loads what signs

    private = private_key(uow, key_name(row.id)) if row.authorization == SMART else None
    return public_key_set(private, str(row.algorithm), str(row.key_id)) if private is not None else None
