"""A partner's address and proof, read from the encrypted file, as a client that talks to it."""

from __future__ import annotations

from db.models.partners import ExchangePartner
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.partners import SMART
from icm_desktop.exchange.live.client import Client
from icm_desktop.exchange.live.smart import Credentials, Tokens
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.partner_keys import key_name, private_key
from icm_desktop.services.exchanging.abroad import SENT

_TOKENS: dict[tuple[str, int, int], Tokens] = {}  # of this process, as long as the partner is set up the same


@requires(Privilege.EXPORT)
def client_for(uow: UnitOfWork, partner: ExchangePartner) -> Client:
    """A client for a server; it holds no connection until it is used."""
    base = str(partner.base_address)
    if partner.authorization != SMART:
        return Client(base)
    asked = (str(uow.database.path), partner.id, partner.version)
    if asked not in _TOKENS:
        proof = Credentials(
            str(partner.client_id), private_key(uow, key_name(partner.id)) or b"", str(partner.algorithm),
            str(partner.key_id), partner.token_address,
        )  # fmt: skip
        _TOKENS[asked] = Tokens(base, proof, tuple(sorted(SENT)) if partner.sends else ())
    return Client(base, _TOKENS[asked])
