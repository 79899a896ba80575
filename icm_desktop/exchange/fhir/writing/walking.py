"""Walks through a resource: its references, its words and its codes, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from icm_desktop.exchange.fhir.values import Json

Answer = Callable[[Json], Json]
# What is never read by people, so that it tells nothing of what a resource is about.
_NO_WORDS = frozenset({
    "id", "reference", "system", "url", "profile", "data", "contentType", "hash", "versionId", "fullUrl", "source",
    "resourceType", "code", "linkId", "use", "status", "lastUpdated", "language", "valueUrl", "valueUri", "unit",
})  # fmt: skip
_TAG = re.compile(r"<[^>]*>")
HELD_BACK = "Held back"


def references(value: Any) -> Iterator[Json]:
    """Every Reference of a resource that names its target by address."""
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


def readdressed(value: Any, answer: Answer) -> Any:
    """A copy in which every Reference is what `answer` makes of it."""
    if isinstance(value, dict):
        copy = {name: readdressed(part, answer) for name, part in value.items()}
        return answer(copy) if _is_reference(copy) else copy
    return [readdressed(part, answer) for part in value] if isinstance(value, list) else value


def _is_reference(value: Json) -> bool:
    return isinstance(value.get("reference"), str) or ("identifier" in value and value.keys() <= _LOGICAL)


_LOGICAL = frozenset({"identifier", "type", "display", "extension"})


def without(value: Any, held: frozenset[str]) -> Any:
    """A copy that no longer points to what is held back: out of lists, else words in its place."""
    if isinstance(value, dict):
        if _points_to(value, held):
            return {"display": HELD_BACK}
        return {name: without(part, held) for name, part in value.items()}
    return [without(part, held) for part in value if not _points_to(part, held)] if isinstance(value, list) else value


def _points_to(value: Any, held: frozenset[str]) -> bool:
    written = value.get("reference") if isinstance(value, dict) else None
    return isinstance(written, str) and written in held


def words(value: Any) -> Iterator[str]:
    """Everything in a resource that people would read."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name == "div" and isinstance(part, str):
                yield _TAG.sub(" ", part)
            elif name not in _NO_WORDS or not isinstance(part, str):
                yield from words(part)
    elif isinstance(value, list):
        for part in value:
            yield from words(part)
    elif isinstance(value, str):
        yield value


def codings(value: Any) -> Iterator[tuple[str | None, str]]:
    """Every code in a resource with its system."""
    if isinstance(value, dict):
        if isinstance(value.get("code"), str):
            system = value.get("system")
            yield (system if isinstance(system, str) else None), value["code"]
        for part in value.values():
            yield from codings(part)
    elif isinstance(value, list):
        for part in value:
            yield from codings(part)
