"""Cleans what was typed into the forms of the set-up: lines of text, phone numbers, e-mail addresses, languages."""

from __future__ import annotations

from collections.abc import Iterable

from icm_desktop.errors import Invalid
from icm_desktop.services import cleaning

LONGEST = 200  # letters; what still fits the foot of a printed page


def line(text: str | None, field: str, longest: int = LONGEST) -> str | None:
    """One line, or None when nothing was typed.

    Raises:
        Invalid: registration.too_long.
    """
    return cleaning.line(field, text, longest)


def needed(text: str | None, field: str, code: str) -> str:
    """One line that must not be empty.

    Raises:
        Invalid: `code` when nothing was typed; registration.too_long.
    """
    found = line(text, field)
    if found is None:
        raise Invalid(code, field)
    return found


def note(text: str | None, field: str = "note") -> str | None:
    """Some lines of text.

    Raises:
        Invalid: registration.too_long.
    """
    return cleaning.note(field, text)


def phone(text: str | None, field: str = "phone") -> str | None:
    """A phone or fax number as typed.

    Raises:
        Invalid: registration.bad_phone, registration.too_long.
    """
    return cleaning.phone(field, text)


def email(text: str | None, field: str = "email") -> str | None:
    """An e-mail address.

    Raises:
        Invalid: registration.bad_email, registration.too_long.
    """
    return cleaning.email(field, text)


def languages(codes: Iterable[str], field: str = "languages") -> list[str] | None:
    """Tags of languages, each once, or None when there is none.

    Raises:
        Invalid: registration.bad_language.
    """
    kept = [cleaning.language(field, code) for code in codes]
    return [code for code in dict.fromkeys(kept) if code] or None
