"""A tree of C-CDA narrative or HTML to the blocks of a narrative."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from icm_desktop.domain.narrative import Block, Cell, Heading, Listing, Passage, Span, Table
from icm_desktop.domain.plain_text import visible
from icm_desktop.exchange.documents.markup import Node

_SKIPPED = frozenset({"script", "style", "head", "template", "iframe", "object", "noscript", "colgroup", "col"})
_LISTS = frozenset({"list", "ul", "ol", "dl"})
_ITEMS = ("item", "li", "dt", "dd")
_HEADINGS = {f"h{level}": min(level + 1, 4) for level in range(1, 7)}
_BLOCKS = _LISTS | frozenset(
    {"paragraph", "p", "div", "section", "article", "body", "html", "header", "footer", "main"}
)
_BLOCKS |= frozenset({"table", "text", "blockquote", "pre", "center", "fieldset", "form", "hr", "address", *_HEADINGS})
_PICTURES = frozenset({"rendermultimedia", "img", "svg", "video", "audio", "canvas"})
_BOLD = frozenset({"b", "strong", "th"})
_ITALIC = frozenset({"i", "em", "cite"})
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_PLAIN = Span("")
_WIDEST = 40  # a cell that claims to span more columns or rows is not believed


class Shaper:
    """Makes blocks of nodes; counts what has no words."""

    def __init__(self) -> None:
        self.left_out = 0

    def blocks(self, node: Node, look: Span = _PLAIN) -> tuple[Block, ...]:
        """The blocks inside an element; words between blocks become paragraphs of their own."""
        made: list[Block] = []
        line: list[Span] = []
        self._gather(node, look, made, line)
        _flush(line, made)
        return tuple(made)

    def _gather(self, node: Node, look: Span, made: list[Block], line: list[Span]) -> None:
        for part in node.inside:
            if isinstance(part, str):
                line.append(replace(look, text=part if node.tag == "pre" else _SPACE.sub(" ", part)))
            elif part.tag in _SKIPPED:
                continue
            elif part.tag == "br":
                line.append(replace(look, text="\n"))
            elif part.tag in _PICTURES:
                self._picture(part, look, line)
            elif part.tag in _BLOCKS or part.tag == "caption":
                _flush(line, made)
                made.extend(self._block(part, _look(part, look)))
            else:
                self._gather(part, _look(part, look), made, line)

    def _picture(self, part: Node, look: Span, line: list[Span]) -> None:
        """A picture cannot be shown; what stands for it in words can."""
        self.left_out += 1
        caption = part.child("caption")
        words = caption.words() if caption is not None else part.attributes.get("alt", "")
        if words.strip():
            line.append(replace(look, text=f"[{words.strip()}]"))

    def _block(self, part: Node, look: Span) -> Iterable[Block]:
        if part.tag in _HEADINGS:
            words = _seen(part.words())
            return [Heading(words, _HEADINGS[part.tag])] if words else []
        if part.tag == "caption":
            words = _seen(part.words())
            return [Heading(words, 4)] if words else []
        if part.tag in _LISTS:
            return self._list(part, look)
        return self._table(part, look) if part.tag == "table" else self.blocks(part, look)

    def _list(self, part: Node, look: Span) -> Iterator[Block]:
        """A list; words of it that stand outside its items are not lost."""
        caption = part.child("caption")
        if caption is not None and caption.words():
            yield Heading(_seen(caption.words()), 4)
        items = tuple(
            blocks for blocks in (self.blocks(item, _look(item, look)) for item in part.children(*_ITEMS)) if blocks
        )
        if items:
            yield Listing(items, part.tag == "ol" or part.attributes.get("listtype", "").lower() == "ordered")
        yield from self.blocks(_rest(part, (*_ITEMS, "caption")), look)

    def _table(self, part: Node, look: Span) -> Iterator[Block]:
        caption = part.child("caption")
        rows = tuple(row for row in (self._row(row, look) for row in _rows(part)) if row)
        if rows:
            yield Table(rows, _seen(caption.words()) if caption is not None else "")
        yield from self.blocks(_rest(part, ("caption", "thead", "tbody", "tfoot", "tr", "colgroup", "col")), look)

    def _row(self, row: Node, look: Span) -> tuple[Cell, ...]:
        cells = tuple(self._cell(cell, look) for cell in row.children("td", "th"))
        return cells if any(cell.blocks for cell in cells) else ()

    def _cell(self, cell: Node, look: Span) -> Cell:
        spans = (_spanned(cell, "colspan"), _spanned(cell, "rowspan"))
        return Cell(self.blocks(cell, _look(cell, look)), cell.tag == "th", *spans)


def _rows(part: Node) -> Iterator[Node]:
    for child in part.children("thead", "tbody", "tfoot", "tr"):
        if child.tag == "tr":
            yield child
        else:
            yield from child.children("tr")


def _rest(part: Node, known: tuple[str, ...]) -> Node:
    """The element without what was shown of it already."""
    left = [inner for inner in part.inside if isinstance(inner, str) or inner.tag not in known]
    return Node(part.tag, part.attributes, left)


def _spanned(cell: Node, name: str) -> int:
    said = cell.attributes.get(name, "").strip()
    return min(max(int(said), 1), _WIDEST) if said.isascii() and said.isdigit() and len(said) < 6 else 1


def _look(part: Node, look: Span) -> Span:
    style = (part.attributes.get("stylecode", "") + " " + part.attributes.get("style", "")).lower()
    bold = look.bold or part.tag in _BOLD or "bold" in style or "emphasis" in style
    italic = look.italic or part.tag in _ITALIC or "italic" in style
    underline = look.underline or part.tag == "u" or "underline" in style
    return Span("", bold, italic, underline)


def _flush(line: list[Span], made: list[Block]) -> None:
    spans = _trimmed(line)
    line.clear()
    if spans:
        made.append(Passage(spans))


def _trimmed(line: list[Span]) -> tuple[Span, ...]:
    """The words of one paragraph: single spaces, none at the ends or beside a break; equal looks joined."""
    joined: list[Span] = []
    before = "\n"
    for span in line:
        text = "".join(letter for letter in span.text if letter in "\n\t" or visible(letter))
        if before[-1:] in " \n":
            text = text.lstrip(" ")
        if text.startswith("\n") and joined:
            joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" "))
        if not text:
            continue
        before = text
        if joined and replace(joined[-1], text="") == replace(span, text=""):
            joined[-1] = replace(span, text=joined[-1].text + text)
        else:
            joined.append(replace(span, text=text))
    while joined and not joined[0].text.lstrip():
        joined.pop(0)
    while joined and not joined[-1].text.rstrip():
        joined.pop()
    if joined:
        joined[0] = replace(joined[0], text=joined[0].text.lstrip("\n "))
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(joined)


def _seen(text: str) -> str:
    return "".join(letter for letter in text if visible(letter)).strip()
