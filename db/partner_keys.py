"""Makes private keys that prove this practice to exchange partners; they are kept in the encrypted file."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

_RSA_BITS, _RSA_EXPONENT = 3072, 65537  # NIST SP 800-57: good beyond 2030


def new_private_key(algorithm: str) -> bytes:
    """A new key as PEM for RS384 or ES384. Source: RFC 7518, 3.3 and 3.4."""
    made: PrivateKeyTypes
    if algorithm == "ES384":
        made = ec.generate_private_key(ec.SECP384R1())
    else:
        made = rsa.generate_private_key(_RSA_EXPONENT, _RSA_BITS)
    return made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
