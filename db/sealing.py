"""Seals a secret to the public key of a slot, so that it can be given to somebody whose password nobody knows.

Source: HPKE, RFC 9180, base mode: X25519, HKDF-SHA256, AES-256-GCM.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def new_pair() -> tuple[bytes, bytes]:
    """A fresh private key and its public key, 32 bytes each."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def sealed(secret: bytes, public: bytes, context: bytes) -> bytes:
    """The secret, readable by whoever has the private key; bound to `context`."""
    return _SUITE.encrypt(secret, X25519PublicKey.from_public_bytes(public), info=context)


def unsealed(ciphertext: bytes, private: bytes, context: bytes) -> bytes | None:
    """What was sealed; None when it is not for this key or this context, or was changed."""
    try:
        return _SUITE.decrypt(ciphertext, X25519PrivateKey.from_private_bytes(private), info=context)
    except (InvalidTag, ValueError):
        return None
