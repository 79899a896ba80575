"""HTML from outside to a tree: broken markup is mended, scripts and styles are left out, nothing is fetched."""

from __future__ import annotations

from html.parser import HTMLParser

from icm_desktop.exchange.documents.markup import DEEPEST, MOST_NODES, Node

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})
_CLOSED_BY = {
    "li": ("li",),
    "p": ("p",),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("tr", "td", "th"),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "option": ("option",),
}
_STOPS = frozenset({"table", "ul", "ol", "dl", "body", "html", "div", "section"})


def read_html(text: str) -> Node:
    """The tree of a page or of a piece of one."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("html")
        self._open = [self.root]
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_before(tag)
        if self._count >= MOST_NODES:
            return
        self._count += 1
        node = Node(tag.rsplit(":", 1)[-1], {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(node)
        if tag not in _VOID and len(self._open) < DEEPEST:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        bare = tag.rsplit(":", 1)[-1]
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == bare:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)

    def _close_before(self, tag: str) -> None:
        """`<li>` ends the item before it, as browsers have it."""
        ended = _CLOSED_BY.get(tag, ())
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag in ended:
                del self._open[place:]
                return
            if self._open[place].tag in _STOPS:
                return
