"""The blocks of "Your next steps" in their fixed order, for standard and for large print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from icm_desktop.content.phrases import PhraseBank
from icm_desktop.contracts.handouts import FreeLine, MedicineLine, NextSteps, Step, VisitLine
from icm_desktop.reports.blocks import Boxed, Gap, Heading, Numbered, Passage, Row, Tick
from icm_desktop.reports.fonts import Fonts
from icm_desktop.reports.page import Block, Frame, Pages, Sheet, Style
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

    def __init__(self, content: NextSteps, bank: PhraseBank, style: Style, fonts: Fonts) -> None:
        self.content, self.bank, self.style = content, bank, style
        self.sheet = Sheet(content.paper, style, self._frame(), fonts)
        self.body = self.sheet.type
        self.head = Typesetter(fonts, style.heading)
        self.title = Typesetter(fonts, style.title)
        self.width = self.sheet.width
        self.large = style.most_pages > 1

    def pages(self, kept: Kept, gap: float) -> Pages | None:
        """The page or pages with these items, or None when they do not fit."""
        sections: list[list[Block]] = [
            [Passage(self.title, [Span(self.bank("page.title"), bold=True)], self.width)],
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
                blocks.append(Gap(gap * 0.6 if len(blocks) == 1 else gap))
            blocks += section
        return self.sheet.fit(blocks)

    def _frame(self) -> Frame:
        content, bank = self.content, self.bank
        others = [text for text in (content.born, content.printed, content.interpreter) if text]
        identity = (Span(content.patient_name, bold=True), *(Span(f" · {text}") for text in others))
        warnings = [bank("page.mismatch")] + ([] if bank.reviewed_by else [bank("page.unreviewed")])
        return Frame(identity, tuple(warnings), bank("call.emergency"), content.practice, bank("page.number"))

    def _important(self) -> Iterator[Block]:
        if self.content.most_important:
            spans = [Span(self.bank("head.most_important"), bold=True), Span(" " + self.content.most_important)]
            yield Boxed(self.body, spans, self.width, first=True, last=True, border=2)

    def _goal(self) -> Iterator[Block]:
        if self.content.goal:
            spans = [Span(self.bank("head.goal"), bold=True), Span(f" “{self.content.goal}”")]
            yield Passage(self.body, spans, self.width)

    def _steps(self, kept: Kept) -> Iterator[Block]:
        yield Heading(self.head, self.bank("head.do"), self.width)
        steps = kept.possible_steps(self.content)
        for step in steps[: kept.steps]:
            yield Tick(self.body, step.text, self.width)
        yield from self._more("steps", len(steps) - kept.steps)

    def _visits(self, kept: Kept) -> Iterator[Block]:
        bank, visits = self.bank, self.content.visits
        yield Heading(self.head, bank("head.visits"), self.width)
        if not visits:
            yield self._line(bank("visits.none"))
        shown = visits[: kept.visits]
        yield from self._visit_blocks(shown) if self.large else self._visit_table(shown)
        yield from self._more("visits", len(visits) - kept.visits)

    def _visit_table(self, visits: tuple[VisitLine, ...]) -> Iterator[Block]:
        if not visits:
            return
        bring = any(visit.bring for visit in visits)
        shares = (0.21, 0.3, 0.3, 0.19) if bring else (0.26, 0.33, 0.41)
        widths = [share * self.width for share in shares]
        titles = ["visits.when", "visits.who", "visits.where", *(["visits.bring"] if bring else [])]
        yield Row(self.body, [[[Span(self.bank(title), bold=True)]] for title in titles], widths, head=True)
        for visit in visits:
            when = [[Span(visit.day)], [Span(_unbroken(visit.time), bold=True)]]
            where = self._where(visit, widths[2])
            cells = [when, _filled([self._who(visit)]), where]
            yield Row(self.body, cells + ([_filled([[Span(visit.bring)]])] if bring else []), widths)

    def _where(self, visit: VisitLine, width: float) -> list[list[Span]]:
        """Place and number: on one line when they fit, else the number on its own."""
        phone = _unbroken(visit.phone)
        both = f"{visit.where} · {phone}"
        room = width - self.body.size
        if visit.where and phone and self.body.fonts.width(both, self.body.size, bold=False) <= room:
            return [[Span(both)]]
        return _filled([[Span(visit.where)], [Span(phone)]])

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
        yield Heading(self.head, bank("head.medicines"), self.width)
        if not medicines:
            yield self._line(bank("medicines.none"))
        shown = medicines[: kept.medicines]
        daily = [medicine for medicine in shown if not medicine.as_needed]
        rest = [medicine for medicine in shown if medicine.as_needed]
        yield from self._medicine_blocks(daily) if self.large else self._medicine_table(daily)
        if rest:
            yield Gap(self.style.body * (0.6 if self.large else 0.3))
            yield Passage(self.body, [Span(bank("head.as_needed"), bold=True)], self.width, keep=True, after=1)
            yield from self._medicine_blocks(rest) if self.large else self._medicine_rows(rest)
        yield from self._more("medicines", len(medicines) - kept.medicines)
        if self.content.medicines_incomplete:
            yield self._line(bank("medicines.incomplete"), bold=True)

    def _medicine_table(self, medicines: list[MedicineLine]) -> Iterator[Block]:
        if not any(medicine.grid for medicine in medicines):
            yield from self._medicine_rows(medicines)
            return
        bank = self.bank
        widths = [share * self.width for share in (0.405, 0.14, 0.16, 0.135, 0.16)]
        times = [[[Span(bank(f"medicines.{t}"), bold=True)], [Span(bank(f"medicines.{t}_hours"))]] for t in _TIMES]
        yield Row(self.body, [[[Span(bank("medicines.what"), bold=True)]], *times], widths, head=True)
        for medicine in medicines:
            if medicine.grid is None:
                yield Row(self.body, [self._what(medicine), [[Span(medicine.words)]]], widths)
                continue
            amounts = [_filled([[Span(_unbroken(amount))]]) for amount in medicine.grid]
            extra = [[Span(medicine.words)]] if medicine.words else []
            yield Row(self.body, [[*self._what(medicine), *extra], *amounts], widths, dashes=True)

    def _medicine_rows(self, medicines: list[MedicineLine]) -> Iterator[Block]:
        if not medicines:
            return
        widths = [self.width * 0.57, self.width * 0.43]
        if not medicines[0].as_needed:
            titles = ("medicines.what", "medicines.when")
            yield Row(self.body, [[[Span(self.bank(title), bold=True)]] for title in titles], widths, head=True)
        for medicine in medicines:
            yield Row(self.body, [self._what(medicine), [[Span(self._how(medicine))]]], widths)

    def _medicine_blocks(self, medicines: list[MedicineLine]) -> Iterator[Block]:
        for number, medicine in enumerate(medicines):
            lines = [*self._what(medicine), [Span(self._how(medicine))]]
            yield from self._together(_filled(lines), last=number == len(medicines) - 1)

    def _what(self, medicine: MedicineLine) -> list[list[Span]]:
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
        yield Heading(self.head, bank("head.call"), self.width)
        yield self._line(bank("call.emergency"), bold=True, more=bank("call.988"))
        yield self._line(contact.line, bold=True, more=" ".join(filter(None, (contact.hours, contact.after_hours))))
        yield self._line(bank("call.when"))

    def _tell(self) -> Iterator[Block]:
        yield Heading(self.head, self.bank("head.tell"), self.width)
        if not self.large:
            spans = [(Span(f"{number} ", bold=True), Span(self.bank(f"tell.{number}") + " ")) for number in (1, 2, 3)]
            yield Passage(self.body, [span for pair in spans for span in pair], self.width)
            return
        for number in (1, 2, 3):
            yield Numbered(self.body, number, self.bank(f"tell.{number}"), self.width)

    def _line(self, text: str, *, bold: bool = False, more: str = "") -> Block:
        spans = [Span(text, bold), *([Span(" " + more)] if more else [])]
        return Passage(self.body, spans, self.width, after=3)

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
