"""What people read of a section without any stylesheet: a table with a line for each entry that points to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from icm_desktop.exchange.ccda.writing.markup import Markup, el

NO_INFORMATION = "No information is on file."


def table(heads: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> Markup:
    """A table; each row has an ID on its first cell."""
    head = el("thead", el("tr", *(el("th", one) for one in heads)))
    body = [
        el("tr", *(el("td", cell or "-", ID=name if place == 0 else None) for place, cell in enumerate(cells)))
        for name, cells in rows
    ]
    return el("table", head, el("tbody", *body), border="1", width="100%")


def paragraphs(*told: str | None, name: str | None = None) -> Markup:
    """Words in lines."""
    lines = [one for part in told if part for one in part.splitlines() if one.strip()]
    return el("content", *(el("paragraph", one) for one in lines), ID=name)


def section(root: Markup, code: Markup, title: str, words: Markup | None, entries: Sequence[Markup]) -> Markup:
    """A section; one about which nothing is on file says so, and is no claim that there is nothing."""
    text = el("text", words or el("paragraph", NO_INFORMATION))
    inside = [el("entry", one, typeCode="DRIV") for one in entries]
    flavor = None if words else "NI"
    return el("component", el("section", root, code, el("title", title), text, *inside, nullFlavor=flavor))
