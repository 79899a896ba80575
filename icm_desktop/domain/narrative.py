"""Text with structure from outside (C-CDA, FHIR, HTML), without any markup: what a reader shows and search reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one look. `text` may hold line breaks."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 is the document's own."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in one block."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each item is a sequence of blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; it may span several rows and columns."""

    blocks: tuple[Block, ...]
    header: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under an optional caption."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


Block = Heading | Passage | Listing | Table


@dataclass(frozen=True, slots=True)
class Narrative:
    """A whole text.

    `left_out` counts what stands in the original and cannot be shown as words, such as pictures; `elsewhere` are
    addresses of content that was not sent along. They are told, never fetched.
    """

    blocks: tuple[Block, ...]
    left_out: int = 0
    elsewhere: tuple[str, ...] = ()


def as_text(narrative: Narrative) -> str:
    """The words of a narrative, one block to a line, cells separated by a bar."""
    return "\n".join(_lines(narrative.blocks)).strip()


def words_of(paragraph: Passage) -> str:
    """The words of a paragraph without their looks."""
    return "".join(span.text for span in paragraph.spans)


def _lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Passage):
            yield words_of(block)
        elif isinstance(block, Listing):
            yield from _items(block)
        else:
            yield from _rows(block)


def _items(listing: Listing) -> Iterator[str]:
    for number, item in enumerate(listing.items, 1):
        mark = f"{number}. " if listing.ordered else "- "
        yield mark + "\n  ".join(_lines(item))


def _rows(table: Table) -> Iterator[str]:
    if table.caption:
        yield table.caption
    for row in table.rows:
        yield " | ".join("; ".join(_lines(cell.blocks)) for cell in row)
