"""Tables on a page: rows with a line below, a heading row, and the widths that need the fewest lines."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.reports.pictures import paint
from icm_desktop.reports.text import Line, Span, Typesetter

GUTTER = 8.0  # points between two columns
Cell = Sequence[Sequence[Span]]  # paragraphs of one cell


class _Cells:
    """Cells side by side; the last one goes to the right edge, so fewer cells than columns means it spans."""

    height: float
    keep: bool

    def __init__(self, kind: Typesetter, cells: Sequence[Cell], widths: Sequence[float]) -> None:
        self._type = kind
        self._width = sum(widths)
        self._cells: list[tuple[float, list[Line]]] = []
        x = 0.0
        for number, cell in enumerate(cells):
            is_last = number == len(cells) - 1
            wide = self._width - x if is_last else widths[number]
            room = wide - (0 if is_last else GUTTER)
            self._cells.append((x, [line for spans in cell for line in kind.wrap(spans, room)]))
            x += wide

    @property
    def lines(self) -> int:
        """Lines of the highest cell."""
        return max((len(lines) for _, lines in self._cells), default=0)

    @abstractmethod
    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint with the upper left corner at (x, top)."""

    def parts(self, room: float) -> Iterator[_Cells]:
        """Itself: rows do not run over pages."""
        yield self


class Row(_Cells):
    """One row with a thin line below; `pad` points stand above and below its text together."""

    def __init__(self, kind: Typesetter, cells: Sequence[Cell], widths: Sequence[float], *, pad: float) -> None:
        super().__init__(kind, cells, widths)
        self._above = pad * 0.35
        self.height = self.lines * kind.leading + pad
        self.keep = False

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint the cells and the line below."""
        for offset, lines in self._cells:
            self._type.paint(canvas, lines, x + offset, top - self._above)
        canvas.setLineWidth(0.5)
        canvas.line(x, top - self.height, x + self._width, top - self.height)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictograms `over` the names of the columns after the first, one `beside` the heading; `side` points wide."""

    over: tuple[str, ...] = ()
    beside: str = ""
    side: float = 0


class TableHead(_Cells):
    """The heading of a section over the first column, the names of the other columns beside it, a line below."""

    def __init__(
        self,
        head: Typesetter,
        kind: Typesetter,
        title: str,
        cells: Sequence[Cell],
        widths: Sequence[float],
        pictures: Pictures | None = None,
    ) -> None:
        super().__init__(kind, [[], *cells], widths)
        shown = pictures or Pictures()
        self._head, self._over, self._beside = head, shown.over, shown.beside
        self._side = side = shown.side
        over, beside = shown.over, shown.beside
        self._title = head.wrap([Span(title, bold=True)], widths[0] - GUTTER - (side + _BESIDE if beside else 0))
        above = side + _BESIDE if over else 0.0
        self.height = max(self.lines * kind.leading + above, head.height(self._title), side if beside else 0) + _UNDER
        self.keep = True

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Paint title and names on one base line, and the line below."""
        bottom = top - self.height
        below = bottom + _UNDER - (self._head.descent - self._type.descent)
        left = x + (self._side + _BESIDE if self._beside else 0)
        self._head.paint(canvas, self._title, left, below + self._head.height(self._title))
        if self._beside:
            paint(canvas, self._beside, x, bottom + _UNDER + self._side, self._side)
        for (offset, lines), name in zip(self._cells[1:], self._over, strict=False):
            above = bottom + _UNDER + self._type.height(lines) + _BESIDE / 2
            paint(canvas, name, x + offset, above + self._side, self._side)
        for offset, lines in self._cells:
            self._type.paint(canvas, lines, x + offset, bottom + _UNDER + self._type.height(lines))
        canvas.setLineWidth(1.2)
        canvas.line(x, bottom, x + self._width, bottom)


_BESIDE = 6.0  # points between a picture and words
_UNDER = 2.0  # points between the names of the columns and their line


def fewest_lines(
    kind: Typesetter, rows: Sequence[Sequence[Cell]], room: float, least: Sequence[float]
) -> tuple[float, ...]:
    """Column widths in points that share `room`: no word broken if possible, the fewest lines, as even as can be.

    Args:
        rows: The cells of each row, one for each column.
        least: What each column needs at least, in points; together no more than `room`.
    """
    step = (room - sum(least)) / _STEPS
    choices = [
        tuple(width + share * step for width, share in zip(least, shares, strict=True))
        for shares in _shares(_STEPS, len(least))
    ]
    words = [max((_longest_word(kind, row[column]) for row in rows), default=0) for column in range(len(least))]

    def cost(widths: Sequence[float]) -> tuple[int, int, float]:
        broken = sum(width - GUTTER < word for width, word in zip(widths, words, strict=True))
        return broken, _lines(kind, rows, widths), max(widths) - min(widths)

    return min(choices, key=cost)


def _longest_word(kind: Typesetter, cell: Cell) -> float:
    words = (Span(word, span.bold) for spans in cell for span in spans for word in span.text.split(" "))
    return max((kind.natural_width([word]) for word in words), default=0)


_STEPS = 10


def _shares(total: int, columns: int) -> Iterator[tuple[int, ...]]:
    """Every way to share `total` among the columns."""
    if columns == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in _shares(total - first, columns - 1):
            yield (first, *rest)


def _lines(kind: Typesetter, rows: Sequence[Sequence[Cell]], widths: Sequence[float]) -> int:
    """Lines of all rows; every column counts as narrowed by the space to its right."""
    return sum(
        max(
            sum(len(kind.wrap(spans, width - GUTTER)) for spans in cell)
            for cell, width in zip(row, widths, strict=True)
        )
        for row in rows
    )
