"""How times are compared in measures: a closed language of phrases such as "during period".

A phrase is a relation to an interval ("during period", "ends during year-before", "overlaps after other") or one
comparison ("start >= other.start - 14 days"). By day, or to the second with "@" before it. `other` is the fact of the
set that is joined; every other name is a window of the measure. `noted` is when it was recorded, or began where nobody
said so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

UNITS = ("days", "months", "years")
OTHER = "other"

_NAME = r"[a-z0-9][a-z0-9-]*"
_OFFSETS = r"((?:\s*[+-]\s*\d+\s+(?:days|months|years))*)"
_COMPARED = re.compile(rf"(start|end|recorded|noted) (<=|>=|<|>|=|!=) ({_NAME})\.(start|end|recorded){_OFFSETS}")
_RELATED = re.compile(rf"(?:(starts|ends|recorded) )?(during|overlaps after|overlaps) ({_NAME})")
_POINT = re.compile(rf"({_NAME})\.(start|end|recorded){_OFFSETS}")
_OFFSET = re.compile(r"([+-])\s*(\d+)\s+(days|months|years)")
_SUBJECTS = {"starts": "start", "ends": "end", "recorded": "recorded"}

Offset = tuple[int, str]  # -14, "days"


@dataclass(frozen=True, slots=True)
class Point:
    """A moment named by an interval: one of its edges, some days, months or years off."""

    name: str
    edge: str
    offsets: tuple[Offset, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """An edge of a fact beside a point; to the second when `exact`, else by day."""

    edge: str
    operator: str
    point: Point
    exact: bool = False


class NotAPhrase(ValueError):
    """A text that is none of the phrases."""


def compared(phrase: str) -> tuple[Compared, ...]:
    """The comparisons a phrase stands for; all of them must hold.

    Raises:
        NotAPhrase: it is none.
    """
    exact = phrase.startswith("@")
    text = phrase.removeprefix("@").strip()
    found = _COMPARED.fullmatch(text)
    if found is not None:
        edge, operator, name, other, offsets = found.groups()
        return (Compared(edge, operator, Point(name, other, _offsets(offsets)), exact),)
    related = _RELATED.fullmatch(text)
    if related is None:
        raise NotAPhrase(phrase)
    subject, relation, name = related.groups()
    start, end = Point(name, "start"), Point(name, "end")
    first, last = (_SUBJECTS[subject],) * 2 if subject else ("start", "end")
    if relation == "during":
        return Compared(first, ">=", start, exact), Compared(last, "<=", end, exact)
    if subject:
        raise NotAPhrase(phrase)
    if relation == "overlaps":
        return Compared("start", "<=", end, exact), Compared("end", ">=", start, exact)
    return Compared("start", "<=", end, exact), Compared("end", ">", end, exact)


def point(text: str) -> Point:
    """A point such as "period.start - 14 months".

    Raises:
        NotAPhrase: it is none.
    """
    found = _POINT.fullmatch(text.strip())
    if found is None:
        raise NotAPhrase(text)
    name, edge, offsets = found.groups()
    return Point(name, edge, _offsets(offsets))


def _offsets(text: str) -> tuple[Offset, ...]:
    return tuple((int(sign + amount), unit) for sign, amount, unit in _OFFSET.findall(text))
