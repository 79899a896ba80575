"""Days of a measure as SQL: what lies some months after a day of a row, in plain arithmetic any engine can do."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, FromClause, case, literal

from icm_desktop.domain.measures.clock import DAY, number, shifted
from icm_desktop.domain.measures.definition import PERIOD, Window
from icm_desktop.domain.measures.phrases import OTHER, Point

_YEARS_AROUND = 3  # days of rows that months are added to lie this near the period
Piece = tuple[int, ColumnElement[int]]  # from which day on, and the value then


@dataclass(frozen=True, slots=True)
class Days:
    """The days of one evaluation: the period, and the windows counted from it."""

    start: dt.date
    end: dt.date
    windows: Mapping[str, Window]

    def fixed(self, point: Point) -> dt.date:
        """The day of a point of a window."""
        if point.name == PERIOD:
            day = self.start if point.edge == "start" else self.end
        else:
            window = self.windows[point.name]
            day = self.fixed(window.start if point.edge == "start" else window.end)
            if point.edge == "end" and window.before:
                day -= dt.timedelta(days=1)
        for amount, unit in point.offsets:
            day = shifted(day, amount, unit)
        return day

    def at(self, point: Point, other: FromClause | None, exact: bool) -> ColumnElement[int]:
        """The day, or second, of a point."""
        if point.name != OTHER or other is None:
            day = self.fixed(point).toordinal()
            return literal((day * DAY + (0 if point.edge == "start" else DAY - 1)) if exact else day)
        day_column = other.c[f"{point.edge}_day"]
        moved = self.moved(day_column, point)
        if not exact:
            return moved
        at = other.c[f"{point.edge}_at"]
        return at if not point.offsets else at - day_column * DAY + moved * DAY

    def moved(self, day: ColumnElement[int], point: Point) -> ColumnElement[int]:
        """A day of a row with the offsets of a point."""
        for amount, unit in point.offsets:
            day = day + amount if unit == "days" else self._months_on(day, amount * (12 if unit == "years" else 1))
        return day

    def _months(self) -> list[dt.date]:
        first = dt.date(self.start.year - _YEARS_AROUND, 1, 1)
        return [shifted(first, number, "months") for number in range((self.end.year - first.year + 2) * 12)]

    def _months_on(self, day: ColumnElement[int], months: int) -> ColumnElement[int]:
        """A day some months on: the same day of that month, or its last."""
        pieces: list[Piece] = []
        before: int | None = None  # days that are moved as far as those before them belong to one piece
        for first in self._months():
            target = shifted(first, months, "months")
            begin, length = first.toordinal(), calendar.monthrange(first.year, first.month)[1]
            to, most = target.toordinal(), calendar.monthrange(target.year, target.month)[1]
            if to - begin != before:
                pieces.append((begin, day + (to - begin)))
            before = to - begin
            if length > most:
                pieces.append((begin + most, literal(to + most - 1)))
                before = None
        return _piecewise(day, pieces)

    def numbered(self, day: ColumnElement[int]) -> ColumnElement[int]:
        """A day of a row as a number in which years can be subtracted."""
        firsts = [(first.toordinal(), day + (number(first) - first.toordinal())) for first in self._months()]
        return _piecewise(day, firsts)


def _piecewise(day: ColumnElement[int], pieces: Sequence[Piece]) -> ColumnElement[int]:
    """The value of the last piece that begins on or before a day, found by halves."""
    if len(pieces) == 1:
        return pieces[0][1]
    middle = len(pieces) // 2
    return case((day < pieces[middle][0], _piecewise(day, pieces[:middle])), else_=_piecewise(day, pieces[middle:]))
