"""What a registered person's details may be: cleaned text, birth dates, phone numbers, limits of length."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from icm_desktop.domain import moments, names

SEXES = ("male", "female", "other", "unknown")
LONGEST = {"family": 100, "given": 100, "preferred_name": 100, "prefix": 30, "suffix": 30, "contact_name": 200}
LONGEST_OTHER = 200
FEWEST_PHONE_DIGITS = 7
MOST_PHONE_DIGITS = 15  # ITU-T E.164
_OLDEST_YEARS = 130
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")  # shape of a BCP 47 tag (RFC 5646)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_BROKEN = re.compile("[\ud800-\udfff]")  # half of a letter: no file and no database can hold it
# Invisible marks that turn the reading direction of whole screens round; joiners stay, Persian needs them.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")


class Unusable(ValueError):
    """A value that cannot be kept. `reason` is the last part of the sentence's code."""

    def __init__(self, reason: str, **params: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.params = params


def one_line(text: str | None, longest: int = LONGEST_OTHER) -> str | None:
    """Typed text as it is kept: NFC, no control characters, single blanks; hostile-looking text stays as it is.

    Raises:
        Unusable: too_long with `most`; broken_letter.
    """
    _refuse_broken(text)
    kept = names.tidy(_TURNING.sub("", text)) if text else None
    if kept is not None and len(kept) > longest:
        raise Unusable("too_long", most=longest)
    return kept


def _refuse_broken(text: str | None) -> None:
    if text and _BROKEN.search(text):
        raise Unusable("broken_letter")


def paragraphs(text: str | None, longest: int) -> str | None:
    """As `one_line`, but line breaks stay.

    Raises:
        Unusable: too_long with `most`; broken_letter.
    """
    if not text:
        return None
    _refuse_broken(text)
    lines = (names.tidy(_TURNING.sub("", line)) or "" for line in unicodedata.normalize("NFC", text).splitlines())
    kept = "\n".join(lines).strip("\n") or None
    if kept is not None and len(kept) > longest:
        raise Unusable("too_long", most=longest)
    return kept


def birth_date(text: str | None, today: dt.date) -> str | None:
    """A FHIR date of any precision that a living or dead patient can have.

    Args:
        text: "1958", "1958-03" or "1958-03-04".
        today: The practice's day.

    Raises:
        Unusable: bad_birth_date, future_birth_date, old_birth_date.
    """
    if not (text := (text or "").strip()):
        return None
    try:
        kept = moments.stored(text)
    except moments.NotAMoment as error:
        raise Unusable("no_such_day" if error.reason == "no_such_day" else "bad_birth_date") from None
    if moments.is_instant(kept):
        raise Unusable("bad_birth_date")
    first = moments.span(kept, dt.UTC).first
    if first > today:
        raise Unusable("future_birth_date")
    if today.year - first.year > _OLDEST_YEARS:
        raise Unusable("old_birth_date", most=_OLDEST_YEARS)
    return kept


def phone(text: str | None) -> str | None:
    """A phone number as typed, if it has a number's digits.

    Raises:
        Unusable: bad_phone.
    """
    kept = one_line(text, 40)
    if kept is not None and not FEWEST_PHONE_DIGITS <= len(names.digits(kept) or "") <= MOST_PHONE_DIGITS:
        raise Unusable("bad_phone", least=FEWEST_PHONE_DIGITS, most=MOST_PHONE_DIGITS)
    return kept


def email(text: str | None) -> str | None:
    """An e-mail address that has a name and a place.

    Raises:
        Unusable: bad_email.
    """
    kept = one_line(text)
    if kept is not None and not _EMAIL.fullmatch(kept):
        raise Unusable("bad_email")
    return kept


def language(text: str | None) -> str | None:
    """A BCP 47 tag such as "es" or "pt-BR".

    Raises:
        Unusable: bad_language.
    """
    kept = one_line(text)
    if kept is not None and not _LANGUAGE.fullmatch(kept):
        raise Unusable("bad_language")
    return kept


def sex(text: str | None) -> str | None:
    """One of FHIR's administrative genders, or None when nobody asked.

    Raises:
        Unusable: bad_sex.
    """
    if text is not None and text not in SEXES:
        raise Unusable("bad_sex")
    return text
