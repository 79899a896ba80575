"""Seals bytes for somebody who is told a code by phone, and opens what was sealed: encrypted, and signed by the sender.

A line that names the format, a header of JSON, the encrypted content. The code becomes the key by Argon2id, AES-256-GCM
encrypts, the header is bound to it. Inside, an Ed25519 signature by the sender's key, which the header names, is over
header and content: whoever knows the code can read, but not write in the sender's name.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
from dataclasses import dataclass
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from db.errors import DatabaseProblem
from db.recovery_code import heard
from db.slots import STANDARD_KDF, Kdf

MAGIC = b"ICM-DESKTOP-PACKAGE\n"
VERSION, OLDEST = 1, 1
MOST_BYTES = 200_000_000
_MOST_HEADER = 4_096
_SIGNATURE = 64


@dataclass(frozen=True, slots=True)
class Opened:
    """What was inside, and who signed it."""

    content: bytes
    public_key: bytes


def new_signing_key() -> bytes:
    """A new Ed25519 private key (RFC 8032), 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())


def public_half(private_key: bytes) -> bytes:
    """The public key of a private one, 32 bytes."""
    public = Ed25519PrivateKey.from_private_bytes(private_key).public_key()
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw)


def fingerprint(public_key: bytes) -> str:
    """What people compare of a key: 80 bits of its digest in groups of four."""
    digits = hashlib.sha256(public_key).hexdigest()[:20].upper()
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def seal(content: bytes, code: str, private_key: bytes, kdf: Kdf = STANDARD_KDF) -> bytes:
    """The bytes of a sealed package."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    told = {
        "version": VERSION,
        "kdf": {"memory_kib": kdf.memory_kib, "passes": kdf.passes, "lanes": kdf.lanes},
        "salt": _text(salt),
        "nonce": _text(nonce),
        "sender": _text(public_half(private_key)),
        "bytes": len(content) + _SIGNATURE + 16,
    }
    header = json.dumps(told, separators=(",", ":"), sort_keys=True).encode() + b"\n"
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(header + content)
    return MAGIC + header + AESGCM(_key(code, salt, kdf)).encrypt(nonce, signature + content, header)


def unseal(sealed: bytes, code: str, floor: Kdf = STANDARD_KDF) -> Opened:
    """What is inside a sealed package.

    Args:
        sealed: Its bytes.
        code: As it was heard.
        floor: The least that may be asked of somebody who guesses the code.

    Raises:
        DatabaseProblem: package.not_one, package.newer, package.older, package.cut_off, package.damaged,
            package.wrong_code (or changed on its way), package.bad_signature.
    """
    if not sealed.startswith(MAGIC):
        raise DatabaseProblem("package.not_one")
    line, end, body = sealed[len(MAGIC) :].partition(b"\n")
    if not end:
        raise DatabaseProblem("package.cut_off" if len(line) < _MOST_HEADER else "package.damaged")
    told = _header(line)
    if len(body) < told["bytes"]:
        raise DatabaseProblem("package.cut_off")
    if len(body) > told["bytes"] or not told["kdf"].at_least(floor):
        raise DatabaseProblem("package.damaged")
    header = line + b"\n"
    try:
        inside = AESGCM(_key(code, told["salt"], told["kdf"])).decrypt(told["nonce"], body, header)
    except InvalidTag:
        raise DatabaseProblem("package.wrong_code") from None
    signature, content = inside[:_SIGNATURE], inside[_SIGNATURE:]
    try:
        Ed25519PublicKey.from_public_bytes(told["sender"]).verify(signature, header + content)
    except InvalidSignature:
        raise DatabaseProblem("package.bad_signature") from None
    return Opened(content, told["sender"])


def _header(line: bytes) -> dict[str, Any]:
    try:
        told = json.loads(line) if len(line) <= _MOST_HEADER else None
        version = told["version"] if isinstance(told, dict) else None
        if isinstance(version, int) and version > VERSION:
            raise DatabaseProblem("package.newer")
        if isinstance(version, int) and version < OLDEST:
            raise DatabaseProblem("package.older")
        if not isinstance(told, dict) or not isinstance(told["bytes"], int) or told["bytes"] > MOST_BYTES:
            raise DatabaseProblem("package.damaged")
        found = {name: base64.b64decode(told[name], validate=True) for name in ("salt", "nonce", "sender")}
        kdf = Kdf(*(int(told["kdf"][name]) for name in ("memory_kib", "passes", "lanes")))
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise DatabaseProblem("package.damaged") from None
    if (len(found["salt"]), len(found["nonce"]), len(found["sender"])) != (16, 12, 32):
        raise DatabaseProblem("package.damaged")
    return {**found, "kdf": kdf, "bytes": told["bytes"]}


def _key(code: str, salt: bytes, kdf: Kdf) -> bytes:
    return hash_secret_raw(heard(code).encode(), salt, kdf.passes, kdf.memory_kib, kdf.lanes, 32, Type.ID)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
