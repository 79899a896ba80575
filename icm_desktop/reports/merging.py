"""Puts pages together: PDFs as they are, pictures one to a page, words set in lines."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2 as pdfium
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH, PAPERS
from icm_desktop.reports.text import Span, Typesetter

_MARGIN, _BODY, _TITLE = 0.6 * INCH, 10.5, 13


def merged(parts: Sequence[bytes]) -> bytes:
    """One PDF with the pages of all, in order.

    Raises:
        pdfium.PdfiumError: One of them is damaged or closed by a password.
    """
    whole, opened = pdfium.PdfDocument.new(), []
    try:
        for part in parts:
            opened.append(pdfium.PdfDocument(part))
            whole.import_pages(opened[-1])
        written = io.BytesIO()
        whole.save(written)
        return written.getvalue()
    finally:
        whole.close()
        for each in opened:
            each.close()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has.

    Raises:
        pdfium.PdfiumError: It is damaged or closed by a password.
    """
    document = pdfium.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def picture_page(data: bytes, title: str, paper: str, fonts: Fonts) -> bytes:
    """A page with a picture as large as it goes there, never larger than it is at 100 dots an inch.

    Raises:
        OSError: The picture cannot be read.
    """
    buffer, canvas, top = _begun(title, paper, fonts)
    image = ImageReader(io.BytesIO(data))
    wide, high = image.getSize()
    room_wide, room_high = PAPERS[paper][0] - 2 * _MARGIN, top - _MARGIN
    scale = min(room_wide / wide, room_high / high, INCH / 100)
    canvas.drawImage(image, _MARGIN, top - high * scale, wide * scale, high * scale, mask="auto")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def words_pages(text: str, title: str, paper: str, fonts: Fonts) -> bytes:
    """Pages with the words of a document that has no pages of its own; `fonts` collects letters none of ours has."""
    buffer, canvas, top = _begun(title, paper, fonts)
    kind = Typesetter(fonts, _BODY)
    width = PAPERS[paper][0] - 2 * _MARGIN
    lines = [line for part in text.splitlines() for line in (kind.wrap([Span(part)], width) or [(Span(""),)])]
    for line in lines:
        if top - kind.leading < _MARGIN:
            canvas.showPage()
            top = PAPERS[paper][1] - _MARGIN
        kind.paint(canvas, [line], _MARGIN, top)
        top -= kind.leading
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _begun(title: str, paper: str, fonts: Fonts) -> tuple[io.BytesIO, Canvas, float]:
    """A canvas with the title on its first page, and how high the rest may begin."""
    buffer = io.BytesIO()
    fonts.width("x", _BODY, bold=False)  # loads the font the page begins with
    canvas = Canvas(buffer, pagesize=PAPERS[paper], invariant=1, pageCompression=1, initialFontName=FIRST_FONT)
    canvas.setTitle(title)
    canvas.setCreator("ICM Desktop")
    kind, top = Typesetter(fonts, _TITLE), PAPERS[paper][1] - _MARGIN
    lines = kind.wrap([Span(title, bold=True)], PAPERS[paper][0] - 2 * _MARGIN)
    kind.paint(canvas, lines, _MARGIN, top)
    return buffer, canvas, top - kind.height(lines) - _BODY
