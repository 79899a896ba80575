"""A page for a patient other than "Your next steps" as a PDF: nothing is left out, it takes the pages it needs."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from icm_desktop.content.hard_lines import too_hard
from icm_desktop.content.phrases import PhraseBank
from icm_desktop.contracts.handouts import HandoutMade, HandoutRequest
from icm_desktop.contracts.patient_sheets import Medicines, Months, Part, PatientSheet, Table, Visits, Words
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import patient_sheets
from icm_desktop.reports.blocks import Boxed, Bullet, Gap, Passage, Tick
from icm_desktop.reports.fonts import Fonts
from icm_desktop.reports.medicine_blocks import MedicineBlocks
from icm_desktop.reports.month_blocks import MonthBlocks
from icm_desktop.reports.page import LARGE, STANDARD, Block, Pages, Style
from icm_desktop.reports.page_tools import PageTools, free_box, page_frame, who_to_call
from icm_desktop.reports.page_words import of_paper, version_of, words_of
from icm_desktop.reports.tables import GUTTER, Cell
from icm_desktop.reports.text import Span
from icm_desktop.reports.visit_blocks import VisitBlocks

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_MOST_PAGES = 60
_LEAST = 0.14  # of the width for a column of a table
_FEW = 4  # lines of a list that stay on one page


@requires(Privilege.PRINT_HANDOUT)
def render(uow: UnitOfWork, request: HandoutRequest) -> HandoutMade:
    """Make the page from live data.

    Raises:
        As `queries.patient_sheets.sheet`.
    """
    return made(patient_sheets.sheet(uow, request))


def made(content: PatientSheet) -> HandoutMade:
    """The PDF of a page."""
    fonts = Fonts()
    words = words_of(content.head)
    layout, pages = _fitted(content, words, fonts)
    return HandoutMade(
        pdf=layout.tools.sheet.pdf(pages, content.title, words.language),
        pages=len(pages),
        language=content.head.language,
        large_print=content.head.large_print,
        paper=content.head.paper,
        not_in_language=tuple(f"{line.label}: {line.text}" for line in content.free_lines),
        overflow=(),
        sensitive=content.sensitive,
        notices=content.notices + of_paper(words, fonts),
        kind=content.kind,
        said=content.said,
        hard_lines=too_hard(content.said.own_lines, words.language),
        words_version=version_of(content.head, words),
    )


def _fitted(content: PatientSheet, words: PhraseBank, fonts: Fonts) -> tuple[_Layout, Pages]:
    """On as few pages as the closest white space needs, with the widest white space that needs no more.

    With pictograms where the page has any, unless they alone need one more page.
    """
    style = dataclasses.replace(LARGE if content.head.large_print else STANDARD, most_pages=_MOST_PAGES)
    closest = len(style.spacings) - 1
    layout = _Layout(content, words, style, closest, fonts, pictures=False)
    pages = layout.pages()
    if pages is None:
        raise RuntimeError("the frame alone is larger than the paper")
    best, fewest, pictures = (layout, pages), len(pages), False
    if content.head.pictures:
        layout = _Layout(content, words, style, closest, fonts, pictures=True)
        pages = layout.pages()
        if pages is not None and len(pages) == fewest:
            best, pictures = (layout, pages), True
    widest = 0
    while widest < closest:
        middle = (widest + closest) // 2
        layout = _Layout(content, words, style, middle, fonts, pictures=pictures)
        pages = layout.pages()
        if pages is not None and len(pages) == fewest:
            best, closest = (layout, pages), middle
        else:
            widest = middle + 1
    return best


class _Layout:
    """Turns the parts of a page into blocks."""

    def __init__(
        self, content: PatientSheet, words: PhraseBank, style: Style, spacing: int, fonts: Fonts, *, pictures: bool
    ) -> None:
        self.content, self.bank = content, words
        frame = page_frame(content.head, self.bank, content.title, content.said)
        self.tools = PageTools(
            content.head.paper, style, style.spacings[spacing], frame, fonts, self.bank, pictures=pictures
        )

    def pages(self) -> Pages | None:
        """Title, parts, the box of what has no words in this language, whom to call."""
        tools = self.tools
        blocks: list[Block] = [Passage(tools.title, [Span(self.content.title, bold=True)], tools.width, keep=True)]
        sections = [list(self._part(part)) for part in self.content.parts]
        sections += [list(free_box(tools, self.content.free_lines))]
        sections.append(list(who_to_call(tools, self.content.contact, self.content.head.address)))
        for section in filter(None, sections):
            blocks.append(Gap(tools.spacing.gap * (0.6 if len(blocks) == 1 else 1)))
            blocks += section
        return tools.sheet.fit(blocks)

    def _part(self, part: Part) -> Iterator[Block]:
        match part:
            case Words(strong=True):
                yield from self._strong(part)
            case Words():
                yield from self._words(part)
            case Visits():
                yield from VisitBlocks(self.tools).blocks(part.visits, part.heading)
            case Medicines():
                yield from MedicineBlocks(self.tools).blocks(part.medicines, part.heading)
            case Months():
                if not self.tools.large:  # there the months fill the page, and the days stand in words beneath
                    yield self.tools.line(part.note, keep=True)
                    yield Gap(self.tools.spacing.step)
                yield from MonthBlocks(self.tools).blocks(part.months)
            case Table():
                yield from self._table(part)

    def _words(self, part: Words) -> Iterator[Block]:
        tools = self.tools
        if part.heading:
            yield tools.heading(part.heading)
        if part.note:
            yield tools.line(part.note, keep=True)
        lines = [self._line(part.mark, line) for line in part.lines]
        yield from tools.whole(lines) if len(lines) <= _FEW else tools.ends_together(lines)

    def _line(self, mark: str, line: str) -> Block:
        tools = self.tools
        if mark == "tick":
            return Tick(tools.body, line, tools.width, after=tools.spacing.step)
        if mark == "bullet":
            return Bullet(tools.body, line, tools.width, after=tools.spacing.step)
        return tools.line(line)

    def _strong(self, part: Words) -> Iterator[Block]:
        """Heading and sentences in one heavy box."""
        lines = [[Span(text, bold=text == part.heading)] for text in (part.heading, part.note) if text]
        lines += [[Span(f"• {line}" if part.mark == "bullet" else line)] for line in part.lines]
        last = len(lines) - 1
        boxes = [
            Boxed(self.tools.body, spans, self.tools.width, first=number == 0, last=number == last, border=2)
            for number, spans in enumerate(lines)
        ]
        yield from self.tools.whole(boxes)

    def _table(self, part: Table) -> Iterator[Block]:
        tools = self.tools
        if tools.large:
            yield tools.heading(part.heading)
            yield from self._listed(part)
            return
        yield tools.heading(part.heading)
        heads: list[Cell] = [[[Span(name, bold=True)]] for name in part.columns]
        rows: list[list[Cell]] = [[[[Span(text)]] for text in row] for row in part.rows]
        widths = _widths(tools, [heads, *rows])
        for row_cells in (heads, *rows):
            yield tools.row(row_cells, widths)

    def _listed(self, part: Table) -> Iterator[Block]:
        """Whoever stands first in bold, and beneath each row what else it says: under its name, if there is more."""
        tools = self.tools
        for first, rows in itertools.groupby(part.rows, key=lambda row: row[0]):
            blocks: list[Block] = [tools.line(first, bold=True)]
            for _, *rest in rows:
                if len(rest) == 1:
                    blocks.append(Bullet(tools.body, rest[0], tools.width, after=tools.spacing.step))
                    continue
                named = [
                    [Span(f"{name}: ", bold=True), Span(text)]
                    for name, text in zip(part.columns[1:], rest, strict=True)
                    if text
                ]
                blocks += tools.together(named, last=False)
            yield from tools.ends_together(blocks)


def _widths(tools: PageTools, rows: list[list[Cell]]) -> list[float]:
    """Every column as wide as its words, at most an even share; the one with the most words gets the rest."""
    count = len(rows[0])
    words = [max(tools.body.natural_width(row[column][0]) for row in rows) + GUTTER for column in range(count)]
    widest = words.index(max(words))
    widths = [min(max(width, tools.width * _LEAST), tools.width / count) for width in words]
    widths[widest] = tools.width - sum(width for column, width in enumerate(widths) if column != widest)
    return widths
