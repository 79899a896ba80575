"""One day of the practice on paper, line by line as it stood on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.agenda import PrintAgenda
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.permissions import Privilege, requires
from icm_desktop.reports.staff_sheet import StaffSheet
from icm_desktop.reports.tables import Cell, Row, TableHead
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_FIRST, _WIDTHS = 0.12, (0.24, 0.40, 0.24)  # of the width: when, then patient, what, who
_PAD = 6.0


@requires(Privilege.WORKLIST)
def render(uow: UnitOfWork, request: PrintAgenda) -> SheetMade:
    """The list as a PDF; kept in memory only."""
    return _Sheet(uow, sheet("day", request.language), request.paper, request.language).pdf(request)


class _Sheet(StaffSheet):
    """One table over as many pages as it needs."""

    def pdf(self, request: PrintAgenda) -> SheetMade:
        """The painted pages."""
        widths = tuple(share * self._width for share in (_FIRST, *_WIDTHS))
        self._open()
        self._begin_page(request.heading)
        if not request.lines:
            self._line(self._body, self._words["none"])
        else:
            self._head(request, widths)
        for line in request.lines:
            cells: list[Cell] = [[[Span(words, bold=at == 0)]] for at, words in enumerate(line)]
            row = Row(self._body, cells, widths, pad=_PAD)
            if not self._fits(row.height):
                self._begin_page(request.heading)
                self._head(request, widths)
            self._put(row)
        return self._finished()

    def _head(self, request: PrintAgenda, widths: tuple[float, ...]) -> None:
        first, *others = request.columns
        cells: list[Cell] = [[[Span(name, bold=True)]] for name in others]
        self._put(TableHead(self._small, self._small, first, cells, widths))
