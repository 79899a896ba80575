"""Watches the real import at work: which elements of each FHIR type came, and which of them somebody looked at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from icm_desktop.exchange.fhir import json_text, reading
from icm_desktop.exchange.fhir.types import MAPS
from icm_desktop.exchange.fhir.unread import ALL_BENEATH

_EXTENSIONS = ("extension", "modifierExtension")


class Watched(dict[str, Any]):
    """A JSON object that remembers which of its names were asked for."""

    __slots__ = ("path", "read")
    path: str
    read: set[str]

    def get(self, name: str, default: Any = None) -> Any:
        """Look at an element."""
        self.read.add(self.path + name)
        return dict.get(self, name, default)

    def __getitem__(self, name: str) -> Any:
        self.read.add(self.path + name)
        return dict.__getitem__(self, name)


class Watch:
    """`came`: per type how many resources had an element; `read`: what was looked at, there or not."""

    def __init__(self) -> None:
        self.came: dict[str, Counter[str]] = defaultdict(Counter)
        self.read: dict[str, set[str]] = defaultdict(set)

    def document(self, found: Any, count: bool) -> Any:
        """A parsed file with every resource in it watched."""
        if isinstance(found, list):
            return [self.document(one, count) for one in found]
        if not isinstance(found, dict):
            return found
        if found.get("resourceType") == "Bundle":
            entries = [
                {**one, "resource": self.document(one["resource"], count)} if "resource" in one else one
                for one in found.get("entry", ())
            ]
            return {**found, "entry": entries}
        came: set[str] = set()
        kind = str(found.get("resourceType"))
        made = self._watched(found, "", kind, came)
        if count:
            self.came[kind].update(came)
        return made

    def _watched(self, value: Any, path: str, kind: str, came: set[str]) -> Any:
        if isinstance(value, list):
            return [self._watched(one, path, kind, came) for one in value]
        if not isinstance(value, dict):
            return value
        made = Watched()
        made.path, made.read = path, self.read[kind]
        for name, inner in value.items():
            at = path + name
            if name in _EXTENSIONS:
                dict.__setitem__(made, name, [self._extension(one, at, kind, came) for one in inner])
            elif at == "contained":
                came.add(at)
                dict.__setitem__(made, name, inner)
            else:
                came.add(at)
                dict.__setitem__(made, name, self._watched(inner, at + ".", kind, came))
        return made

    def _extension(self, one: dict[str, Any], at: str, kind: str, came: set[str]) -> Any:
        path = f"{at}({str(one.get('url')).rstrip('/').rpartition('/')[2]})"
        came.add(path)
        return self._watched(one, path + ".", kind, came)

    def lists(self) -> dict[str, list[str]]:
        """What is read, per type, as the shipped list has it."""
        return {kind: sorted(self._listed(kind)) for kind in sorted(MAPS)}

    def unread(self) -> Counter[tuple[str, str]]:
        """How many resources of a type had an element that nobody looked at; of nested ones the topmost."""
        found: Counter[tuple[str, str]] = Counter()
        for kind in MAPS:
            read, left = set(self._listed(kind)), ""
            for path in sorted(self.came[kind], key=lambda one: one.replace(".", "\0")):  # what is inside comes next
                known = path in read or any(above + ALL_BENEATH in read for above in _above(path))
                if not (known or (left and path.startswith(left + "."))):
                    found[kind, path] = self.came[kind][path]
                    left = path
        return found

    def _listed(self, kind: str) -> Iterator[str]:
        read, came = self.read[kind] - {"resourceType", *_EXTENSIONS}, self.came[kind]
        used = {path.rpartition(".")[0] for path in read if ")." in path and not path.endswith(").url")}
        whole = {path for path in read if path == "contained" or (not _is_extension(path) and path not in came)}
        for path in read | used:
            if path.endswith(_EXTENSIONS) or any(path.startswith(above + ".") for above in whole):
                continue
            begin, bracket, _rest = path.partition(")")
            if bracket and begin + bracket not in used:
                continue  # only the name of the extension was looked at
            yield path + ALL_BENEATH if path in whole else path


def _above(path: str) -> list[str]:
    """The element itself and all around it."""
    parts = path.split(".")
    return [".".join(parts[:end]) for end in range(1, len(parts) + 1)]


def _is_extension(path: str) -> bool:
    return path.endswith(")")


@contextmanager
def watching() -> Iterator[Watch]:
    """Everything that is parsed meanwhile is watched."""
    watch = Watch()

    def parsed(data: bytes, *, checked: bool = False) -> Any:
        return watch.document(json_text.parsed(data, checked=checked), count=not checked)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "parsed", parsed)
        yield watch
