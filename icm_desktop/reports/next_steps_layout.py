"""The blocks of "Your next steps" in their fixed order, for standard and for large print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from icm_desktop.content.phrases import PhraseBank
from icm_desktop.contracts.handouts import FreeLine, NextSteps, Step
from icm_desktop.reports.blocks import Boxed, Gap, Numbered, Passage, Tick
from icm_desktop.reports.fonts import Fonts
from icm_desktop.reports.medicine_blocks import MedicineBlocks
from icm_desktop.reports.page import Block, Pages, Spacing, Style
from icm_desktop.reports.page_tools import PageTools, free_box, page_frame, who_to_call
from icm_desktop.reports.text import Span
from icm_desktop.reports.visit_blocks import VisitBlocks

_PAGE_OF = {"steps": "sheet.my_plan", "visits": "sheet.visits", "medicines": "sheet.medicines"}


@dataclass(frozen=True, slots=True)
class Kept:
    """How many items of each section stand on the page.

    `usual` keeps the step that only points to the visits; `bare` leaves out the sentence on top and the goal as well.
    `times`: with pictograms over the times of the day, `pictures`: beside headings; they give way before any word does.
    """

    steps: int
    visits: int
    medicines: int
    lines: int
    usual: bool = False
    bare: bool = False
    pictures: bool = False
    times: bool = False

    def possible_steps(self, content: NextSteps) -> tuple[Step, ...]:
        """The steps, without the usual one when it was given up."""
        return tuple(step for step in content.steps if self.usual or not step.is_usual or len(content.steps) == 1)

    def free_lines(self, content: NextSteps) -> tuple[FreeLine, ...]:
        """The lines of the box whose items stand on the page."""
        gone = {visit.id for visit in content.visits[self.visits :]}
        gone |= {medicine.id for medicine in content.medicines[self.medicines :]}
        return tuple(line for line in content.free_lines if line.of not in gone)


class Layout:
    """Turns content into blocks; `with_sheets`: what does not fit is on pages that come with this one."""

    def __init__(
        self, content: NextSteps, bank: PhraseBank, style: Style, spacing: Spacing, fonts: Fonts, *, with_sheets: bool
    ) -> None:
        self.content, self.bank, self.spacing, self.with_sheets = content, bank, spacing, with_sheets
        frame = page_frame(content.head, bank, bank("page.title"), content.said)
        self.tools = PageTools(content.head.paper, style, spacing, frame, fonts, bank)  # pictures: see `pages`
        self.sheet, self.body, self.width = self.tools.sheet, self.tools.body, self.tools.width
        self.large = self.tools.large

    def pages(self, kept: Kept) -> Pages | None:
        """The page or pages with these items, or None when they do not fit."""
        self.tools.pictures, self.tools.times = kept.pictures, kept.times
        title = Passage(self.tools.title, [Span(self.bank("page.title"), bold=True)], self.width)
        sections: list[list[Block]] = [
            [title] if self.large else [],
            [] if kept.bare else list(self._important()),
            [] if kept.bare else list(self._goal()),
            list(self._steps(kept)),
            list(self._visits(kept)),
            list(self._medicines(kept)),
            list(self._free_lines(kept)),
            list(who_to_call(self.tools, self.content.contact, self.content.head.address)),
            list(self._tell()),
        ]
        blocks: list[Block] = []
        for section in sections:
            if section and blocks:
                blocks.append(Gap(self.spacing.gap * (0.6 if blocks == [title] else 1)))
            blocks += section
        return self.sheet.fit(blocks)

    def _important(self) -> Iterator[Block]:
        if self.content.most_important:
            spans = [Span(self.bank("head.most_important"), bold=True), Span(" " + self.content.most_important)]
            yield Boxed(self.body, spans, self.width, first=True, last=True, border=2)

    def _goal(self) -> Iterator[Block]:
        if self.content.goal:
            spans = [Span(self.bank("head.goal"), bold=True), Span(f" “{self.content.goal}”")]
            yield Passage(self.body, spans, self.width)

    def _steps(self, kept: Kept) -> Iterator[Block]:
        yield self.tools.heading(self.bank("head.do"))
        steps = kept.possible_steps(self.content)
        for step in steps[: kept.steps]:
            yield Tick(self.body, step.text, self.width, after=self.spacing.step)
        yield from self._more("steps", len(steps) - kept.steps)

    def _visits(self, kept: Kept) -> Iterator[Block]:
        visits = self.content.visits
        shown = visits[: kept.visits]
        if not shown:
            yield self.tools.heading(self.bank("head.visits"))
        if not visits:
            yield self.tools.line(self.bank("visits.none"))
        yield from VisitBlocks(self.tools).blocks(shown, self.bank("head.visits"))
        yield from self._more("visits", len(visits) - kept.visits)

    def _medicines(self, kept: Kept) -> Iterator[Block]:
        bank, medicines = self.bank, self.content.medicines
        yield from MedicineBlocks(self.tools).blocks(medicines[: kept.medicines], bank("head.medicines"))
        if not medicines:
            yield self.tools.line(bank("medicines.none"))
        yield from self._more("medicines", len(medicines) - kept.medicines)
        if self.content.medicines_incomplete:
            yield self.tools.line(bank("medicines.incomplete"), bold=True)

    def _free_lines(self, kept: Kept) -> Iterator[Block]:
        lines = kept.free_lines(self.content)
        yield from free_box(self.tools, lines[: kept.lines], self._more_text("lines", len(lines) - kept.lines))

    def _tell(self) -> Iterator[Block]:
        if not self.large:
            spans = [Span(f"{self.bank('head.tell')}:", bold=True)]
            for number in (1, 2, 3):
                spans += [Span(f" {number}\u00a0", bold=True), Span(self.bank(f"tell.{number}"))]
            yield Passage(self.body, spans, self.width)
            return
        yield self.tools.heading(self.bank("head.tell"))
        for number in (1, 2, 3):
            yield Numbered(self.body, number, self.bank(f"tell.{number}"), self.width)

    def _more(self, section: str, count: int) -> Iterator[Block]:
        text = self._more_text(section, count)
        if text:
            yield Gap(2)
            yield self.tools.line(text, bold=True)

    def _more_text(self, section: str, count: int) -> str:
        if count <= 0:
            return ""
        if not self.with_sheets:
            return self.bank.counted(f"more.{section}", count)
        if section not in _PAGE_OF:
            return self.bank.counted(f"rest.{section}", count)
        return self.bank.counted(f"rest.{section}", count, page=self.bank(_PAGE_OF[section]))
