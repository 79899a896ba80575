"""Files to resources: JSON, XML, bundles of every type, arrays and NDJSON, with limits; large files are streamed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import ijson

from icm_desktop.exchange.fhir.json_text import BOM, LONGEST_NAME, NoRepeats, NotJson, parsed
from icm_desktop.exchange.fhir.values import Json, obj, text

MOST_BYTES_AT_ONCE = 50_000_000  # of one resource, one NDJSON line, and of a file that is parsed in one go
READ_AHEAD = 131_072
_DEEPEST_BUNDLE = 5
DEFAULT_SOURCE = "fhir"
NOTHING = "The file is read, and there is nothing in it: no resource."
_OF_BUNDLES = frozenset({
    "resourceType", "id", "meta", "implicitRules", "language", "identifier", "type", "timestamp", "total", "link",
    "entry", "signature",
})  # fmt: skip


class Unreadable(Exception):
    """A file that is refused. `reason` is a plain sentence with the place; `skipped`: it is not health data at all."""

    def __init__(self, reason: str, skipped: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.skipped = skipped


@dataclass(frozen=True, slots=True)
class Entry:
    """One resource as it stands in a file.

    `bundle` tells the bundles of one import apart (in a list it is the number of the line); `source` who sent it.
    """

    resource: Json
    full_url: str | None = None
    bundle: int = 0
    source: str = DEFAULT_SOURCE


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that should have been a resource. `kind` is its type, as far as known; `line` its place in a list."""

    reason: str
    kind: str = "unknown"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """Something that stands in a file of another format and becomes no resource: counted as not understood."""

    reason: str
    kind: str = "unknown"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be told of a file that is nothing that can be counted."""

    words: str


@dataclass(frozen=True, slots=True)
class Gone:
    """A resource of which the file says that it was deleted at its source."""

    kind: str
    id: str
    source: str


Read = Entry | Broken | Remark | Gone


def entries(path: Path, *, again: bool = False) -> Iterator[Read]:
    """Every resource of a file, in order; a remark when it has none.

    Args:
        path: The file.
        again: It was read whole before, so that names that stand twice need not be looked for.

    Raises:
        Unreadable: not JSON, too large, or nothing of health data; before or while entries are given.
    """
    nothing = True
    for one in _entries(path, again):
        nothing = False
        yield one
    if nothing:
        yield Remark(NOTHING)


def _entries(path: Path, again: bool) -> Iterator[Read]:
    try:
        size = path.stat().st_size
        if path.suffix.lower() in (".ndjson", ".jsonl"):
            yield from _lines(path, again)
        elif is_xml(path):
            from icm_desktop.exchange.fhir.xml_files import xml_entries  # not before there is one

            yield from xml_entries(path)
        elif size > MOST_BYTES_AT_ONCE:
            yield from _streamed(path, again)
        else:
            yield from _whole(path.read_bytes(), again)
    except OSError as error:
        raise Unreadable(f"The file cannot be read: {error.strerror or 'unknown reason'}.") from None


def is_xml(path: Path) -> bool:
    """Whether a file is XML, by its name or its first sign."""
    if path.suffix.lower() == ".xml":
        return True
    with path.open("rb") as file:
        return file.read(256).removeprefix(BOM).lstrip().startswith(b"<")


def _whole(data: bytes, again: bool) -> Iterator[Read]:
    data = data.removeprefix(BOM)
    if not data.strip():
        raise Unreadable("The file is empty.")
    try:
        document = parsed(data, checked=again)
    except NotJson as problem:
        if problem.more_lines:
            yield from _lines_of(io.BytesIO(data), again)
            return
        raise Unreadable(problem.reason) from None
    yield from Walk().document(document)


class Walk:
    """Walks one document; counts its bundles so that a second reading of the file gives the same numbers."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def next_bundle(self) -> int:
        """The number of the next bundle."""
        return next(self._numbers)

    def document(self, document: Any) -> Iterator[Read]:
        """Every resource of a parsed file."""
        items = document if isinstance(document, list) else [document]
        if not any("resourceType" in obj(item) for item in items):
            raise Unreadable("This JSON file holds no FHIR resources.", skipped=True)
        for item in items:
            yield from self.resource(item, Entry({}), 0)

    def resource(self, item: Any, place: Entry, depth: int) -> Iterator[Read]:
        """One resource, or what a bundle holds; `place` says where it stands."""
        if not isinstance(item, dict):
            yield Broken("An entry is not a resource.")
            return
        kind = text(item.get("resourceType"))
        if kind is None:
            yield Broken("A resource does not say its type.")
        elif kind != "Bundle":
            yield Entry(item, place.full_url, place.bundle, place.source)
        elif depth >= _DEEPEST_BUNDLE:
            yield Broken("A bundle is nested too deeply.", "Bundle")
        else:
            yield from self._bundle(item, depth)

    def entry(self, item: Any, place: Entry, depth: int) -> Iterator[Read]:
        """One entry of a bundle; one without a resource is a deletion, or an answer with nothing to read."""
        if not isinstance(item, dict):
            yield Broken("An entry of a bundle is not an object.")
        elif "resource" in item:
            here = Entry({}, text(item.get("fullUrl")), place.bundle, place.source)
            yield from self.resource(item["resource"], here, depth + 1)
        elif (gone := _deleted(item, place.source)) is not None:
            yield gone
        elif not item.keys() & {"request", "response"}:
            yield Remark("An entry of a bundle holds no resource.")

    def _bundle(self, bundle: Json, depth: int) -> Iterator[Read]:
        items = bundle.get("entry")
        if items is not None and not isinstance(items, list):
            yield Broken("The entries of a bundle are not a list.", "Bundle")
            return
        if items is None:
            yield from _unread_names(bundle)
        place = Entry({}, None, next(self._numbers), source_of(bundle))
        for item in items or []:
            resource = obj(item.get("resource")) if isinstance(item, dict) else {}
            kind = resource.get("resourceType")
            if isinstance(kind, str) and kind.isalpha() and kind != "Bundle":  # a short way for nearly all of them
                yield Entry(resource, text(item.get("fullUrl")), place.bundle, place.source)
            else:
                yield from self.entry(item, place, depth)


