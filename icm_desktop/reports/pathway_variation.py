"""The variation report on paper: each step with what was skipped of how many, and the reasons. It names no patient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.pathway_variation import PrintVariation, Variation, VariationRow
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.pathway_variation import variation
from icm_desktop.reports.staff_sheet import StaffSheet
from icm_desktop.reports.tables import Row, TableHead
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_WIDTHS = (0.34, 0.18, 0.1, 0.1, 0.1, 0.18)
_PAD = 6


@requires(Privilege.CLINICAL_READ)
def render(uow: UnitOfWork, request: PrintVariation) -> SheetMade:
    """The pages as a PDF; kept in memory only."""
    found, words = variation(uow, request.asked), sheet("variation", request.language)
    return _Pages(uow, request, words).pdf(found)


class _Pages(StaffSheet):
    """A table for each group and pathway; a new page where a row does not fit."""

    def __init__(self, uow: UnitOfWork, request: PrintVariation, words: dict[str, Any]) -> None:
        super().__init__(uow, words, request.paper, request.language)
        self._spanish = request.language == "es"
        self._widths = tuple(share * self._width for share in _WIDTHS)

    def pdf(self, found: Variation) -> SheetMade:
        """The painted pages."""
        self._heading = f"{self._words['title']} · {self._day(found.day)}"
        self._open()
        self._begin_page(self._heading)
        if not found.rows:
            self._line(self._body, self._words["nothing"])
        last: tuple[str, str] | None = None
        for row in found.rows:
            part = (row.group_name or (self._words["nobody"] if found.by != "step" else ""), self._pathway(row))
            self._row(row, None if part == last else " · ".join(each for each in part if each))
            last = part
        return self._finished()

    def _pathway(self, row: VariationRow) -> str:
        return row.pathway_title_es if self._spanish else row.pathway_title

    def _row(self, row: VariationRow, heading: str | None) -> None:
        words, title = self._words, row.title_es if self._spanish else row.title
        skipped = words["of"].format(skipped=row.skipped, asked=row.asked, percent=row.percent)
        reasons = "; ".join(f"{reason} ({count})" for reason, count in row.reasons)
        numbers = (str(row.overdue), str(row.declined), str(row.not_applicable))
        cells = [[[Span(each)]] for each in (title, skipped, *numbers, reasons)]
        painted = Row(self._body, cells, self._widths, pad=_PAD)
        head = self._table_head(heading) if heading is not None else None
        if not self._fits(painted.height + (head.height + 20 if head else 0)):
            self._begin_page(self._heading)
        if head is not None:
            self._top -= 8
            self._put(head)
        self._put(painted)

    def _table_head(self, heading: str) -> TableHead:
        names = ("skipped", "overdue", "declined", "not_applicable", "reasons")
        cells = [[[Span(self._words[each], bold=True)]] for each in names]
        return TableHead(self._section, self._small, heading, cells, self._widths)
