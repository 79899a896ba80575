"""A list of the screen on paper: which list of which day, who printed it, and its rows over as many pages as needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.list_sheets import ListSheet
from icm_desktop.permissions import Privilege, requires
from icm_desktop.reports.staff_sheet import StaffSheet
from icm_desktop.reports.tables import Cell, Row, TableHead
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_PAD = 7.0


@requires(Privilege.WORKLIST)
def render(uow: UnitOfWork, request: ListSheet) -> bytes:
    """The list as a PDF; kept in memory only."""
    return _Sheet(uow, request).pdf()


class _Sheet(StaffSheet):
    """One table; its heading comes again on every page."""

    def __init__(self, uow: UnitOfWork, request: ListSheet) -> None:
        super().__init__(uow, sheet("list", request.language), request.paper, request.language)
        self._asked = request
        self._widths = tuple(share * self._width for share in request.shares)

    def pdf(self) -> bytes:
        """The painted pages."""
        rows = [Row(self._body, self._cells(row), self._widths, pad=_PAD) for row in self._asked.rows]
        self._open()
        self._begin()
        self._line(self._body, self._words["count"].format(count=len(rows)) if rows else self._words["nothing"])
        if rows:
            self._head()
        for row in rows:
            if not self._fits(row.height):
                self._begin()
                self._head()
            self._put(row)
        return self._finished()

    def _begin(self) -> None:
        self._begin_page(self._asked.title)

    def _head(self) -> None:
        first, *others = self._asked.columns
        names: list[Cell] = [[[Span(name, bold=True)]] for name in others]
        self._put(TableHead(self._small, self._small, first, names, self._widths))

    def _cells(self, row: tuple[tuple[str, ...], ...]) -> list[Cell]:
        return [
            [[Span(text, bold=at == self._asked.strong and number == 0)] for number, text in enumerate(cell or ("",))]
            for at, cell in enumerate(row)
        ]
