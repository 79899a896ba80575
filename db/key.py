"""The key of a database, and what else opens with it."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

BYTES = 32


@dataclass(frozen=True, slots=True)
class Key:
    """An unwrapped 256-bit key, of which database, and through whose slot it was opened.

    `device`: the mark of the computer's secret that the slot needed beside the password. `earlier`: the keys the file
    had before, oldest first. `compartments`: the keys of compartments this slot holds, by name and number. `slot_id`,
    `private`: the slot and its private key, with which a key that was changed meanwhile is opened again.
    """

    data: bytes = field(repr=False)
    database_id: str
    user_id: int | None = None
    slot_kind: str = "new"
    device: str | None = None
    earlier: tuple[bytes, ...] = field(default=(), repr=False)
    compartments: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    slot_id: str = ""
    private: bytes = field(default=b"", repr=False)

    @property
    def hex(self) -> str:
        """The raw key as the 64 digits SQLCipher takes."""
        return self.data.hex()

    @property
    def audit(self) -> bytes:
        """The key of the audit record and of row digests: that of the first key, so that the chain stays one chain."""
        first = self.earlier[0] if self.earlier else self.data
        return _derived(first, "audit-v1")

    def derived(self, purpose: str) -> bytes:
        """A 32-byte key for one purpose, such as "backup-v1" (HKDF-SHA256, RFC 5869)."""
        return _derived(self.data, purpose)


def new_key(compartments: Iterable[str] = ()) -> Key:
    """A fresh random key for a new database, with a key for each of these compartments."""
    first = tuple((f"{name}/1", new_secret()) for name in sorted(compartments))
    return Key(new_secret(), uuid.uuid4().hex, compartments=first)


def new_secret() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(BYTES)


def _derived(data: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=BYTES, salt=None, info=purpose.encode()).derive(data)
