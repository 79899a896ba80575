"""The recovery code: 160 random bits as nine groups of four letters and digits, the last ones a checksum."""

from __future__ import annotations

import hashlib
import secrets

from db.errors import DatabaseProblem

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Source: Crockford, "Base 32" (no I, L, O, U)
_READ_AS = str.maketrans(
    {
        "O": "0",
        "I": "1",
        "L": "1",
        "-": None,
        " ": None,
        "\t": None,
        "\n": None,
        "\u2010": None,
        "\u2011": None,
        "\u2012": None,
        "\u2013": None,
        "\u2014": None,
        "\u00a0": None,
    }
)
_SECRET_BYTES = 20
_SECRET_LETTERS = 32
_CHECK_LETTERS = 4
_SHORT_LETTERS = 16


def new_secret() -> bytes:
    """The random bits of a new code."""
    return secrets.token_bytes(_SECRET_BYTES)


def written(secret: bytes) -> str:
    """The code as it is printed: groups of four joined by hyphens."""
    letters = _letters(int.from_bytes(secret, "big"), _SECRET_LETTERS)
    letters += _checksum(secret)
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def read(code: str) -> bytes:
    """The random bits of a typed code; blanks, hyphens, case and the letters O, I and L do not matter.

    Raises:
        DatabaseProblem: db.recovery_code_typo when it is not a code or the checksum does not fit.
    """
    letters = code.upper().translate(_READ_AS)
    if len(letters) != _SECRET_LETTERS + _CHECK_LETTERS or any(letter not in _ALPHABET for letter in letters):
        raise DatabaseProblem("db.recovery_code_typo")
    number = 0
    for letter in letters[:_SECRET_LETTERS]:
        number = number * 32 + _ALPHABET.index(letter)
    secret = number.to_bytes(_SECRET_BYTES, "big")
    if letters[_SECRET_LETTERS:] != _checksum(secret):
        raise DatabaseProblem("db.recovery_code_typo")
    return secret


def new_short_code() -> str:
    """A code to be told by phone: 80 random bits as four groups of four letters and digits."""
    letters = _letters(int.from_bytes(secrets.token_bytes(_SHORT_LETTERS * 5 // 8), "big"), _SHORT_LETTERS)
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def heard(code: str) -> str:
    """A code as it was meant, however it was typed: blanks, hyphens, case and the letters O, I and L do not matter."""
    return code.upper().translate(_READ_AS)


def _checksum(secret: bytes) -> str:
    return _letters(
        int.from_bytes(hashlib.sha256(b"icm recovery code" + secret).digest()[:4], "big") >> 12, _CHECK_LETTERS
    )


def _letters(number: int, count: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(count)))
