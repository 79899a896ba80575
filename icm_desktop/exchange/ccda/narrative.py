"""The narrative of a C-CDA document or fragment: its title, sections and their text."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from icm_desktop.domain.narrative import Block, Heading, Listing, Narrative, Passage, Span
from icm_desktop.exchange.documents.markup import Node
from icm_desktop.exchange.documents.shaping import Shaper

_MOST_CODED = 2000


def narrative_of(root: Node) -> Narrative:
    """What people can read of it. Where no section has words, the names and values of its coded entries instead."""
    shaper = Shaper()
    title = root.child("title") if root.tag == "clinicaldocument" else None
    blocks: list[Block] = [Heading(title.words(), 1)] if title is not None and title.words() else []
    parts = list(_sections(root, shaper, 2))
    if not parts:
        parts = list(_coded(root))
    return Narrative((*blocks, *parts), shaper.left_out, tuple(_elsewhere(root)))


def embedded(root: Node) -> tuple[str | None, bytes] | None:
    """Content type and bytes of a document without sections that only carries a file (nonXMLBody); None otherwise."""
    for node in root.walk():
        if node.tag == "nonxmlbody":
            text = node.child("text")
            if text is None:
                return None
            if text.attributes.get("representation", "").upper() != "B64":
                return text.attributes.get("mediatype") or "text/plain", text.words().encode()
            try:
                return text.attributes.get("mediatype"), base64.b64decode("".join(text.words().split()))
            except (binascii.Error, ValueError):
                return None
    return None


def is_restricted(root: Node) -> bool:
    """Whether the sender marked the whole document as restricted.

    Source: HL7 Confidentiality, codes R (restricted) and V (very restricted).
    """
    code = root.child("confidentialitycode")
    return code is not None and code.attributes.get("code", "").upper() in ("R", "V")


def _elsewhere(root: Node) -> Iterator[str]:
    """Addresses a document without sections gives instead of its content."""
    for node in root.walk():
        if node.tag == "nonxmlbody":
            texts = [text.child("reference") for text in node.children("text")]
            yield from (found.attributes["value"] for found in texts if found and found.attributes.get("value"))


def _sections(node: Node, shaper: Shaper, level: int) -> Iterator[Block]:
    """Sections in their order, those inside a section below it."""
    if node.tag == "section":
        yield from _section(node, shaper, level)
        level += 1
    elif node.tag == "text" and _is_narrative(node):
        yield from shaper.blocks(node)  # a fragment that is only an entry may carry its own narrative
        return
    for child in node.children():
        if node.tag != "section" or child.tag == "component":
            yield from _sections(child, shaper, level)


def _section(node: Node, shaper: Shaper, level: int) -> Iterator[Block]:
    title, text, code = node.child("title"), node.child("text"), node.child("code")
    name = title.words() if title is not None else ""
    if not name and code is not None:
        name = code.attributes.get("displayname", "")
    blocks = shaper.blocks(text) if text is not None else ()
    if not blocks and not any(node.children("component")):
        blocks = tuple(_coded(node))
    if name and (blocks or any(node.children("component"))):
        yield Heading(name, min(level, 4))
    yield from blocks


def _is_narrative(node: Node) -> bool:
    """Words for people, not the reference of an entry to words elsewhere."""
    return bool(node.words())


def _coded(root: Node) -> Iterator[Block]:
    """The readable pieces of coded entries, so that a fragment without narrative still says what it holds."""
    lines: list[str] = []
    for node in root.walk():
        words = " ".join("".join(part for part in node.inside if isinstance(part, str)).split())
        lines += [piece for piece in (words, _named(node)) if piece and piece not in lines[-3:]]
        if len(lines) >= _MOST_CODED:
            break
    if not lines:
        lines = [node.attributes["extension"] for node in root.walk() if node.attributes.get("extension")]
    if lines:
        yield Listing(tuple((Passage((Span(line),)),) for line in lines))


def _named(node: Node) -> str:
    """What a coded element is called or its value with unit; references to words elsewhere say nothing."""
    shown = node.attributes.get("displayname") or node.attributes.get("value", "")
    if node.tag in ("id", "reference") or not shown or shown.startswith("#"):
        return ""
    return f"{shown} {node.attributes.get('unit', '')}".strip()
