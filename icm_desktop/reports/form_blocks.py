"""Blocks of paper forms: answers with boxes, a grid of questions, lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.reports.text import Span, Typesetter


class Options:
    """The answers of a question: a box and what it counts before each, under each other over the whole form."""

    keep = False

    def __init__(self, kind: Typesetter, words: Sequence[tuple[str, str]], width: float, columns: int) -> None:
        self._type, self._side, self._columns = kind, kind.size * 0.86, columns
        self._indent, self._step = kind.size * 1.6, (width - kind.size * 1.6) / columns
        room = self._step - self._side - kind.size * 0.9
        self._lines = [
            kind.wrap(
                [Span(text)] if not value else [Span(f"{value}: " if text else value, bold=True), Span(text)], room
            )
            for value, text in words
        ]
        self._rows = [self._lines[at : at + columns] for at in range(0, len(words), columns)]
        self._gap = kind.size * 0.25
        self.height = sum(self._of(row) for row in self._rows) + kind.size * 0.55

    def _of(self, row: Sequence[Sequence[object]]) -> float:
        return max(len(one) for one in row) * self._type.leading + self._gap

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint boxes and words."""
        canvas.setLineWidth(1.1)
        for row in self._rows:
            for at, lines in enumerate(row):
                left = x + self._indent + at * self._step
                below = top + self._type.descent - self._type.leading - self._side * 0.06
                canvas.rect(left, below, self._side, self._side)
                self._type.paint(canvas, lines, left + self._side + self._type.size * 0.45, top)
            top -= self._of(row)

    def parts(self, room: float) -> Iterator[Options]:
        """Itself: answers stay together."""
        yield self


class GridHead:
    """The answers once, over the columns of boxes of the questions below."""

    keep = True

    def __init__(self, kind: Typesetter, words: Sequence[str], width: float, left: float) -> None:
        self._type, self._left, self._step = kind, left, (width - left) / len(words)
        self._lines = [kind.wrap([Span(text, bold=True)], self._step - 6) for text in words]
        self.height = max(map(len, self._lines)) * kind.leading + 5

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint each answer above its column, at the bottom of the head."""
        for at, lines in enumerate(self._lines):
            height = len(lines) * self._type.leading
            self._type.paint(canvas, lines, x + self._left + at * self._step, top - self.height + 5 + height)

    def parts(self, room: float) -> Iterator[GridHead]:
        """Itself."""
        yield self


class GridRow:
    """A question with a box for each answer beside it."""

    keep = False

    def __init__(
        self, kind: Typesetter, number: int, text: str, values: Sequence[str], width: float, left: float
    ) -> None:
        self._type, self._values, self._width, self._left = kind, values, width, left
        self._number = kind.wrap([Span(f"{number}.", bold=True)], width)
        self._lines = kind.wrap([Span(text)], left - kind.size * 2.2)
        self.height = len(self._lines) * kind.leading + 9

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint a thin line above, the question, and the boxes with what they count."""
        kind, side = self._type, self._type.size * 0.86
        canvas.setLineWidth(0.4)
        canvas.line(x, top - 1, x + self._width, top - 1)
        top -= 4
        kind.paint(canvas, self._number, x, top)
        kind.paint(canvas, self._lines, x + kind.size * 1.6, top)
        step = (self._width - self._left) / len(self._values)
        below = top + kind.descent - kind.leading - side * 0.06
        canvas.setLineWidth(1.1)
        for at, value in enumerate(self._values):
            left = x + self._left + at * step
            canvas.rect(left, below, side, side)
            kind.paint(canvas, [(Span(value, bold=True),)], left + side + kind.size * 0.35, top)

    def parts(self, room: float) -> Iterator[GridRow]:
        """Itself."""
        yield self


class Blanks:
    """Words with a line behind each to write on, beside each other."""

    keep = False

    def __init__(self, kind: Typesetter, words: Sequence[tuple[str, float]], width: float) -> None:
        self._type, self._words, self._width = kind, words, width
        self.height = kind.leading * 1.75

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint the words and the lines."""
        base = top - self._type.leading * 1.2
        canvas.setLineWidth(0.7)
        for word, share in self._words:
            room = self._width * share
            self._type.paint(canvas, [(Span(word),)], x, base + self._type.leading)
            begin = self._type.natural_width([Span(word)]) + self._type.size * 0.4
            canvas.line(
                x + begin, base + self._type.descent - 2, x + room - self._type.size, base + self._type.descent - 2
            )
            x += room

    def parts(self, room: float) -> Iterator[Blanks]:
        """Itself."""
        yield self
