"""A C-CDA file to a tree: read piece by piece, with limits of depth and number; document types and entities refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from icm_desktop.exchange.documents.markup import DEEPEST, MOST_NODES
from icm_desktop.exchange.fhir.reading import LimitedFile, Unreadable


@dataclass(slots=True, eq=False)
class Node:
    """One element: names without namespaces. A child that is not there is `ABSENT`: false, empty, without children."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    text: str = ""
    tail: str = ""

    def __bool__(self) -> bool:
        return bool(self.tag)

    def get(self, name: str) -> str | None:
        """An attribute without white space around it, or None."""
        return (self.attributes.get(name) or "").strip() or None

    def one(self, *path: str) -> Node:
        """The first element at a path, or `ABSENT`."""
        found = self
        for tag in path:
            found = next((child for child in found.children if child.tag == tag), ABSENT)
        return found

    def all(self, *path: str) -> Iterator[Node]:
        """Every element at a path, in order."""
        if not path:
            yield self
            return
        for child in self.children:
            if child.tag == path[0]:
                yield from child.all(*path[1:])

    def walk(self) -> Iterator[Node]:
        """This element and all below, in order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)

    def words(self) -> str:
        """All words below, single spaces."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        yield self.text
        for child in self.children:
            yield from child._pieces()
            # A cell, a line or a paragraph ends a word even where nothing stands between them.
            yield f" {child.tail}"

    def templates(self) -> frozenset[str]:
        """The roots of its template ids, without the part all templates of C-CDA begin with."""
        return frozenset((one.get("root") or "").removeprefix(TEMPLATES) for one in self.all("templateId"))


TEMPLATES = "2.16.840.1.113883.10.20."
ABSENT = Node("")


def read_tree(path: Path) -> Node:
    """The tree of a C-CDA document.

    Raises:
        Unreadable: not correct XML, a document type or entities, too large or too deep.
    """
    with path.open("rb") as file:
        try:
            return _tree(iterparse(LimitedFile(file), events=("start", "end"), forbid_dtd=True))
        except ParseError as problem:
            line, column = problem.position
            raise Unreadable(f"This is not correct XML: line {line}, column {column + 1}.") from None
        except DefusedXmlException:
            raise Unreadable("The file declares a document type or entities. Such files are not read.") from None
        except (LookupError, ValueError, UnicodeError):
            raise Unreadable("The text is in an encoding that cannot be read. Save it as UTF-8 first.") from None


def _tree(events: Any) -> Node:
    root, count = ABSENT, 0
    open_nodes: list[Node] = []
    for event, element in events:
        if event == "start":
            made = Node(_bare(element.tag), {_bare(name): value for name, value in element.attrib.items()})
            if open_nodes:
                open_nodes[-1].children.append(made)
            else:
                root = made
            open_nodes.append(made)
            count += 1
            if len(open_nodes) > DEEPEST or count > MOST_NODES:
                raise Unreadable("The document is nested more deeply or is larger than any real one.")
        else:
            _close(open_nodes.pop(), element)
    return root


def _close(made: Node, element: Any) -> None:
    """Take over the words of an element that has ended, and free what the parser keeps of it."""
    made.text = element.text or ""
    for child, below in zip(element, made.children, strict=True):
        below.tail = child.tail or ""
    element.clear()


def _bare(name: str) -> str:
    return name.rpartition("}")[2]
