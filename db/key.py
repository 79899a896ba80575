"""The key of a database."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


@dataclass(frozen=True, slots=True)
class Key:
    """An unwrapped 256-bit key, of which database, and through whose slot it was opened.

    `device`: the mark of the computer's secret that the slot needed beside the password.
    """

    data: bytes = field(repr=False)
    database_id: str
    user_id: int | None = None
    slot_kind: str = "new"
    device: str | None = None

    @property
    def hex(self) -> str:
        """The raw key as the 64 digits SQLCipher takes."""
        return self.data.hex()

    def derived(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose, such as "audit-v1" (HKDF-SHA256, RFC 5869)."""
        return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=purpose.encode()).derive(self.data)


def new_key() -> Key:
    """A fresh random key for a new database."""
    return Key(secrets.token_bytes(32), uuid.uuid4().hex)
