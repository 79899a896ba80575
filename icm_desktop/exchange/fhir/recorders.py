"""Which Provenance tells of which resource: one may name thousands of targets, so only numbers are kept of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from icm_desktop.exchange.fhir.reading import Entry
from icm_desktop.exchange.fhir.values import Json, objs, text

if TYPE_CHECKING:
    from icm_desktop.exchange.fhir.index import Place


class Recorders:
    """Filled while files are looked through; `forget` drops those of a file that is not used."""

    def __init__(self) -> None:
        self._keys, self._numbers = array("q"), array("l")
        self._in_order = True
        self.told: list[tuple[Json, Place]] = []

    def add(self, resource: Json, place: Place, scope: object) -> None:
        """Remember a Provenance and what it tells of. `scope`: relative references mean resources of this scope."""
        number = len(self.told)
        self.told.append(({name: resource.get(name) for name in ("agent", "recorded", "contained")}, place))
        for target in objs(resource.get("target")):
            written = text(target.get("reference"))
            if written is not None:
                self._keys.append(_key(written, scope))
                self._numbers.append(number)
        self._in_order = False

    def of(self, entry: Entry, kind: str, resource_id: str, scope: object) -> int | None:
        """The number of the Provenance that tells of a resource, or None."""
        if not self._keys:
            return None
        if entry.full_url:
            found = self._find(_key(entry.full_url, scope))
            if found is not None:
                return found
        return self._find(_key(f"{kind}/{resource_id}", scope))

    def _find(self, key: int) -> int | None:
        if not self._in_order:
            self._sort()
        place = bisect_left(self._keys, key)
        return self._numbers[place] if place < len(self._keys) and self._keys[place] == key else None

    def _sort(self) -> None:
        order = sorted(range(len(self._keys)), key=self._keys.__getitem__)
        self._keys = array("q", (self._keys[place] for place in order))
        self._numbers = array("l", (self._numbers[place] for place in order))
        self._in_order = True


def _key(written: str, scope: object) -> int:
    if written.startswith("urn:"):
        return hash(written)
    kind, _, resource_id = written.partition("/_history/")[0].rpartition("/")
    return hash((scope, kind.rpartition("/")[2], resource_id))
