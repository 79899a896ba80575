"""What a patient agreed to, who pays, what must be known before calling, and what care cost."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Float, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base
from db.models.clinical import Fact


class Coverage(Fact, Base):
    """An insurance. `status` is FHIR Coverage.status, `text` the plan; `position` 1 pays first."""

    __tablename__ = "coverage"

    payer: Mapped[str | None]
    kind: Mapped[str | None]
    member_id: Mapped[str | None]
    group_number: Mapped[str | None]
    subscriber: Mapped[str | None]
    relationship_text: Mapped[str | None]
    phone: Mapped[str | None]
    starts_on: Mapped[str | None]
    ends_on: Mapped[str | None]
    position: Mapped[int | None]
    note: Mapped[str | None]


class Consent(Fact, Base):
    """An agreement or refusal. `status` is FHIR Consent.status, `decision` permit or deny, `scope` what it is about.

    `covers` lists what it is about as {code, text, decision}: a code of the list "topic" of
    resources/content/codes/demographics.toml (or an HL7 v3 ActCode such as PSY), and "permit" or "deny";
    `recipients` with whom, as {name, role}; both empty: not limited.
    Dates are FHIR dates; `expires_on` is the last day it holds, `expiry_event` what ends it otherwise.
    What 42 CFR 2.31 asks for besides: `purpose` (a code of the list "consent_purpose", or words), who may share
    (`discloser`), a class of recipients (`recipient_class`), and what the patient was told (`statements`, codes).
    """

    __tablename__ = "consent"

    scope: Mapped[str | None]
    category: Mapped[str | None]
    decision: Mapped[str | None]
    purpose: Mapped[str | None]
    covers: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    recipients: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    given_on: Mapped[str | None]
    given_by: Mapped[str | None]
    given_how: Mapped[str | None]
    taken_by: Mapped[str | None]
    starts_on: Mapped[str | None]
    expires_on: Mapped[str | None]
    revoked_on: Mapped[str | None]
    revoked_reason: Mapped[str | None]
    discloser: Mapped[str | None]
    recipient_class: Mapped[str | None]
    expiry_event: Mapped[str | None]
    statements: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    note: Mapped[str | None]


class Flag(Fact, Base):
    """An alert on the chart, such as a fall risk. `status` is FHIR Flag.status; `severity`: high, caution, info.

    `clinical` alerts are not shown to roles that do not read clinical facts; `when_booking` shows it when a visit is
    booked.
    """

    __tablename__ = "flag"

    category: Mapped[str | None]
    severity: Mapped[str | None]
    clinical: Mapped[bool | None]
    when_booking: Mapped[bool | None]
    starts_on: Mapped[str | None]
    ends_on: Mapped[str | None]
    note: Mapped[str | None]


class Claim(Fact, Base):
    """A Claim or ExplanationOfBenefit (`kind`). Amounts are in `currency`; None where the resource tells none.

    `items` is a list of {sequence, code, text, serviced, submitted, allowed, paid, patient}.
    """

    __tablename__ = "claim"
    __table_args__ = (
        Index("ix_claim_patient_id_starts_when", "patient_id", "starts_when"),
        # What care cost in a period is answered by the index alone, for a whole practice.
        Index(
            "ix_claim_starts_when",
            *("starts_when", "kind", "status", "outcome", "use", "allowed", "patient_id", "removed_at", "import_id"),
        ),
    )

    kind: Mapped[str]
    use: Mapped[str | None]
    category: Mapped[str | None]
    outcome: Mapped[str | None]
    starts_when: Mapped[str | None]
    ends_when: Mapped[str | None]
    insurer: Mapped[str | None]
    provider: Mapped[str | None]
    currency: Mapped[str | None]
    submitted: Mapped[float | None] = mapped_column(Float)
    allowed: Mapped[float | None] = mapped_column(Float)
    paid: Mapped[float | None] = mapped_column(Float)
    patient_paid: Mapped[float | None] = mapped_column(Float)
    items: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    diagnoses: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    encounter_source: Mapped[str | None]
