"""The sheet: paper, margins, sizes, and what stands at the top and bottom of every page."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import Protocol

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.errors import Invalid
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.text import Line, Span, Typesetter

INCH = 72.0
PAPERS = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}


def size_of(paper: str) -> tuple[float, float]:
    """Width and height of a paper in points.

    Raises:
        Invalid: handout.unknown_paper at "paper".
    """
    if paper not in PAPERS:
        raise Invalid("handout.unknown_paper", "paper", paper=paper)
    return PAPERS[paper]


@dataclass(frozen=True, slots=True)
class Spacing:
    """White space: line height over letter size, and points between sections, around table rows and after steps."""

    leading: float
    gap: float
    row: float
    step: float


@dataclass(frozen=True, slots=True)
class Style:
    """Letter sizes and margin in points and how many pages there may be. Sizes never shrink; white space does."""

    body: float
    heading: float
    title: float
    margin: float
    most_pages: int
    spacings: tuple[Spacing, ...]  # the widest that fits is taken
    is_large: bool = False


def _between(wide: Spacing, close: Spacing, steps: int) -> tuple[Spacing, ...]:
    """From wide to close in even steps."""
    return tuple(
        Spacing(*(w + (c - w) * step / steps for w, c in zip(astuple(wide), astuple(close), strict=True)))
        for step in range(steps + 1)
    )


STANDARD = Style(12, 15, 22, 0.6 * INCH, 1, _between(Spacing(1.3, 24, 13, 6), Spacing(1.1, 4, 3, 1), 10))
LARGE = Style(18, 22, 26, 0.75 * INCH, 4, _between(Spacing(1.2, 16, 7, 4), Spacing(1.15, 11, 5, 3), 1), True)


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
    """What every page says: who and when; the warnings (the first one bold) and the practice at the bottom."""

    title: str
    name: str
    facts: tuple[str, ...]  # birth date, interpreter
    printed: str
    warnings: tuple[str, ...]
    emergency: str
    practice: str
    page_number: str  # "Page {page} of {pages}"


Pages = list[list[Block]]


class Sheet:
    """One size of paper with its frame: fits blocks to pages and paints them.

    A single page has its title beside the name and its number at the bottom; of several pages each has one line on top.
    """

    def __init__(self, paper: str, style: Style, spacing: Spacing, frame: Frame, fonts: Fonts) -> None:
        self.page_size = size_of(paper)
        self.style = style
        self.frame = frame
        self.type = Typesetter(fonts, style.body, spacing.leading)
        self.width = self.page_size[0] - 2 * style.margin
        self._is_single = style.most_pages == 1
        self._rule_room = min(spacing.gap, 12) + 4  # a line with the space around it
        self._title = Typesetter(fonts, style.title, _TITLE_LEADING)
        self._number_width = fonts.width(frame.page_number.format(page=9, pages=9), style.body, bold=False)
        self._header = self._masthead() if self._is_single else self._running_head()
        self._footer = self._footer_lines()

    def _masthead(self) -> list[Line]:
        """The name over what is known of the person, beside the title."""
        room = self.width - self._title_width - self.style.body * 2
        return self.type.wrap([Span(self.frame.name, bold=True)], room) + self.type.packed(self.frame.facts, room)

    @property
    def _title_width(self) -> float:
        return self._title.natural_width([Span(self.frame.title, bold=True)])

    def _running_head(self) -> list[Line]:
        """The name beside the number of the page, then the rest."""
        room = self.width - self._number_width - self.style.body
        facts = (*self.frame.facts[:1], self.frame.printed, *self.frame.facts[1:])
        return self.type.wrap([Span(self.frame.name, bold=True)], room) + self.type.packed(facts, self.width)

    def _footer_lines(self) -> list[Line]:
        """The emergency line where there are several pages, as it must be on each; then the warnings."""
        frame, kind, width = self.frame, self.type, self.width
        bold = [frame.warnings[0]] if self._is_single else [frame.emergency, frame.warnings[0]]
        lines = [line for text in bold for line in kind.wrap([Span(text, bold=True)], width)]
        if not self._is_single:
            return lines + kind.wrap([Span(" · ".join(filter(None, (frame.practice, *frame.warnings[1:]))))], width)
        lines += kind.packed((frame.practice, frame.printed, self._number(1, 1)), width)
        return lines + [line for text in frame.warnings[1:] for line in kind.wrap([Span(text)], width)]

    def _number(self, page: int, pages: int) -> str:
        return self.frame.page_number.format(page=page, pages=pages).replace(" ", "\u00a0")

    @property
    def room(self) -> float:
        """Height for blocks on one page, in points."""
        rules = 2 * self._rule_room
        return self.page_size[1] - 2 * self.style.margin - self.type.height(self._footer) - rules - self._head_height

    @property
    def _head_height(self) -> float:
        return max(self.type.height(self._header), self._title.leading if self._is_single else 0)

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
            self._paint(canvas, blocks, self._number(number, len(pages)))
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    def _paint(self, canvas: Canvas, blocks: Sequence[Block], number: str) -> None:
        margin, top = self.style.margin, self.page_size[1] - self.style.margin
        self._paint_head(canvas, top, number)
        top -= self._head_height + self._rule_room / 2
        self._rule(canvas, top)
        top -= self._rule_room / 2
        for block in blocks:
            block.draw(canvas, margin, top)
            top -= block.height
        foot = margin + self.type.height(self._footer)
        self._rule(canvas, foot + self._rule_room / 2)
        self.type.paint(canvas, self._footer, margin, foot)

    def _paint_head(self, canvas: Canvas, top: float, number: str) -> None:
        margin, right = self.style.margin, self.style.margin + self.width
        if not self._is_single:
            self.type.paint(canvas, self._header, margin, top)
            self.type.paint(canvas, [(Span(number),)], right - self._number_width, top)
            return
        bottom = top - self._head_height
        widest = max((self.type.natural_width(line) for line in self._header), default=0)
        self.type.paint(canvas, self._header, right - widest, bottom + self.type.height(self._header))
        title = [(Span(self.frame.title, bold=True),)]
        self._title.paint(canvas, title, margin, top - (self._head_height - self._title.leading) / 2)

    def _rule(self, canvas: Canvas, y: float) -> None:
        canvas.setLineWidth(1)
        canvas.line(self.style.margin, y, self.style.margin + self.width, y)


_TITLE_LEADING = 1.15


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
