"""Reads a printed page back: text, sizes, fonts, glyphs."""

from __future__ import annotations

import ctypes
import io
import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdfium2 import raw

from icm_desktop.domain.readability import read


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page with single spaces, joined letters taken apart."""
    document = pdfium.PdfDocument(pdf)
    try:
        return [tidy(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


def text(pdf: bytes) -> str:
    """The text of all pages."""
    return " ".join(page_texts(pdf))


def tidy(words: str) -> str:
    """Single spaces, composed letters."""
    return " ".join(unicodedata.normalize("NFKC", words).split())


def letter_sizes(pdf: bytes) -> list[float]:
    """The size in points of every visible letter."""
    document = pdfium.PdfDocument(pdf)
    sizes: list[float] = []
    for page in document:
        letters = page.get_textpage()
        for index in range(letters.count_chars()):
            code = raw.FPDFText_GetUnicode(letters.raw, index)
            if code > 32 and not raw.FPDFText_IsGenerated(letters.raw, index):
                sizes.append(raw.FPDFText_GetFontSize(letters.raw, index))
    document.close()
    return sizes


def fonts(pdf: bytes) -> dict[str, bool]:
    """The name of every font with whether it is in the file."""
    found: dict[str, bool] = {}
    for page in PdfReader(io.BytesIO(pdf)).pages:
        resources: Any = page["/Resources"]
        for reference in resources["/Font"].values():
            font = reference.get_object()
            descriptor = font.get("/FontDescriptor")
            found[font["/BaseFont"]] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found


@cache
def glyphs(font: str) -> frozenset[int]:
    """The code points a bundled font can draw, read by another library than the one that writes pages."""
    path = Path(str(files("resources").joinpath("fonts", f"{font}.ttf")))
    with TTFont(path) as opened:
        return frozenset(code for code, name in opened.getBestCmap().items() if name != ".notdef")


def empty_boxes(pdf: bytes) -> list[str]:
    """Letters whose font has no glyph for them: they would print as an empty box."""
    document = pdfium.PdfDocument(pdf)
    found: list[str] = []
    for page in document:
        letters = page.get_textpage()
        for index in range(letters.count_chars()):
            code = raw.FPDFText_GetUnicode(letters.raw, index)
            if code <= 32 or raw.FPDFText_IsGenerated(letters.raw, index):
                continue
            name = ctypes.create_string_buffer(100)
            flags = ctypes.c_int()
            raw.FPDFText_GetFontInfo(letters.raw, index, name, 100, flags)
            if code not in glyphs(name.value.decode().split("+")[-1]):
                found.append(chr(code))
    document.close()
    return found


def right_edge(pdf: bytes) -> float:
    """How far right any letter reaches, in points."""
    document = pdfium.PdfDocument(pdf)
    edge = 0.0
    for page in document:
        letters = page.get_textpage()
        for index in range(letters.count_chars()):
            left, right, bottom, top = (ctypes.c_double() for _ in range(4))
            if raw.FPDFText_GetCharBox(letters.raw, index, left, right, bottom, top):
                edge = max(edge, right.value)
    document.close()
    return edge


def ease(text: str) -> float:
    """Fernández-Huerta ease of Spanish; 70 and more is easy. Source: Fernández Huerta 1959 in the corrected form
    206.84 - 60 x syllables per word - 1.02 x words per sentence.
    """
    counts = read(text, "es")
    if not counts.words:
        return 100.0
    return 206.84 - 60 * counts.syllables / counts.words - 1.02 * counts.words / counts.sentences
