"""Dates and times as lists write them: in three orders, with names of months, on twelve or twenty-four hours."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

YMD, MDY, DMY = "ymd", "mdy", "dmy"
ORDERS = (MDY, DMY, YMD)
_NUMBERS = re.compile(r"(\d{1,4})[-/.\s](\d{1,2})[-/.\s](\d{1,4})(?:[T\s]+(.*))?", re.ASCII)
_PLAIN = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_NAMED = re.compile(r"(\d{1,2})[\s.-]+(?:de\s+)?([^\W\d_]{3,})\.?[\s,.-]+(?:de\s+)?(\d{2,4})", re.IGNORECASE)
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?(?:\.\d+)?\s*([ap])?\.?\s*m?\.?", re.IGNORECASE | re.ASCII)
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan ene", "feb", "mar", "apr abr", "may", "jun", "jul", "aug ago", "sep set", "oct", "nov", "dec dic"),
        start=1,
    )
    for name in names.split()
}


class NotADate(ValueError):
    """A text that is no date. `reason` is a plain sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def day(text: str, order: str) -> dt.date:
    """The day a text means.

    Args:
        text: As it stands in the list.
        order: mdy or dmy for "03/04/2026"; a year first and a month by its name need none.

    Raises:
        NotADate: no date, one that does not exist, or a year of two digits.
    """
    year, month, number = _parts(text.strip(), order)
    if year < 100:
        raise NotADate(f"“{text[:20]}” gives its year with two digits: which century is meant cannot be told")
    try:
        return dt.date(year, month, number)
    except ValueError:
        raise NotADate(f"“{text[:20]}” is no day that exists") from None


def _parts(text: str, order: str) -> tuple[int, int, int]:
    if found := _PLAIN.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if (named := _NAMED.fullmatch(text)) and (month := _MONTHS.get(named[2][:3].casefold())):
        return int(named[3]), month, int(named[1])
    if (named := _NAMED_FIRST.fullmatch(text)) and (month := _MONTHS.get(named[1][:3].casefold())):
        return int(named[3]), month, int(named[2])
    numbers = _NUMBERS.fullmatch(text)
    if numbers is None:
        raise NotADate(f"“{text[:20]}” is no date")
    one, two, three = (int(part) for part in numbers.groups()[:3])
    if len(numbers[1]) == 4:
        return one, two, three
    if len(numbers[1]) > 2 or len(numbers[3]) not in (2, 4):
        raise NotADate(f"“{text[:20]}” is no date")
    order = order if order in (MDY, DMY) else _only_order(text, one, two)
    return (three, two, one) if order == DMY else (three, one, two)


def _only_order(text: str, one: int, two: int) -> str:
    if one > 12 or two > 12 or one == two:
        return DMY if one > 12 else MDY
    raise NotADate(f"“{text[:20]}” could be two different days: say in which order day and month stand")


def time_of_date(text: str) -> str:
    """The time that stands behind a date in one cell, or an empty text."""
    found = _NUMBERS.fullmatch(text.strip())
    return (found[4] or "").strip() if found else ""


def time(text: str) -> dt.time:
    """The time a text means: "9:30", "14.30", "2:30 PM", "0930".

    Raises:
        NotADate: no time of day.
    """
    plain = text.strip().removesuffix("Z")
    if len(plain) in (3, 4) and plain.isdecimal():
        plain = f"{plain[:-2]}:{plain[-2:]}"
    found = _TIME.fullmatch(plain)
    if found is None:
        raise NotADate(f"“{text[:20]}” is no time of day")
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        raise NotADate(f"“{text[:20]}” is no time of day")
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    try:
        return dt.time(hour, minute)
    except ValueError:
        raise NotADate(f"“{text[:20]}” is no time of day") from None


def possible_orders(texts: Iterable[str]) -> tuple[str, ...]:
    """In which orders all these dates exist: one, or mdy and dmy where nothing tells; empty when none needs one."""
    possible, needed = {MDY, DMY}, False
    for text in texts:
        found = _NUMBERS.fullmatch(text.strip())
        if found is None or len(found[1]) == 4:
            continue
        one, two = int(found[1]), int(found[2])
        needed = needed or one != two
        if one > 12:
            possible.discard(MDY)
        if two > 12:
            possible.discard(DMY)
    if not needed:
        return ()
    return tuple(order for order in ORDERS if order in possible) or (MDY, DMY)


def common_orders(columns: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The orders that fit several columns of one list; empty when none needs one."""
    told = [orders for orders in columns if orders]
    if not told:
        return ()
    return tuple(order for order in ORDERS if all(order in orders for orders in told)) or (MDY, DMY)
