"""Writes a narrative into a text document block by block; no markup is ever interpreted."""

from __future__ import annotations

from collections.abc import Iterator

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

from icm_desktop.domain.narrative import Block, Cell, Heading, Listing, Narrative, Passage, Span, Table
from ui.theme import Theme

_LARGER = {1: 2, 2: 1}  # steps above the usual letters, as the size of all of them changes
_ROWS_AT_ONCE = 40  # a long table goes on as a further one: laying it out never holds the window up
_DEEPEST = 12


class NarrativeWriter:
    """Writes into `document`; `steps` gives the work in small pieces."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._cursor = QTextCursor(document)
        self._begun = False

    def steps(self, narrative: Narrative) -> Iterator[None]:
        """Write block after block; the caller lets the window breathe between them."""
        for block in narrative.blocks:
            if isinstance(block, Table):
                for part in _parts(block):
                    self._table(part, 0)
                    yield
            else:
                self._block(block, 0)
                yield

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

    def _listing(self, listing: Listing, depth: int) -> None:
        style = QTextListFormat()
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

    def _table(self, table: Table, depth: int) -> None:
        if table.caption:
            self._heading(Heading(table.caption, 4))
        grid, columns = _grid(table)
        if not columns:
            return
        made = self._cursor.insertTable(len(table.rows), columns, _table_look())
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


def _table_look() -> QTextTableFormat:
    theme, look = Theme.current(), QTextTableFormat()
    look.setCellPadding(theme.px(4))
    look.setCellSpacing(0)
    look.setBorder(1)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(theme.colour("divider"))
    look.setBorderCollapse(True)
    look.setTopMargin(theme.px(4))
    look.setBottomMargin(theme.px(4))
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


def _parts(table: Table) -> Iterator[Table]:
    """A long table in parts that begin where no cell reaches over from above."""
    begin, reach = 0, 0
    for at, row in enumerate(table.rows):
        if at >= begin + _ROWS_AT_ONCE and at >= reach:
            yield Table(table.rows[begin:at], table.caption if begin == 0 else "")
            begin = at
        reach = max([reach, *(at + cell.rows for cell in row)])
    yield Table(table.rows[begin:], table.caption if begin == 0 else "")
