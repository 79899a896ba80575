"""Business days: Monday to Friday except the holidays a calendar names and the days a practice closes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A yearly holiday: either `month` and `day`, or the `nth` (-1 = last) `weekday` (0 = Monday) of `month`.

    A fixed date on Saturday is kept the Friday before, on Sunday the Monday after. Counts from `since_year` on.
    """

    name: str
    month: int
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    since_year: int = 1

    def observed(self, year: int) -> dt.date | None:
        """The day nobody works; it may lie in the neighbouring year. None before `since_year`."""
        if year < self.since_year:
            return None
        if self.day is not None:
            return _nearest_weekday(dt.date(year, self.month, self.day))
        if self.weekday is None or self.nth is None:
            raise ValueError(f"holiday {self.name} has neither a day nor a weekday")
        return _nth_weekday(year, self.month, self.weekday, self.nth)


@dataclass(frozen=True, slots=True)
class BusinessCalendar:
    """Which days count as business days: `closed` are days the practice closes itself, `open_anyway` days on which it
    works although the list of holidays names them."""

    holidays: tuple[Holiday, ...] = ()
    closed: frozenset[dt.date] = frozenset()
    open_anyway: frozenset[dt.date] = frozenset()
    _years: dict[int, dict[dt.date, str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def is_business_day(self, day: dt.date) -> bool:
        """Whether people work that day."""
        return day.weekday() < 5 and not self.is_closed(day)

    def is_closed(self, day: dt.date) -> bool:
        """Whether the practice is closed for a reason other than the weekend."""
        return day in self.closed or (day not in self.open_anyway and day in self.holidays_of(day.year))

    def holidays_of(self, year: int) -> dict[dt.date, str]:
        """The holidays of the list that are kept in a year, by day, with their names, `open_anyway` or not."""
        if year not in self._years:
            self._years[year] = _observed(self.holidays, year)
        return self._years[year]

    def add(self, day: dt.date, count: int) -> dt.date:
        """The `count`-th business day after `day`; `day` itself is day 0 and need not be one.

        Args:
            day: Where counting begins.
            count: How many business days, 0 or more.
        """
        if count < 0:
            raise ValueError("business days are counted forwards")
        while count:
            day += _DAY
            count -= self.is_business_day(day)
        return day

    def between(self, first: dt.date, last: dt.date) -> int:
        """How many business days lie after `first` up to and including `last`; 0 when `last` is not later."""
        return sum(self.is_business_day(first + n * _DAY) for n in range(1, (last - first).days + 1))


def _observed(holidays: tuple[Holiday, ...], year: int) -> dict[dt.date, str]:
    # New Year's Day on a Saturday is kept on 31 December of the year before.
    days = ((holiday.observed(each), holiday.name) for holiday in holidays for each in (year - 1, year, year + 1))
    return dict(sorted((day, name) for day, name in days if day is not None and day.year == year))


def _nearest_weekday(day: dt.date) -> dt.date:
    shift = {5: -1, 6: 1}.get(day.weekday(), 0)
    return day + shift * _DAY


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    if nth < 0:
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        last = following - _DAY
        return last - _DAY * ((last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    first = dt.date(year, month, 1)
    return first + _DAY * ((weekday - first.weekday()) % 7 + 7 * (nth - 1))
