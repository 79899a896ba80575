"""Which elements of a FHIR type repeat and what they hold: what XML does not tell and JSON needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

_TABLE = "schemas/fhir/r4_elements.txt"


@dataclass(frozen=True, slots=True)
class Shape:
    """An element: "string", "boolean", "number", "xhtml", "Resource" or the name of a type; and whether it repeats."""

    holds: str
    repeats: bool


@cache
def shapes() -> dict[str, dict[str, Shape]]:
    """Every type with its elements.

    Source: FHIR R4 JSON Schema (packaging/fhir_elements.py).
    """
    text = resources.files("resources").joinpath(_TABLE).read_text(encoding="utf-8")
    found: dict[str, dict[str, Shape]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            name, *words = line.split(" ")
            found[name] = dict(_element(word) for word in words)
    return found


def _element(word: str) -> tuple[str, Shape]:
    name, _, holds = word.partition("=")
    return name.removesuffix("*"), Shape(holds or "string", name.endswith("*"))
