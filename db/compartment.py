"""Words that the key of the file does not open: sealed with the key of a compartment that only some slots hold.

A compartment has a name, such as "behavioral_health". Its key gets a new number when somebody loses it, so that what is
written from then on is closed to them; who holds the compartment holds all its numbers.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.errors import DatabaseProblem
from db.key import Key

_FORMAT = 1
_NONCE = 12


def seal(key: Key, text: str, compartment: str) -> bytes:
    """The text under the newest key of the compartment: one byte of format, the key's name, a nonce, AES-256-GCM.

    Raises:
        DatabaseProblem: db.compartment_closed when this slot does not hold it.
    """
    name, secret = _newest(key, compartment)
    head = bytes((_FORMAT, len(name))) + name.encode("ascii")
    nonce = secrets.token_bytes(_NONCE)
    return head + nonce + AESGCM(secret).encrypt(nonce, text.encode("utf-8"), _bound(key, head))


def open_(key: Key, sealed: bytes) -> str:
    """The text again.

    Raises:
        DatabaseProblem: db.compartment_closed when this slot does not hold its key, db.damaged when it was changed.
    """
    head, name = _head(sealed)
    secret = dict(key.compartments).get(name)
    if secret is None:
        raise DatabaseProblem("db.compartment_closed", compartment=name.partition("/")[0])
    nonce, body = sealed[len(head) : len(head) + _NONCE], sealed[len(head) + _NONCE :]
    try:
        return AESGCM(secret).decrypt(nonce, body, _bound(key, head)).decode("utf-8")
    except (InvalidTag, ValueError):
        raise DatabaseProblem("db.damaged") from None


def opens(key: Key, sealed: bytes) -> bool:
    """Whether this slot holds the key the text was sealed with."""
    return _head(sealed)[1] in dict(key.compartments)


def holds(key: Key, compartment: str) -> bool:
    """Whether this slot holds the compartment at all."""
    return any(of(name) == compartment for name, _ in key.compartments)


def of(name: str) -> str:
    """The compartment a key belongs to: "behavioral_health" of "behavioral_health/2"."""
    return name.rpartition("/")[0]


def number(name: str) -> int:
    """The number of a compartment's key."""
    return int(name.rpartition("/")[2])


def _newest(key: Key, compartment: str) -> tuple[str, bytes]:
    own = [(name, secret) for name, secret in key.compartments if of(name) == compartment]
    if not own:
        raise DatabaseProblem("db.compartment_closed", compartment=compartment)
    return max(own, key=lambda one: number(one[0]))


def _head(sealed: bytes) -> tuple[bytes, str]:
    try:
        form, length = sealed[0], sealed[1]
        head = sealed[: 2 + length]
        name = head[2:].decode("ascii")
    except (IndexError, UnicodeDecodeError):
        raise DatabaseProblem("db.damaged") from None
    if form != _FORMAT or not name:
        raise DatabaseProblem("db.damaged")
    return head, name


def _bound(key: Key, head: bytes) -> bytes:
    return head + key.database_id.encode("ascii")
