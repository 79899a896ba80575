"""Pictures on a patient's page: the six pictograms, and the square that a telephone reads an address from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.pictograms import SQUARE, pictograms
from icm_desktop.reports.text import Span, Typesetter

STANDARD_SIDE, LARGE_SIDE = 36.0, 48.0  # points: never less than half an inch
_STROKE = 2.6  # of the square
_APART = 8.0
_CODE_SIDE = 64.0
_QUIET = 4  # white squares around a code


def paint(canvas: Canvas, name: str, x: float, top: float, side: float) -> None:
    """Paint a pictogram with its upper left corner at (x, top), `side` points wide."""
    picture = pictograms()[name]
    canvas.saveState()
    canvas.translate(x, top - side)
    canvas.scale(side / SQUARE, side / SQUARE)
    canvas.setLineWidth(_STROKE)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for x1, y1, x2, y2 in picture["lines"]:
        canvas.line(x1, y1, x2, y2)
    for x1, y1, radius in picture["circles"]:
        canvas.circle(x1, y1, radius)
    for x1, y1, radius, first, extent in picture["arcs"]:
        canvas.arc(x1 - radius, y1 - radius, x1 + radius, y1 + radius, first, extent)
    for x1, y1, width, height, radius in picture["boxes"]:
        canvas.roundRect(x1, y1, width, height, radius)
    for kind in ("shapes", "areas"):
        for corners in picture[kind]:
            path = canvas.beginPath()
            path.moveTo(corners[0], corners[1])
            for at in range(2, len(corners), 2):
                path.lineTo(corners[at], corners[at + 1])
            path.close()
            canvas.drawPath(path, fill=int(kind == "areas"))
    canvas.restoreState()


class PictureHeading:
    """A section's heading with its picture to the left; kept with what follows."""

    def __init__(self, kind: Typesetter, picture: str, text: str, width: float, side: float, *, after: float) -> None:
        self._type, self._picture, self._side, self._after = kind, picture, side, after
        self._lines = kind.wrap([Span(text, bold=True)], width - side - _APART)
        self.height = max(side, kind.height(self._lines)) + after
        self.keep = True

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint picture and words, their middles on one line."""
        whole = self.height - self._after
        paint(canvas, self._picture, x, top - (whole - self._side) / 2, self._side)
        below = (whole - self._type.height(self._lines)) / 2
        self._type.paint(canvas, self._lines, x + self._side + _APART, top - below)

    def parts(self, room: float) -> Iterator[PictureHeading]:
        """Itself."""
        yield self


class Legend:
    """Pictures beside each other, each with its caption beneath: what the words of the list mean."""

    def __init__(
        self, kind: Typesetter, pictures: Sequence[tuple[str, Sequence[Span]]], width: float, side: float
    ) -> None:
        self._type, self._side = kind, side
        self._column = width / len(pictures)
        self._pictures = [
            (name, [line for span in caption for line in kind.wrap([span], self._column - _APART)])
            for name, caption in pictures
        ]
        lines = max(len(lines) for _, lines in self._pictures)
        self.height = side + 2 + lines * kind.leading + kind.size * 0.5
        self.keep = True

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint each picture over its caption."""
        for name, lines in self._pictures:
            paint(canvas, name, x, top, self._side)
            self._type.paint(canvas, lines, x, top - self._side - 2)
            x += self._column

    def parts(self, room: float) -> Iterator[Legend]:
        """Itself."""
        yield self


class Code:
    """A square that a telephone reads a public address from, and the same address in words beside it."""

    def __init__(self, kind: Typesetter, address: str, words: str, width: float) -> None:
        self._type, self._address = kind, address
        self._lines = kind.wrap([Span(words)], width - _CODE_SIDE - _APART)
        self.height = max(_CODE_SIDE, kind.height(self._lines)) + 2
        self.keep = False

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint the square and the words."""
        code = QrCodeWidget(self._address, barLevel="M", barBorder=_QUIET, barWidth=_CODE_SIDE, barHeight=_CODE_SIDE)
        drawing = Drawing(_CODE_SIDE, _CODE_SIDE)
        drawing.add(code)
        renderPDF.draw(drawing, canvas, x, top - _CODE_SIDE)
        below = (self.height - self._type.height(self._lines)) / 2
        self._type.paint(canvas, self._lines, x + _CODE_SIDE + _APART, top - below)

    def parts(self, room: float) -> Iterator[Code]:
        """Itself."""
        yield self
