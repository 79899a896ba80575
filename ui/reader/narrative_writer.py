"""Writes a narrative into a text document block by block; no markup is ever interpreted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from icm_desktop.domain.narrative import Block, Cell, Heading, Listing, Narrative, Passage, Span, Table, as_text
from ui.theme import Theme

_LARGER = {1: 2, 2: 1}  # steps above the usual letters, as the size of all of them changes
_CELLS_AT_ONCE = 40  # a long table goes on as a further one: laying it out never holds the window up
_ITEMS_AT_ONCE = 40
_LETTERS_AT_ONCE = 4_000
_CELL = 100  # laying out a cell takes as long as so many letters
_BESIDE, _LONG_WORD, _LONG_CELL = 4, 16, 60  # in letters: space beside words; no column counts with longer ones
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of a table, and how wide its columns are."""

    table: Table
    shares: tuple[float, ...]
    goes_on: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class _More:
    """Items of a list from the number `first` on."""

    listing: Listing
    first: int


class NarrativeWriter:
    """Writes into `document`; `steps` gives the work in small pieces.

    Args:
        document: Where it writes, at its beginning.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._cursor = QTextCursor(document)
        self._begun = False

    def steps(self, narrative: Narrative) -> Iterator[tuple[int, float]]:
        """Write piece after piece; the caller lets the window breathe between them.

        Returns:
            For each piece how heavy it was, in letters, and which share of the whole is there after it.
        """
        for at, block in enumerate(narrative.blocks, 1):
            for piece in _pieces(block):
                if isinstance(piece, _Part):
                    self._table(piece.table, 0, piece)
                elif isinstance(piece, _More):
                    self._listing(piece.listing, 0, piece.first)
                else:
                    self._block(piece, 0)
                yield _weight(piece), at / len(narrative.blocks)

    def _block(self, block: Block, depth: int) -> None:
        if depth > _DEEPEST:
            return
        if isinstance(block, Heading):
            self._heading(block)
        elif isinstance(block, Passage):
            self._new_block(4)
            self._spans(block.spans)
        elif isinstance(block, Listing):
            self._listing(block, depth)
        else:
            self._table(block, depth)

    def _heading(self, heading: Heading) -> None:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setProperty(QTextFormat.Property.FontSizeAdjustment, _LARGER.get(heading.level, 0))
        self._new_block(12 if heading.level <= 2 else 8, heading.level)
        self._cursor.insertText(heading.text, look)

    def _spans(self, spans: tuple[Span, ...]) -> None:
        for span in spans:
            self._cursor.insertText(span.text.replace("\n", "\u2028"), _look(span))

    def _listing(self, listing: Listing, depth: int, first_number: int = 1) -> None:
        style = QTextListFormat()
        style.setStart(first_number)
        ordered = QTextListFormat.Style.ListDecimal if listing.ordered else QTextListFormat.Style.ListDisc
        style.setStyle(ordered)
        style.setIndent(depth + 1)
        made = None
        for item in listing.items:
            first, rest = item[0], item[1:]
            self._new_block(2)
            if made is None:
                made = self._cursor.createList(style)
            else:
                made.add(self._cursor.block())
            self._spans(_spans_of(first))
            if not isinstance(first, Passage | Heading):
                rest = item
            for block in rest:
                self._block(block, depth + 1)

    def _table(self, table: Table, depth: int, part: _Part | None = None) -> None:
        if table.caption:
            self._heading(Heading(table.caption, 4))
        grid, columns = _grid(table)
        if not columns:
            return
        made = self._cursor.insertTable(len(table.rows), columns, _table_look(part))
        for row, column, cell in grid:
            rows = min(cell.rows, len(table.rows) - row)
            if rows > 1 or cell.columns > 1:
                made.mergeCells(row, column, rows, min(cell.columns, columns - column))
            self._cell(made.cellAt(row, column).firstCursorPosition(), cell, depth)
        self._cursor = made.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._begun = False  # a table leaves an empty block behind it: the next words stand in that

    def _cell(self, at: QTextCursor, cell: Cell, depth: int) -> None:
        inner = NarrativeWriter(self._document)
        inner._cursor = at
        if depth >= _DEEPEST:
            return
        for block in cell.blocks:
            bold = tuple(Span(span.text, True, span.italic, span.underline) for span in _spans_of(block))
            inner._block(Passage(bold) if cell.header and bold else block, depth + 1)

    def _new_block(self, above: int, level: int = 0) -> None:
        style = QTextBlockFormat()
        style.setTopMargin(Theme.current().px(above) if self._begun else 0)
        style.setHeadingLevel(level)
        if self._begun:
            self._cursor.insertBlock(style, QTextCharFormat())
        else:
            self._cursor.setBlockFormat(style)
        here = self._cursor.currentList()
        if here is not None:
            here.remove(self._cursor.block())
            self._cursor.setBlockFormat(style)
        self._begun = True


def _spans_of(block: Block) -> tuple[Span, ...]:
    if isinstance(block, Passage):
        return block.spans
    return (Span(block.text, bold=True),) if isinstance(block, Heading) else ()


def _look(span: Span) -> QTextCharFormat:
    look = QTextCharFormat()
    if span.bold:
        look.setFontWeight(QFont.Weight.DemiBold)
    look.setFontItalic(span.italic)
    look.setFontUnderline(span.underline)
    return look


def _table_look(part: _Part | None) -> QTextTableFormat:
    theme, look = Theme.current(), QTextTableFormat()
    goes_on, ends = (part.goes_on, part.ends) if part is not None else (False, True)
    look.setCellPadding(theme.px(4))
    look.setCellSpacing(0)
    look.setBorder(1)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(theme.colour("divider"))
    look.setBorderCollapse(True)
    look.setTopMargin(0 if goes_on else theme.px(4))
    look.setBottomMargin(theme.px(4) if ends else 0)
    if part is not None:
        percent = QTextLength.Type.PercentageLength
        look.setColumnWidthConstraints([QTextLength(percent, share) for share in part.shares])
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return look


def _grid(table: Table) -> tuple[list[tuple[int, int, Cell]], int]:
    """Where each cell begins when those that span rows and columns have taken their room; and how many columns."""
    taken: set[tuple[int, int]] = set()
    places: list[tuple[int, int, Cell]] = []
    columns = 0
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            places.append((row, column, cell))
            down, right = range(row, min(row + cell.rows, len(table.rows))), range(column, column + cell.columns)
            taken.update((y, x) for y in down for x in right)
            column += cell.columns
            columns = max(columns, column)
    return places, columns


def _pieces(block: Block) -> Iterator[Block | _Part | _More]:
    """A block in pieces none of which takes long to lay out."""
    if isinstance(block, Table):
        yield from _parts(block)
    elif isinstance(block, Listing):
        for at in range(0, len(block.items), _ITEMS_AT_ONCE):
            yield _More(Listing(block.items[at : at + _ITEMS_AT_ONCE], block.ordered), at + 1)
    elif isinstance(block, Passage):
        yield from _passages(block)
    else:
        yield block


def _passages(passage: Passage) -> Iterator[Passage]:
    """A paragraph of many thousand letters in several; one of usual length as it is."""
    kept: list[Span] = []
    room = _LETTERS_AT_ONCE
    for span in passage.spans:
        text = span.text
        while len(text) > room:
            end = max(text.rfind("\n", 0, room), text.rfind(" ", 0, room)) + 1 or room
            yield Passage((*kept, replace(span, text=text[:end].rstrip("\n"))))
            kept, room, text = [], _LETTERS_AT_ONCE, text[end:]
        kept.append(replace(span, text=text))
        room -= len(text)
    if kept:
        yield Passage(tuple(kept))


def _parts(table: Table) -> Iterator[_Part]:
    """A long table in parts that begin where no cell reaches over from above; their columns stand under each other."""
    cuts, cells, reach = [0], 0, 0
    for at, row in enumerate(table.rows):
        if cells + len(row) > _CELLS_AT_ONCE and at > cuts[-1] and at >= reach:
            cuts.append(at)
            cells = 0
        cells += len(row)
        reach = max([reach, *(at + cell.rows for cell in row)])
    shares = _shares(table)
    for begin, end in zip(cuts, [*cuts[1:], len(table.rows)], strict=True):
        part = Table(table.rows[begin:end], table.caption if begin == 0 else "")
        yield _Part(part, shares, goes_on=begin > 0, ends=end == len(table.rows))


def _shares(table: Table) -> tuple[float, ...]:
    """How wide each column is in per cent: room for its longest word, more for much text; alike in all parts."""
    places, columns = _grid(table)
    texts: list[list[str]] = [[] for _ in range(columns)]
    for _, column, cell in places:
        if cell.columns == 1 and column < columns:
            texts[column].append(as_text(Narrative(cell.blocks)))
    wide = []
    for told in texts:
        longest = max((len(word) for text in told for word in text.split()), default=0)
        usual = sum(min(len(text), _LONG_CELL) for text in told) / max(len(told), 1)
        wide.append(_BESIDE + min(longest, _LONG_WORD) + usual / 4)
    return tuple(100 * each / sum(wide) for each in wide)


def _weight(piece: Block | _Part | _More) -> int:
    if isinstance(piece, _Part):
        return _letters(piece.table)
    return _letters(piece.listing if isinstance(piece, _More) else piece)


def _letters(block: Block) -> int:
    """About how much there is to lay out, in letters."""
    if isinstance(block, Heading):
        return _CELL + len(block.text)
    if isinstance(block, Passage):
        return _CELL + sum(len(span.text) for span in block.spans)
    if isinstance(block, Listing):
        return sum(_letters(inner) for item in block.items for inner in item)
    return sum(_letters(inner) for row in block.rows for cell in row for inner in cell.blocks)
