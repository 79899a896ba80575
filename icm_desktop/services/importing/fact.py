"""One resource on its way to a row, and a copy that differs from the one we have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.repositories.imports import Stored
from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.index import Place
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.services.importing.known import Identity


@dataclass(frozen=True, slots=True)
class Fact:
    """One resource about a patient, or one that stands alone, with its identity.

    `binaries`: attachments of it that stand elsewhere in the import.
    """

    resource: Json
    kind: str
    id: str
    place: Place
    subject: str
    patient_id: int | None
    content: Content
    full_url: str | None = None
    binaries: Mapping[int, Json] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """About how many bytes it takes."""
        return self.content.length + sum(len(str(one.get("data") or "")) for one in self.binaries.values())

    @property
    def identity(self) -> Identity:
        """Source, type, id and subject."""
        return self.place.source, self.kind, self.id, self.subject


@dataclass(frozen=True, slots=True)
class Change:
    """A copy that differs from the one we have; applied at the end, when the import becomes visible."""

    fact: Fact
    stored: Stored
    table: str | None = None
