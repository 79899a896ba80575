"""Calendar months on a page: side by side in standard print, one above the other in large print."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.contracts.patient_sheets import Month
from icm_desktop.reports.blocks import Gap
from icm_desktop.reports.page import Block
from icm_desktop.reports.page_tools import PageTools
from icm_desktop.reports.text import Span

_DAYS = 7
_APART = 18.0  # points between two months
_LEADING = 1.35  # height of a week over the letters


class MonthBlocks:
    """Turns months into blocks: the days that have a visit are bold and stand in a frame."""

    def __init__(self, tools: PageTools) -> None:
        self.tools = tools

    def blocks(self, months: Sequence[Month]) -> Iterator[Block]:
        """As many beside each other as have room."""
        across = 1 if self.tools.large else max(len(months), 2)
        width = (self.tools.width - _APART * (across - 1)) / across if across > 1 else self.tools.width * 0.8
        for first in range(0, len(months), across):
            yield _MonthRow(self.tools, months[first : first + across], width)
            yield Gap(self.tools.spacing.gap * 0.5)


class _MonthRow:
    """Months of one height beside each other; Sunday first, as calendars of the United States are printed."""

    def __init__(self, tools: PageTools, months: Sequence[Month], width: float) -> None:
        self._tools, self._width = tools, width
        weeks = calendar.Calendar(calendar.SUNDAY).monthdayscalendar
        self._months = [(month, weeks(month.first.year, month.first.month)) for month in months]
        self._line = tools.body.size * _LEADING
        self.height = (2 + max(len(weeks) for _, weeks in self._months)) * self._line + 4
        self.keep = False

    def parts(self, room: float) -> Iterator[_MonthRow]:
        """Itself: a month is never taken apart."""
        yield self

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint with the upper left corner at (x, top)."""
        for month, weeks in self._months:
            self._draw_month(canvas, x, top, month, weeks)
            x += self._width + _APART

    def _draw_month(self, canvas: Canvas, x: float, top: float, month: Month, weeks: list[list[int]]) -> None:
        words = self._tools.bank.calendar
        title = f"{words.months[month.first.month - 1]} {month.first.year}"
        self._put(canvas, x, top, self._width, title[:1].upper() + title[1:], bold=True)
        cell = self._width / _DAYS
        for column in range(_DAYS):
            name = words.weekdays_short[(column - 1) % _DAYS]
            self._put(canvas, x + column * cell, top - self._line, cell, name[: 3 if self._tools.large else 2])
        canvas.setLineWidth(0.5)
        canvas.line(x, top - 2 * self._line + 1, x + self._width, top - 2 * self._line + 1)
        for row, week in enumerate(weeks):
            below = top - (row + 2) * self._line - 2
            for column, day in enumerate(week):
                if day:
                    self._put(canvas, x + column * cell, below, cell, str(day), bold=day in month.days)
                if day in month.days:
                    canvas.setLineWidth(1.6)
                    canvas.roundRect(x + column * cell + 1.5, below - self._line + 1.5, cell - 3, self._line - 1.5, 3)

    def _put(self, canvas: Canvas, x: float, top: float, width: float, text: str, *, bold: bool = False) -> None:
        """One word in the middle of its cell."""
        kind = self._tools.body
        spans = [Span(text, bold=bold)]
        kind.paint(canvas, [tuple(spans)], x + (width - kind.natural_width(spans)) / 2, top)
