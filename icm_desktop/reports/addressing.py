"""An address in a box of paper: as large as it fits, and never without its street and place."""

from __future__ import annotations

from collections.abc import Sequence

from icm_desktop.reports.fonts import Fonts
from icm_desktop.reports.text import Line, Span, Typesetter

_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
_MOST_OF_ONE = 2  # lines of one long name or street; what is longer ends in three dots
_LEADING = 1.15


def fitted(fonts: Fonts, texts: Sequence[str], width: float, height: float) -> tuple[Typesetter, list[Line]]:
    """The lines in the largest size in which all fit; width and height in points."""
    kind, lines = Typesetter(fonts, _SIZES[-1], _LEADING), list[Line]()
    for size in _SIZES:
        kind = Typesetter(fonts, size, _LEADING)
        lines = [line for text in texts for line in kind.wrap([Span(text)], width)]
        if kind.height(lines) <= height:
            return kind, lines
    lines = [line for text in texts for line in _cut(kind, text, width)]
    return kind, lines[-max(int(height // kind.leading), 1) :]


def _cut(kind: Typesetter, text: str, width: float) -> list[Line]:
    lines = kind.wrap([Span(text)], width)
    if len(lines) <= _MOST_OF_ONE:
        return lines
    last = "".join(span.text for span in lines[_MOST_OF_ONE - 1])
    return [*lines[: _MOST_OF_ONE - 1], (Span(last[:-2] + "…"),)]
