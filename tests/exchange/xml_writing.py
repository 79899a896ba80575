"""Writes FHIR JSON as FHIR XML, for tests: no code of the product, nor any knowledge of types."""

from __future__ import annotations

import json
from typing import Any
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FHIR = ' xmlns="http://hl7.org/fhir"'


def as_xml(resource: dict[str, Any], head: str = HEAD) -> str:
    """A resource as a document."""
    return head + _resource(resource, _FHIR)


def _resource(resource: dict[str, Any], more: str = "") -> str:
    kind = resource["resourceType"]
    return f"<{kind}{more}>{_inside(resource, top=True)}</{kind}>"


def _inside(thing: dict[str, Any], *, top: bool = False) -> str:
    names = [name for name in thing if not name.startswith("_") and name != "resourceType"]
    names += [name[1:] for name in thing if name.startswith("_") and name[1:] not in thing]
    return "".join(_member(name, thing, top=top) for name in names)


def _member(name: str, thing: dict[str, Any], *, top: bool) -> str:
    value, beside = thing.get(name), thing.get(f"_{name}")
    if not top and name == "id":
        return ""
    if not top and name == "url" and ("extension" in thing or any(key.startswith("value") for key in thing)):
        return ""
    if name == "div":
        return str(value)
    values = value if isinstance(value, list) else [value]
    others = beside if isinstance(beside, list) else [beside]
    length = max(len(values), len(others))
    values += [None] * (length - len(values))
    others += [None] * (length - len(others))
    return "".join(_one(name, each, other) for each, other in zip(values, others, strict=True))


def _one(name: str, value: Any, beside: Any) -> str:
    if isinstance(value, dict) and "resourceType" in value:
        return f"<{name}>{_resource(value)}</{name}>"
    if isinstance(value, dict):
        return f"<{name}{_attributes(value)}>{_inside(value)}</{name}>"
    beside = beside or {}
    told = "" if value is None else f" value={quoteattr(_text(value), {chr(10): '&#10;', chr(9): '&#9;'})}"
    return f"<{name}{_attributes(beside)}{told}>{_inside(beside)}</{name}>"


def _attributes(value: dict[str, Any]) -> str:
    shown = f" id={quoteattr(value['id'])}" if "id" in value else ""
    if "url" in value and ("extension" in value or any(key.startswith("value") for key in value)):
        shown += f" url={quoteattr(value['url'])}"
    return shown


def _text(value: Any) -> str:
    return escape(value, {}) and value if isinstance(value, str) else json.dumps(value)
