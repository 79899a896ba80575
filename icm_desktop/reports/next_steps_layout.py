"""The blocks of "Your next steps" in their fixed order, for standard and for large print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from icm_desktop.content.phrases import PhraseBank
from icm_desktop.contracts.handouts import FreeLine, MedicineLine, NextSteps, Step, VisitLine
from icm_desktop.reports.blocks import Boxed, Gap, Heading, Numbered, Passage, Tick
from icm_desktop.reports.fonts import Fonts
from icm_desktop.reports.page import Block, Frame, Pages, Sheet, Spacing, Style
from icm_desktop.reports.tables import GUTTER, Cell, Row, TableHead, fewest_lines
from icm_desktop.reports.text import Span, Typesetter

_TIMES = ("morning", "noon", "evening", "bedtime")


@dataclass(frozen=True, slots=True)
class Kept:
    """How many items of each section stand on the page.

    `usual` keeps the step that only points to the visits; `bare` leaves out the sentence on top and the goal as well.
    """

    steps: int
    visits: int
    medicines: int
    lines: int
    usual: bool = False
    bare: bool = False

    def possible_steps(self, content: NextSteps) -> tuple[Step, ...]:
        """The steps, without the usual one when it was given up."""
        return tuple(step for step in content.steps if self.usual or not step.is_usual or len(content.steps) == 1)

    def free_lines(self, content: NextSteps) -> tuple[FreeLine, ...]:
        """The lines of the box whose items stand on the page."""
        gone = {visit.id for visit in content.visits[self.visits :]}
        gone |= {medicine.id for medicine in content.medicines[self.medicines :]}
        return tuple(line for line in content.free_lines if line.of not in gone)


class Layout:
    """Turns content into blocks."""

    def __init__(self, content: NextSteps, bank: PhraseBank, style: Style, spacing: Spacing, fonts: Fonts) -> None:
        self.content, self.bank, self.style, self.spacing = content, bank, style, spacing
        self.sheet = Sheet(content.paper, style, spacing, self._frame(), fonts)
        self.body = self.sheet.type
        self.head = Typesetter(fonts, style.heading, spacing.leading)
        self.title = Typesetter(fonts, style.title, spacing.leading)
        self.width = self.sheet.width
        self.large = style.most_pages > 1

    def pages(self, kept: Kept) -> Pages | None:
        """The page or pages with these items, or None when they do not fit."""
        title = Passage(self.title, [Span(self.bank("page.title"), bold=True)], self.width)
        sections: list[list[Block]] = [
            [title] if self.large else [],
            [] if kept.bare else list(self._important()),
            [] if kept.bare else list(self._goal()),
            list(self._steps(kept)),
            list(self._visits(kept)),
            list(self._medicines(kept)),
            list(self._free_lines(kept)),
            list(self._call()),
            list(self._tell()),
        ]
        blocks: list[Block] = []
        for section in sections:
            if section and blocks:
                blocks.append(Gap(self.spacing.gap * (0.6 if blocks == [title] else 1)))
            blocks += section
        return self.sheet.fit(blocks)

    def _frame(self) -> Frame:
        content, bank = self.content, self.bank
        return Frame(
            title=bank("page.title"),
            name=content.patient_name,
            facts=tuple(text for text in (content.born, content.interpreter) if text),
            printed=content.printed,
            warnings=(bank("page.mismatch"), *([] if content.phrases_confirmed else [bank("page.unreviewed")])),
            emergency=bank("call.emergency"),
            practice=content.practice,
            page_number=bank("page.number"),
        )

    def _important(self) -> Iterator[Block]:
        if self.content.most_important:
            spans = [Span(self.bank("head.most_important"), bold=True), Span(" " + self.content.most_important)]
            yield Boxed(self.body, spans, self.width, first=True, last=True, border=2)

    def _goal(self) -> Iterator[Block]:
        if self.content.goal:
            spans = [Span(self.bank("head.goal"), bold=True), Span(f" “{self.content.goal}”")]
            yield Passage(self.body, spans, self.width)

    def _steps(self, kept: Kept) -> Iterator[Block]:
        yield self._heading("head.do")
        steps = kept.possible_steps(self.content)
        for step in steps[: kept.steps]:
            yield Tick(self.body, step.text, self.width, after=self.spacing.step)
        yield from self._more("steps", len(steps) - kept.steps)

    def _heading(self, phrase: str) -> Block:
        return Heading(self.head, self.bank(phrase), self.width, after=min(self.spacing.step, 3))

    def _visits(self, kept: Kept) -> Iterator[Block]:
        visits = self.content.visits
        shown = visits[: kept.visits]
        if self.large or not shown:
            yield self._heading("head.visits")
        if not visits:
            yield self._line(self.bank("visits.none"))
        if shown:
            yield from self._visit_blocks(shown) if self.large else self._visit_table(shown)
        yield from self._more("visits", len(visits) - kept.visits)

    def _visit_table(self, visits: tuple[VisitLine, ...]) -> Iterator[Block]:
        """Day, who and where share the width so that the rows are low; what to bring has its own column if any."""
        first = self.head.natural_width([Span(self.bank("head.visits"), bold=True)])
        days = max((self.body.natural_width([Span(visit.day)]) for visit in visits), default=0)
        day = min(max(first, days) + GUTTER, self.width * 0.26)
        bring = any(visit.bring for visit in visits)
        rest = [self._visit_cells(visit, bring=bring) for visit in visits]
        least = [self.width * share for share in ((0.2, 0.2, 0.12) if bring else (0.2, 0.2))]
        titles = ["visits.who", "visits.where", *(["visits.bring"] if bring else [])]
        heads: list[Cell] = [[[Span(self.bank(title), bold=True)]] for title in titles]
        widths = [day, *fewest_lines(self.body, [heads, *rest], self.width - day, least)]
        yield self._table_head("head.visits", heads, widths)
        for visit, (who, _, *brought) in zip(visits, rest, strict=True):
            when = [[Span(visit.day)], [Span(_unbroken(visit.time), bold=True)]]
            yield self._row([when, who, self._where(visit, widths[2] - (GUTTER if bring else 0)), *brought], widths)

    def _visit_cells(self, visit: VisitLine, *, bring: bool) -> list[Cell]:
        brought = [_filled([[Span(visit.bring)]])] if bring else []
        return [_filled([self._who(visit)]), self._joined(visit), *brought]

    def _table_head(self, phrase: str, cells: list[Cell], widths: list[float]) -> Block:
        return TableHead(self.head, self.body, self.bank(phrase), cells, widths)

    def _row(self, cells: list[Cell], widths: list[float]) -> Block:
        return Row(self.body, cells, widths, pad=self.spacing.row)

    @staticmethod
    def _joined(visit: VisitLine) -> Cell:
        return _filled([[Span(" · ".join(text for text in (visit.where, _unbroken(visit.phone)) if text))]])

    def _where(self, visit: VisitLine, width: float) -> Cell:
        """Place and number: together when that saves a line, else the number on its own."""
        joined, apart = self._joined(visit), _filled([[Span(visit.where)], [Span(_unbroken(visit.phone))]])
        lines = [sum(len(self.body.wrap(spans, width)) for spans in cell) for cell in (joined, apart)]
        return joined if lines[0] < lines[1] else apart

    def _visit_blocks(self, visits: tuple[VisitLine, ...]) -> Iterator[Block]:
        bank = self.bank
        for number, visit in enumerate(visits):
            lines = [
                [Span(_capital(f"{visit.long_day}, {_unbroken(visit.at)}"), bold=True)],
                self._who(visit),
                [Span(visit.where)],
                [Span(bank("visits.phone", phone=_unbroken(visit.phone)) if visit.phone else "")],
                [Span(bank("visits.bring_line", what=visit.bring) if visit.bring else "")],
            ]
            yield from self._together(_filled(lines), last=number == len(visits) - 1)

    @staticmethod
    def _who(visit: VisitLine) -> list[Span]:
        """Name, what the person is unless title and reason already say it, and why."""
        if not visit.who:
            return [Span(_capital(visit.why))]
        says_doctor = visit.who.startswith(("Dr.", "Dra.", "Dr "))
        title = f", {visit.title}" if visit.title and not (says_doctor and visit.why) else ""
        why = f". {_capital(visit.why)}" if visit.why else ""
        return [Span(visit.who, bold=True), Span(title + why)]

    def _medicines(self, kept: Kept) -> Iterator[Block]:
        bank, medicines = self.bank, self.content.medicines
        shown = medicines[: kept.medicines]
        daily = [medicine for medicine in shown if not medicine.as_needed]
        rest = [medicine for medicine in shown if medicine.as_needed]
        if self.large or not daily:
            yield self._heading("head.medicines")
        if not medicines:
            yield self._line(bank("medicines.none"))
        yield from self._medicine_lists(daily, rest) if self.large else self._medicine_table(daily, rest)
        yield from self._more("medicines", len(medicines) - kept.medicines)
        if self.content.medicines_incomplete:
            yield self._line(bank("medicines.incomplete"), bold=True)

    def _medicine_lists(self, daily: list[MedicineLine], rest: list[MedicineLine]) -> Iterator[Block]:
        yield from self._medicine_blocks(daily)
        if rest:
            yield from self._as_needed()
            yield from self._medicine_blocks(rest)

    def _as_needed(self) -> Iterator[Block]:
        yield Gap(self.spacing.gap * 0.4)
        yield Passage(self.body, [Span(self.bank("head.as_needed"), bold=True)], self.width, keep=True, after=1)

    def _medicine_table(self, daily: list[MedicineLine], rest: list[MedicineLine]) -> Iterator[Block]:
        """Those for every day in the grid of times or in words, and those for when needed, in the same columns."""
        has_grid = any(medicine.grid for medicine in daily)
        in_words: list[Cell] = [[[Span(self.bank("medicines.when"), bold=True)]]]
        times = self._times() if has_grid else in_words
        widths = self._grid_widths(times, daily) if has_grid else self._word_widths(daily + rest)
        if daily:
            yield self._table_head("head.medicines", times, widths)
        for medicine in daily:
            yield self._row(self._medicine_cells(medicine), widths)
        if rest:
            yield from self._as_needed()
        for medicine in rest:
            yield self._row([self._what(medicine), [[Span(self._how(medicine))]]], widths)

    def _medicine_cells(self, medicine: MedicineLine) -> list[Cell]:
        """Name and four amounts, or name and directions in words that go across the columns of the times."""
        if medicine.grid is None:
            return [self._what(medicine), [[Span(medicine.words)]]]
        extra = [[Span(medicine.words)]] if medicine.words else []
        amounts: list[Cell] = [[[Span(_unbroken(amount or "–"))]] for amount in medicine.grid]
        return [[*self._what(medicine), *extra], *amounts]

    def _times(self) -> list[Cell]:
        bank = self.bank
        return [
            [[Span(bank(f"medicines.{t}"), bold=True)], [Span(_unbroken(bank(f"medicines.{t}_hours")))]] for t in _TIMES
        ]

    def _grid_widths(self, times: list[Cell], medicines: list[MedicineLine]) -> list[float]:
        """The times of the day as narrow as their words."""
        columns = [self._time_width(number, times[number], medicines) for number in range(len(_TIMES))]
        return [self.width - sum(columns), *columns]

    def _word_widths(self, medicines: list[MedicineLine]) -> list[float]:
        rows: list[list[Cell]] = [
            [self._what(medicine), _filled([[Span(self._how(medicine))]])] for medicine in medicines
        ]
        return list(fewest_lines(self.body, rows, self.width, (self.width * 0.3, self.width * 0.25)))

    def _time_width(self, number: int, head: Cell, medicines: list[MedicineLine]) -> float:
        amounts = [[Span(_unbroken(medicine.grid[number]))] for medicine in medicines if medicine.grid]
        widest = max(self.body.natural_width(spans) for spans in [*head, *amounts])
        return min(widest + GUTTER, self.width * 0.16)

    def _medicine_blocks(self, medicines: list[MedicineLine]) -> Iterator[Block]:
        for number, medicine in enumerate(medicines):
            lines = [*self._what(medicine), [Span(self._how(medicine))]]
            yield from self._together(_filled(lines), last=number == len(medicines) - 1)

    @staticmethod
    def _what(medicine: MedicineLine) -> list[list[Span]]:
        return [[Span(medicine.name, bold=True), *([Span(f" {medicine.purpose}")] if medicine.purpose else [])]]

    def _how(self, medicine: MedicineLine) -> str:
        amounts = zip(_TIMES, medicine.grid or ("", "", "", ""), strict=True)
        parts = [f"{self.bank(f'medicines.{time}')}: {amount}" for time, amount in amounts if amount]
        return " ".join([f"{', '.join(parts)}." if parts else "", medicine.words]).strip()

    def _free_lines(self, kept: Kept) -> Iterator[Block]:
        lines = kept.free_lines(self.content)
        if not lines:
            return
        shown = lines[: kept.lines]
        more = self._more_text("lines", len(lines) - len(shown))
        parts = [[Span(f"{line.label}: ", bold=True), Span(line.text)] for line in shown] + (
            [[Span(more)]] if more else []
        )
        head = [Span(self.bank("head.free"), bold=True)]
        yield Boxed(self.body, head, self.width, first=True, last=False)
        for number, part in enumerate(parts):
            yield Boxed(self.body, part, self.width, first=False, last=number == len(parts) - 1)

    def _call(self) -> Iterator[Block]:
        bank, contact = self.bank, self.content.contact
        yield self._heading("head.call")
        yield self._line(bank("call.emergency"), bold=True, more=bank("call.988"))
        more = " ".join(filter(None, (contact.hours, contact.after_hours, bank("call.when"))))
        yield self._line(contact.line, bold=True, more=more)

    def _tell(self) -> Iterator[Block]:
        if not self.large:
            spans = [Span(f"{self.bank('head.tell')}:", bold=True)]
            for number in (1, 2, 3):
                spans += [Span(f" {number}\u00a0", bold=True), Span(self.bank(f"tell.{number}"))]
            yield Passage(self.body, spans, self.width)
            return
        yield self._heading("head.tell")
        for number in (1, 2, 3):
            yield Numbered(self.body, number, self.bank(f"tell.{number}"), self.width)

    def _line(self, text: str, *, bold: bool = False, more: str = "") -> Block:
        spans = [Span(text, bold), *([Span(" " + more)] if more else [])]
        return Passage(self.body, spans, self.width, after=self.spacing.step)

    def _together(self, lines: list[list[Span]], *, last: bool) -> Iterator[Block]:
        for number, spans in enumerate(lines):
            is_end = number == len(lines) - 1
            after = self.style.body * 0.6 if is_end and not last else 0
            yield Passage(self.body, spans, self.width, keep=not is_end, after=after)

    def _more(self, section: str, count: int) -> Iterator[Block]:
        text = self._more_text(section, count)
        if text:
            yield Gap(2)
            yield self._line(text, bold=True)

    def _more_text(self, section: str, count: int) -> str:
        return self.bank.counted(f"more.{section}", count) if count > 0 else ""


def _filled(cells: list[list[Span]]) -> list[list[Span]]:
    return [spans for spans in cells if any(span.text for span in spans)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _unbroken(text: str) -> str:
    """The text on one line: its spaces do not break."""
    return text.replace(" ", "\u00a0")
