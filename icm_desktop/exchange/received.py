"""What came over a connection: resources in memory, read like a file by the same import."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from icm_desktop.exchange.fhir.reading import Entry
from icm_desktop.exchange.fhir.values import Json


@dataclass(frozen=True, slots=True)
class Received:
    """Resources of one sender, never written to the disk before they are in the encrypted file."""

    name: str
    found: tuple[Entry, ...]
    suffix: ClassVar[str] = ".json"

    @classmethod
    def of(cls, name: str, source: str, resources: Iterable[Json]) -> Received:
        """Resources a partner gave; `source` is what they are kept under."""
        return cls(
            name, tuple(Entry(one, f"{source}/{one['resourceType']}/{one['id']}", 1, source) for one in resources)
        )
