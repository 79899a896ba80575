"""What a mapping function gets and gives: references answered by somebody else in, plain rows out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from icm_desktop.exchange.fhir.sensitive import SensitiveList
from icm_desktop.exchange.fhir.values import Json, Notes

PARENT_COLUMN = {
    "patient_name": "patient_id",
    "patient_identifier": "patient_id",
    "patient_telecom": "patient_id",
    "patient_address": "patient_id",
    "patient_contact": "patient_id",
    "observation_component": "observation_id",
    "care_team_member": "care_team_id",
    "plan_action": "care_plan_id",
    "document_content": "document_id",
}
# Columns that a row leaves out when they are empty: most rows then have the same columns and are written together.
OPTIONAL = {
    "condition": ("note", "encounter_source"),
    "allergy_intolerance": ("note",),
    "medication_entry": ("status_reason", "note", "refills", "days_supply", "encounter_source"),
    "observation": ("reference_text", "note", "body_site", "method", "specimen", "members"),
    "observation_component": (
        *("value_comparator", "interpretation", "reference_low", "reference_high", "reference_text", "absent_reason"),
    ),
    "encounter": ("admitted_from", "priority"),
    "procedure": ("reason", "outcome", "note", "encounter_source"),
    "immunization": ("lot_number", "dose_text", "note"),
}


class NotMapped(Exception):
    """A resource that cannot become a row. `refused`: it is broken; otherwise we only do not understand it."""

    def __init__(self, reason: str, refused: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.refused = refused


@dataclass(frozen=True, slots=True)
class Workplace:
    """An organisation by row and by name, as far as known."""

    organization_id: int | None = None
    name: str | None = None


class Links(Protocol):
    """Answers about references of the resource that is being mapped."""

    def row(self, reference: object, *tables: str) -> int | None:
        """The id of the row a Reference became, when it is in one of the tables."""

    def label(self, reference: object) -> str | None:
        """What to call the thing a Reference points to: its display, or the name of what it resolves to."""

    def phone(self, reference: object) -> str | None:
        """The phone number of the person or place a Reference points to."""

    def target(self, reference: object) -> Json:
        """The resource a Reference points to when it came with this import or is contained; else an empty object."""

    def key(self, reference: object) -> str | None:
        """A text that is the same for every Reference to the same thing."""

    def source(self, reference: object, kind: str = "") -> str | None:
        """The source key ("Observation/5") of what a Reference points to; `kind` where the Reference does not tell."""

    def has_document(self, resource: Json) -> bool:
        """Whether a DocumentReference of this import says that it is this report."""

    def relatives(self, patient: Json) -> frozenset[str]:
        """Folded names of the RelatedPersons of a Patient that is being mapped."""

    def withheld_from(self, person: Json) -> frozenset[str]:
        """Sensitivity labels that consents of this import deny to this RelatedPerson."""

    def kind(self, reference: object) -> str | None:
        """The resource type a Reference points to, as far as it tells."""

    def workplace(self, reference: object) -> Workplace:
        """The organisation the person of a Reference works for, or the organisation itself."""

    def is_ours(self, reference: object) -> bool:
        """Whether the Reference points to this practice or a clinician who works in it."""

    def our_clinician(self, reference: object) -> int | None:
        """The row of the clinician of this practice a Reference names, or None."""


@dataclass(slots=True)
class Context:
    """Everything a mapping function may ask."""

    links: Links
    notes: Notes
    sensitive: SensitiveList


@dataclass(frozen=True, slots=True)
class Child:
    """A row that hangs on the row of its resource; `PARENT_COLUMN` names the column."""

    table: str
    row: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mapped:
    """The row a resource becomes; `table` None: it is kept as it came and used by others (Medication).

    `also`: further rows that came in the same resource and stand on their own, such as the letter inside a report.
    """

    table: str | None
    row: dict[str, Any] = field(default_factory=dict)
    children: tuple[Child, ...] = ()
    also: tuple[Mapped, ...] = ()


def some(**values: Any) -> dict[str, Any]:
    """The values that are there; see `OPTIONAL`."""
    return {name: value for name, value in values.items() if value is not None}
