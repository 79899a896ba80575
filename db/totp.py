"""One-time codes of an authenticator app, from a secret and the time; the sums are those of `cryptography`.

Source: RFC 6238 (TOTP) with the values every app understands: SHA-1, six digits, steps of 30 seconds.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable

from cryptography.hazmat.primitives.constant_time import bytes_eq
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

DIGITS = 6
STEP_SECONDS = 30
WINDOW = 1  # steps before and after the present one that count (RFC 6238, 5.2: one for the delay on the way)
FAR = 20  # steps around it in which a code tells that a clock is wrong: ten minutes
_SECRET_BYTES = 20  # RFC 4226, 4: 160 bits are recommended


def new_secret() -> bytes:
    """A random secret, to be shared with one authenticator app."""
    return secrets.token_bytes(_SECRET_BYTES)


def written(secret: bytes) -> str:
    """The secret as it is typed into an app: base32 in groups of four."""
    text = base64.b32encode(secret).decode("ascii").rstrip("=")
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def read(text: str) -> bytes:
    """The secret of what `written` gave.

    Raises:
        ValueError: it is none.
    """
    plain = "".join(text.split())
    secret = base64.b32decode(plain + "=" * (-len(plain) % 8))
    if len(secret) != _SECRET_BYTES:
        raise ValueError("of another length")
    return secret


def step_at(seconds: float) -> int:
    """The number of the step a moment lies in; `seconds` since 1970, UTC."""
    return int(seconds // STEP_SECONDS)


def code_at(secret: bytes, step: int) -> str:
    """The code of one step."""
    return _of(secret).generate(step * STEP_SECONDS).decode("ascii")


def step_of(secret: bytes, code: str, steps: Iterable[int]) -> int | None:
    """The first of these steps whose code this is; every one is compared, so that the time taken tells nothing."""
    typed = "".join(code.split()).encode(errors="replace")
    right = [step for step in steps if step >= 0 and bytes_eq(code_at(secret, step).encode(), typed)]
    return next(iter(right), None)


def address(secret: bytes, user: str, practice: str) -> str:
    """What the square on the screen holds for an app: otpauth://totp/…"""
    return _of(secret).get_provisioning_uri(user, practice)


def _of(secret: bytes) -> TOTP:
    return TOTP(secret, DIGITS, SHA1(), STEP_SECONDS)  # noqa: S303  HMAC-SHA-1: what every app computes
