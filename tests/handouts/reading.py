"""Reads a printed page back: text, sizes, fonts, glyphs."""

from __future__ import annotations

import ctypes
import io
import unicodedata
from typing import Any

import pypdfium2 as pdfium
from pypdf import PdfReader
from pypdfium2 import raw


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


def empty_boxes(pdf: bytes) -> int:
    """How many letters are drawn with glyph 0, the empty box of a font that lacks the letter."""
    document = pdfium.PdfDocument(pdf)
    count = 0
    for page in document:
        letters = page.get_textpage()
        for index in range(letters.count_chars()):
            if raw.FPDFText_HasUnicodeMapError(letters.raw, index) == 1:
                count += 1
    document.close()
    return count


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
