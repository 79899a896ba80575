"""The shift handoff on one page: who did what, what is left open, and lines to write on. It names no patient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.closing import AskHandoff, Handoff
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import backups
from icm_desktop.queries.handoff import handoff
from icm_desktop.reports.page import size_of
from icm_desktop.reports.staff_sheet import MARGIN, USUAL, StaffSheet
from icm_desktop.reports.tables import Row, TableHead
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_SMALLEST = 6.0  # points: many people are set smaller so that it stays one page
_WIDTHS = (0.28, 0.72)
_NOTES, _APART = 3, 26.0  # lines to write on, and points between them


@requires(Privilege.WORKLIST)
def render(uow: UnitOfWork, request: AskHandoff) -> SheetMade:
    """The page as a PDF; kept in memory only."""
    found, words = handoff(uow, request), sheet("handoff", request.language)
    size = USUAL
    while size > _SMALLEST and _Page(uow, request, words, size).height(found) > size_of(request.paper)[1] - 2 * MARGIN:
        size -= 0.5
    return _Page(uow, request, words, size).pdf(found)


class _Page(StaffSheet):
    """One page in one size of text."""

    def __init__(self, uow: UnitOfWork, request: AskHandoff, words: dict[str, Any], size: float) -> None:
        super().__init__(uow, words, request.paper, request.language, size)
        self._widths = tuple(share * self._width for share in _WIDTHS)

    def height(self, found: Handoff) -> float:
        """How much room all of it takes."""
        self._top = 0.0
        self._paint(found)
        return -self._top

    def pdf(self, found: Handoff) -> SheetMade:
        """The painted page."""
        self._open()
        self._top = self._size[1] - MARGIN
        self._paint(found)
        return self._finished()

    def _paint(self, found: Handoff) -> None:
        words = self._words
        self._head_lines(f"{words['title']} · {self._weekday(found.day)}")
        self._top -= 2
        self._people(found)
        self._top -= 14
        self._line(self._section, words["left"], bold=True)
        for what, count in found.left:
            self._line(self._body, f"{what}: {count}", bold=count > 0)
        last = backups.state(self._uow).last_good_at
        self._top -= 8
        told = words["no_backup"] if last is None else words["backup"].format(when=self._moment(last))
        self._line(self._body, told)
        self._top -= 14
        self._line(self._section, words["notes"], bold=True)
        for _ in range(_NOTES):
            self._top -= _APART
            if self._canvas is not None:
                self._canvas.setLineWidth(0.5)
                self._canvas.line(MARGIN, self._top, MARGIN + self._width, self._top)

    def _people(self, found: Handoff) -> None:
        if not found.people:
            self._line(self._body, self._words["nothing"])
            return
        names = [[[Span(self._words["what"], bold=True)]]]
        self._put(TableHead(self._small, self._small, self._words["who"], names, self._widths))
        for who, did in found.people:
            acts = " · ".join(f"{what}: {count}" for what, count in did)
            self._put(Row(self._body, [[[Span(who, bold=True)]], [[Span(acts)]]], self._widths, pad=7))
