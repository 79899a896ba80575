"""The National Provider Identifier: ten digits, the last of which checks the others."""

from __future__ import annotations

_PREFIX = "80840"  # health card issuer of the United States, ISO 7812
_DIGITS = 10


def is_npi(text: str) -> bool:
    """Whether the text is an NPI with a right check digit.

    Source: CMS, Requirements for NPI and NPI check digit (Luhn formula over 80840 and the number).
    """
    if not (text.isascii() and text.isdecimal() and len(text) == _DIGITS and text[0] in "12"):
        return False
    return _luhn(_PREFIX + text) == 0


def _luhn(digits: str) -> int:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(reversed(digits), start=1))
    return sum(value // 10 + value % 10 for value in doubled) % 10
