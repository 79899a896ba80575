"""What printed lists for staff have in common: a page with heading and who printed it, lines and rows downwards."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.domain.written_dates import written, written_partial
from icm_desktop.queries.people import practice
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH, size_of
from icm_desktop.reports.part2_foot import Part2Foot
from icm_desktop.reports.tables import Row, TableHead
from icm_desktop.reports.text import Span, Typesetter

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

MARGIN = 0.6 * INCH
USUAL = 10.5  # points


class StaffSheet:
    """Paints downwards and begins a new page where something does not fit; without a canvas it only measures.

    `words` of the sheet have a title, "printed", "private" and the months; `size` is that of the text in points.
    """

    def __init__(self, uow: UnitOfWork, words: dict[str, Any], paper: str, language: str, size: float = USUAL) -> None:
        self._uow, self._words, self._language = uow, words, language
        self._clock = practice(uow).clock_24_hours
        self._months: list[str] = words["months"].split()
        self._size = size_of(paper)
        self._width = self._size[0] - 2 * MARGIN
        self.fonts = Fonts()
        self.fonts.width("x", size, bold=False)  # loads the font the page begins with
        self._body, self._small = Typesetter(self.fonts, size), Typesetter(self.fonts, size - 1.5)
        self._section, self._title = Typesetter(self.fonts, size + 2.5), Typesetter(self.fonts, size + 6.5)
        self._canvas: Canvas | None = None
        self._page, self._top = 0, 0.0
        self._buffer = io.BytesIO()
        self._part2 = Part2Foot(self.fonts, language)

    # pages

    def _open(self) -> None:
        """Begin the document."""
        self._canvas = Canvas(
            self._buffer, pagesize=self._size, invariant=1, pageCompression=1, lang=self._language,
            initialFontName=FIRST_FONT,
        )  # fmt: skip
        self._canvas.setTitle(self._words["title"])
        self._canvas.setCreator("ICM Desktop")

    def _begin_page(self, heading: str) -> None:
        if self._page and self._canvas is not None:
            self._end_page()
        self._page += 1
        self._top = self._size[1] - MARGIN
        self._head_lines(heading)

    def _end_page(self) -> None:
        """The notice at the foot, where the page tells of substance use."""
        assert self._canvas is not None  # noqa: S101  only painted pages end
        if words := self._part2.words():
            lines = self._small.wrap([Span(words)], self._width)
            self._small.paint(self._canvas, lines, MARGIN, MARGIN * 0.8)
        self._canvas.showPage()

    def _head_lines(self, heading: str) -> None:
        self._line(self._title, heading, bold=True)
        printed = self._words["printed"].format(
            when=self._moment(self._uow.now), who=self._uow.actor.name, page=self._page
        )
        self._line(self._small, f"{printed} · {self._words['private']}")
        self._top -= 6

    def _finished(self) -> SheetMade:
        """The document."""
        if self._canvas is not None:
            self._end_page()
            self._canvas.save()
        return SheetMade(self._buffer.getvalue(), self.fonts.squares)

    # what stands on them

    def _line(self, kind: Typesetter, words: str, *, bold: bool = False) -> None:
        lines = kind.wrap([Span(words, bold=bold)], self._width)
        if self._canvas is not None:
            kind.paint(self._canvas, lines, MARGIN, self._top)
        self._top -= kind.height(lines)

    def _put(self, row: Row | TableHead) -> None:
        if self._canvas is not None:
            row.draw(self._canvas, MARGIN, self._top)
        self._top -= row.height

    def _fits(self, height: float) -> bool:
        return self._top - height >= MARGIN

    # days and times

    def _day(self, day: dt.date) -> str:
        """ "14-Jul-2026"."""
        return written(day, self._months)

    def _weekday(self, day: dt.date) -> str:
        """ "Tue 14-Jul-2026"."""
        return f"{self._words['days'].split()[day.weekday()]} {self._day(day)}"

    def _born(self, birth_date: str | None) -> str:
        """As much of a birth date as is known."""
        return written_partial(birth_date, self._months)

    def _time(self, at: dt.datetime) -> str:
        return clock_time(at.astimezone(self._uow.zone), clock_24_hours=self._clock)

    def _moment(self, at: dt.datetime) -> str:
        """ "14-Jul-2026 2:00 PM"."""
        return f"{self._day(at.astimezone(self._uow.zone).date())} {self._time(at)}"


def clock_time(local: dt.datetime, *, clock_24_hours: bool) -> str:
    """ "2:00 PM" or "14:00", as the practice chose; never broken over two lines."""
    if clock_24_hours:
        return f"{local:%H:%M}"
    return f"{local.hour % 12 or 12}:{local.minute:02d}\u00a0{'AM' if local.hour < 12 else 'PM'}"
