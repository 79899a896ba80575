"""The little that must be known of all resources before any is mapped: who recorded what, what a note repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.exchange.fhir.reading import Entry
from icm_desktop.exchange.fhir.recorders import Recorders
from icm_desktop.exchange.fhir.values import Json, obj, objs, text

if TYPE_CHECKING:
    from icm_desktop.exchange.fhir.index import Place

_URN = "urn:uuid:"


class Asides:
    """Filled while files are looked through for the first time."""

    def __init__(self) -> None:
        self.recorders = Recorders()
        self._documents: set[int] = set()
        self._ids: dict[tuple[int, int, str], str] = {}
        self.binaries: dict[int, int] = {}
        self.consents: list[tuple[Json, Place]] = []

    def note(self, entry: Entry, kind: str, resource_id: str, place: Place) -> None:
        """Remember what of this resource others will ask."""
        url = entry.full_url
        if url is not None and not url.endswith(resource_id):
            self._ids[place.file, place.bundle, url] = f"{kind}/{resource_id}"
        if kind == "Provenance":
            self.recorders.add(entry.resource, place, (place.source, place.folder))
        elif kind == "DocumentReference":
            for identifier in objs(entry.resource.get("identifier")):
                value = text(identifier.get("value")) or ""
                if value.startswith(_URN):
                    self._documents.add(hash(value.removeprefix(_URN)))
        elif kind == "Binary":
            self.binaries |= dict.fromkeys(self.keys_of_binary(entry, resource_id), place.file)
        elif kind == "Consent" and _denied(entry.resource):
            told = {name: entry.resource.get(name) for name in ("provision", "status")}
            self.consents.append((told, place))

    def has_document(self, report_id: str) -> bool:
        """Whether a DocumentReference says that it is the report of this id."""
        return hash(report_id) in self._documents

    def keys_of_binary(self, entry: Entry, resource_id: str) -> tuple[int, ...]:
        """Under which keys a Binary may be asked for."""
        urls = (f"Binary/{resource_id}", *((entry.full_url,) if entry.full_url else ()))
        return tuple(dict.fromkeys(map(self.binary_key, urls)))

    @staticmethod
    def binary_key(url: str) -> int:
        """A number for the URL of a Binary; the same for a relative and an absolute one."""
        path, _, resource_id = url.partition("/_history/")[0].rpartition("/")
        return hash(f"Binary/{resource_id}" if path.rpartition("/")[2] == "Binary" else url)

    def source_key(self, written: str, kind: str, place: Place) -> str | None:
        """The source key of a resource that is not kept in memory, from how it is referred to."""
        found = self._ids.get((place.file, place.bundle, written))
        if found is not None:
            return found
        if written.startswith("urn:"):
            return f"{kind}/{written.rpartition(':')[2]}" if kind else written
        path, _, resource_id = written.partition("/_history/")[0].rpartition("/")
        named = path.rpartition("/")[2] or kind
        return f"{named}/{resource_id}" if named and resource_id else None

    def forget(self, file: int) -> None:
        """Drop what was remembered of a file that is not used."""
        self._ids = {key: value for key, value in self._ids.items() if key[0] != file}
        self.binaries = {key: number for key, number in self.binaries.items() if number != file}
        self.consents = [one for one in self.consents if one[1].file != file]


def denied_to(consent: Json) -> tuple[list[Json], frozenset[str]]:
    """References to the people a consent is about, and the sensitivity labels it keeps from them."""
    provision = obj(consent.get("provision"))
    actors = [obj(actor.get("reference")) for actor in objs(provision.get("actor"))]
    return actors, _denied(consent)


def _denied(consent: Json) -> frozenset[str]:
    if consent.get("status") not in (None, "active"):
        return frozenset()
    outer = obj(consent.get("provision"))
    parts = [outer, *objs(outer.get("provision"))]
    labels = (
        text(label.get("code"))
        for part in parts
        if part.get("type") == "deny"
        for label in objs(part.get("securityLabel"))
    )
    return frozenset(filter(None, labels))
