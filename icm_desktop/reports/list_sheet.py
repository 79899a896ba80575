"""A list of the screen on paper, broad side down: the same words in the same order, a heading on every page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.list_sheets import ListSheet
from icm_desktop.permissions import Privilege, requires
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH, size_of
from icm_desktop.reports.part2_foot import Part2Foot
from icm_desktop.reports.tables import Row, TableHead
from icm_desktop.reports.text import Span, Typesetter

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_MARGIN = 0.5 * INCH
_BODY, _SMALL, _TITLE = 9.0, 8.0, 15.0
_PAD = 5.0
_FOOT = 16.0


@requires(Privilege.WORKLIST)
def render(uow: UnitOfWork, request: ListSheet) -> SheetMade:
    """The list as a PDF; kept in memory only."""
    return _Sheet(request).made()


class _Sheet:
    """Breaks the rows into pages, then paints them."""

    def __init__(self, request: ListSheet) -> None:
        self._request = request
        high, wide = size_of(request.paper)
        self._size = (wide, high)
        self._width = wide - 2 * _MARGIN
        fonts = self._fonts = Fonts()
        fonts.width("x", _BODY, bold=False)  # loads the font the page begins with
        self._body, self._small = Typesetter(fonts, _BODY), Typesetter(fonts, _SMALL)
        self._title = Typesetter(fonts, _TITLE)
        self._part2 = Part2Foot(fonts, request.language)
        whole = sum(request.widths) or 1
        self._widths = tuple(share / whole * self._width for share in request.widths)

    def made(self) -> SheetMade:
        """The painted pages."""
        pages = self._pages()
        buffer = io.BytesIO()
        canvas = Canvas(
            buffer, pagesize=self._size, invariant=1, pageCompression=1, lang=self._request.language,
            initialFontName=FIRST_FONT,
        )  # fmt: skip
        canvas.setTitle(self._request.title)
        canvas.setCreator("ICM Desktop")
        for number, rows in enumerate(pages, start=1):
            self._paint(canvas, rows, number, len(pages))
            canvas.showPage()
        canvas.save()
        return SheetMade(buffer.getvalue(), self._fonts.squares)

    def _pages(self) -> list[list[Row]]:
        pages: list[list[Row]] = [[]]
        left = self._room(first=True)
        for words in self._request.rows:
            row = Row(
                self._body, [[[Span(line)] for line in cell.split("\n")] for cell in words], self._widths, pad=_PAD
            )
            if row.height > left and pages[-1]:
                pages.append([])
                left = self._room(first=False)
            pages[-1].append(row)
            left -= row.height
        return pages

    def _head(self) -> TableHead:
        first, *others = self._request.columns
        cells = [[[Span(title, bold=True)]] for title in others]
        return TableHead(self._small, self._small, first, cells, self._widths)

    def _above(self, *, first: bool) -> float:
        lines = [line for each in self._request.about for line in self._small.wrap([Span(each)], self._width)]
        return self._title.leading + (self._small.height(lines) if first else 0) + _PAD

    def _room(self, *, first: bool) -> float:
        return self._size[1] - 2 * _MARGIN - _FOOT - self._above(first=first) - self._head().height

    def _paint(self, canvas: Canvas, rows: list[Row], number: int, pages: int) -> None:
        top = self._size[1] - _MARGIN
        self._title.paint(canvas, [(Span(self._request.title, bold=True),)], _MARGIN, top)
        top -= self._title.leading
        for words in self._request.about if number == 1 else ():
            lines = self._small.wrap([Span(words)], self._width)
            self._small.paint(canvas, lines, _MARGIN, top)
            top -= self._small.height(lines)
        top -= _PAD
        for part in (self._head(), *rows):
            part.draw(canvas, _MARGIN, top)
            top -= part.height
        page = self._request.page.format(page=number, pages=pages)
        foot = " · ".join(part for part in (self._request.note, self._request.printed, page) if part)
        self._small.paint(canvas, [(Span(foot),)], _MARGIN, _MARGIN + self._small.leading)
        if notice := self._part2.words():
            self._small.paint(canvas, [(Span(notice),)], _MARGIN, _MARGIN)
