"""Visits on a patient's page: a table in standard print, one block per visit in large print."""

from __future__ import annotations

from collections.abc import Iterator

from icm_desktop.contracts.handouts import VisitLine
from icm_desktop.reports.page import Block
from icm_desktop.reports.page_tools import PageTools, capital, filled, unbroken
from icm_desktop.reports.tables import GUTTER, Cell, fewest_lines
from icm_desktop.reports.text import Span


class VisitBlocks:
    """Turns visits into blocks."""

    def __init__(self, tools: PageTools) -> None:
        self.tools = tools

    def blocks(self, visits: tuple[VisitLine, ...], heading: str) -> Iterator[Block]:
        """The visits under a heading, which in standard print is that of their table."""
        if not visits:
            return
        if self.tools.large:
            yield self.tools.heading(heading, "calendar")
            yield from self._listed(visits)
        else:
            yield from self._table(visits, heading)

    def _table(self, visits: tuple[VisitLine, ...], heading: str) -> Iterator[Block]:
        """Day, who and where share the width so that the rows are low; what to bring has its own column if any."""
        first = self.tools.head.natural_width([Span(heading, bold=True)])
        days = max((self.tools.body.natural_width([Span(visit.day)]) for visit in visits), default=0)
        first += self.tools.side + GUTTER if self.tools.pictures else 0
        day = min(max(first, days) + GUTTER, self.tools.width * (0.3 if self.tools.pictures else 0.26))
        bring = any(visit.bring for visit in visits)
        rest = [self._visit_cells(visit, bring=bring) for visit in visits]
        least = [self.tools.width * share for share in ((0.2, 0.2, 0.12) if bring else (0.2, 0.2))]
        titles = ["visits.who", "visits.where", *(["visits.bring"] if bring else [])]
        heads: list[Cell] = [[[Span(self.tools.bank(title), bold=True)]] for title in titles]
        widths = [day, *fewest_lines(self.tools.body, [heads, *rest], self.tools.width - day, least)]
        yield self.tools.table_head(heading, heads, widths, beside="calendar")
        for visit, (who, _, *brought) in zip(visits, rest, strict=True):
            when = [[Span(visit.day)], [Span(unbroken(visit.time), bold=True)]]
            yield self.tools.row(
                [when, who, self._where(visit, widths[2] - (GUTTER if bring else 0)), *brought], widths
            )

    def _visit_cells(self, visit: VisitLine, *, bring: bool) -> list[Cell]:
        brought = [filled([[Span(visit.bring)]])] if bring else []
        return [filled([self._who(visit)]), self._joined(visit), *brought]

    @staticmethod
    def _joined(visit: VisitLine) -> Cell:
        return filled([[Span(" · ".join(text for text in (visit.where, unbroken(visit.phone)) if text))]])

    def _where(self, visit: VisitLine, width: float) -> Cell:
        """Place and number: together when that saves a line, else the number on its own."""
        joined, apart = self._joined(visit), filled([[Span(visit.where)], [Span(unbroken(visit.phone))]])
        lines = [sum(len(self.tools.body.wrap(spans, width)) for spans in cell) for cell in (joined, apart)]
        return joined if lines[0] < lines[1] else apart

    def _listed(self, visits: tuple[VisitLine, ...]) -> Iterator[Block]:
        bank = self.tools.bank
        for number, visit in enumerate(visits):
            lines = [
                [Span(capital(f"{visit.long_day}, {unbroken(visit.at)}"), bold=True)],
                self._who(visit),
                [Span(visit.where)],
                [Span(bank("visits.phone", phone=unbroken(visit.phone)) if visit.phone else "")],
                [Span(bank("visits.bring_line", what=visit.bring) if visit.bring else "")],
            ]
            yield from self.tools.together(filled(lines), last=number == len(visits) - 1)

    @staticmethod
    def _who(visit: VisitLine) -> list[Span]:
        """Name, what the person is unless title and reason already say it, and why."""
        if not visit.who:
            return [Span(capital(visit.why))]
        says_doctor = visit.who.startswith(("Dr.", "Dra.", "Dr "))
        title = f", {visit.title}" if visit.title and not (says_doctor and visit.why) else ""
        why = f". {capital(visit.why)}" if visit.why else ""
        return [Span(visit.who, bold=True), Span(title + why)]
