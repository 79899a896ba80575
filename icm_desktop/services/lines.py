"""Cleans what was typed into the forms of the set-up: lines of text, phone numbers, e-mail addresses, languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from icm_desktop.domain import person
from icm_desktop.errors import Invalid

LONGEST = 200  # letters; what still fits the foot of a printed page
LONGEST_NOTE = 2000


def line(text: str | None, field: str, longest: int = LONGEST) -> str | None:
    """One line, or None when nothing was typed.

    Raises:
        Invalid: registration.too_long.
    """
    return _cleaned(lambda: person.one_line(text, longest), field)


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
    return _cleaned(lambda: person.paragraphs(text, LONGEST_NOTE), field)


def phone(text: str | None, field: str = "phone") -> str | None:
    """A phone or fax number as typed.

    Raises:
        Invalid: registration.bad_phone, registration.too_long.
    """
    return _cleaned(lambda: person.phone(text), field)


def email(text: str | None, field: str = "email") -> str | None:
    """An e-mail address.

    Raises:
        Invalid: registration.bad_email, registration.too_long.
    """
    return _cleaned(lambda: person.email(text), field)


def languages(codes: Iterable[str], field: str = "languages") -> list[str] | None:
    """Tags of languages, each once, or None when there is none.

    Raises:
        Invalid: registration.bad_language.
    """
    kept = [_cleaned(partial(person.language, code), field) for code in codes]
    return [code for code in dict.fromkeys(kept) if code] or None


def _cleaned(read: Callable[[], str | None], field: str) -> str | None:
    try:
        return read()
    except person.Unusable as error:
        raise Invalid(f"registration.{error.reason}", field, **error.params) from None
