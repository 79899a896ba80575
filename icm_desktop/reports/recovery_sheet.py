"""The printed recovery sheet: the code in groups, what it is for, where to keep it; nothing of any patient."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.keeping import SheetRequest
from icm_desktop.permissions import Privilege, requires
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH, size_of
from icm_desktop.reports.text import Span, Typesetter

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_MARGIN = 0.8 * INCH
_GROUPS_IN_A_ROW = 3
_MOST = 160  # letters of a name or path: the sheet stays one page
_BODY, _HEADING, _TITLE, _CODE = 11.5, 14, 24, 26


@requires(Privilege.SIGN_IN)
def render(uow: UnitOfWork, request: SheetRequest) -> bytes:
    """The sheet as a PDF for somebody who is signed in."""
    return draw(request, uow.database.database_id, uow.today)


def draw(request: SheetRequest, database_id: str, made_on: dt.date) -> bytes:
    """The sheet as a PDF of one page; kept in memory only.

    Args:
        request: The code, the practice, and in which language on which paper.
        database_id: 32 hexadecimal digits; tells sheets of several practices apart.
        made_on: The day the code was made, in the practice's time zone.
    """
    words, buffer, fonts = sheet("recovery", request.language), io.BytesIO(), Fonts()
    fonts.width("x", _BODY, bold=False)  # loads the font the page begins with
    canvas = Canvas(
        buffer, pagesize=size_of(request.paper), invariant=1, pageCompression=1, lang=request.language,
        initialFontName=FIRST_FONT,
    )  # fmt: skip
    canvas.setTitle(words["title"])
    canvas.setCreator("ICM Desktop")
    page = _Page(canvas, size_of(request.paper), fonts)
    page.text(words["title"], _TITLE, bold=True, after=4)
    page.text(request.practice[:_MOST], _HEADING, bold=True, after=8)
    page.text(words["lead"], _BODY, after=14)
    page.code(request.code)
    page.text(words["check"], _BODY, after=14)
    _list(page, words["when"], words["steps"], numbered=True)
    _list(page, words["keep"], words["keep_lines"], numbered=False)
    _facts(page, words, request, database_id, made_on)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _list(page: _Page, heading: str, lines: list[str], *, numbered: bool) -> None:
    page.text(heading, _HEADING, bold=True, after=3)
    for number, line in enumerate(lines, start=1):
        page.item(f"{number}." if numbered else "•", line)
    page.space(10)


def _facts(page: _Page, words: dict[str, Any], request: SheetRequest, database_id: str, made_on: dt.date) -> None:
    identity = "-".join(database_id[start : start + 8] for start in range(0, len(database_id), 8))
    page.fact(words["made"], made_on.isoformat())
    page.fact(words["database"], identity)
    page.fact(words["file"], request.database[-_MOST:])
    page.space(10)
    page.line_to_write_on(words["kept_at"])
    for _ in range(2):
        page.line_to_write_on(words["checked"])


@dataclass
class _Page:
    """Writes downwards from the top margin."""

    canvas: Canvas
    size: tuple[float, float]
    fonts: Fonts
    top: float = 0.0

    def __post_init__(self) -> None:
        self.top = self.size[1] - _MARGIN
        self.width = self.size[0] - 2 * _MARGIN

    def text(self, words: str, size: float, *, bold: bool = False, after: float = 0) -> None:
        """A paragraph."""
        self._lines(words, size, _MARGIN, self.width, bold=bold)
        self.space(after)

    def item(self, mark: str, words: str) -> None:
        """A paragraph with a mark before it."""
        kind, indent = Typesetter(self.fonts, _BODY), 18
        kind.paint(self.canvas, kind.wrap([Span(mark)], indent), _MARGIN, self.top)
        self._lines(words, _BODY, _MARGIN + indent, self.width - indent)
        self.space(3)

    def code(self, code: str) -> None:
        """The groups in rows, large, in a box, each row numbered so that none is left out."""
        groups = code.replace("-", " ").split()
        rows = [groups[at : at + _GROUPS_IN_A_ROW] for at in range(0, len(groups), _GROUPS_IN_A_ROW)]
        kind, pad = Typesetter(self.fonts, _CODE, 1.35), 12
        height = kind.leading * len(rows) + 2 * pad
        self.canvas.setLineWidth(1.5)
        self.canvas.rect(_MARGIN, self.top - height, self.width, height)
        small = Typesetter(self.fonts, _BODY)
        for number, row in enumerate(rows):
            top = self.top - pad - number * kind.leading
            label = f"{number * _GROUPS_IN_A_ROW + 1}-{number * _GROUPS_IN_A_ROW + len(row)}"
            small.paint(self.canvas, small.wrap([Span(label)], 60), _MARGIN + pad, top - 9)
            for place, group in enumerate(row):
                x = _MARGIN + pad + 50 + place * (self.width - 2 * pad - 50) / _GROUPS_IN_A_ROW
                kind.paint(self.canvas, kind.wrap([Span(group, bold=True)], 200), x, top)
        self.top -= height
        self.space(8)

    def fact(self, name: str, value: str) -> None:
        """A name and its value on one line, or the value wrapped beside it."""
        kind, indent = Typesetter(self.fonts, 10), 100
        kind.paint(self.canvas, kind.wrap([Span(name)], indent), _MARGIN, self.top)
        self._lines(value, 10, _MARGIN + indent, self.width - indent, bold=True)
        self.space(1)

    def line_to_write_on(self, name: str) -> None:
        """A name and a rule for a pen."""
        kind = Typesetter(self.fonts, 10)
        kind.paint(self.canvas, kind.wrap([Span(name)], self.width), _MARGIN, self.top)
        start = _MARGIN + kind.natural_width([Span(name)]) + 6
        self.canvas.setLineWidth(0.5)
        self.canvas.line(start, self.top - kind.leading, _MARGIN + self.width, self.top - kind.leading)
        self.top -= kind.leading
        self.space(8)

    def space(self, points: float) -> None:
        """Go down."""
        self.top -= points

    def _lines(self, words: str, size: float, x: float, width: float, *, bold: bool = False) -> None:
        kind = Typesetter(self.fonts, size)
        lines = kind.wrap([Span(words, bold=bold)], width)
        kind.paint(self.canvas, lines, x, self.top)
        self.top -= kind.height(lines)
