"""The sheet: paper, margins, sizes, and what stands at the top and bottom of every page."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.text import Line, Span, Typesetter

INCH = 72.0
PAPERS = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}


@dataclass(frozen=True, slots=True)
class Style:
    """Letter sizes and margin in points and how many pages there may be. Sizes never shrink."""

    body: float
    heading: float
    title: float
    margin: float
    most_pages: int
    gaps: tuple[float, ...]  # space between sections: the widest that fits is taken


STANDARD = Style(12, 15, 22, 0.6 * INCH, 1, (13, 9, 5))
LARGE = Style(18, 22, 26, 0.75 * INCH, 4, (16, 11))


class Block(Protocol):
    """Something of a known height that stays in one piece while a page holds it. `keep` ties it to the next one."""

    height: float
    keep: bool

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint with the upper left corner at (x, top)."""

    def parts(self, room: float) -> Iterable[Block]:
        """Itself, or parts of it when it is higher than a page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page says: who and when on top; the warnings (the first one bold) and the practice at the bottom."""

    identity: tuple[Span, ...]
    warnings: tuple[str, ...]
    emergency: str
    practice: str
    page_number: str  # "Page {page} of {pages}"


Pages = list[list[Block]]


class Sheet:
    """One size of paper with its frame: fits blocks to pages and paints them."""

    def __init__(self, paper: str, style: Style, frame: Frame, fonts: Fonts) -> None:
        self.page_size = PAPERS[paper]
        self.style = style
        self.frame = frame
        self.type = Typesetter(fonts, style.body)
        self.width = self.page_size[0] - 2 * style.margin
        self._number_width = fonts.width(frame.page_number.format(page=9, pages=9), style.body, bold=False)
        self._header = self.type.wrap(frame.identity, self.width - self._number_width - style.body)
        self._footer = self._footer_lines()

    def _footer_lines(self) -> list[Line]:
        """The emergency line where there are several pages, as it must be on each; then the warnings."""
        bold = ([self.frame.emergency] if self.style.most_pages > 1 else []) + [self.frame.warnings[0]]
        small = " · ".join(text for text in (self.frame.practice, *self.frame.warnings[1:]) if text)
        texts = [*(Span(text, bold=True) for text in bold), Span(small)]
        return [line for text in texts for line in self.type.wrap([text], self.width)]

    @property
    def room(self) -> float:
        """Height for blocks on one page, in points."""
        return self.page_size[1] - 2 * self.style.margin - self.type.height(self._footer) - _RULE - self._above

    @property
    def _above(self) -> float:
        return self.type.height(self._header) + _RULE

    def fit(self, blocks: Sequence[Block]) -> Pages | None:
        """The blocks on pages, or None when they need more pages than there may be."""
        pages: Pages = [[]]
        left = self.room
        for group in _groups([part for block in blocks for part in block.parts(self.room)]):
            height = sum(block.height for block in group)
            if height > left and pages[-1]:
                pages.append([])
                left = self.room
            if height > left or len(pages) > self.style.most_pages:
                return None
            pages[-1] += group
            left -= height
        return pages

    def pdf(self, pages: Pages, title: str, language: str) -> bytes:
        """The painted pages. The same input gives the same bytes."""
        buffer = io.BytesIO()
        canvas = Canvas(
            buffer, pagesize=self.page_size, invariant=1, pageCompression=1, lang=language, initialFontName=FIRST_FONT
        )
        canvas.setTitle(title)
        canvas.setCreator("ICM Desktop")
        for number, blocks in enumerate(pages, start=1):
            self._paint(canvas, blocks, self.frame.page_number.format(page=number, pages=len(pages)))
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    def _paint(self, canvas: Canvas, blocks: Sequence[Block], number: str) -> None:
        margin, top = self.style.margin, self.page_size[1] - self.style.margin
        self.type.paint(canvas, self._header, margin, top)
        self.type.paint(canvas, [(Span(number),)], margin + self.width - self._number_width, top)
        top -= self.type.height(self._header) + _RULE / 2
        self._rule(canvas, top)
        top -= _RULE / 2
        for block in blocks:
            block.draw(canvas, margin, top)
            top -= block.height
        foot = margin + self.type.height(self._footer)
        self._rule(canvas, foot + _RULE / 2)
        self.type.paint(canvas, self._footer, margin, foot)

    def _rule(self, canvas: Canvas, y: float) -> None:
        canvas.setLineWidth(1)
        canvas.line(self.style.margin, y, self.style.margin + self.width, y)


_RULE = 12.0  # a line with the space around it


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks that must stay on one page: a heading with what follows it."""
    groups: list[list[Block]] = []
    open_group = False
    for block in blocks:
        if open_group:
            groups[-1].append(block)
        else:
            groups.append([block])
        open_group = block.keep
    return groups
