"""What the privacy rules ask a practice to keep: who got records, what patients asked for, who looked at the log."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base
from db.models.plan import Owned


class Disclosure(Audited, Base):
    """Something about a patient that left the practice, or was told to somebody outside.

    `patient_id` None: of everybody. `channel` by which way; `legal_basis` a code of
    resources/content/codes/privacy.toml, which says whether an accounting lists it.
    `substance_use`: it held records of a Part 2 program; None is not known. `consent_id`: the consent they left by.
    `object_kind` and `object_id`: the kept page, where there is one. `held_back_until`: the last day on which an agency
    (`held_back_by`) asked that the patient's accounting does not tell of it, in writing or spoken (45 CFR
    164.528(a)(2)). `extent` says how much it was and what for, of what left as data: {"format", "purpose", "entries",
    "held", "kind"}.
    """

    __tablename__ = "disclosure"
    __table_args__ = (
        Index("ix_disclosure_patient_id_at", "patient_id", "at"),
        Index("ix_disclosure_object", "object_kind", "object_id"),
        Index("ix_disclosure_at", "at", sqlite_where=text("removed_at IS NULL")),
    )

    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patient.id"))
    at: Mapped[dt.datetime]
    channel: Mapped[str]
    legal_basis: Mapped[str]
    to_name: Mapped[str | None]
    to_address: Mapped[str | None]
    description: Mapped[str]
    purpose: Mapped[str]
    substance_use: Mapped[bool | None]
    object_kind: Mapped[str | None]
    object_id: Mapped[int | None]
    sha256: Mapped[str | None]
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consent.id"), index=True)
    held_back_until: Mapped[dt.date | None]
    held_back_by: Mapped[str | None]
    held_back_written: Mapped[bool | None]
    extent: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class PatientRequest(Audited, Owned, Base):
    """A patient used a right: `kind` access, amendment, accounting or restriction. `status`: open or closed.

    `due_on` counts from `received_on` by resources/content/codes/privacy.toml; `extended_on` is when the patient was
    told why it takes longer. An amendment may be about one record (`object_kind`, `object_id`), which is never
    overwritten: what was asked, the answer and a statement of disagreement stand beside it. `ground`: why access or an
    amendment was denied, a code of privacy.toml.
    """

    __tablename__ = "patient_request"
    __table_args__ = (
        Index("ix_patient_request_status_due_on", "status", "due_on"),
        Index("ix_patient_request_object", "object_kind", "object_id"),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    kind: Mapped[str]
    status: Mapped[str]
    received_on: Mapped[dt.date]
    due_on: Mapped[dt.date]
    asked_by: Mapped[str | None]
    text: Mapped[str]
    form_wanted: Mapped[str | None]
    object_kind: Mapped[str | None]
    object_id: Mapped[int | None]
    extended_on: Mapped[dt.date | None]
    extension_reason: Mapped[str | None]
    closed_on: Mapped[dt.date | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    outcome: Mapped[str | None]
    outcome_text: Mapped[str | None]
    ground: Mapped[str | None]
    statement: Mapped[str | None]
    statement_on: Mapped[dt.date | None]
    rebuttal: Mapped[str | None]


class AuditReview(Audited, Base):
    """Somebody looked through the audit record: which days, up to which event, and what they noted."""

    __tablename__ = "audit_review"

    first_on: Mapped[dt.date | None]
    last_on: Mapped[dt.date | None]
    last_seq: Mapped[int]
    events: Mapped[int]
    note: Mapped[str | None]
