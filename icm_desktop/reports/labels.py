"""Address labels: one sheet after the other, beginning where labels are left on the first."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.letters import LabelSheet, label_sheets
from icm_desktop.contracts.letters import LettersMade, LettersRequest, Recipient
from icm_desktop.domain.plain_text import plain
from icm_desktop.errors import NotFound
from icm_desktop.reports.addressing import fitted
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH, PAPERS

_MM = INCH / 25.4
_PAD = 3.0 * _MM


def made(request: LettersRequest, inside: Sequence[Recipient], outside: tuple[Recipient, ...]) -> LettersMade:
    """A label for each; `request.skip` labels of the first sheet are used already.

    Raises:
        NotFound: letters.no_sheet.
    """
    sheet = next((each for each in label_sheets() if each.id == request.paper), None)
    if sheet is None:
        raise NotFound("letters.no_sheet")
    fonts, buffer = Fonts(), io.BytesIO()
    fonts.width("x", 12, bold=False)  # loads the font the page begins with
    size = PAPERS[sheet.paper]
    canvas = Canvas(buffer, pagesize=size, invariant=1, pageCompression=1, initialFontName=FIRST_FONT)
    canvas.setTitle("Labels")
    canvas.setCreator("ICM Desktop")
    on_sheet, at = sheet.across * sheet.down, max(request.skip, 0)
    at %= on_sheet
    pages = 1
    for one in inside:
        if at == on_sheet:
            canvas.showPage()
            at, pages = 0, pages + 1
        name = plain(" ".join(part for part in (one.head.given, one.head.family) if part))
        _label(canvas, fonts, sheet, at, size[1], (name, *one.address))
        at += 1
    canvas.showPage()
    canvas.save()
    missing = fonts.squares
    return LettersMade(request.kind, sheet.paper, buffer.getvalue(), pages, (), outside, missing)


def _label(canvas: Canvas, fonts: Fonts, sheet: LabelSheet, at: int, height: float, texts: Sequence[str]) -> None:
    """Paint the texts in the middle of the label's height."""
    down, across = divmod(at, sheet.across)
    left = (sheet.first.left + across * sheet.step_x) * _MM
    top = height - (sheet.first.top + down * sheet.step_y) * _MM
    kind, lines = fitted(fonts, texts, sheet.first.width * _MM - 2 * _PAD, sheet.first.height * _MM - _PAD)
    spare = (sheet.first.height * _MM - kind.height(lines)) / 2
    kind.paint(canvas, lines, left + _PAD, top - max(spare, 0))
