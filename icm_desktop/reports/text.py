"""Sets text in lines: wrapped at words, ragged right, never hyphenated, every letter in a font that has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.reports.fonts import Fonts

_LEADING = 1.2  # usual line height over letter size
_DESCENT = 0.23  # of the letter size: what stands below the base line


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one weight."""

    text: str
    bold: bool = False


Line = tuple[Span, ...]
_Word = list[Span]  # spans that stand together without a space between them


class Typesetter:
    """Wraps and paints text of one size. Data never reaches a markup parser: letters are painted as they are."""

    def __init__(self, fonts: Fonts, size: float, leading: float = _LEADING) -> None:
        self.fonts = fonts
        self.size = size
        self.leading = size * leading  # points from line to line
        self.descent = size * _DESCENT
        # Fitting tries the same paragraphs in many layouts; how they wrap depends on the size only.
        self._wrapped: dict[tuple[Line, float], list[Line]] = fonts.wrapped.setdefault(size, {})
        self._space = {bold: fonts.width(" ", size, bold=bold) for bold in (False, True)}

    def wrap(self, spans: Sequence[Span], width: float) -> list[Line]:
        """The lines that hold the spans at this width in points; a word wider than a line is broken."""
        asked = (tuple(spans), width)
        if asked not in self._wrapped:
            self._wrapped[asked] = self._lines(spans, width)
        return self._wrapped[asked]

    def packed(self, pieces: Sequence[str], width: float) -> list[Line]:
        """The pieces with a dot between them, as many on each line as go there; no line begins or ends with a dot."""
        lines: list[str] = []
        for piece in filter(None, pieces):
            longer = f"{lines[-1]} · {piece}" if lines else ""
            if longer and self.natural_width([Span(longer)]) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
        return [line for text in lines for line in self.wrap([Span(text)], width)]

    def _lines(self, spans: Sequence[Span], width: float) -> list[Line]:
        lines: list[list[Span]] = []
        used = 0.0
        for word in self._words(spans, width):
            wide = sum(self._width(span) for span in word)
            gap = self._space[word[0].bold]
            if lines and used + gap + wide <= width:
                lines[-1] += [Span(" ", lines[-1][-1].bold), *word]
                used += gap + wide
            else:
                lines.append(list(word))
                used = wide
        return [_merged(line) for line in lines]

    def paint(self, canvas: Canvas, lines: Sequence[Line], x: float, top: float) -> None:
        """Paint lines below `top`; x and top in points from the lower left corner."""
        for number, line in enumerate(lines):
            text = canvas.beginText(x, top + self.descent - (number + 1) * self.leading)
            for span in line:
                for piece in self.fonts.pieces(self.fonts.in_painting_order(span.text), bold=span.bold):
                    text.setFont(piece.font, self.size)
                    text.textOut(piece.text)
            canvas.drawText(text)

    def height(self, lines: Sequence[Line]) -> float:
        """Height of lines in points."""
        return len(lines) * self.leading

    def natural_width(self, spans: Sequence[Span]) -> float:
        """Width of the spans on one line, in points."""
        return sum(self.fonts.width(self.fonts.shaped(span.text), self.size, bold=span.bold) for span in spans)

    def _width(self, span: Span) -> float:
        return self.fonts.width(span.text, self.size, bold=span.bold)

    def _words(self, spans: Sequence[Span], width: float) -> Iterator[_Word]:
        word: _Word = []
        for span in spans:
            parts = span.text.split(" ")
            for number, part in enumerate(parts):
                if number and word:
                    yield from self._fitting(word, width)
                    word = []
                if part:
                    word.append(Span(self.fonts.shaped(part), span.bold))
        if word:
            yield from self._fitting(word, width)

    def _fitting(self, word: _Word, width: float) -> Iterator[_Word]:
        """The word, in parts when it is wider than a line: after a hyphen if it has one, else where the line ends."""
        if sum(self._width(span) for span in word) <= width:
            yield word
            return
        part, used, bold = "", 0.0, word[0].bold
        for span in word:
            for letter in span.text:
                wide = self.fonts.width(letter, self.size, bold=span.bold)
                if part and (used + wide > width or span.bold != bold):
                    hyphen = part.rfind("-") if span.bold == bold else 0
                    cut = hyphen + 1 if hyphen > 0 else len(part)
                    yield [Span(part[:cut], bold)]
                    part = part[cut:]
                    used = self._width(Span(part, bold))
                part, used, bold = part + letter, used + wide, span.bold
        if part:
            yield [Span(part, bold)]


def _merged(line: Sequence[Span]) -> Line:
    """Neighbours of one weight joined, so that reading order is decided over whole stretches."""
    merged: list[Span] = []
    for span in line:
        if merged and merged[-1].bold == span.bold:
            merged[-1] = Span(merged[-1].text + span.text, span.bold)
        else:
            merged.append(span)
    return tuple(merged)
