"""What a figure is made of: dated facts of patients, and months in which patients were members."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from icm_desktop.content.outcomes import MONEY, PER_1000, PERCENT, Figure
from icm_desktop.contracts.outcomes import Point
from icm_desktop.domain.costs import ENROLLED_DAY, CalendarMonth
from icm_desktop.domain.measures.clock import shifted
from icm_desktop.domain.statistics import Z95, share

Words = Mapping[str, str]
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that counts, of one patient (None: a survey without a name) on one day.

    `hit`: what it adds above the line (1 or 0, a probability, an amount); `weight`: below it. `by`: its own groups,
    where they are not those of its patient.
    """

    patient_id: int | None
    day: dt.date
    hit: float
    weight: float = 1
    what: Words = field(default_factory=dict)
    by: Mapping[str, int | str | None] = field(default_factory=dict)


class MemberMonths:
    """Months in which each patient was a member: on the 15th, counted from January of the first year there is."""

    def __init__(self, spans: Iterable[tuple[int, dt.date, dt.date]]) -> None:
        """`spans`: patient, first day, last day, both included."""
        self._of: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for patient_id, first, last in spans:
            begins = _at(first) + (first.day > ENROLLED_DAY)
            ends = _at(last) - (last.day < ENROLLED_DAY)
            if begins <= ends:
                self._of[patient_id].append((begins, ends))
        for patient_id, found in self._of.items():
            if len(found) > 1:
                self._of[patient_id] = _joined(found)

    def count(self, start: dt.date, end: dt.date, ids: Collection[int] | None = None) -> int:
        """Member-months of a period, of these patients."""
        first, last = _at(start) + (start.day > ENROLLED_DAY), _at(end) - (end.day < ENROLLED_DAY)
        return sum(
            max(0, min(last, ends) - max(first, begins) + 1)
            for spans in self._spans(ids) for begins, ends in spans
        )  # fmt: skip

    def people(self, start: dt.date, end: dt.date, ids: Collection[int] | None = None) -> int:
        """How many of these patients have a member-month in a period."""
        first, last = _at(start) + (start.day > ENROLLED_DAY), _at(end) - (end.day < ENROLLED_DAY)
        return sum(
            any(begins <= last and first <= ends for begins, ends in spans) for spans in self._spans(ids)
        )  # fmt: skip

    def members(self, day: dt.date) -> set[int]:
        """Who was a member in the month of a day, or in the one before while its 15th lies ahead."""
        month = _at(day) - (day.day < ENROLLED_DAY)
        return {one for one, spans in self._of.items() if any(begins <= month <= ends for begins, ends in spans)}

    def holds(self, patient_id: int, day: dt.date) -> bool:
        """Whether a patient was a member in the month of a day."""
        month = _at(day)
        return any(begins <= month <= ends for begins, ends in self._of.get(patient_id, ()))

    def _spans(self, ids: Collection[int] | None) -> Iterable[list[tuple[int, int]]]:
        if ids is None:
            return self._of.values()
        return (self._of[one] for one in ids if one in self._of)


def _at(day: dt.date) -> int:
    return day.year * _YEAR + day.month - 1


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for begins, ends in sorted(spans):
        if found and begins <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((begins, ends))
    return found


def point(figure: Figure, facts: Sequence[Fact], months: float | None, end: dt.date, *, events: bool = True) -> Point:
    """A figure from the facts of a period.

    Args:
        figure: What is counted.
        facts: Those that count.
        months: Member-months under the line; None: the facts' own weights are.
        end: The last day of the period.
        events: Whether hits are whole things, so that an interval can be told.
    """
    n = sum(one.hit for one in facts)
    of = months if months is not None else sum(one.weight for one in facts)
    if of < figure.needs:
        return Point(end, _tidy(n), _tidy(of), None)
    if figure.unit == PERCENT:
        if events:
            found = share(round(n), round(of))
            return Point(end, n, of, found.percent, found.low, found.high)
        return Point(end, _tidy(n), of, 100 * n / of)
    if figure.unit == PER_1000:
        low, high = _poisson(n)
        scale = 1000 * _YEAR / of
        return Point(end, n, of, n * scale, low * scale, high * scale)
    if figure.unit == MONEY:
        return Point(end, _tidy(n), of, round(n / of, 2))
    raise ValueError(figure.unit)


def people_of(facts: Iterable[Fact]) -> int:
    """How many patients facts are about; a survey without a name is one of its own."""
    named, nameless = set[int](), 0
    for one in facts:
        if one.patient_id is None:
            nameless += 1
        else:
            named.add(one.patient_id)
    return len(named) + nameless


def _poisson(n: float) -> tuple[float, float]:
    """95 % of a count. Source: Byar's approximation, Breslow and Day 1987."""
    upper = n + 1
    low = 0.0 if n == 0 else n * (1 - 1 / (9 * n) - Z95 / (3 * math.sqrt(n))) ** 3
    return low, upper * (1 - 1 / (9 * upper) + Z95 / (3 * math.sqrt(upper))) ** 3


def _tidy(value: float) -> float:
    return round(value, 2)


def period_before(start: dt.date, end: dt.date) -> tuple[dt.date, dt.date]:
    """The period of the same length that ends the day before."""
    length = end - start
    last = start - dt.timedelta(days=1)
    if start.day == 1 and CalendarMonth.of(end).last == end:  # whole months stay whole months
        count = _at(end) - _at(start) + 1
        return CalendarMonth.of(start).after(-count).day(1), last
    return last - length, last


def periods_of_line(start: dt.date, end: dt.date, months: int = _YEAR) -> list[tuple[dt.date, dt.date]]:
    """The periods of a course, oldest first: the one asked for, and it a month earlier, again and again.

    One that ends with a month ends with each month.
    """
    whole = CalendarMonth.of(end).last == end
    return [
        (
            shifted(start, -back, "months"),
            CalendarMonth.of(end).after(-back).last if whole else shifted(end, -back, "months"),
        )
        for back in range(months - 1, -1, -1)
    ]
