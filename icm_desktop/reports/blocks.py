"""What stands on a page: paragraphs, headings, tick boxes and boxes, each of a known height."""

from __future__ import annotations

import copy
from abc import abstractmethod
from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.reports.text import Line, Span, Typesetter

_PAD = 4.0


class _Text:
    """Lines that may run over pages when they are higher than one."""

    _type: Typesetter
    _lines: list[Line]
    _first = True  # this part is where the text begins
    _last = True

    height: float
    keep: bool

    def parts(self, room: float) -> Iterator[_Text]:
        """The block itself, or when it is higher than `room` (points) parts of a third of that."""
        if self.height <= room:
            yield self
            return
        most = max(int(room / 3 // self._type.leading), 1)
        for start in range(0, len(self._lines), most):
            part = copy.copy(self)
            part._lines = self._lines[start : start + most]
            part._first = self._first and start == 0
            part._last = self._last and start + most >= len(self._lines)
            part.keep = False
            part.height = part._measured()
            yield part

    @abstractmethod
    def _measured(self) -> float: ...

    @abstractmethod
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint with the upper left corner at (x, top)."""


class Gap:
    """Empty space; `keep`: it ties what stands before it to what follows."""

    def __init__(self, height: float, *, keep: bool = False) -> None:
        self.height = height
        self.keep = keep

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint nothing."""

    def parts(self, room: float) -> Iterator[Gap]:
        """Itself."""
        yield self


class Passage(_Text):
    """Wrapped text, indented when asked."""

    def __init__(
        self,
        kind: Typesetter,
        spans: Sequence[Span],
        width: float,
        *,
        indent: float = 0,
        keep: bool = False,
        after: float = 0,
    ) -> None:
        self._type, self._indent, self._after = kind, indent, after
        self._lines = kind.wrap(spans, width - indent)
        self.height = self._measured()
        self.keep = keep

    def _measured(self) -> float:
        return self._type.height(self._lines) + (self._after if self._last else 0)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint the lines."""
        self._type.paint(canvas, self._lines, x + self._indent, top)


class Heading(Passage):
    """A section's heading, kept with what follows."""

    def __init__(self, kind: Typesetter, text: str, width: float, *, after: float = 3) -> None:
        super().__init__(kind, [Span(text, bold=True)], width, keep=True, after=after)


class Tick(Passage):
    """A sentence with an empty box before it to tick."""

    def __init__(self, kind: Typesetter, text: str, width: float, *, after: float = 3) -> None:
        self._side = kind.size * 0.82
        super().__init__(kind, [Span(text)], width, indent=kind.size * 1.6, after=after)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint the box and the sentence."""
        if self._first:
            canvas.setLineWidth(1.2)
            below = top + self._type.descent - self._type.leading - self._side * 0.06
            canvas.rect(x + 1, below, self._side, self._side)
        super().draw(canvas, x, top)


class Bullet(Passage):
    """An item of a list with a dot before it."""

    def __init__(self, kind: Typesetter, text: str, width: float, *, after: float = 3) -> None:
        self._dot = kind.wrap([Span("•", bold=True)], width)
        super().__init__(kind, [Span(text)], width, indent=kind.size * 1.1, after=after)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint the dot and the sentence."""
        if self._first:
            self._type.paint(canvas, self._dot, x + 2, top)
        super().draw(canvas, x, top)


class Numbered(Passage):
    """A sentence with its number in the margin."""

    def __init__(self, kind: Typesetter, number: int, text: str, width: float) -> None:
        self._number = kind.wrap([Span(f"{number}.", bold=True)], width)
        super().__init__(kind, [Span(text)], width, indent=kind.size * 1.6, after=1)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint the number and the sentence."""
        self._type.paint(canvas, self._number, x + 1, top)
        super().draw(canvas, x, top)


class Boxed(_Text):
    """One part of a box with a border: `first` and `last` parts close it, so that a box may run over pages."""

    def __init__(
        self, kind: Typesetter, spans: Sequence[Span], width: float, *, first: bool, last: bool, border: float = 1.0
    ) -> None:
        self._type, self._width, self._border = kind, width, border
        self._first, self._last = first, last
        self._pad = kind.size * 0.6
        self._lines = kind.wrap(spans, width - 2 * self._pad)
        self.height = self._measured()
        self.keep = first and not last

    def _measured(self) -> float:
        ends = (self._pad * 0.7 if self._first else 0) + (self._pad if self._last else _PAD / 2)
        return self._type.height(self._lines) + ends

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint the sides, the ends that are ours, and the text."""
        canvas.setLineWidth(self._border)
        bottom, right = top - self.height, x + self._width
        canvas.line(x, top, x, bottom)
        canvas.line(right, top, right, bottom)
        if self._first:
            canvas.line(x - self._border / 2, top, right + self._border / 2, top)
        if self._last:
            canvas.line(x - self._border / 2, bottom, right + self._border / 2, bottom)
        start = top - (self._pad * 0.7 if self._first else 0)
        self._type.paint(canvas, self._lines, x + self._pad, start)
