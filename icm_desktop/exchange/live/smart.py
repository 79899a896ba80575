"""How a program proves itself to a FHIR server: SMART backend services, a signed assertion for a short-lived token.

Source: HL7 SMART App Launch 2.2, Backend Services and Client Authentication: Asymmetric.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import jwt
import orjson
from jwt.algorithms import get_default_algorithms

from icm_desktop.exchange.fhir.values import Json, text, texts
from icm_desktop.exchange.live.address import BadAddress, checked
from icm_desktop.exchange.live.problems import Trouble

_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
_LIVES = 240  # seconds of an assertion; at most five minutes are allowed
_EARLY = 30  # seconds before its end a token is renewed
Post = Callable[[str, Mapping[str, str]], Json]
Get = Callable[[str], Json]


@dataclass(frozen=True, slots=True)
class Credentials:
    """What proves who we are. `token_address` None: as the server describes itself; `private_key` is PEM."""

    client_id: str
    private_key: bytes
    algorithm: str
    key_id: str
    token_address: str | None = None


@dataclass(slots=True)
class Tokens:
    """Gets tokens and keeps one as long as it is good; in memory only."""

    base: str
    credentials: Credentials
    sends: tuple[str, ...] = ()
    _token: str | None = None
    _good_until: float = 0.0
    _described: Json | None = field(default=None)

    def token(self, get: Get, post: Post) -> str:
        """A token that is good now.

        Raises:
            Trouble: partners.no_token_address, partners.not_let_in.
        """
        if self._token is None or time.monotonic() >= self._good_until:
            self._renew(get, post)
        return str(self._token)

    def forget(self) -> None:
        """The server does not take the token any more."""
        self._token = None

    def _renew(self, get: Get, post: Post) -> None:
        address = self._token_address(get)
        answer = post(address, {
            "grant_type": "client_credentials",
            "scope": self._scope(get),
            "client_assertion_type": _ASSERTION,
            "client_assertion": self._assertion(address),
        })  # fmt: skip
        token = text(answer.get("access_token"))
        if token is None:
            raise Trouble("partners.not_let_in")
        lives = answer.get("expires_in")
        self._token = token
        self._good_until = time.monotonic() + max(0, (lives if isinstance(lives, int) else 60) - _EARLY)

    def _description(self, get: Get) -> Json:
        if self._described is None:
            self._described = get(f"{self.base}/.well-known/smart-configuration")
        return self._described

    def _token_address(self, get: Get) -> str:
        told = self.credentials.token_address or text(self._description(get).get("token_endpoint"))
        try:
            return checked(told or "")
        except BadAddress:
            raise Trouble("partners.no_token_address") from None

    def _scope(self, get: Get) -> str:
        """Reading everything, writing only what is sent; in the words of the version the server speaks."""
        second = False
        if self.credentials.token_address is None:
            second = "permission-v2" in texts(self._description(get).get("capabilities"))
        read, write = ("rs", "cu") if second else ("read", "write")
        return " ".join([f"system/*.{read}", *(f"system/{kind}.{write}" for kind in self.sends)])

    def _assertion(self, address: str) -> str:
        now = int(time.time())
        claims: dict[str, Any] = {
            "iss": self.credentials.client_id, "sub": self.credentials.client_id, "aud": address,
            "exp": now + _LIVES, "iat": now, "jti": str(uuid.uuid4()),
        }  # fmt: skip
        headers = {"kid": self.credentials.key_id, "typ": "JWT"}
        return jwt.encode(claims, self.credentials.private_key, self.credentials.algorithm, headers)


def public_key_set(private_key: bytes, algorithm: str, key_id: str) -> str:
    """The public half as a JSON Web Key Set, which the partner is given (RFC 7517)."""
    rules = get_default_algorithms()[algorithm]
    key = rules.to_jwk(rules.prepare_key(private_key).public_key(), as_dict=True)
    named = {**key, "kid": key_id, "alg": algorithm, "use": "sig", "key_ops": ["verify"]}
    return orjson.dumps({"keys": [named]}, option=orjson.OPT_INDENT_2).decode()
