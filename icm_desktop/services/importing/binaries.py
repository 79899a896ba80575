"""Documents whose bytes stand in a Binary elsewhere in the import: they wait until it is read, one file at a time."""

from __future__ import annotations

import dataclasses
from collections import defaultdict

from icm_desktop.exchange.fhir.attachments import HOLD_ATTACHMENTS, urls_of
from icm_desktop.exchange.fhir.index import Index
from icm_desktop.exchange.fhir.reading import Entry
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.services.importing.fact import Fact
from icm_desktop.services.importing.files import ReadFile


class Waiting:
    """Documents that wait for Binaries; the bytes themselves are never all in memory."""

    def __init__(self, index: Index) -> None:
        self._asides = index.asides
        self._next = 0
        self._for: dict[int, list[int]] = defaultdict(list)
        self._facts: dict[int, tuple[ReadFile, Fact, set[int]]] = {}

    def takes(self, file: ReadFile, fact: Fact) -> bool:
        """Whether a fact must wait; it is kept then."""
        if not self._asides.binaries or fact.kind not in HOLD_ATTACHMENTS or fact.binaries:
            return False
        keys = {self._asides.binary_key(url) for url in urls_of(fact.resource)} & self._asides.binaries.keys()
        for key in keys:
            self._for[key].append(self._next)
        if keys:
            self._facts[self._next] = file, fact, keys
            self._next += 1
        return bool(keys)

    def files(self) -> set[int]:
        """Numbers of the files that hold what is waited for."""
        return {self._asides.binaries[key] for key in self._for}

    def bring(self, entry: Entry, resource_id: str) -> list[tuple[ReadFile, Fact]]:
        """The facts that are complete with this Binary."""
        complete = []
        for key in self._asides.keys_of_binary(entry, resource_id):
            for number in self._for.pop(key, ()):
                file, fact, missing = self._facts[number]
                fact = dataclasses.replace(fact, binaries={**fact.binaries, key: _kept(entry.resource)})
                missing.discard(key)
                self._facts[number] = file, fact, missing
                if not missing:
                    complete.append((file, fact))
                    del self._facts[number]
        return complete

    def rest(self) -> list[tuple[ReadFile, Fact]]:
        """Those for which not everything came."""
        found = [(file, fact) for file, fact, _ in self._facts.values()]
        self._facts.clear()
        self._for.clear()
        return found


def _kept(binary: Json) -> Json:
    return {name: binary.get(name) for name in ("resourceType", "contentType", "data")}
