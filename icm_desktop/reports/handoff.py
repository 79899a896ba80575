"""The shift handoff on one page: who did what, what is left open, and lines to write on. It names no patient."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.closing import AskHandoff, Handoff
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import backups
from icm_desktop.queries.handoff import handoff
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH, PAPERS
from icm_desktop.reports.tables import Row, TableHead
from icm_desktop.reports.text import Span, Typesetter

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_MARGIN = 0.6 * INCH
_SMALLEST, _USUAL = 6.0, 10.5  # points: many people are set smaller so that it stays one page
_WIDTHS = (0.28, 0.72)
_NOTES, _APART = 3, 26.0  # lines to write on, and points between them


@requires(Privilege.WORKLIST)
def render(uow: UnitOfWork, request: AskHandoff) -> bytes:
    """The page as a PDF; kept in memory only."""
    found, words = handoff(uow, request), sheet("handoff", request.language)
    size = _USUAL
    while size > _SMALLEST and _Page(uow, request, words, size).height(found) > PAPERS[request.paper][1] - 2 * _MARGIN:
        size -= 0.5
    return _Page(uow, request, words, size).pdf(found)


class _Page:
    """One page in one size of text."""

    def __init__(self, uow: UnitOfWork, request: AskHandoff, words: dict[str, Any], size: float) -> None:
        self._uow, self._request, self._words = uow, request, words
        self._paper = PAPERS[request.paper]
        self._width = self._paper[0] - 2 * _MARGIN
        fonts = Fonts()
        fonts.width("x", size, bold=False)  # loads the font the page begins with
        self._body, self._small = Typesetter(fonts, size), Typesetter(fonts, size - 1.5)
        self._section, self._title = Typesetter(fonts, size + 2.5), Typesetter(fonts, size + 6.5)
        self._widths = tuple(share * self._width for share in _WIDTHS)
        self._canvas: Canvas | None = None
        self._top = 0.0

    def height(self, found: Handoff) -> float:
        """How much room all of it takes."""
        self._top = 0.0
        self._paint(found)
        return -self._top

    def pdf(self, found: Handoff) -> bytes:
        """The painted page."""
        buffer = io.BytesIO()
        self._canvas = Canvas(
            buffer, pagesize=self._paper, invariant=1, pageCompression=1, lang=self._request.language,
            initialFontName=FIRST_FONT,
        )  # fmt: skip
        self._canvas.setTitle(self._words["title"])
        self._canvas.setCreator("ICM Desktop")
        self._top = self._paper[1] - _MARGIN
        self._paint(found)
        self._canvas.showPage()
        self._canvas.save()
        return buffer.getvalue()

    def _paint(self, found: Handoff) -> None:
        words, day = self._words, found.day
        weekday, month = words["days"].split()[day.weekday()], words["months"].split()[day.month - 1]
        self._line(self._title, f"{words['title']} · {weekday} {day.day:02d}-{month}-{day.year}", bold=True)
        printed = words["printed"].format(when=self._moment(self._uow.now), who=self._uow.actor.name)
        self._line(self._small, f"{printed} · {words['private']}")
        self._top -= 8
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
                self._canvas.line(_MARGIN, self._top, _MARGIN + self._width, self._top)

    def _people(self, found: Handoff) -> None:
        if not found.people:
            self._line(self._body, self._words["nothing"])
            return
        names = [[[Span(self._words["what"], bold=True)]]]
        self._row(TableHead(self._small, self._small, self._words["who"], names, self._widths))
        for who, did in found.people:
            acts = " · ".join(f"{what}: {count}" for what, count in did)
            self._row(Row(self._body, [[[Span(who, bold=True)]], [[Span(acts)]]], self._widths, pad=7))

    def _row(self, row: Row | TableHead) -> None:
        if self._canvas is not None:
            row.draw(self._canvas, _MARGIN, self._top)
        self._top -= row.height

    def _line(self, kind: Typesetter, words: str, *, bold: bool = False) -> None:
        lines = kind.wrap([Span(words, bold=bold)], self._width)
        if self._canvas is not None:
            kind.paint(self._canvas, lines, _MARGIN, self._top)
        self._top -= kind.height(lines)

    def _moment(self, at: Any) -> str:
        return f"{at.astimezone(self._uow.zone):%Y-%m-%d %H:%M}"
