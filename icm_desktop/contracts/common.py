"""Values shared by requests and rows of every topic."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class OwnerKind(StrEnum):
    """Whose work something is."""

    USER = "user"
    PRACTITIONER = "practitioner"
    PATIENT = "patient"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does it: a user of the practice, a practitioner elsewhere, the patient, or a person known by name only.

    `organization` is where somebody outside works.
    """

    kind: OwnerKind
    name: str
    id: int | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an outside fact came from; all empty for what was entered here.

    `synced_at`: when the exchange partner it came from was last asked about the patient.
    """

    source: str | None = None
    author: str | None = None
    organization: str | None = None
    recorded: str | None = None
    received_at: dt.datetime | None = None
    synced_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class PatientHead:
    """What identifies a patient wherever one is shown. `phone` is the best one.

    `clinical` alerts are empty for front desk.
    """

    id: int
    record_number: str
    family: str
    given: str | None
    prefix: str | None
    preferred_name: str | None
    birth_date: str | None
    sex: str | None
    language: str | None
    phone: str | None
    deceased: bool = False
    deceased_on: str | None = None

    @property
    def form_language(self) -> str:
        """In which of the two languages the practice's own forms and lists are printed for them."""
        return "es" if (self.language or "").startswith("es") else "en"


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A slice of a long list: `total` counts all rows that match, `offset` is where `rows` begins."""

    rows: tuple[T, ...]
    total: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class TakeAway:
    """A row is taken away: an own rule, an exclusion, an expense."""

    row_id: int
    expected_version: int
