"""Cost of care per member and month, and whether a program saves: against a comparison group, or not claimed at all."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ENROLLED_DAY = 15  # somebody enrolled on this day of a month is a member of it
FEW_FOR_RETURN = 30  # members under which no return is claimed
TOO_FEW, NO_COMPARISON, CHOSEN_FOR_USE, NO_RATES, NO_POST = (
    "too_few", "no_comparison", "chosen_for_use", "no_rates", "no_post",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class CalendarMonth:
    """A calendar month."""

    year: int
    month: int

    @classmethod
    def of(cls, day: dt.date) -> CalendarMonth:
        """The month of a day."""
        return cls(day.year, day.month)

    def day(self, number: int) -> dt.date:
        """One of its days."""
        return dt.date(self.year, self.month, number)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return self.day(calendar.monthrange(self.year, self.month)[1])

    def after(self, months: int) -> CalendarMonth:
        """The month so many months later."""
        at = self.year * 12 + self.month - 1 + months
        return CalendarMonth(at // 12, at % 12 + 1)


def months(first: dt.date, last: dt.date) -> Iterator[CalendarMonth]:
    """Every calendar month from that of one day to that of another."""
    month = CalendarMonth.of(first)
    while month <= CalendarMonth.of(last):
        yield month
        month = month.after(1)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """From when until when somebody is insured, both days included; None: no bound is known."""

    first: dt.date | None
    last: dt.date | None

    def holds(self, day: dt.date) -> bool:
        """Whether a day lies in it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def member_months(spans: Iterable[Enrolled], first: dt.date, last: dt.date, died: dt.date | None = None) -> int:
    """Months of a period in which somebody was enrolled on the 15th; the month of death counts if they were before it.

    Source: the rule of the 15th is a proposal of this program, as common for member months.
    """
    known = list(spans)
    return sum(is_member(known, month, died) for month in months(first, last))


def is_member(spans: Iterable[Enrolled], month: CalendarMonth, died: dt.date | None = None) -> bool:
    """Whether a month counts for somebody."""
    day = month.day(ENROLLED_DAY)
    if died is not None and died < day:
        if CalendarMonth.of(died) != month:
            return False
        day = died
    return any(one.holds(day) for one in spans)


def per_member_month(total: float | None, member_months: int) -> float | None:
    """Cost of one member in one month, to the cent; None without a member-month or an amount."""
    return None if total is None or member_months == 0 else round(total / member_months, 2)


@dataclass(frozen=True, slots=True)
class Arm:
    """A group of people before and after: how many, their member-months and what their care cost; None: not known."""

    members: int
    months_before: int
    cost_before: float | None
    months_after: int
    cost_after: float | None

    @property
    def before(self) -> float | None:
        """Per member and month before."""
        return per_member_month(self.cost_before, self.months_before)

    @property
    def after(self) -> float | None:
        """Per member and month after."""
        return per_member_month(self.cost_after, self.months_after)


@dataclass(frozen=True, slots=True)
class Savings:
    """What a comparison comes to. `why_not`: why nothing is claimed, or what must be said beside it.

    `difference`: change of the group minus change of the comparison, per member and month; below 0: it rose less.
    `gross`: minus the difference times the member-months after; `program`: what the program cost in that time. `net`,
    `ratio` (gross for each dollar of the program) and `return_` (net for each dollar) are None where no return may
    be claimed. `break_even`: what the program costs per member and month. `naive`: what a comparison with
    before alone would claim.
    """

    difference: float | None
    gross: float | None
    program: float
    net: float | None
    ratio: float | None
    return_: float | None
    break_even: float | None
    naive: float | None
    why_not: tuple[str, ...]


def savings(group: Arm, comparison: Arm | None, program: float, *, chosen_for_use: bool, has_rates: bool) -> Savings:
    """Difference in differences with its guards.

    Args:
        group: The people of the program.
        comparison: Others of the same time; None: nothing can be told from before and after alone.
        program: What the program cost in the time after.
        chosen_for_use: The people were chosen because of high use, so what they cost falls by itself.
        has_rates: Whether the practice said what an hour of its people costs.
    """
    change = _change(group)
    naive = None if change is None else _cents(-change * group.months_after)
    break_even = per_member_month(program, group.months_after) if has_rates else None
    why = [TOO_FEW] if group.members < FEW_FOR_RETURN else []
    why += [CHOSEN_FOR_USE] if chosen_for_use else []
    why += [] if has_rates else [NO_RATES]
    if change is None:
        return Savings(None, None, program, None, None, None, break_even, naive, (*why, NO_POST))
    other = _change(comparison) if comparison is not None else None
    if comparison is None or other is None:
        return Savings(None, None, program, None, None, None, break_even, naive, (*why, NO_COMPARISON))
    if comparison.members < FEW_FOR_RETURN and TOO_FEW not in why:
        why.append(TOO_FEW)
    difference = _cents(change - other)
    gross = _cents(-difference * group.months_after)
    if TOO_FEW in why or not has_rates:
        return Savings(difference, gross, program, None, None, None, break_even, naive, tuple(why))
    net = _cents(gross - program)
    ratio, back = (round(gross / program, 2), round(net / program, 2)) if program else (None, None)
    return Savings(difference, gross, program, net, ratio, back, break_even, naive, tuple(why))


def expected_after(mean: float, before: float, correlation: float) -> float:
    """What people chosen for a high value are expected to have later without any effect (regression to the mean).

    Args:
        mean: Of everybody.
        before: Of the people chosen.
        correlation: Between the two times, 0 to 1.
    """
    return mean + correlation * (before - mean)


def _change(arm: Arm) -> float | None:
    return None if arm.before is None or arm.after is None else arm.after - arm.before


def _cents(value: float) -> float:
    return round(value, 2) + 0.0  # never -0.0
