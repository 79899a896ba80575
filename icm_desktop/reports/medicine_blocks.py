"""Medicines on a patient's page: the grid of the day in standard print, one block per medicine in large print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from icm_desktop.contracts.handouts import MedicineLine
from icm_desktop.reports.blocks import Gap, Passage
from icm_desktop.reports.page import Block
from icm_desktop.reports.page_tools import PageTools, filled, unbroken
from icm_desktop.reports.pictures import Legend
from icm_desktop.reports.tables import GUTTER, Cell, fewest_lines
from icm_desktop.reports.text import Span

_TIMES = ("morning", "noon", "evening", "bedtime")


class MedicineBlocks:
    """Turns medicines into blocks."""

    def __init__(self, tools: PageTools) -> None:
        self.tools = tools

    def blocks(self, medicines: Sequence[MedicineLine], heading: str) -> Iterator[Block]:
        """Those for every day, then those for when needed, under a heading."""
        daily = [medicine for medicine in medicines if not medicine.as_needed]
        rest = [medicine for medicine in medicines if medicine.as_needed]
        if self.tools.large or not daily:
            yield self.tools.heading(heading)
        yield from self._lists(daily, rest) if self.tools.large else self._table(daily, rest, heading)

    def _lists(self, daily: list[MedicineLine], rest: list[MedicineLine]) -> Iterator[Block]:
        if self.tools.times and any(medicine.grid for medicine in daily):
            bank = self.tools.bank
            captions = [
                (t, [Span(bank(f"medicines.{t}"), bold=True), Span(unbroken(bank(f"medicines.{t}_hours")))])
                for t in _TIMES
            ]
            yield Legend(self.tools.body, captions, self.tools.width, self.tools.side)
        yield from self._listed(daily)
        if rest:
            yield from self._as_needed()
            yield from self._listed(rest)

    def _as_needed(self) -> Iterator[Block]:
        yield Gap(self.tools.spacing.gap * 0.4, keep=True)
        yield Passage(
            self.tools.body, [Span(self.tools.bank("head.as_needed"), bold=True)], self.tools.width, keep=True, after=1
        )

    def _table(self, daily: list[MedicineLine], rest: list[MedicineLine], heading: str) -> Iterator[Block]:
        """Those for every day in the grid of times or in words, and those for when needed, in the same columns."""
        has_grid = any(medicine.grid for medicine in daily)
        in_words: list[Cell] = [[[Span(self.tools.bank("medicines.when"), bold=True)]]]
        times = self._times() if has_grid else in_words
        widths = self._grid_widths(times, daily) if has_grid else self._word_widths(daily + rest)
        if daily:
            yield self.tools.table_head(heading, times, widths, _TIMES if has_grid else ())
        for medicine in daily:
            yield self.tools.row(self._cells(medicine), widths)
        if rest:
            yield from self._as_needed()
        for medicine in rest:
            yield self.tools.row([self._what(medicine), [[Span(self._how(medicine))]]], widths)

    def _cells(self, medicine: MedicineLine) -> list[Cell]:
        """Name and four amounts, or name and directions in words that go across the columns of the times."""
        if medicine.grid is None:
            return [self._what(medicine), [[Span(medicine.words)]]]
        extra = [[Span(medicine.words)]] if medicine.words else []
        amounts: list[Cell] = [[[Span(unbroken(amount or "–"))]] for amount in medicine.grid]
        return [[*self._what(medicine), *extra], *amounts]

    def _times(self) -> list[Cell]:
        bank = self.tools.bank
        return [
            [[Span(bank(f"medicines.{t}"), bold=True)], [Span(unbroken(bank(f"medicines.{t}_hours")))]] for t in _TIMES
        ]

    def _grid_widths(self, times: list[Cell], medicines: list[MedicineLine]) -> list[float]:
        """The times of the day as narrow as their words."""
        columns = [self._time_width(number, times[number], medicines) for number in range(len(_TIMES))]
        return [self.tools.width - sum(columns), *columns]

    def _word_widths(self, medicines: list[MedicineLine]) -> list[float]:
        rows: list[list[Cell]] = [
            [self._what(medicine), filled([[Span(self._how(medicine))]])] for medicine in medicines
        ]
        return list(
            fewest_lines(self.tools.body, rows, self.tools.width, (self.tools.width * 0.3, self.tools.width * 0.25))
        )

    def _time_width(self, number: int, head: Cell, medicines: list[MedicineLine]) -> float:
        amounts = [[Span(unbroken(medicine.grid[number]))] for medicine in medicines if medicine.grid]
        widest = max(self.tools.body.natural_width(spans) for spans in [*head, *amounts])
        return min(widest + GUTTER, self.tools.width * 0.16)

    def _listed(self, medicines: list[MedicineLine]) -> Iterator[Block]:
        for number, medicine in enumerate(medicines):
            lines = [*self._what(medicine), [Span(self._how(medicine))]]
            yield from self.tools.together(filled(lines), last=number == len(medicines) - 1)

    @staticmethod
    def _what(medicine: MedicineLine) -> list[list[Span]]:
        return [[Span(medicine.name, bold=True), *([Span(f" {medicine.purpose}")] if medicine.purpose else [])]]

    def _how(self, medicine: MedicineLine) -> str:
        amounts = zip(_TIMES, medicine.grid or ("", "", "", ""), strict=True)
        parts = [f"{self.tools.bank(f'medicines.{time}')}: {amount}" for time, amount in amounts if amount]
        return " ".join([f"{', '.join(parts)}." if parts else "", medicine.words]).strip()
