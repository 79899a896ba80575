"""XML from outside to a tree, without its traps: no entities, no outside references, fragments get their wrapper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from icm_desktop.exchange.documents.letters import decode
from icm_desktop.exchange.documents.markup import DEEPEST, MOST_NODES, Node
from icm_desktop.exchange.documents.unreadable import Unreadable

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>\s*", re.DOTALL)
_WRAPPER = (
    '<fragment xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sdtc="urn:hl7-org:sdtc"'
    ' xmlns:voc="urn:hl7-org:v3/voc" xmlns:cda="urn:hl7-org:v3" xmlns:hl7="urn:hl7-org:v3">'
)


class Element(Protocol):
    """What the reader needs of an element of the standard library's tree."""

    tag: object
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> Mapping[str, str]:
        """Its attributes, names with namespaces in braces."""

    def __iter__(self) -> Iterator[Element]:
        """The elements directly inside."""


def read_xml(data: bytes) -> Node:
    """The tree of an XML document, or of a fragment that leaves out the names it uses.

    Raises:
        Unreadable: It is not XML, uses entities of its own, or is nested deeper or larger than any document.
    """
    try:
        root = _parse(data)
    except (DefusedXmlException, RecursionError):
        raise Unreadable("documents.unsafe") from None
    except (ParseError, ValueError, LookupError):
        raise Unreadable("documents.damaged") from None
    return _tree(root)


def _parse(data: bytes) -> Element:
    try:
        root: Element = fromstring(data)
    except ParseError:
        root = fromstring(_WRAPPER + _DECLARATION.sub("", decode(data).lstrip("\ufeff")) + "</fragment>")
    return root


def _tree(root: Element) -> Node:
    """Without recursion over depth: a hostile depth is refused, not followed."""
    made = Node(_name(root))
    waiting: list[tuple[Element, Node, int]] = [(root, made, 0)]
    count = 0
    while waiting:
        element, node, depth = waiting.pop()
        count += 1
        if depth > DEEPEST or count > MOST_NODES:
            raise Unreadable("documents.unsafe")
        node.attributes = {_bare(name).lower(): value for name, value in element.attrib.items()}
        if element.text:
            node.inside.append(element.text)
        for child in element:
            if isinstance(child.tag, str):
                below = Node(_name(child))
                node.inside.append(below)
                waiting.append((child, below, depth + 1))
            if child.tail:
                node.inside.append(child.tail)
    return made


def _name(element: Element) -> str:
    return _bare(str(element.tag)).lower()


def _bare(name: str) -> str:
    return name.rsplit("}", 1)[-1]
