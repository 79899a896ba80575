"""Everything shipped as content, with its source and a digest that tells when it changed."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from icm_desktop import paths

FOLDER = paths.RESOURCES / "content"
_NOT_CONTENT = {"schemas", "sample"}
PHRASES = "phrases"


@dataclass(frozen=True, slots=True)
class Shipped:
    """One file of content. `marks`: how sure its parts are (V, V2 verified, P a policy, M from memory)."""

    kind: str
    id: str
    language: str | None
    title: str
    source: str
    year: int | None
    version: str
    marks: tuple[str, ...]
    digest: str


@cache
def shipped() -> tuple[Shipped, ...]:
    """Every file, by kind and name; one that is no TOML is left out: its reader says so."""
    return tuple(read for file in _files() if (read := _read(file)) is not None)


def is_shipped(kind: str, content_id: str) -> bool:
    """Whether there is such a content that can be read."""
    return any((each.kind, each.id) == (kind, content_id) for each in shipped())


@cache
def digests() -> tuple[tuple[str, str, str], ...]:
    """Kind, name and digest of every file, for which none of them is understood: a moment instead of half a second."""
    return tuple((_kind(file), file.stem, _digest(file.read_text("utf-8"))) for file in _files())


def digest_of(kind: str, content_id: str) -> str | None:
    """The digest of one content; None when there is no such file."""
    return next((digest for *each, digest in digests() if each == [kind, content_id]), None)


@cache
def digest_of_all(kinds: tuple[str, ...]) -> str:
    """One digest of every file of these kinds."""
    found = sorted(each for each in digests() if each[0] in kinds)
    return hashlib.sha256(repr(found).encode()).hexdigest()


def lines_of(kind: str, content_id: str) -> tuple[tuple[str, str], ...]:
    """Everything a file says, one line for each value: its place in the file and the value."""
    file = next(each for each in _files() if (_kind(each), each.stem) == (kind, content_id))
    return tuple(_lines(tomllib.loads(file.read_text("utf-8")), ""))


def _lines(part: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, dict):
        for name, value in part.items():
            yield from _lines(value, f"{place}.{name}" if place else name)
    elif isinstance(part, list) and any(isinstance(each, dict | list) for each in part):
        for number, value in enumerate(part, start=1):
            yield from _lines(value, f"{place} {number}")
    else:
        yield place, ", ".join(map(str, part)) if isinstance(part, list) else str(part)


def _files() -> Iterator[Path]:
    for folder in sorted(each for each in FOLDER.iterdir() if each.is_dir() and each.name not in _NOT_CONTENT):
        yield from sorted(folder.rglob("*.toml"))


def _read(file: Path) -> Shipped | None:
    text = file.read_text("utf-8")  # line ends of any system become the same
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
    kind = _kind(file)
    sources = list(dict.fromkeys(_all(document, "source")))
    return Shipped(
        kind=kind,
        id=file.stem,
        language=document.get("language") if kind == PHRASES else None,
        title=str(document.get("title") or document.get("name") or file.stem),
        source="; ".join(sources),
        year=document.get("year") if isinstance(document.get("year"), int) else None,
        version=str(document.get("version", "")),
        marks=tuple(sorted(set(_all(document, "mark")))),
        digest=_digest(text),
    )


def _kind(file: Path) -> str:
    return file.relative_to(FOLDER).parts[0]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _all(part: Any, key: str) -> Iterator[str]:
    """Every text called `key`, anywhere in a document."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name == key and isinstance(value, str):
                yield value
            elif name == key and isinstance(value, dict):
                yield from (text for text in value.values() if isinstance(text, str))
            else:
                yield from _all(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from _all(value, key)
