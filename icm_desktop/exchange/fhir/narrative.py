"""The plain text of a note, for search: text, HTML and XML narrative; other formats are left to their readers."""

from __future__ import annotations

import re
from html.parser import HTMLParser

LONGEST = 500_000  # characters kept for search
_SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINES = re.compile(r"\n\s*\n+")
_CHARSET = re.compile(r"charset\s*=\s*\"?([A-Za-z0-9_.-]+)", re.IGNORECASE)
_BREAKS = frozenset(
    {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "table", "title", "paragraph", "item", "text"}
)
_HIDDEN = frozenset({"script", "style"})


def readable_text(data: bytes, content_type: str | None) -> str | None:
    """What can be read in an attachment, or None when it is no kind of text.

    Args:
        data: The attachment.
        content_type: Its MIME type, with a charset perhaps.
    """
    kind = (content_type or "").partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/hl7-cda+xml"):
        return _tidy(_without_tags(_as_text(data, content_type)))
    if kind in ("text/rtf", "application/rtf") or not kind.startswith("text/"):
        return None
    return _tidy(_as_text(data, content_type))


def _as_text(data: bytes, content_type: str | None) -> str:
    found = _CHARSET.search(content_type or "")
    for name in ([found[1]] if found else []) + ["utf-8", "cp1252"]:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")


def _without_tags(markup: str) -> str:
    reader = _Words()
    reader.feed(markup)
    reader.close()
    return "".join(reader.found)


def _tidy(text: str) -> str | None:
    lines = (_SPACES.sub(" ", line).strip() for line in text.replace("\x00", "").split("\n"))
    return _LINES.sub("\n\n", "\n".join(lines)).strip()[:LONGEST] or None


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        if tag in _BREAKS:
            self.found.append("\n")
        elif tag in ("td", "th"):
            self.found.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        if tag in _BREAKS:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.found.append(data)
