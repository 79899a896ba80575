"""The fonts of printed pages: which one has a letter, joined Arabic, reading order, and what no font has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from icm_desktop.domain.plain_text import is_right_to_left

# Nothing is ever fetched or read because of what a record says.
rl_config.trustedHosts = []
rl_config.trustedSchemes = ["data"]

FIRST_FONT = "ICMPlain-Regular"
REPLACEMENT = "□"
_FAMILIES = ("ICMPlain", "NotoSansArabic")  # in this order: the first that has the letter prints it


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one font, in the order they are painted."""

    font: str
    text: str


class Fonts:
    """The fonts of one page. `missing` collects letters that no bundled font has; they print as a square.

    `turned` collects texts that were set from right to left, which somebody who reads them should look at.
    """

    def __init__(self) -> None:
        self.missing: set[str] = set()
        self.turned: set[str] = set()
        self.wrapped: dict[float, dict[Any, Any]] = {}  # paragraphs that were set in lines, by size of letters

    @property
    def squares(self) -> str:
        """Every letter so far that prints as a square."""
        return "".join(sorted(self.missing))

    def shaped(self, text: str) -> str:
        """The text with Arabic letters joined; in the order it is read."""
        if not is_right_to_left(text):
            return text
        self.turned.add(text)
        return _reshape(text)

    def in_painting_order(self, text: str) -> str:
        """Shaped text of one line from left to right, spaces at its ends left where they are."""
        if not is_right_to_left(text):
            return text
        from bidi import get_display

        words = text.strip(" ")
        before = len(text) - len(text.lstrip(" "))
        after = len(text) - len(words) - before
        return " " * before + str(get_display(words)) + " " * after

    def pieces(self, text: str, *, bold: bool) -> Iterator[Piece]:
        """The text cut where the font changes."""
        font, run = "", ""
        for letter in text:
            name, shown = self._font_of(letter, bold=bold)
            if name != font and run:
                yield Piece(font, run)
                run = ""
            font, run = name, run + shown
        if run:
            yield Piece(font, run)

    def width(self, text: str, size: float, *, bold: bool) -> float:
        """Width of shaped text in points."""
        return sum(_width(piece.font, piece.text, size) for piece in self.pieces(text, bold=bold))

    def _font_of(self, letter: str, *, bold: bool) -> tuple[str, str]:
        for family in _FAMILIES:
            name = f"{family}-{'Bold' if bold else 'Regular'}"
            if ord(letter) in _coverage(name):
                return name, letter
        self.missing.add(letter)
        return f"{_FAMILIES[0]}-{'Bold' if bold else 'Regular'}", REPLACEMENT


@cache
def _font(name: str) -> TTFont:
    with as_file(files("resources").joinpath("fonts", f"{name}.ttf")) as path:
        font = TTFont(name, str(path))
    pdfmetrics.registerFont(font)
    return font


@cache
def _coverage(name: str) -> frozenset[int]:
    """Code points the font has a glyph for; glyph 0 is the empty box."""
    return frozenset(code for code, glyph in _font(name).face.charToGlyph.items() if glyph)


@lru_cache(maxsize=4096)
def _width(font: str, text: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


@lru_cache(maxsize=256)
def _reshape(text: str) -> str:
    from arabic_reshaper import ArabicReshaper

    shaper = ArabicReshaper({"delete_harakat": False, "delete_tatweel": False, "support_zwj": True})
    return str(shaper.reshape(text))
