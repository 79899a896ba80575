"""Reads what was typed in a search box or a birth date field into what a registration form starts from."""

from __future__ import annotations

import datetime as dt
import re

from icm_desktop.contracts.patients import PatientDetails
from ui.dates_input import Lean, read_date

_YEAR = re.compile(r"(\d{4})(-(0[1-9]|1[0-2]))?")
_WITH_YEAR = re.compile(r"\d{4}|\d{1,2}\D+\d{1,2}\D+\d{2}|[^\W\d]\D*\d{2}$")
_PHONE = re.compile(r"\+?[\d().\- ]{7,}")


def read_birth_date(text: str, today: dt.date) -> str | None:
    """A FHIR date of any precision ("1958", "1958-03", "1958-03-04"), or None when the text is no birth date.

    Args:
        text: As typed: "3/4/58", "4 mar 1958", "1958".
        today: The practice's day; a two-digit year is never in the future.
    """
    typed = text.strip()
    if _YEAR.fullmatch(typed):
        return typed
    if not any(letter.isdigit() for letter in typed):
        return None
    day = read_date(typed, today, lean=Lean.PAST)
    return day.isoformat() if day is not None and _WITH_YEAR.search(typed) else None


def details_from_search(text: str, today: dt.date) -> PatientDetails:
    """What somebody typed to find a patient who is not there, as the start of a registration.

    "Lopez, Maria 3/4/58" and "lopez maria 1958" give family, given and birth date; a long number is a phone.
    """
    words = text.split()
    born, phone, names = None, None, list[str]()
    at = 0
    while at < len(words):
        taken, found = _birth_at(words, at, today) if born is None else (0, None)
        if found is not None:
            born, at = found, at + taken
            continue
        word = words[at]
        if phone is None and sum(letter.isdigit() for letter in word) >= 7 and _PHONE.fullmatch(word):
            phone = word
        elif not any(letter.isdigit() for letter in word):
            names.append(word)
        at += 1
    family, given = _split(" ".join(names))
    return PatientDetails(family=family, given=given or None, birth_date=born, phone=phone)


def _birth_at(words: list[str], at: int, today: dt.date) -> tuple[int, str | None]:
    for count in (3, 1):
        typed = " ".join(words[at : at + count])
        if len(words) - at >= count and typed[:1].isdigit():
            found = read_birth_date(typed, today)
            if found is not None:
                return count, found
    return 0, None


def _split(names: str) -> tuple[str, str]:
    family, comma, given = names.partition(",")
    if not comma:
        family, _, given = names.partition(" ")
    return _cased(family.strip()), _cased(given.strip())


def _cased(name: str) -> str:
    """Names typed all small get capitals; anything else stays as the person wrote it."""
    return name.title() if name.islower() and "'" not in name else name
