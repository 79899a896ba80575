"""Reads what was typed to find a patient: names, a birth date in any common order, phone digits, numbers."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

MOST_TERMS = 8
_OLDEST_YEAR = 1880
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january ene enero",
            "feb february febrero",
            "mar march marzo",
            "apr april abr abril",
            "may mayo",
            "jun june junio",
            "jul july julio",
            "aug august ago agosto",
            "sep sept september septiembre",
            "oct october octubre",
            "nov november noviembre",
            "dec december dic diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DATES = (
    re.compile(r"(?<![\w/.-])(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?![\w/-])"),
    re.compile(r"(?<![\w/.-])(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<year>\d{4}|\d{2})(?![\w/-])"),
    re.compile(rf"\b{_DAY}[\s-]+(?:de\s+)?{_MONTH}[\s,-]+(?:de\s+)?{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY}[\s,]+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}}){_MONTH}(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"(?<![\w/.-])(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?![\w/.-])"),  # a month alone: 1958-03
    re.compile(r"(?<![\w/.-])(?P<month>\d{1,2})[-/.](?P<year>\d{4})(?![\w/.-])"),
    re.compile(rf"\b{_MONTH}[\s,-]+(?:(?:del?|of)\s+)?(?P<year>\d{{4}})\b", re.IGNORECASE),
)
_PHONE = re.compile(r"(?<![\w-])(?:\+?1[\s.-]?)?(?:\(?\d{3}\)?[\s.-]?)?\d{3}[\s.-]\d{4}(?![\w-])")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`")
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Typed:
    """One thing typed, with everything it may mean; fields as in the search index.

    `vague`: less precise dates that hold one of `births`. `named`: a month's word and its year read as a name and a
    year of birth, for April and Julio.
    """

    word: str | None = None
    births: tuple[str, ...] = ()
    digits: str | None = None
    number: str | None = None
    system: str | None = None
    vague: tuple[str, ...] = ()
    named: tuple[str, str] | None = None


def read(text: str, today: dt.date) -> tuple[Typed, ...]:
    """What was typed, at most eight things.

    Args:
        text: For example "maria lopez", "lopez 3/4/58", "4 mar 1958", "april 1958", "555-0142", "0142", "000412",
            "urn:x|A-17".
        today: A birth date is never after this day; two-digit years are read in both centuries.
    """
    text = text.strip()[:200]
    if "|" in text:
        system, _, value = text.rpartition("|")
        return (Typed(number=value.strip(), system=system.strip()),) if value.strip() else ()
    found: list[Typed] = []
    for form in _DATES:
        text = form.sub(lambda match: _take_date(match, today, found), text)
    text = _PHONE.sub(lambda match: _take_phone(match, found), text)
    for piece in text.replace(",", " ").split():
        found += _piece(piece, today)
    found = found[:MOST_TERMS]
    if any(term.word for term in found):  # a date alone would find everybody of whom only the year is known
        found = [replace(term, vague=_vague(term.births)) for term in found]
    return tuple(found)


def _vague(births: tuple[str, ...]) -> tuple[str, ...]:
    """The month and the year of each date, as a record has them whose day or month nobody knew."""
    cuts = (birth[:length] for birth in births for length in (7, 4) if length < len(birth))
    return tuple(dict.fromkeys(cuts))


def _take_date(match: re.Match[str], today: dt.date, found: list[Typed]) -> str:
    parts = match.groupdict()
    years = _years(parts["year"], today)
    if "one" in parts:
        orders = [(parts["one"], parts["two"]), (parts["two"], parts["one"])]
    else:
        orders = [(parts["month"], parts.get("day", ""))]
    days = [_day(year, month, day, today) for year in years for month, day in orders]
    births = tuple(dict.fromkeys(day for day in days if day))
    spoken = any(char.isalpha() for char in match.group())
    number = None if spoken or "day" in parts else match.group()
    named = (parts["month"], parts["year"]) if spoken and "day" not in parts else None
    found.append(Typed(births=births, number=number, named=named))
    return " "


def _years(text: str, today: dt.date) -> list[int]:
    if len(text) == 4:
        return [int(text)]
    return [year for year in (1900 + int(text), 2000 + int(text)) if year <= today.year]


def _day(year: int, month: str, day: str, today: dt.date) -> str | None:
    """The day, or the month when no day was typed, as the index has it."""
    try:
        date = dt.date(year, _MONTHS.get(month.lower(), 0) or int(month), int(day or 1))
    except ValueError:
        return None
    return date.isoformat()[: None if day else 7] if date <= today else None


def _take_phone(match: re.Match[str], found: list[Typed]) -> str:
    digits = "".join(char for char in match.group() if char.isdigit())
    found.append(Typed(digits=digits[-10:], number=match.group().strip()))
    return " "


def _piece(piece: str, today: dt.date) -> list[Typed]:
    plain = piece.translate(_APOSTROPHES)
    if plain.isascii() and plain.isdigit():
        return [_digits(plain, today)]
    words = _WORDS.findall(plain)
    number = piece if any(char.isdigit() for char in piece) else None
    if len(words) == 1:
        return [Typed(word=words[0], number=number)]
    if number is not None:
        return [Typed(number=number)]  # "GA-004417" is a number, not two names
    return [Typed(word=word) for word in words]


def _digits(digits: str, today: dt.date) -> Typed:
    births: list[str] = []
    if len(digits) == 4 and _OLDEST_YEAR <= int(digits) <= today.year:
        births.append(digits)
    if len(digits) == 8:
        orders = (digits[:4], digits[4:6], digits[6:]), (digits[4:], digits[:2], digits[2:4])
        days = [_day(int(year), month, day, today) for year, month, day in (*orders, _swapped(digits))]
        births += dict.fromkeys(day for day in days if day)
    return Typed(births=tuple(births), digits=digits if len(digits) >= 4 else None, number=digits)


def _swapped(digits: str) -> tuple[str, str, str]:
    return digits[4:], digits[2:4], digits[:2]
