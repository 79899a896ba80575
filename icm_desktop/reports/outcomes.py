"""The report of outcomes: every figure with its course, groups and source; groups of fewer than 11 are not told of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.outcomes import FAMILIES, FigureRow, Outcomes, Point, PrintOutcomes
from icm_desktop.domain.statistics import FEW_TO_COMPARE, scale_end
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.outcomes.members import cohorts
from icm_desktop.queries.outcomes.shared import is_hidden, shared
from icm_desktop.reports.staff_sheet import MARGIN, StaffSheet
from icm_desktop.reports.tables import Row, TableHead
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_PAD, _CHART, _LEAST = 5, 56.0, 150.0
_WIDTHS = (0.34, 0.2, 0.23, 0.23)


@requires(Privilege.CLINICAL_READ)
def render(uow: UnitOfWork, request: PrintOutcomes) -> SheetMade:
    """The pages as a PDF; kept in memory only."""
    found, words = shared(uow, request.asked), sheet("outcomes", request.language)
    return _Pages(uow, request, words).pdf(found)


class _Pages(StaffSheet):
    """A part for each family, a block for each figure; a block begins on a new page where it does not fit."""

    def __init__(self, uow: UnitOfWork, request: PrintOutcomes, words: dict[str, Any]) -> None:
        super().__init__(uow, words, request.paper, request.language)
        self._spanish = request.language == "es"
        self._widths = tuple(share * self._width for share in _WIDTHS)

    def pdf(self, found: Outcomes) -> SheetMade:
        """The painted pages."""
        words, asked = self._words, found.asked
        self._heading = f"{words['title']} · {self._day(found.day)}"
        self._open()
        self._begin_page(self._heading)
        self._line(self._body, words["period"].format(
            first=self._day(asked.start), last=self._day(asked.end), cohort=self._cohort(asked.cohort),
            members=found.members,
        ), bold=True)  # fmt: skip
        if found.chosen_for_use:
            self._line(self._body, words["use"])
        self._line(self._small, words["course"])
        for family in FAMILIES:
            self._family(found, family)
        return self._finished()

    def _cohort(self, name: str) -> str:
        known = next((one for one in cohorts(self._uow) if one.id == name), None)
        return self._words["everybody"] if known is None else self._pick(known.title)

    def _pick(self, words: Mapping[str, str]) -> str:
        return words.get("es" if self._spanish else "en") or words.get("en", "")

    def _family(self, found: Outcomes, family: str) -> None:
        rows = [row for row in found.rows if row.family == family]
        if not self._fits(_LEAST):
            self._begin_page(self._heading)
        self._top -= 8
        self._line(self._section, self._words[family], bold=True)
        if not rows:
            self._line(self._body, self._words["nothing"])
        for row in rows:
            self._figure(row, found)

    def _figure(self, row: FigureRow, found: Outcomes) -> None:
        if not self._fits(_LEAST):
            self._begin_page(self._heading)
        self._top -= 6
        self._line(self._body, self._pick(row.title), bold=True)
        self._line(self._body, self._said(row))
        for name, point in (("before", row.before), ("other", row.other)):
            if point is not None:
                self._line(self._body, f"{self._words[name]}: {self._value(row, point)} ({self._counted(row, point)})")
        if any(one.value is not None for one in row.line):
            self._course(row)
        if row.groups:
            self._groups(row, found)
        self._line(self._small, self._pick(row.what))
        note = [self._words[row.note]] if row.note in self._words else []
        source = self._words["source_line"].format(source=row.source, version=row.version)
        self._line(self._small, " ".join((source, *self._lists(row), *note)))

    def _lists(self, row: FigureRow) -> list[str]:
        """Which lists of codes a measure went by."""
        words, lists = self._words, row.lists
        told = [words["lists"].format(imported=lists.imported, open=lists.open)] if lists.any else []
        return told + ([words["no_list"].format(names=", ".join(lists.none))] if lists.none else [])

    def _said(self, row: FigureRow) -> str:
        words, now = self._words, row.now
        if is_hidden(now):
            return str(words["hidden"])
        if now.value is None:
            under = words["not_enough"].format(under=f"{now.of:g}", what=self._pick(row.of_words), needs=row.needs)
            return str(under)
        parts = [f"{self._value(row, now)} ({self._counted(row, now)})"]
        if interval := self._interval(row, now):
            parts.append(f"{words['interval']}: {interval}")
        aim = words[row.better] if row.target is None else words["target"].format(value=self._number(row, row.target))
        parts.append(aim)
        if row.unit == "percent" and now.of < FEW_TO_COMPARE:
            parts.append(words["few"])
        return " · ".join(parts)

    def _number(self, row: FigureRow, value: float) -> str:
        if row.unit == "percent":
            return f"{value:.1f} %"
        if row.unit == "money":
            return f"${value:,.2f}"
        return str(self._words["per_1000"].format(value=f"{value:,.0f}"))

    def _value(self, row: FigureRow, point: Point) -> str:
        if is_hidden(point):
            return str(self._words["few_short"])
        return "–" if point.value is None else self._number(row, point.value)

    def _counted(self, row: FigureRow, point: Point) -> str:
        if is_hidden(point):
            return "–"
        return f"{point.n:,.6g} / {point.of:,.6g} {self._pick(row.of_words)}"

    def _interval(self, row: FigureRow, point: Point) -> str:
        if point.low is None or point.high is None:
            return ""
        return f"{self._number(row, point.low)} – {self._number(row, point.high)}"

    # course and groups

    def _course(self, row: FigureRow) -> None:
        """The line, and under it each point in words."""
        if not self._fits(_CHART + 60):
            self._begin_page(self._heading)
        self._chart([one.value for one in row.line])
        told = (f"{self._day(one.end)}: {self._value(row, one)}" for one in row.line)
        self._line(self._small, " · ".join(told))

    def _chart(self, values: Sequence[float | None]) -> None:
        high = scale_end(max((one for one in values if one is not None), default=1.0))
        wide, base = self._width * 0.6, self._top - _CHART
        if self._canvas is not None:
            canvas = self._canvas
            canvas.setLineWidth(0.5)
            canvas.line(MARGIN, base, MARGIN + wide, base)
            canvas.line(MARGIN, base, MARGIN, self._top - 6)
            canvas.setLineWidth(1.2)
            before: tuple[float, float] | None = None
            for place, value in enumerate(values):
                if value is None:
                    before = None
                    continue
                x = MARGIN + 4 + (wide - 8) * place / max(len(values) - 1, 1)
                y = base + (_CHART - 12) * value / high
                canvas.circle(x, y, 1.6, stroke=0, fill=1)
                if before is not None:
                    canvas.line(*before, x, y)
                before = (x, y)
        self._top = base - 8

    def _groups(self, row: FigureRow, found: Outcomes) -> None:
        words = self._words
        heads = [[[Span(words[name], bold=True)]] for name in ("value", "counted", "interval")]
        self._put(TableHead(self._small, self._small, words["group"], heads, self._widths))
        for one in row.groups:
            name = self._group(one.key, one.name, found.asked.by)
            cells = (name, self._value(row, one.point), self._counted(row, one.point), self._interval(row, one.point))
            made = Row(self._small, [[[Span(each)]] for each in cells], self._widths, pad=_PAD)
            if not self._fits(made.height):
                self._begin_page(self._heading)
            self._put(made)

    def _group(self, key: int | str | None, name: str | None, by: str) -> str:
        if key is None:
            return str(self._words["unknown"])
        if by == "risk":
            return str(self._words["level"].format(level=key))
        return name or str(key)
