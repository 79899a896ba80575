"""Reads a date as people type it: `7/14`, `14 jul`, `fri`, `+2w`, `3m`, in English and Spanish. No Qt here."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from enum import StrEnum

from ui.times_input import read_time

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january ene enero", "feb february febrero", "mar march marzo", "apr april abr abril",
            "may mayo", "jun june junio", "jul july julio", "aug august ago agosto",
            "sep sept september septiembre set setiembre", "oct october octubre",
            "nov november noviembre", "dec december dic diciembre",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "mon monday lun lunes", "tue tues tuesday martes", "wed wednesday mie miercoles",
            "thu thur thurs thursday jue jueves", "fri friday vie viernes", "sat saturday sab sabado",
            "sun sunday dom domingo",
        )
    )
    for word in words.split()
}  # fmt: skip
_DAYS = {"today": 0, "hoy": 0, "tomorrow": 1, "manana": 1, "yesterday": -1, "ayer": -1}
_UNITS = {"d": "d", "day": "d", "days": "d", "dia": "d", "dias": "d", "w": "w", "wk": "w", "week": "w", "weeks": "w",
          "s": "w", "sem": "w", "semana": "w", "semanas": "w", "m": "m", "mo": "m", "month": "m", "months": "m",
          "mes": "m", "meses": "m", "y": "y", "yr": "y", "year": "y", "years": "y", "a": "y", "ano": "y",
          "anos": "y"}  # fmt: skip
_OFFSET = re.compile(r"([+-]?)(\d{1,4}) ?([a-z]+)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?: de\b)?[ \-/.]?([a-z]+)(?: de| del)?[ \-/.,]*(\d{4}|\d{2})?")
_MONTH_FIRST = re.compile(r"([a-z]+)[ \-/.]?(\d{1,2})(?:[ \-/.,]+(\d{4}|\d{2}))?")


_ANY_DAY = dt.date(2000, 1, 1)


class Lean(StrEnum):
    """Which way a date without a year (or a two-digit year) leans."""

    FUTURE = "future"  # due dates, appointments
    PAST = "past"  # births, when something happened


def read_date(text: str, today: dt.date, *, lean: Lean = Lean.FUTURE, month_first: bool = True) -> dt.date | None:
    """The day a person means, or None when the text is no date.

    Args:
        text: What was typed.
        today: The practice's day; relative dates count from it.
        lean: Where a missing year falls.
        month_first: Whether 3/4 is March 4 (US) or 3 April; the other order is tried when one cannot be.
    """
    words = _plain(text)
    try:
        return _relative(words, today, lean) or _written(words, today, lean, month_first)
    except (ValueError, OverflowError):
        return None


def split_time(text: str, today: dt.date) -> tuple[str, str]:
    """A day and the time written after it ("8 dec 2:30 pm"); ("8 dec", "") when it is a day alone, or no day at all."""
    words = text.strip()
    if read_date(words, today) is None and not names_no_day(words):
        for gap in re.finditer(r"[ ,]+", words):
            day, time = words[: gap.start()], words[gap.end() :]
            if read_time(time) is not None and read_date(day, today) is not None:
                return day, time
    return words, ""


def names_no_day(text: str) -> bool:
    """Whether the text is written like a date, of a day that does not exist: 30 February."""
    try:
        _written(_plain(text), _ANY_DAY, Lean.FUTURE, True)
    except (ValueError, OverflowError):
        return True
    return False


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"\s+", " ", bare).strip().strip(",")


def _relative(words: str, today: dt.date, lean: Lean) -> dt.date | None:
    if words in _DAYS:
        return today + dt.timedelta(days=_DAYS[words])
    if words in _WEEKDAYS:
        ahead = (_WEEKDAYS[words] - today.weekday()) % 7 or 7
        return today + dt.timedelta(days=ahead if lean is Lean.FUTURE else ahead - 7)
    found = _OFFSET.fullmatch(words.removeprefix("in ").removeprefix("en "))
    if found is None or found[3] not in _UNITS:
        return None
    amount = int(found[2]) * (-1 if found[1] == "-" or (not found[1] and lean is Lean.PAST) else 1)
    return _add(today, amount, _UNITS[found[3]])


def _add(day: dt.date, amount: int, unit: str) -> dt.date:
    """Months and years keep the day of the month, or take the month's last."""
    if unit in "dw":
        return day + dt.timedelta(days=amount * (7 if unit == "w" else 1))
    months = day.year * 12 + day.month - 1 + amount * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _written(words: str, today: dt.date, lean: Lean, month_first: bool) -> dt.date | None:
    if found := _ISO.fullmatch(words):
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(words):
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if month_first else (second, first)
        if month > 12:
            month, day = day, month
        return _with_year(day, month, found[3], today, lean)
    if (found := _DAY_FIRST.fullmatch(words)) and found[2] in _MONTHS:
        return _with_year(int(found[1]), _MONTHS[found[2]], found[3], today, lean)
    if (found := _MONTH_FIRST.fullmatch(words)) and found[1] in _MONTHS:
        return _with_year(int(found[2]), _MONTHS[found[1]], found[3], today, lean)
    return None


def _with_year(day: int, month: int, year: str | None, today: dt.date, lean: Lean) -> dt.date:
    if year is not None and len(year) == 4:
        return dt.date(int(year), month, day)
    if year is not None:
        century = today.year // 100 * 100
        full = century + int(year)
        return dt.date(full - 100 if lean is Lean.PAST and full > today.year else full, month, day)
    return _nearest(day, month, today, lean)


def _nearest(day: int, month: int, today: dt.date, lean: Lean) -> dt.date:
    """The next (or last) time this day of the year comes; 29 February may be years away."""
    step = 1 if lean is Lean.FUTURE else -1
    for year in range(today.year, today.year + 9 * step, step):
        if day <= calendar.monthrange(year, month)[1]:
            found = dt.date(year, month, day)
            if (found >= today) if lean is Lean.FUTURE else (found <= today):
                return found
    raise ValueError("no such day")
