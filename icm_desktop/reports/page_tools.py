"""What every layout of a patient's page is made with: its sheet, its letters, and the blocks they all have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from icm_desktop.content.phrases import PhraseBank
from icm_desktop.contracts.handouts import Contact, FreeLine, PageHead, Said
from icm_desktop.reports.blocks import Boxed, Gap, Heading, Passage
from icm_desktop.reports.fonts import Fonts
from icm_desktop.reports.page import Block, Frame, Sheet, Spacing, Style
from icm_desktop.reports.page_words import footnotes
from icm_desktop.reports.pictures import LARGE_SIDE, STANDARD_SIDE, Code, PictureHeading
from icm_desktop.reports.tables import Cell, Pictures, Row, TableHead
from icm_desktop.reports.text import Span, Typesetter


class PageTools:
    """The sheet of one size of paper, its letter sizes and white space. `large`: as it is for large print."""

    def __init__(
        self,
        paper: str,
        style: Style,
        spacing: Spacing,
        frame: Frame,
        fonts: Fonts,
        bank: PhraseBank,
        *,
        pictures: bool = False,
    ) -> None:
        self.bank, self.style, self.spacing = bank, style, spacing
        self.sheet = Sheet(paper, style, spacing, frame, fonts)
        self.body = self.sheet.type
        self.head = Typesetter(fonts, style.heading, spacing.leading)
        self.title = Typesetter(fonts, style.title, spacing.leading)
        self.width = self.sheet.width
        self.large = style.is_large
        self.pictures = self.times = pictures  # beside headings, over the times of the day
        self.side = LARGE_SIDE if style.is_large else STANDARD_SIDE

    def heading(self, text: str, picture: str = "") -> Block:
        """The heading of a section, with a pictogram where the page has any."""
        if picture and self.pictures:
            return PictureHeading(self.head, picture, text, self.width, self.side, after=min(self.spacing.step, 3))
        return Heading(self.head, text, self.width, after=min(self.spacing.step, 3))

    def line(self, text: str, *, bold: bool = False, more: str = "", keep: bool = False) -> Block:
        """A sentence, or a bold one with more behind it; `keep` holds it to what follows."""
        spans = [Span(text, bold), *([Span(" " + more)] if more else [])]
        return Passage(self.body, spans, self.width, keep=keep, after=self.spacing.step)

    def together(self, lines: list[list[Span]], *, last: bool) -> Iterator[Block]:
        """Lines that stay on one page, with space behind unless they are the last ones."""
        for number, spans in enumerate(lines):
            is_end = number == len(lines) - 1
            after = self.style.body * 0.6 if is_end and not last else 0
            yield Passage(self.body, spans, self.width, keep=not is_end, after=after)

    @staticmethod
    def ends_together(blocks: Sequence[Block]) -> Iterator[Block]:
        """A list whose first and last lines never stand alone on a page."""
        for number, block in enumerate(blocks[:-1]):
            block.keep = block.keep or number in (0, len(blocks) - 2)
        yield from blocks

    def whole(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """Text that stays on one page while it takes less than half of one; of a longer one no end stands alone."""
        together = sum(block.height for block in blocks) < self.sheet.room * _WHOLE
        for number, block in enumerate(blocks[:-1]):
            block.keep = block.keep or together or number == 1 or number == len(blocks) - 2
        yield from blocks

    def table_head(
        self, title: str, cells: list[Cell], widths: list[float], pictures: Sequence[str] = (), beside: str = ""
    ) -> Block:
        """The heading of a table and the names of its columns, pictograms over them and one beside the heading."""
        over, left = tuple(pictures) if self.times else (), beside if self.pictures else ""
        shown = Pictures(over, left, self.side)
        return TableHead(self.head, self.body, title, cells, widths, shown)

    def row(self, cells: list[Cell], widths: list[float]) -> Block:
        """One row of a table."""
        return Row(self.body, cells, widths, pad=self.spacing.row)


_WHOLE = 0.45  # of the room of a page


def page_frame(head: PageHead, bank: PhraseBank, title: str, said: Said) -> Frame:
    """The frame of a patient's page: who, when, the warning, the emergency line, the notice that goes with records."""
    return Frame(
        title=title,
        name=head.patient_name,
        facts=tuple(text for text in (head.born, head.interpreter) if text),
        printed=head.printed,
        warnings=(bank("page.mismatch"), *footnotes(head, bank, said)),
        emergency=bank("call.emergency"),
        practice=head.practice,
        page_number=bank("page.number"),
    )


def who_to_call(tools: PageTools, contact: Contact, address: str = "") -> Iterator[Block]:
    """The emergency line, then the named person with number and hours."""
    bank = tools.bank
    yield tools.heading(bank("head.call"), "telephone")
    yield tools.line(bank("call.emergency"), bold=True, more=bank("call.988"), keep=True)
    more = " ".join(filter(None, (contact.hours, contact.after_hours, bank("call.when"))))
    yield tools.line(contact.line, bold=True, more=more)
    if address:
        yield Gap(tools.spacing.gap * 0.4, keep=True)
        yield Code(tools.body, address, bank("page.web", address=address.split("://")[1]), tools.width)


def free_box(tools: PageTools, lines: Sequence[FreeLine], more: str = "") -> Iterator[Block]:
    """The box of texts nobody has put into the page's language: "Ask us to explain these lines"."""
    parts = [[Span(f"{line.label}: ", bold=True), Span(line.text)] for line in lines] + ([[Span(more)]] if more else [])
    if not parts:
        return
    head = [Span(tools.bank("head.free"), bold=True)]
    yield Boxed(tools.body, head, tools.width, first=True, last=False)
    for number, part in enumerate(parts):
        yield Boxed(tools.body, part, tools.width, first=False, last=number == len(parts) - 1)


def filled(cells: list[list[Span]]) -> list[list[Span]]:
    """The lines that say something."""
    return [spans for spans in cells if any(span.text for span in spans)]


def capital(text: str) -> str:
    """The text with a capital first."""
    return text[:1].upper() + text[1:]


def unbroken(text: str) -> str:
    """The text on one line: its spaces do not break."""
    return text.replace(" ", "\u00a0")
