"""One FHIR XML element to the same values the JSON form has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.xml_shapes import Shape, shapes

FHIR = "{http://hl7.org/fhir}"
XHTML = "{http://www.w3.org/1999/xhtml}"
_DEEPEST = 60
_UNKNOWN = Shape("", False)
_PLAIN = frozenset({"string", "boolean", "number"})


class Element(Protocol):
    """An XML element as the reader gives it."""

    tag: str
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> Mapping[str, str]:
        """Its attributes."""

    def __iter__(self) -> Iterator[Element]: ...


class NotFhir(Exception):
    """An element that is no FHIR, with the reason in plain words."""


def resource_of(element: Element, depth: int = 0) -> Json:
    """The resource an element is.

    Raises:
        NotFhir: it is none.

    Source: FHIR R4, XML representation and JSON representation.
    """
    kind = element.tag.removeprefix(FHIR)
    if not element.tag.startswith(FHIR) or "resourceType" in shapes().get(kind, {}):
        raise NotFhir("An element is not of FHIR.")
    if kind not in shapes():
        raise NotFhir(f"FHIR R4 has no resource {kind[:40]}.")
    return {"resourceType": kind, **_complex(element, kind, depth)}


def _complex(element: Element, kind: str, depth: int) -> Json:
    if depth > _DEEPEST:
        raise NotFhir("The resource is nested too deeply.")
    known = shapes().get(kind, {})
    found: Json = {name: element.attrib[name] for name in ("id", "url") if name in element.attrib}
    for child in element:
        name = child.tag.removeprefix(FHIR)
        if child.tag.startswith(XHTML):
            found["div"] = _narrative(child)
        elif child.tag.startswith(FHIR):
            _add(found, name, child, known.get(name, _UNKNOWN), depth)
        else:
            raise NotFhir("An element is not of FHIR.")
    return found


def _add(found: Json, name: str, child: Element, shape: Shape, depth: int) -> None:
    if shape.holds in _PLAIN or (shape is _UNKNOWN and "value" in child.attrib):
        _add_plain(found, name, child, shape, depth)
        return
    value = _inner_resource(child, depth) if shape.holds == "Resource" else _complex(child, shape.holds, depth + 1)
    if shape.repeats:
        found.setdefault(name, []).append(value)
    elif name in found:
        raise NotFhir(f"The element {name[:40]} stands twice.")
    else:
        found[name] = value


def _add_plain(found: Json, name: str, child: Element, shape: Shape, depth: int) -> None:
    """A simple value; its id and extensions go beside it under "_name", in lists at the same place."""
    value = _converted(child.attrib.get("value"), shape.holds)
    beside = _complex(child, "Element", depth + 1) or None
    if not shape.repeats:
        if name in found or f"_{name}" in found:
            raise NotFhir(f"The element {name[:40]} stands twice.")
        if value is not None:
            found[name] = value
        if beside:
            found[f"_{name}"] = beside
        return
    values = found.setdefault(name, [])
    values.append(value)
    if beside or f"_{name}" in found:
        others = found.setdefault(f"_{name}", [None] * (len(values) - 1))
        others.append(beside)


def _converted(value: str | None, holds: str) -> Any:
    if value is None or holds not in ("boolean", "number"):
        return value
    if holds == "boolean":
        return {"true": True, "false": False}.get(value, value)
    try:
        return int(value) if value.lstrip("+-").isdecimal() and len(value) < 20 else float(value)
    except ValueError:
        return value


def _inner_resource(holder: Element, depth: int) -> Json:
    inner = list(holder)
    if len(inner) != 1:
        raise NotFhir("An element that should hold one resource holds none or several.")
    return resource_of(inner[0], depth + 1)


def _narrative(element: Element) -> str:
    parts: list[str] = []
    _write(element, parts, ' xmlns="http://www.w3.org/1999/xhtml"', 0)
    return "".join(parts)


def _write(element: Element, parts: list[str], more: str, depth: int) -> None:
    if depth > _DEEPEST:
        raise NotFhir("A narrative is nested too deeply.")
    tag = element.tag.partition("}")[2]
    attributes = "".join(f' {key}="{_escaped(value)}"' for key, value in element.attrib.items() if "}" not in key)
    parts.append(f"<{tag}{more}{attributes}>{_escaped(element.text or '')}")
    for child in element:
        _write(child, parts, "", depth + 1)
    parts.append(f"</{tag}>")
    if depth:
        parts.append(_escaped(element.tail or ""))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