def _deleted(item: Json, source: str) -> Gone | None:
    """What an entry without a resource says was deleted. Source: FHIR R4, Bundle.entry.request, history."""
    request = obj(item.get("request"))
    parts = (text(request.get("url")) or "").partition("?")[0].strip("/").split("/")
    if request.get("method") != "DELETE" or len(parts) < 2 or not parts[-2].isalpha():
        return None
    return Gone(parts[-2], parts[-1], source)


def _unread_names(bundle: Json) -> Iterator[Remark]:
    """Names in a bundle without entries that FHIR does not know: one may be `entry`, misspelt."""
    for name in sorted(bundle.keys() - _OF_BUNDLES):
        if not name.startswith("_"):
            yield Remark(f"A bundle has no entries, and “{name[:LONGEST_NAME]}”, which no bundle has, is not read.")


def source_of(bundle: Json) -> str:
    """Who sent a bundle."""
    # Servers append the number of the request after "#": that would make every export a different source.
    found = text(obj(bundle.get("meta")).get("source"))
    return (found or DEFAULT_SOURCE).partition("#")[0] or DEFAULT_SOURCE


def _lines(path: Path, again: bool) -> Iterator[Read]:
    with path.open("rb") as file:
        yield from _lines_of(file, again)


def _lines_of(file: io.BufferedIOBase, again: bool) -> Iterator[Read]:
    good = False
    broken: list[Broken] = []
    walk = Walk()
    for place, line in enumerate(iter(lambda: file.readline(MOST_BYTES_AT_ONCE + 1), b""), start=1):
        for item in _line(line, place, walk, again):
            good = good or not isinstance(item, Broken)
            if good:
                yield from broken
                broken.clear()
                yield item
            elif isinstance(item, Broken):
                broken.append(item)
    if not good:
        raise Unreadable(broken[0].reason if broken else "The file is empty.", skipped=not broken)


def _line(line: bytes, place: int, walk: Walk, again: bool) -> list[Read]:
    line = line.removeprefix(BOM).strip() if place == 1 else line.strip()
    if not line:
        return []
    if len(line) > MOST_BYTES_AT_ONCE:
        return [Broken(f"Line {place} is longer than {MOST_BYTES_AT_ONCE // 1_000_000} MB.")]
    try:
        document = parsed(line, checked=again)
    except NotJson as problem:
        return [Broken(f"Line {place} of the file: {problem.reason}".replace(": line 1, column", ", column"))]
    if not isinstance(document, dict) or "resourceType" not in document:
        return [Broken(f"Line {place} is not a FHIR resource.")]
    return list(walk.resource(document, Entry({}), 1))


class LimitedFile:
    """A file that refuses to be read on while one entry grows beyond the limit."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self.since_entry = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        found = self._file.read(size)
        self.since_entry += len(found)
        if self.since_entry > MOST_BYTES_AT_ONCE + READ_AHEAD:
            raise Unreadable(f"One resource is larger than {MOST_BYTES_AT_ONCE // 1_000_000} MB.")
        return found


def _streamed(path: Path, again: bool) -> Iterator[Read]:
    walk, place, found = Walk(), Entry({}, None, 1, _streamed_source(path)), False
    with path.open("rb") as file:
        if file.read(3) != BOM:
            file.seek(0)
        limited = LimitedFile(file)
        try:
            repeated: list[str] = []
            kind = dict if again else partial(NoRepeats, repeated)
            for item in ijson.items(limited, "entry.item", use_float=True, map_type=kind):
                if repeated:
                    raise Unreadable(repeated[0])
                limited.since_entry, found = 0, True
                yield from walk.entry(item, place, 0)
        except ijson.JSONError as error:
            raise Unreadable(f"This is not correct JSON, {_place(error)}.") from None
        except ValueError:  # a number or text no program should accept (NaN, 1e999, half a character)
            raise Unreadable("This is not correct JSON: a value is not allowed.") from None
    if not found:
        raise Unreadable("This large JSON file is not a bundle of resources.", skipped=True)


def _place(error: Exception) -> str:
    return "or it ends in the middle" if "premature" in str(error) or "incomplete" in str(error) else "after its start"


def _streamed_source(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4096).removeprefix(BOM)
    found = text(_before_entries(start).get("source"))
    return (found or DEFAULT_SOURCE).partition("#")[0] or DEFAULT_SOURCE


def _before_entries(start: bytes) -> Json:
    # Only what stands before the entries can be known without reading the whole file.
    found: Json = {}
    try:
        for prefix, _, value in ijson.parse(io.BytesIO(start)):
            if prefix == "entry":
                break
            if prefix == "meta.source":
                found["source"] = value
    except (ijson.JSONError, ValueError):
        return found
    return found
