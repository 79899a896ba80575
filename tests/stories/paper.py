"""What must be true of every printed page, read back from the file."""

from __future__ import annotations

from pathlib import Path

from tests.handouts.reading import empty_boxes, fonts, letter_sizes, page_texts


def read_page(file: Path, *, points: float = 12, most_pages: int = 1) -> str:
    """Check pages, letter sizes, fonts and glyphs of a saved page; its text."""
    pdf = file.read_bytes()
    pages = page_texts(pdf)
    assert 1 <= len(pages) <= most_pages
    assert min(letter_sizes(pdf)) >= points
    assert all(fonts(pdf).values())
    assert empty_boxes(pdf) == []
    return " ".join(pages)
