"""FHIR in XML: single resources and bundles, read piece by piece; document types and entities are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from icm_desktop.exchange.fhir.reading import Broken, Entry, LimitedFile, Read, Unreadable, Walk, source_of
from icm_desktop.exchange.fhir.xml_shapes import shapes
from icm_desktop.exchange.fhir.xml_values import FHIR, NotFhir, resource_of


def outermost(path: Path) -> tuple[str, str]:
    """Namespace and name of the outermost element; empty when it cannot be told.

    A fragment that leaves out the namespaces it uses tells its name all the same.
    """
    with path.open("rb") as file:
        start = file.read(_LOOKED_AT)
    found = _OUTERMOST.match(start, _after_asides(start))
    if found is None:
        return "", ""
    prefix, tag, attributes = (part.decode("ascii", "replace") for part in (part or b"" for part in found.groups()))
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    space = re.search(rf"""\s{re.escape(name)}\s*=\s*["']([^"']*)["']""", attributes)
    return (space.group(1) if space else ""), tag


_LOOKED_AT = 100_000  # comments before the first element may be long
_OUTERMOST = re.compile(rb"<(?:([A-Za-z_][\w.-]*):)?([A-Za-z_][\w.-]*)([^>]*)")


def _after_asides(start: bytes) -> int:
    """Where the first element begins: behind comments and processing instructions."""
    at = max(start.find(b"<"), 0)
    while True:
        ends = next((end for mark, end in ((b"<!--", b"-->"), (b"<?", b"?>")) if start.startswith(mark, at)), None)
        if ends is None:
            return at
        closed = start.find(ends, at)
        at = start.find(b"<", closed) if closed >= 0 else -1
        if at < 0:
            return len(start)


def xml_entries(path: Path) -> Iterator[Read]:
    """Every resource of an XML file, in order.

    Raises:
        Unreadable: not correct XML, a document type or entities, too large, or not FHIR; before or while entries are
            given.
    """
    with path.open("rb") as file:
        limited = LimitedFile(file)
        try:
            yield from _resources(limited)
        except ParseError as problem:
            line, column = problem.position
            raise Unreadable(f"This is not correct XML: line {line}, column {column + 1}.") from None
        except DefusedXmlException:
            raise Unreadable("The file declares a document type or entities. Such files are not read.") from None
        except (LookupError, ValueError, UnicodeError):
            raise Unreadable("The text is in an encoding that cannot be read. Save it as UTF-8 first.") from None


def _resources(limited: LimitedFile) -> Iterator[Read]:
    events = iterparse(limited, events=("start", "end"), forbid_dtd=True)
    root: Any = next(events)[1]
    if not root.tag.startswith(FHIR) or root.tag.removeprefix(FHIR) not in shapes():
        raise Unreadable("This XML file holds no FHIR resources.", skipped=True)
    walk = Walk()
    if root.tag == f"{FHIR}Bundle":
        yield from _entries(events, root, walk, limited)
        return
    for _ in events:
        pass  # to the end: the file is one resource
    try:
        yield from walk.resource(resource_of(root), Entry({}), 0)
    except NotFhir as problem:
        raise Unreadable(str(problem)) from None


def _entries(events: Any, root: Any, walk: Walk, limited: LimitedFile) -> Iterator[Read]:
    depth, place = 1, None
    for event, element in events:
        depth += 1 if event == "start" else -1
        if event == "end" and depth == 1 and element.tag == f"{FHIR}entry":
            place = place or Entry({}, None, walk.next_bundle(), _source(root))
            limited.since_entry = 0
            yield from _entry(element, walk, place)
            root.remove(element)


def _source(root: Any) -> str:
    meta = root.find(f"{FHIR}meta/{FHIR}source")
    return source_of({"meta": {"source": meta.attrib.get("value")}} if meta is not None else {})


def _entry(element: Any, walk: Walk, place: Entry) -> Iterator[Read]:
    url, holder = element.find(f"{FHIR}fullUrl"), element.find(f"{FHIR}resource")
    item: dict[str, Any] = {"fullUrl": url.attrib.get("value") if url is not None else None}
    inner = list(holder) if holder is not None else []
    if holder is None:
        request = {name: _value(element, f"request/{FHIR}{name}") for name in ("method", "url")}
        told = {"request": request} if any(request.values()) else {"response": {}}
        yield from walk.entry({**item, **told}, place, 0)
        return
    if len(inner) != 1:
        yield Broken("An entry of a bundle holds no resource or several.")
        return
    try:
        item["resource"] = resource_of(inner[0])
    except NotFhir as problem:
        kind = inner[0].tag.removeprefix(FHIR)
        yield Broken(str(problem), kind if kind in shapes() else "unknown")
        return
    yield from walk.entry(item, place, 0)


def _value(element: Any, path: str) -> str | None:
    """The value of an element inside another."""
    found = element.find(f"{FHIR}{path}")
    return found.attrib.get("value") if found is not None else None
